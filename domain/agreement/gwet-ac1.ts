import type { Figure, TwoByTwo } from './figures.ts'

/**
 * Gwet's AC1 of two coders and k categories: (Pa − Pe) / (1 − Pe) with Pe = Σ π(1 − π) / (k − 1), π being the mean of
 * both coders' shares of a category. Unlike kappa it does not collapse when one answer dominates. `confusion[i][j]`
 * counts the units that the first put into category i and the second into j. Undefined when there is no unit, or when
 * only one category exists.
 *
 * The form of its source; `gwetAc1OfTable`, which the program asks, is tested against it.
 *
 * Source: K. L. Gwet, Computing inter-rater reliability and its variance in the presence of high agreement, British
 * Journal of Mathematical and Statistical Psychology 61(1), 2008.
 */
export function gwetAc1(confusion: readonly (readonly number[])[]): Figure {
  const categories = confusion.length
  let units = 0
  let agreed = 0
  const uses = confusion.map(() => 0)
  for (const [row, counts] of confusion.entries()) {
    for (const [column, count] of counts.entries()) {
      units += count
      if (row === column) agreed += count
      uses[row] = (uses[row] ?? 0) + count
      uses[column] = (uses[column] ?? 0) + count
    }
  }
  if (units === 0) return { value: null, reason: 'no-units' }
  if (categories < 2) return { value: null, reason: 'expected-agreement-is-one' }
  let expected = 0
  for (const use of uses) {
    const share = use / (2 * units)
    expected += (share * (1 - share)) / (categories - 1)
  }
  return { value: (agreed / units - expected) / (1 - expected) }
}

/** Gwet's AC1 on present/absent: the 2×2 case, written out because a bootstrap asks for it a hundred thousand times. */
export function gwetAc1OfTable({ both, onlyFirst, onlySecond, neither }: TwoByTwo): Figure {
  const units = both + onlyFirst + onlySecond + neither
  if (units === 0) return { value: null, reason: 'no-units' }
  const differing = onlyFirst + onlySecond
  const present = (2 * both + differing) / (2 * units)
  const expected = 2 * present * (1 - present)
  return { value: ((both + neither) / units - expected) / (1 - expected) }
}
