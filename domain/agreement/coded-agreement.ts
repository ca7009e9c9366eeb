import type { Figure, TwoByTwo } from './figures.ts'
import type { Patterns } from './patterns.ts'

/**
 * The 2×2 table of coded/uncoded of two coders: a unit is coded by a coder when their set of codes is not empty. `weights`
 * may be other than the patterns' own.
 */
export function codedTable({ sets, starts, values }: Patterns, weights: Float64Array): TwoByTwo {
  let both = 0
  let onlyFirst = 0
  let onlySecond = 0
  let neither = 0
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] ?? 0
    const start = starts[at] ?? 0
    const first = (sets[values[start] ?? 0]?.length ?? 0) > 0
    const second = (sets[values[start + 1] ?? 0]?.length ?? 0) > 0
    if (first && second) both += weight
    else if (first) onlyFirst += weight
    else if (second) onlySecond += weight
    else neither += weight
  }
  return { both, onlyFirst, onlySecond, neither }
}

/** Coded agreement: the share of units, 0 to 1, that both coded or that both did not. Undefined when there is no unit. */
export function codedAgreement({ both, onlyFirst, onlySecond, neither }: TwoByTwo): Figure {
  const units = both + onlyFirst + onlySecond + neither
  return units === 0 ? { value: null, reason: 'no-units' } : { value: (both + neither) / units }
}
