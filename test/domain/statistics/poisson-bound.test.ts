import { describe, expect, it } from 'vitest'
import { poissonLowerBound } from '../../../domain/statistics/poisson-bound.ts'

describe('the lower bound of a Poisson mean', () => {
  // Garwood, Fiducial limits for the Poisson distribution, Biometrika 28, 1936, table: 0.05 below, that is 95 % one-sided.
  it.each([
    [1, 0.0513],
    [2, 0.355],
    [3, 0.818],
    [4, 1.37],
    [5, 1.97],
    [10, 5.43],
    [30, 21.6],
  ])('of %i observed at 95 %% is %d', (count, bound) => {
    expect(poissonLowerBound(count, 0.95)).toBeCloseTo(bound, bound < 1 ? 3 : bound < 10 ? 2 : 1)
  })

  it('of nothing observed is 0', () => {
    expect(poissonLowerBound(0, 0.95)).toBe(0)
  })
})
