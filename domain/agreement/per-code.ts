import { cohenKappaOfTable } from './cohen-kappa.ts'
import type { Figure, TwoByTwo } from './figures.ts'
import { unitsIn, type Patterns } from './patterns.ts'

/** Agreement on one code: its 2×2 table of present/absent over all units, and Cohen's kappa on it. */
export interface CodeAgreement {
  readonly code: string
  readonly table: TwoByTwo
  readonly kappa: Figure
}

/**
 * The 2×2 table of each code that at least one coder used, in the order of `patterns.codes`. A code of `patterns` that no
 * unit with a weight shows (in a resample) is left out: there it is not used.
 */
export function codeTables(patterns: Patterns): readonly { readonly code: string; readonly table: TwoByTwo }[] {
  const units = unitsIn(patterns)
  const both = new Float64Array(patterns.codes.length)
  const ofFirst = new Float64Array(patterns.codes.length)
  const ofSecond = new Float64Array(patterns.codes.length)
  for (const [at, weight] of patterns.weights.entries()) {
    if (weight === 0) continue
    const first = patterns.sets[patterns.first[at] ?? 0] ?? NONE
    const second = patterns.sets[patterns.second[at] ?? 0] ?? NONE
    for (const code of first) {
      ofFirst[code] = (ofFirst[code] ?? 0) + weight
      if (second.includes(code)) both[code] = (both[code] ?? 0) + weight
    }
    for (const code of second) ofSecond[code] = (ofSecond[code] ?? 0) + weight
  }
  const tables: { code: string; table: TwoByTwo }[] = []
  for (const [index, code] of patterns.codes.entries()) {
    const shared = both[index] ?? 0
    const onlyFirst = (ofFirst[index] ?? 0) - shared
    const onlySecond = (ofSecond[index] ?? 0) - shared
    const used = shared + onlyFirst + onlySecond
    if (used > 0) tables.push({ code, table: { both: shared, onlyFirst, onlySecond, neither: units - used } })
  }
  return tables
}

const NONE = new Int32Array(0)

/** Agreement on each code that at least one coder used, sorted by code. */
export function agreementPerCode(patterns: Patterns): readonly CodeAgreement[] {
  return codeTables(patterns).map(({ code, table }) => ({ code, table, kappa: cohenKappaOfTable(table) }))
}

/**
 * The mean of the per-code kappas that are defined, over the codes that at least one coder used. It is not the pooled
 * kappa. Undefined when there is no unit, no code, or no code whose kappa is defined.
 */
export function kappaMean(patterns: Patterns): Figure {
  if (unitsIn(patterns) === 0) return { value: null, reason: 'no-units' }
  const tables = codeTables(patterns)
  if (tables.length === 0) return { value: null, reason: 'no-codes' }
  let sum = 0
  let defined = 0
  for (const { table } of tables) {
    const kappa = cohenKappaOfTable(table)
    if (kappa.value === null) continue
    sum += kappa.value
    defined++
  }
  return defined === 0 ? { value: null, reason: 'no-defined-kappa' } : { value: sum / defined }
}
