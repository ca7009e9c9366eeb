import { itemsByUnit } from '../coding.ts'
import { spanOf, type Span } from '../span.ts'
import type { CodedSpan } from './units.ts'

/** The cells of a code's 2×2 table that hold words; `neither` holds all the rest. */
export const CELLS = ['both', 'onlyFirst', 'onlySecond'] as const
export type Cell = (typeof CELLS)[number]

/** A unit that at least one of two coders gave a code. */
export interface ComparedUnit {
  /** The words of whoever used the code, within the unit. */
  readonly span: Span
  readonly cell: Cell
  /** Every code that each of them gave the unit, sorted. */
  readonly first: readonly string[]
  readonly second: readonly string[]
}

/**
 * The units (in order, never overlapping) in these cells of the code's 2×2 table, in their order: as many as the table
 * counts.
 */
export function unitsInCells(
  units: readonly Span[],
  { code, cells }: { readonly code: string; readonly cells: readonly Cell[] },
  first: readonly CodedSpan[],
  second: readonly CodedSpan[],
): readonly ComparedUnit[] {
  const ofFirst = itemsByUnit(units, first)
  const ofSecond = itemsByUnit(units, second)
  return units.flatMap((unit, at): ComparedUnit[] => {
    const a = ofFirst[at] ?? []
    const b = ofSecond[at] ?? []
    const own = [a, b].map((items) => items.filter((item) => item.code === code))
    const cell = cellOf(own[0]?.length ?? 0, own[1]?.length ?? 0)
    if (cell === null || !cells.includes(cell)) return []
    return [{ span: within(unit, own.flat()), cell, first: codesOf(a), second: codesOf(b) }]
  })
}

function cellOf(first: number, second: number): Cell | null {
  if (first > 0) return second > 0 ? 'both' : 'onlyFirst'
  return second > 0 ? 'onlySecond' : null
}

/** How often the coder who did not use the code gave the unit another one that the first had not given: the likely confusions. */
export function usedInstead(
  units: readonly ComparedUnit[],
): readonly { readonly code: string; readonly units: number }[] {
  const counts = new Map<string, number>()
  for (const { cell, first, second } of units) {
    if (cell === 'both') continue
    const [theirs, others] = cell === 'onlyFirst' ? [first, second] : [second, first]
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
