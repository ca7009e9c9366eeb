import { itemsByUnit } from '../coding.ts'
import { spanOf, type Span } from '../span.ts'
import type { CodedSpan } from './units.ts'

/** The cells of a code's 2×2 table that hold words; `neither` holds all the rest. */
export const TABLE_CELLS = ['both', 'onlyFirst', 'onlySecond'] as const
export type TableCell = (typeof TABLE_CELLS)[number]

/** What coders did with a code in a unit: of a group, `both` is all of them, and `divided` some but not all. */
export const CELLS = [...TABLE_CELLS, 'divided'] as const
export type Cell = (typeof CELLS)[number]

/** A unit that at least one of the coders compared gave a code. */
export interface ComparedUnit {
  /** The words of whoever used the code, within the unit. */
  readonly span: Span
  readonly cell: Cell
  /** Every code that each of the coders gave the unit, sorted; in the coders' order. */
  readonly readings: readonly (readonly string[])[]
}

/**
 * The units (in order, never overlapping) in these cells of the code, in their order: of two coders as many as its 2×2 table
 * counts, of a group as many as all of them used it on, or were divided on, even where two of it alone went through them.
 */
export function unitsInCells(
  units: readonly Span[],
  { code, cells, isGroup }: { readonly code: string; readonly cells: readonly Cell[]; readonly isGroup: boolean },
  coders: readonly (readonly CodedSpan[])[],
): readonly ComparedUnit[] {
  const byUnit = coders.map((codings) => itemsByUnit(units, codings))
  return units.flatMap((unit, at): ComparedUnit[] => {
    const items = byUnit.map((ofUnit) => ofUnit[at] ?? [])
    const own = items.map((ofCoder) => ofCoder.filter((item) => item.code === code))
    const cell = cellOf(
      own.map(({ length }) => length > 0),
      isGroup,
    )
    if (cell === null || !cells.includes(cell)) return []
    return [{ span: within(unit, own.flat()), cell, readings: items.map(codesOf) }]
  })
}

function cellOf(uses: readonly boolean[], isGroup: boolean): Cell | null {
  if (!uses.includes(true)) return null
  if (!uses.includes(false)) return 'both'
  if (isGroup) return 'divided'
  return uses[0] === true ? 'onlyFirst' : 'onlySecond'
}

/**
 * How often whoever did not use the code gave the unit another one that nobody who used it had given: the likely confusions, the
 * most frequent first.
 */
export function usedInstead(
  units: readonly ComparedUnit[],
  code: string,
): readonly { readonly code: string; readonly units: number }[] {
  const counts = new Map<string, number>()
  for (const { cell, readings } of units) {
    if (cell === 'both') continue
    const users = new Set(readings.filter((codes) => codes.includes(code)).flat())
    const others = new Set(readings.filter((codes) => !codes.includes(code)).flat())
    for (const other of others) if (!users.has(other)) counts.set(other, (counts.get(other) ?? 0) + 1)
  }
  return [...counts]
    .map(([other, times]) => ({ code: other, units: times }))
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
