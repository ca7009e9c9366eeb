import type { Span } from '../span.ts'
import type { CodeId } from '../ids.ts'

/** A code on a span, whose coder does not matter here. */
interface CodedPlace extends Span {
  readonly codeId: CodeId
}

/**
 * In how many cells of turn × code two coders differ because of these readings, summed over all pairs of coders; `absent`
 * coders have no reading. These are the cells that pooled kappa counts as disagreement (method, section 4): a coding of
 * three turns that only one of two coders made costs 3, another code on one turn costs 2, a boundary within a turn 0.
 */
export function turnCost(readings: readonly CodedPlace[], absent: number, turns: readonly Span[]): number {
  return costOf(
    readings.map((reading) => ({ codeId: reading.codeId, ...rangeOf(turns, reading) })),
    absent,
  )
}

/** The same in characters, UTF-16 units, speaker labels between turns included. */
export function characterCost(readings: readonly CodedPlace[], absent: number): number {
  return costOf(
    readings.map(({ codeId, start, end }) => ({ codeId, from: start, to: end })),
    absent,
  )
}

/** Half-open. */
interface CodedRange {
  readonly codeId: CodeId
  readonly from: number
  readonly to: number
}

function costOf(ranges: readonly CodedRange[], absent: number): number {
  let cost = 0
  for (const [index, a] of ranges.entries()) {
    cost += absent * (a.to - a.from)
    for (let other = index + 1; other < ranges.length; other++) {
      const b = ranges[other]
      if (b === undefined) break
      const shared = a.codeId === b.codeId ? Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from)) : 0
      cost += a.to - a.from + (b.to - b.from) - 2 * shared
    }
  }
  return cost
}

/** The indexes of the turns (in order, not overlapping) that a span overlaps, half-open. */
function rangeOf(turns: readonly Span[], { start, end }: Span): { readonly from: number; readonly to: number } {
  const from = firstWhere(turns, (turn) => turn.end > start)
  return {
    from,
    to: Math.max(
      from,
      firstWhere(turns, (turn) => turn.start >= end),
    ),
  }
}

/** The first index from which on the condition holds. */
function firstWhere(turns: readonly Span[], holds: (turn: Span) => boolean): number {
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    const turn = turns[middle]
    if (turn !== undefined && !holds(turn)) low = middle + 1
    else high = middle
  }
  return low
}
