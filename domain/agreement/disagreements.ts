import { itemsByUnit } from '../coding.ts'
import { spanOf, type Span } from '../span.ts'
import type { CodedSpan } from './units.ts'

/** A unit in which one of two coders used a code and the other did not. */
export interface DisagreeingUnit {
  /** The words of whoever used the code, within the unit. */
  readonly span: Span
  /** Who used it. */
  readonly by: 'first' | 'second'
  /** Every code that each of them gave the unit, sorted. */
  readonly first: readonly string[]
  readonly second: readonly string[]
}

/**
 * The units (in order, never overlapping) in which the coders disagree on a code, in their order: as many as the code's
 * 2×2 table counts as only the first's and only the second's.
 */
export function disagreeingUnits(
  units: readonly Span[],
  code: string,
  first: readonly CodedSpan[],
  second: readonly CodedSpan[],
): readonly DisagreeingUnit[] {
  const ofFirst = itemsByUnit(units, first)
  const ofSecond = itemsByUnit(units, second)
  return units.flatMap((unit, at): DisagreeingUnit[] => {
    const a = ofFirst[at] ?? []
    const b = ofSecond[at] ?? []
    const byFirst = a.filter((item) => item.code === code)
    const bySecond = b.filter((item) => item.code === code)
    if (byFirst.length > 0 === bySecond.length > 0) return []
    const own = byFirst.length > 0 ? byFirst : bySecond
    return [
      {
        span: within(unit, own),
        by: byFirst.length > 0 ? 'first' : 'second',
        first: codesOf(a),
        second: codesOf(b),
      },
    ]
  })
}

/** How often the coder who did not use the code gave the unit another one that the first had not given: the likely confusions. */
export function usedInstead(units: readonly DisagreeingUnit[]): readonly { readonly code: string; readonly units: number }[] {
  const counts = new Map<string, number>()
  for (const { by, first, second } of units) {
    const [theirs, others] = by === 'first' ? [first, second] : [second, first]
    for (const code of others) if (!theirs.includes(code)) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts]
    .map(([code, times]) => ({ code, units: times }))
    .sort((a, b) => b.units - a.units || (a.code < b.code ? -1 : 1))
}

/** The stretch from the first to the last word of the items that lies within the unit. */
function within(unit: Span, items: readonly Span[]): Span {
  const start = Math.max(unit.start, Math.min(...items.map((item) => item.start)))
  const end = Math.min(unit.end, Math.max(...items.map((item) => item.end)))
  return spanOf(start, end) ?? unit
}

function codesOf(items: readonly CodedSpan[]): readonly string[] {
  return [...new Set(items.map(({ code }) => code))].sort()
}
