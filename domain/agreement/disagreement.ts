import type { Figure } from './figures.ts'

/**
 * What the chance-corrected figures of any number of coders are made of. `values`: how many values there are, of units
 * with two or more. `within`: the distances of all ordered pairs of values of one unit, each unit's divided by its number of
 * values less one. `among`: the distances of all ordered pairs of values whatever.
 */
export interface Disagreement {
  readonly values: number
  readonly within: number
  readonly among: number
}

/**
 * Krippendorff's alpha, 1 − Do/De, with n(n − 1) in De. Undefined when no two values can be paired, or when all are the
 * same (De = 0).
 *
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, 2011.
 */
export function alphaOf({ values, within, among }: Disagreement): Figure {
  if (values === 0) return { value: null, reason: 'no-units' }
  if (among === 0) return { value: null, reason: 'expected-disagreement-is-zero' }
  return { value: 1 - ((values - 1) * within) / among }
}

/**
 * Fleiss' kappa, where every unit has `ratings` values; null: they have different numbers, and Krippendorff's alpha is the
 * one to ask. Its chance draws a value with replacement; that is all that parts it from the nominal alpha.
 *
 * Source: J. L. Fleiss, Measuring Nominal Scale Agreement among Many Raters, Psychological Bulletin 76(5), 1971.
 */
export function fleissOf({ values, within, among }: Disagreement, ratings: number | null): Figure {
  if (values === 0) return { value: null, reason: 'no-units' }
  if (ratings === null) return { value: null, reason: 'unequal-ratings' }
  if (among === 0) return { value: null, reason: 'expected-agreement-is-one' }
  return { value: 1 - (values * within) / among }
}
