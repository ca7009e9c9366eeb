import { codesTo, type Codebook } from '../codebook/codebook.ts'
import type { CodeId, CoderId, CodingId } from '../ids.ts'
import { compareSpans, type Span } from '../span.ts'
import { pairReadings } from './pairing.ts'
import { characterCost, turnCost } from './cost.ts'

/**
 * How readings of the same words may differ. `one-sided`: some coded and the others not. `boundary`: the same code on
 * other words. `sibling`: another code of the same branch of the codebook. `branch`: a code of another branch; a code
 * that stands alone at the top is a branch of its own. `screening`, `instance` and `text` are of segments.
 */
export const DISAGREEMENT_KINDS = [
  'one-sided',
  'boundary',
  'sibling',
  'branch',
  'screening',
  'instance',
  'text',
] as const
/** The same, and what all coders agree on. */
export const ITEM_KINDS = [...DISAGREEMENT_KINDS, 'identical'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** `settled`: identical, so that nobody has to decide. It may be decided otherwise, and is then `decided`. */
export const ITEM_STATES = ['open', 'decided', 'settled'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** What an item is about. Items of segments share the segment and differ in this. */
export type ItemSubject = 'coding' | 'screening' | 'instance' | 'text'

/**
 * An item's name: its subject and the id of the segment or of the first of its codings, in order of their ids. Codings
 * keep their ids through corrections, renames and undo, and each is in one item alone, so that the name tells one item.
 */
export type ItemId = `${ItemSubject}:${string}`

/** One coder's code on one span. More than one coding where harmonising made several codes one. */
export interface Reading extends Span {
  readonly coderId: CoderId
  /** As harmonised. */
  readonly codeId: CodeId
  /** In order of their ids; at least one. */
  readonly codings: readonly CodingId[]
}

/** What a coder's coding says, as pairing needs it. */
export interface CodedSpan extends Span {
  readonly id: CodingId
  readonly coderId: CoderId
  readonly codeId: CodeId
}

/** Codings that a person has spoken about together: they stay together, whatever is corrected or merged since. */
export interface Pin {
  readonly item: ItemId
  readonly codings: readonly CodingId[]
}

/** Codes that count as another one: each with the code that stands for it. */
export type Harmonised = ReadonlyMap<CodeId, CodeId>

/** Readings by different coders that are about the same, at most one a coder. */
export interface CodingItem extends Span {
  readonly id: ItemId
  readonly kind: Exclude<ItemKind, 'screening' | 'instance' | 'text'>
  /** In the order of the coders who were given. */
  readonly readings: readonly Reading[]
  /** Cells of turn × code in which two coders differ because of it, over all pairs of coders. */
  readonly cost: number
  /** Characters likewise. */
  readonly characters: number
}

export interface CodedTranscriptReadings {
  /** The coders who went through the transcript, in the order in which they are to stand. */
  readonly coders: readonly CoderId[]
  /** Their codings, in any order. Those of other coders are not looked at. */
  readonly codings: readonly CodedSpan[]
  readonly turns: readonly Span[]
  readonly codebook: Codebook
  readonly harmonised?: Harmonised
  readonly pins?: readonly Pin[]
  /** Names that were given already: the item that holds this coding keeps its name, whoever joins it. */
  readonly names?: ReadonlyMap<CodingId, ItemId>
}

/**
 * What several coders say of one transcript's words, item by item, in order of place. Every coding is in exactly one item:
 * see `pairReadings` for which goes with which.
 */
export function compareCodings(transcript: CodedTranscriptReadings): readonly CodingItem[] {
  const { coders, turns, codebook } = transcript
  const order = new Map(coders.map((coder, index) => [coder, index]))
  const branch = branchesOf(codebook)
  return pairReadings(transcript)
    .map(({ item, readings: paired }): CodingItem => {
      const readings = paired.toSorted((a, b) => (order.get(a.coderId) ?? 0) - (order.get(b.coderId) ?? 0))
      const absent = coders.length - readings.length
      return {
        id: item,
        kind: kindOf(readings, absent, branch),
        readings,
        ...hullOf(readings),
        cost: turnCost(readings, absent, turns),
        characters: characterCost(readings, absent),
      }
    })
    .sort((a, b) => compareSpans(a, b) || (a.id < b.id ? -1 : 1))
}

function kindOf(readings: readonly Reading[], absent: number, branch: (code: CodeId) => CodeId): CodingItem['kind'] {
  const [first] = readings
  if (first === undefined) return 'identical'
  if (readings.some(({ codeId }) => codeId !== first.codeId)) {
    return readings.every(({ codeId }) => branch(codeId) === branch(first.codeId)) ? 'sibling' : 'branch'
  }
  if (absent > 0) return 'one-sided'
  return readings.every(({ start, end }) => start === first.start && end === first.end) ? 'identical' : 'boundary'
}

/** The topmost code that holds a code, each looked up once. */
function branchesOf(codebook: Codebook): (code: CodeId) => CodeId {
  const known = new Map<CodeId, CodeId>()
  return (code) => {
    const found = known.get(code) ?? codesTo(codebook, code)[0]?.id ?? code
    known.set(code, found)
    return found
  }
}

/** From where the first of them starts to where the last one ends. */
function hullOf(spans: readonly Span[]): Span {
  const [first, ...others] = spans
  if (first === undefined) throw new RangeError('an item has at least one reading')
  let { start, end } = first
  for (const span of others) {
    if (span.start < start) start = span.start
    if (span.end > end) end = span.end
  }
  return { start, end }
}
