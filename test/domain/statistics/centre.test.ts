import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanOf } from '../../../domain/statistics/mean.ts'
import { medianOf } from '../../../domain/statistics/median.ts'
import { modesOf } from '../../../domain/statistics/mode.ts'
import { middleOf, quantileOf } from '../../../domain/statistics/quantile.ts'
import { standardDeviationOf } from '../../../domain/statistics/standard-deviation.ts'

describe('the statistics of one sample', () => {
  // By hand: deviations of 2, 4, 4, 4, 5, 5, 7, 9 from 5 square to 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32.
  it('are those worked by hand', () => {
    const sample = [9, 4, 2, 4, 5, 7, 5, 4]
    expect(meanOf(sample)).toBe(5)
    expect(medianOf(sample)).toBe(4.5)
    expect(modesOf(sample)).toEqual([4])
    expect(standardDeviationOf(sample)).toBeCloseTo(Math.sqrt(32 / 7), 12)
  })

  it('are null, or no mode, where the sample is too small', () => {
    expect([meanOf([]), medianOf([]), standardDeviationOf([]), standardDeviationOf([3]), middleOf([])]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
    expect(modesOf([])).toEqual([])
  })

  it('name every mode when several tie', () => {
    expect(modesOf([3, 1, 3, 2, 1])).toEqual([1, 3])
  })

  it('take the middle one of an odd sample as its median', () => {
    expect(medianOf([10, 2, 9])).toBe(9)
  })

  // By hand, definition 7: position (5 − 1) · 0.1 = 0.4 between 10 and 20.
  it('interpolate quantiles between order statistics', () => {
    expect(quantileOf([10, 20, 30, 40, 50], 0.1)).toBeCloseTo(14, 12)
    expect(quantileOf([10, 20, 30, 40, 50], 1)).toBe(50)
    expect(middleOf([41, ...Array.from({ length: 40 }, (_, index) => index + 1)])).toEqual([2, 40])
  })

  it('do not change the sample', () => {
    const sample = Object.freeze([3, 1, 2])
    expect([medianOf(sample), middleOf(sample)?.[0], modesOf(sample)]).toBeDefined()
    expect(sample).toEqual([3, 1, 2])
  })

  it('have the median at the half quantile, within the range', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (sample) => {
        const sorted = sample.toSorted((a, b) => a - b)
        expect(medianOf(sample)).toBeCloseTo(quantileOf(sorted, 0.5) ?? NaN, 9)
        expect(meanOf(sample)).toBeGreaterThanOrEqual(sorted[0] ?? NaN)
      }),
    )
  })
})
