import { create } from 'zustand'
import type { CoderId, RoundId, SegmentId } from '../../../../domain/ids.ts'
import { spanOf } from '../../../../domain/span.ts'
import type { ScreeningForm } from '../../../../domain/screening.ts'
import { refresh, save, useSession } from '../../../session.ts'
import { dropScreening, keepScreening, keptScreening, type KeptScreening } from './kept-screenings.ts'

/** Whose screening of which segment. */
export interface ScreeningTarget {
  readonly segmentId: SegmentId
  readonly coderId: CoderId
  readonly roundId: RoundId
}

/** A form as it was last filled in here. `savedAt` is the session's unknown revision at its last save. */
export interface Draft {
  readonly form: ScreeningForm
  readonly state: 'edited' | 'saving' | 'saved' | 'failed'
  readonly savedAt: number
}

/**
 * Forms live here and not in what is on the screen, so that words just typed are saved although one has gone on to another
 * segment, tab or screen; what could not be saved stays until it is, also
 * when the page is left (kept-screenings.ts).
 */
export const useDrafts = create<Readonly<Record<string, Draft>>>()(() => ({}))

export function draftKey({ segmentId, coderId, roundId }: ScreeningTarget): string {
  return `${segmentId} ${coderId} ${roundId}`
}

/** Milliseconds without a key press after which words are saved. */
const PAUSE = 600

const timers = new Map<string, { readonly timer: number; readonly target: ScreeningTarget }>()

/** Takes over what the person filled in: words are saved after a pause, everything else at once. */
export function fillIn(target: ScreeningTarget, form: ScreeningForm, when: 'now' | 'soon'): void {
  const key = draftKey(target)
  const savedAt = useDrafts.getState()[key]?.savedAt ?? -1
  useDrafts.setState({ [key]: { form, state: 'edited', savedAt } })
  keepScreening(key, inputOf(target, form))
  stopWaiting(key)
  if (when === 'now') void saveDraft(target)
  else timers.set(key, { timer: window.setTimeout(() => void saveDraft(target), PAUSE), target })
}

/** Saves at once what waits for a pause. */
export function saveWaiting(): void {
  for (const { target } of timers.values()) void saveDraft(target)
}

window.addEventListener('pagehide', saveWaiting)

/** Saves a form that has changed. While an earlier state of it is being saved, it is saved once more after that. */
export async function saveDraft(target: ScreeningTarget): Promise<void> {
  const key = draftKey(target)
  stopWaiting(key)
  const draft = useDrafts.getState()[key]
  if (draft === undefined || draft.state === 'saving' || draft.state === 'saved') return
  useDrafts.setState({ [key]: { ...draft, state: 'saving' } })
  const { form } = draft
  const saved = await save('screenings.save', inputOf(target, form))
  const now = useDrafts.getState()[key]
  if (now === undefined) return
  if (now.form !== form) {
    useDrafts.setState({ [key]: { ...now, state: 'edited' } })
    if (!timers.has(key)) await saveDraft(target)
  } else {
    const savedAt = saved === null ? now.savedAt : useSession.getState().unknownRevision
    useDrafts.setState({ [key]: { form, state: saved === null ? 'failed' : 'saved', savedAt } })
    if (saved === null) return
    dropScreening(key)
    void refresh()
  }
}

/** Takes up what was filled in before the page was left and could not be saved then, and saves it now. */
export function takeUpDraft(target: ScreeningTarget): void {
  const key = draftKey(target)
  const kept = useDrafts.getState()[key] === undefined ? keptScreening(key) : null
  if (kept === null) return
  const { criteria, quote, quoteSpan, description, information, instances } = kept
  const span = quoteSpan === null ? null : spanOf(quoteSpan.start, quoteSpan.end)
  const form: ScreeningForm = { criteria, quote, quoteSpan: span, description, information, instances }
  useDrafts.setState({ [key]: { form, state: 'edited', savedAt: -1 } })
  void saveDraft(target)
}

function inputOf(target: ScreeningTarget, form: ScreeningForm): KeptScreening {
  const { start, end } = form.quoteSpan ?? {}
  const quoteSpan = start === undefined || end === undefined ? null : { start, end }
  return { ...target, ...form, quoteSpan, instances: [...form.instances] }
}

function stopWaiting(key: string): void {
  window.clearTimeout(timers.get(key)?.timer)
  timers.delete(key)
}
