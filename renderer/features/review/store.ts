import { create } from 'zustand'
import type { ReviewItem, ReviewReason } from '../../../app/contract/review.ts'
import type { Draft } from './decision/draft.ts'
import { EVERY_DISAGREEMENT, type QueueFilter, type QueueSort } from './queue/queue-view.ts'

export type ItemId = ReviewItem['id']

/** A decision being made on an item: what, and why. It is saved as soon as both are there. */
export interface Pending {
  readonly itemId: ItemId
  readonly draft: Draft
}

/** The state of an item as it was just saved here, until the queue has been read again. */
export interface JustSaved {
  readonly state: 'open' | 'decided'
  /** The session's `unknownRevision` then: after another write, as an undo, what is read is believed. */
  readonly revision: number
}

interface ReviewScreen {
  readonly filter: QueueFilter
  readonly sort: QueueSort
  readonly pending: Pending | null
  /** The reason given last. */
  readonly reason: ReviewReason | null
  /**
   * Whether it holds for the next decision (it was given before what it is for) or for all that come: they then take one
   * key each.
   */
  readonly held: 'once' | 'kept' | null
  readonly justSaved: ReadonlyMap<ItemId, JustSaved>
  /** Notes that were begun and not saved, by who writes and the item, so that looking elsewhere loses none. */
  readonly notes: ReadonlyMap<string, string>
  readonly open: 'shortcuts' | 'codes' | null
  /** Whether the filters are shown where there is little room. */
  readonly hasFilters: boolean
  /** What was last done, in words; shown at the foot and told to screen readers. */
  readonly status: string
}

export const useReviewScreen = create<ReviewScreen>()(() => ({
  filter: EVERY_DISAGREEMENT,
  sort: 'place',
  pending: null,
  reason: null,
  held: null,
  justSaved: new Map(),
  notes: new Map(),
  open: null,
  hasFilters: false,
  status: '',
}))

const { setState: set } = useReviewScreen

export function say(status: string): void {
  set({ status })
}

export function openOver(open: ReviewScreen['open']): void {
  set({ open })
}

export function showOf(changed: Partial<QueueFilter>): void {
  set(({ filter }) => ({ filter: { ...filter, ...changed } }))
}

export function showEverything(): void {
  set({ filter: EVERY_DISAGREEMENT })
}

export function sortBy(sort: QueueSort): void {
  set({ sort })
}

export function showFilters(hasFilters: boolean): void {
  set({ hasFilters })
}

/** Begins a decision, changes it, or with null leaves it. */
export function draftFor(itemId: ItemId, draft: Draft | null): void {
  set({ pending: draft === null ? null : { itemId, draft } })
}

/** Whether the reason given last holds on; where none was given yet, the first one that is. */
export function keepReason(isKept: boolean): void {
  set({ held: isKept ? 'kept' : null })
}

/** A reason for the decision that comes next. */
export function holdReason(reason: ReviewReason): void {
  set(({ held }) => ({ reason, held: held ?? 'once' }))
}

/** A reason was given with a decision. One that is kept stays: another one for once does not change it. */
export function noteReason(given: ReviewReason): void {
  set(({ held, reason }) =>
    held === 'kept' && reason !== null ? {} : { reason: given, held: held === 'kept' ? held : null },
  )
}

export function noteSaved(itemId: ItemId, saved: JustSaved): void {
  set(({ justSaved }) => ({ justSaved: new Map(justSaved).set(itemId, saved) }))
}

/** It could not be saved, or was taken back. */
export function forgetSaved(itemId: ItemId): void {
  set(({ justSaved }) => {
    const left = new Map(justSaved)
    left.delete(itemId)
    return { justSaved: left }
  })
}

/** Keeps a note that is being written; an empty one is forgotten. */
export function draftNote(key: string, words: string): void {
  set(({ notes }) => {
    const kept = new Map(notes)
    if (words === '') kept.delete(key)
    else kept.set(key, words)
    return { notes: kept }
  })
}

/** What was being decided in another round or study is left. */
export function enterReview(): void {
  set({ pending: null, justSaved: new Map(), open: null })
}
