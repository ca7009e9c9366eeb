import type { Figure } from './figures.ts'
import type { Overlap, Overlaps } from './overlaps.ts'
import type { SetDistance } from './set-distance.ts'

/**
 * Krippendorff's alpha, 1 − Do/De, on code sets: of two coders who each gave every unit a set, under any distance that
 * the sizes of the sets and of what they share decide. With N units there are n = 2N values, all pairable; De has
 * n(n − 1) in its denominator. Undefined when there is no unit, or when every value is the same set (De = 0).
 *
 * Sources: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, 2011; with a distance
 * on sets as in R. Passonneau, Measuring Agreement on Set-valued Items (MASI), LREC 2006.
 */
export function setAlpha(overlaps: Overlaps, distance: SetDistance): Figure {
  const { units, distinct, within, among } = overlaps
  if (units === 0) return { value: null, reason: 'no-units' }
  if (distinct < 2) return { value: null, reason: 'expected-disagreement-is-zero' }
  // Do = within / N and De = among / (2N(2N − 1)).
  return { value: 1 - (2 * (2 * units - 1) * sumOf(within, distance)) / sumOf(among, distance) }
}

function sumOf(overlaps: readonly Overlap[], distance: SetDistance): number {
  let sum = 0
  for (const { first, second, shared, pairs } of overlaps) sum += pairs * distance(first, second, shared)
  return sum
}
