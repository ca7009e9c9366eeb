import type { CountedCode } from '../../../../app/contract/codes.ts'
import type { ReviewItem } from '../../../../app/contract/review.ts'
import { ITEM_KINDS } from '../../../../domain/adjudication/adjudication.ts'
import { TEXT_FIELDS, type TextField } from '../../../../domain/adjudication/segments.ts'
import type { CodeId, TranscriptId } from '../../../../domain/ids.ts'
import type { Family } from '../decision/draft.ts'

export const STATE_FILTERS = ['open', 'decided', 'notes', 'all', 'settled'] as const
/** `notes`: those with a note, decided or not. `all`: every disagreement. `settled`: what was settled at once. */
export type StateFilter = (typeof STATE_FILTERS)[number]

export const QUEUE_SORTS = ['place', 'cost', 'code', 'kind'] as const
export type QueueSort = (typeof QUEUE_SORTS)[number]

/** What of the queue is shown; null stands for all. */
export interface QueueFilter {
  readonly state: StateFilter
  readonly kind: ReviewItem['kind'] | null
  readonly transcriptId: TranscriptId | null
  /** A code, with those within it. */
  readonly codeId: CodeId | null
}

export const EVERY_DISAGREEMENT: QueueFilter = { state: 'all', kind: null, transcriptId: null, codeId: null }

type Shown = Pick<ReviewItem, 'id' | 'kind' | 'state' | 'transcriptId' | 'readings' | 'cost' | 'characters' | 'notes'>

/** The items that a filter leaves, in their order. */
export function filterQueue<Item extends Shown>(
  items: readonly Item[],
  filter: QueueFilter,
  codes: readonly Pick<CountedCode, 'id' | 'parentId'>[],
): readonly Item[] {
  const wanted = filter.codeId === null ? null : withinCode(codes, filter.codeId)
  return items.filter(
    (item) =>
      hasState(item, filter.state) &&
      (filter.kind === null || item.kind === filter.kind) &&
      (filter.transcriptId === null || item.transcriptId === filter.transcriptId) &&
      (wanted === null || codesOf(item).some((id) => wanted.has(id))),
  )
}

function hasState({ state, notes }: Shown, wanted: StateFilter): boolean {
  switch (wanted) {
    case 'open':
    case 'decided':
    case 'settled':
      return state === wanted
    case 'notes':
      return notes > 0
    case 'all':
      return state !== 'settled'
  }
}

/** The codes that any coder used there. */
export function codesOf({ readings }: Pick<ReviewItem, 'readings'>): readonly CodeId[] {
  return [...new Set(readings.flatMap(({ codes }) => codes))]
}

function withinCode(codes: readonly Pick<CountedCode, 'id' | 'parentId'>[], top: CodeId): ReadonlySet<CodeId> {
  const children = Map.groupBy(codes, ({ parentId }) => parentId)
  const found = new Set<CodeId>()
  const add = (id: CodeId) => {
    if (found.has(id)) return
    found.add(id)
    for (const child of children.get(id) ?? []) add(child.id)
  }
  add(top)
  return found
}

/** What a row of the queue says of one reading. Who did not include a segment had no pair and no text to give. */
export function shownOf(
  family: Family,
  { codes, decision }: Pick<ReviewItem['readings'][number], 'codes' | 'decision'>,
): 'codes' | 'uncoded' | 'unscreened' | 'decision' | 'draft' {
  const ofCodes = codes.length === 0 ? 'uncoded' : 'codes'
  if (family === 'coding') return ofCodes
  if (decision === null) return 'unscreened'
  if (family === 'screening' || decision !== 'included') return 'decision'
  return family === 'text' ? 'draft' : ofCodes
}

/** Whether what differs is a text of a mismatch, else it is a criterion. */
export function isText(one: ReviewItem['differing'][number]): one is TextField {
  return TEXT_FIELDS.some((field) => field === one)
}

type Read = Pick<ReviewItem['readings'][number], 'coderId' | 'codes' | 'decision'>

/** Readings that a row of the queue says the same of, with their places: in the order of the first of each. */
export function alikeIn<Reading extends Read>(
  family: Family,
  readings: readonly Reading[],
): readonly { readonly reading: Reading; readonly places: readonly number[] }[] {
  const alike = new Map<string, { reading: Reading; places: number[] }>()
  for (const [place, reading] of readings.entries()) {
    const shown = shownOf(family, reading)
    const key = [
      shown,
      ...(shown === 'codes' ? reading.codes.toSorted() : shown === 'decision' ? [reading.decision] : []),
    ].join(' ')
    const known = alike.get(key)
    if (known === undefined) alike.set(key, { reading, places: [place] })
    else known.places.push(place)
  }
  return [...alike.values()]
}

/**
 * The queue in an order. The items come by place, and stay so among themselves wherever the order does not tell them
 * apart.
 */
export function sortQueue<Item extends Shown>(
  items: readonly Item[],
  sort: QueueSort,
  labelOf: (id: CodeId) => string,
): readonly Item[] {
  switch (sort) {
    case 'place':
      return items
    case 'cost':
      return items.toSorted((a, b) => b.cost - a.cost || b.characters - a.characters)
    case 'code': {
      const names = new Map(items.map((item) => [item.id, codesOf(item).map(labelOf).sort(compareNames)[0] ?? '']))
      return items.toSorted((a, b) => compareNames(names.get(a.id) ?? '', names.get(b.id) ?? ''))
    }
    case 'kind':
      return items.toSorted((a, b) => ITEM_KINDS.indexOf(a.kind) - ITEM_KINDS.indexOf(b.kind))
  }
}

const { compare: compareNames } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** The next open item after one, going round; null where there is no other. */
export function nextOpen<Item extends Pick<ReviewItem, 'id' | 'state'>>(
  items: readonly Item[],
  after: string | null,
): Item | null {
  const at = items.findIndex(({ id }) => id === after)
  const round = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))]
  return round.find(({ state }) => state === 'open') ?? null
}
