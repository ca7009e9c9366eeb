import { cohenKappaOfTable } from './cohen-kappa.ts'
import type { Figure } from './figures.ts'
import type { CodeTable } from './per-code.ts'

/**
 * Pooled kappa: one Cohen's kappa over all unit × code cells stacked into a single 2×2 table, over the codes that at
 * least one coder used. It is not the mean of the per-code kappas. Undefined when there is no unit or no code, or when
 * both coders gave every unit every code.
 */
export function kappaPooled(units: number, tables: readonly CodeTable[]): Figure {
  if (units === 0) return { value: null, reason: 'no-units' }
  if (tables.length === 0) return { value: null, reason: 'no-codes' }
  let both = 0
  let onlyFirst = 0
  let onlySecond = 0
  let neither = 0
  for (const { table } of tables) {
    both += table.both
    onlyFirst += table.onlyFirst
    onlySecond += table.onlySecond
    neither += table.neither
  }
  return cohenKappaOfTable({ both, onlyFirst, onlySecond, neither })
}
