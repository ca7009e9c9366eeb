import { cohenKappaOfTable } from './cohen-kappa.ts'
import type { Figure, TwoByTwo } from './figures.ts'
import type { Patterns } from './patterns.ts'

/** The 2×2 table of coded/uncoded: a unit is coded by a coder when their set of codes is not empty. */
export function codedTable(patterns: Patterns): TwoByTwo {
  let both = 0
  let onlyFirst = 0
  let onlySecond = 0
  let neither = 0
  for (const [at, weight] of patterns.weights.entries()) {
    const first = (patterns.sets[patterns.first[at] ?? 0]?.length ?? 0) > 0
    const second = (patterns.sets[patterns.second[at] ?? 0]?.length ?? 0) > 0
    if (first && second) both += weight
    else if (first) onlyFirst += weight
    else if (second) onlySecond += weight
    else neither += weight
  }
  return { both, onlyFirst, onlySecond, neither }
}

/** Coded agreement: the share of units, 0 to 1, that both coded or that both did not. Undefined when there is no unit. */
export function codedAgreement(patterns: Patterns): Figure {
  const { both, onlyFirst, onlySecond, neither } = codedTable(patterns)
  const units = both + onlyFirst + onlySecond + neither
  return units === 0 ? { value: null, reason: 'no-units' } : { value: (both + neither) / units }
}

/** Cohen's kappa on coded/uncoded. */
export function kappaCoded(patterns: Patterns): Figure {
  return cohenKappaOfTable(codedTable(patterns))
}
