import type { Figure, TwoByTwo } from './figures.ts'

/**
 * Cohen's kappa of two coders who put every unit into one of k categories: κ = (Po − Pe) / (1 − Pe), with Pe from both
 * coders' margins over all categories. `confusion[i][j]` counts the units that the first put into category i and the
 * second into j; the table is square, of whole numbers. Undefined when there is no unit, or when both put every unit
 * into one and the same category (Pe = 1).
 *
 * The form of its source; `cohenKappaOfTable`, which the program asks, is tested against it.
 *
 * Source: J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20(1), 1960.
 */
export function cohenKappa(confusion: readonly (readonly number[])[]): Figure {
  const first = confusion.map((row) => row.reduce((sum, count) => sum + count, 0))
  const second = confusion.map((_, column) => confusion.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  const units = first.reduce((sum, count) => sum + count, 0)
  if (units === 0) return { value: null, reason: 'no-units' }
  let agreed = 0
  // Twice the expected disagreement, summed from both sides so that swapping the coders changes not even the last bit.
  let expected = 0
  for (let category = 0; category < confusion.length; category++) {
    const ofFirst = first[category] ?? 0
    const ofSecond = second[category] ?? 0
    agreed += confusion[category]?.[category] ?? 0
    expected += ofFirst * (units - ofSecond) + ofSecond * (units - ofFirst)
  }
  if (expected === 0) return { value: null, reason: 'expected-agreement-is-one' }
  // (Po − Pe)/(1 − Pe) = 1 − (1 − Po)/(1 − Pe): the same number, without the difference of two numbers near one.
  return { value: 1 - (2 * (units - agreed) * units) / expected }
}

/** Cohen's kappa on present/absent: the 2×2 case, written out because a bootstrap asks for it a hundred thousand times. */
export function cohenKappaOfTable({ both, onlyFirst, onlySecond, neither }: TwoByTwo): Figure {
  const units = both + onlyFirst + onlySecond + neither
  if (units === 0) return { value: null, reason: 'no-units' }
  const first = both + onlyFirst
  const second = both + onlySecond
  const expected = first * (units - second) + second * (units - first)
  if (expected === 0) return { value: null, reason: 'expected-agreement-is-one' }
  return { value: 1 - ((onlyFirst + onlySecond) * units) / expected }
}
