import type { CodeId, CoderId, CodingId, RoundId, TranscriptId } from './ids.ts'
import { overlaps, type Span } from './span.ts'

/** A code put on a span of a transcript by one coder in one round. */
export interface Coding extends Span {
  readonly id: CodingId
  readonly transcriptId: TranscriptId
  readonly codeId: CodeId
  readonly coderId: CoderId
  readonly roundId: RoundId
}

export interface Coder {
  readonly id: CoderId
  readonly name: string
  readonly kind: 'coder' | 'moderator'
}

/**
 * One pass of coding. While it is `blind` nobody sees another coder's codings of it; the moderator opens it, and from
 * then on everyone sees everything.
 */
export interface Round {
  readonly id: RoundId
  readonly name: string
  readonly number: number
  readonly kind: 'independent' | 'moderated'
  readonly state: 'blind' | 'open'
}

/**
 * Whether codings may be added to a round or removed from it. An independent round that was opened is finished: its
 * codings are what agreement was measured on, and whoever coded in it now would no longer be blind.
 */
export function mayCode(round: Round): boolean {
  return round.kind === 'moderated' || round.state === 'blind'
}

/** Whose codings a coder may see in a round: everyone's once it is open, else only their own. */
export function maySee(viewer: Coder, owner: CoderId, round: Round): boolean {
  return viewer.id === owner || round.state === 'open'
}

/**
 * For each span (in order, not overlapping: turns, sentences, characters), the items that overlap it.
 * Items may be in any order. Cost: sorting the items, then one pass.
 */
export function itemsByUnit<Item extends Span>(units: readonly Span[], items: readonly Item[]): readonly Item[][] {
  const result: Item[][] = units.map(() => [])
  for (const item of items) {
    for (let at = firstUnitEndingAfter(units, item.start); at < units.length; at++) {
      const unit = units[at]
      if (unit === undefined || unit.start >= item.end) break
      if (overlaps(unit, item)) result[at]?.push(item)
    }
  }
  return result
}

/** How many of the units (in order, not overlapping) at least one of the spans overlaps. Spans may be in any order. */
export function countOverlapped(units: readonly Span[], spans: readonly Span[]): number {
  const overlapped = new Set<number>()
  for (const span of spans) {
    for (let at = firstUnitEndingAfter(units, span.start); at < units.length; at++) {
      const unit = units[at]
      if (unit === undefined || unit.start >= span.end) break
      if (overlaps(unit, span)) overlapped.add(at)
    }
  }
  return overlapped.size
}

/** How many of the spans touch none of the units (in order, not overlapping). */
export function countOutside(units: readonly Span[], spans: readonly Span[]): number {
  return spans.reduce((outside, span) => {
    const unit = units[firstUnitEndingAfter(units, span.start)]
    return unit !== undefined && overlaps(unit, span) ? outside : outside + 1
  }, 0)
}

function firstUnitEndingAfter(units: readonly Span[], offset: number): number {
  let low = 0
  let high = units.length
  while (low < high) {
    const middle = (low + high) >> 1
    const unit = units[middle]
    if (unit !== undefined && unit.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
