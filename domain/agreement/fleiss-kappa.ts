import type { Figure } from './figures.ts'

/**
 * Fleiss' kappa of three or more coders, who need not be the same for every unit: (P̄ − P̄e) / (1 − P̄e).
 * `ratings[i][j]` counts the coders who put unit i into category j. Every unit must have the same number of ratings, two
 * or more; otherwise the figure is undefined, and Krippendorff's alpha is the one to ask. Undefined too when there is no
 * unit, or when every rating is of one category.
 *
 * The form of its source; `fleissOf`, which the program asks, is tested against it.
 *
 * Source: J. L. Fleiss, Measuring Nominal Scale Agreement among Many Raters, Psychological Bulletin 76(5), 1971.
 */
export function fleissKappa(ratings: readonly (readonly number[])[]): Figure {
  const [head] = ratings
  if (head === undefined) return { value: null, reason: 'no-units' }
  const coders = sumOf(head)
  if (coders < 2 || ratings.some((row) => sumOf(row) !== coders)) return { value: null, reason: 'unequal-ratings' }
  const all = ratings.length * coders
  const uses: number[] = []
  let agreeing = 0
  for (const row of ratings) {
    for (const [category, count] of row.entries()) {
      agreeing += count * (count - 1)
      uses[category] = (uses[category] ?? 0) + count
    }
  }
  if (uses.some((use) => use === all)) return { value: null, reason: 'expected-agreement-is-one' }
  const observed = agreeing / (all * (coders - 1))
  const expected = uses.reduce((sum, use) => sum + (use / all) ** 2, 0)
  return { value: (observed - expected) / (1 - expected) }
}

function sumOf(row: readonly number[]): number {
  return row.reduce((sum, count) => sum + count, 0)
}
