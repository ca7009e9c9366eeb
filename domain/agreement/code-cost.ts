import type { TwoByTwo } from './figures.ts'

/** What a code costs the agreement of the coders compared. */
export interface CodeCost {
  readonly code: string
  /** Units × code cells in which one coder has the code and the other has not. */
  readonly disagreeing: number
  /** Of these, the cells of the first coder alone, and of the second. */
  readonly onlyFirst: number
  readonly onlySecond: number
  /** Cells in which at least one of them has it. */
  readonly used: number
  /** Share of all disagreeing cells, 0 to 1, that are this code's: over all codes they sum to 1. */
  readonly share: number
}

/**
 * Which codes cost most agreement: each code's share of all unit × code cells in which the two coders differ. These are
 * the cells that keep pooled kappa from 1 and every unit's sets apart, so a code with a third of them is a third of what
 * a better definition could win. Codes without a disagreement are left out; the costliest come first, and of equals the
 * one that was less often agreed on.
 *
 * Tables of one code from several comparisons are added up.
 */
export function costPerCode(tables: readonly (TwoByTwo & { readonly code: string })[]): readonly CodeCost[] {
  const codes = [...Map.groupBy(tables, ({ code }) => code)].map(([code, own]) => {
    const onlyFirst = sumOf(own, ({ onlyFirst: cells }) => cells)
    const onlySecond = sumOf(own, ({ onlySecond: cells }) => cells)
    const both = sumOf(own, ({ both: cells }) => cells)
    return { code, onlyFirst, onlySecond, disagreeing: onlyFirst + onlySecond, used: both + onlyFirst + onlySecond }
  })
  const all = sumOf(codes, ({ disagreeing }) => disagreeing)
  return codes
    .filter(({ disagreeing }) => disagreeing > 0)
    .map((code) => ({ ...code, share: code.disagreeing / all }))
    .sort((a, b) => b.disagreeing - a.disagreeing || a.used - b.used || (a.code < b.code ? -1 : 1))
}

/** How many of the costliest codes hold at least this share of all disagreement; 0 where there is none. */
export function codesHolding(costs: readonly CodeCost[], share: number): number {
  let held = 0
  for (const [index, cost] of costs.entries()) {
    held += cost.share
    if (held >= share - 1e-9) return index + 1
  }
  return costs.length
}

function sumOf<Item>(items: readonly Item[], amount: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + amount(item), 0)
}
