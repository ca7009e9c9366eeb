import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bootstrap, bootstrapIntervals } from '../../../domain/agreement/bootstrap.ts'
import { compareCoders } from '../../../domain/agreement/comparison.ts'
import { PAIR_FIGURES, type UnitPair } from '../../../domain/agreement/figures.ts'
import { middleOf } from '../../../domain/statistics/quantile.ts'
import { randomOf, type Random } from '../../../domain/statistics/random.ts'
import { arbitraryPairs, pairsOf, spreadOut } from './unit-pairs.ts'

const MIXED = pairsOf('14x A | A', '9x A | B', '6x B | A B', '11x B C | C', '5x C |', '40x |', '4x | B')

/** Draws units one by one and computes every figure anew. */
function naiveIntervals(pairs: readonly UnitPair[], resamples: number, random: Random) {
  const units = spreadOut(pairs)
  const samples = Array.from({ length: resamples }, () =>
    compareCoders(units.flatMap(() => units[Math.floor(random() * units.length)] ?? [])),
  )
  return new Map(
    PAIR_FIGURES.map((name) => [
      name,
      middleOf(samples.map((one) => one[name].value).filter((value) => value !== null)),
    ]),
  )
}

describe('bootstrap intervals of agreement', () => {
  it('are the same for the same seed, and others for another', () => {
    const intervals = bootstrapIntervals(MIXED, { resamples: 200, random: randomOf(1) })
    expect(bootstrapIntervals(MIXED, { resamples: 200, random: randomOf(1) })).toEqual(intervals)
    expect(bootstrapIntervals(MIXED, { resamples: 200, random: randomOf(2) })).not.toEqual(intervals)
  })

  it('are those of drawing units one by one, but for chance', () => {
    const intervals = bootstrapIntervals(MIXED, { resamples: 4000, random: randomOf(5) })
    const expected = naiveIntervals(MIXED, 4000, randomOf(6))
    for (const name of PAIR_FIGURES) {
      const [low, high] = expected.get(name) ?? []
      expect(Math.abs((intervals[name]?.[0] ?? Infinity) - (low ?? 0))).toBeLessThan(0.02)
      expect(Math.abs((intervals[name]?.[1] ?? Infinity) - (high ?? 0))).toBeLessThan(0.02)
    }
  })

  it('do not need units one by one: merged patterns give an interval for each figure, around it', () => {
    const intervals = bootstrapIntervals(MIXED, { resamples: 1000, random: randomOf(1) })
    const comparison = compareCoders(MIXED)
    for (const name of PAIR_FIGURES) {
      const value = comparison[name].value ?? NaN
      expect(intervals[name]?.[0]).toBeLessThan(value)
      expect(intervals[name]?.[1]).toBeGreaterThan(value)
    }
  })

  it('are absent for a figure that is undefined', () => {
    const intervals = bootstrapIntervals(pairsOf('5x |'), { resamples: 100, random: randomOf(1) })
    expect(intervals).toEqual({ codedAgreement: [1, 1] })
  })

  // One unit of twenty is coded: it is missing from (19/20)^20 = 36 % of the resamples, where the kappas are undefined.
  it('are absent for a figure that fewer than 95 % of the resamples define', () => {
    const intervals = bootstrapIntervals(pairsOf('A | B', '19x |'), { resamples: 300, random: randomOf(1) })
    expect(Object.keys(intervals)).toEqual(['codedAgreement'])
  })

  it('are absent without units, and without resamples', () => {
    expect(bootstrapIntervals([], { resamples: 50, random: randomOf(1) })).toEqual({})
    expect(bootstrapIntervals(MIXED, { resamples: 0, random: randomOf(1) })).toEqual({})
  })

  it('come in steps, so that a service can yield between them', () => {
    const steps: number[] = []
    const counts = Float64Array.of(3, 1)
    const resampling = bootstrap(counts, ([first = 0]) => [first, null], { resamples: 4, random: randomOf(1) })
    let step = resampling.next()
    for (; !step.done; step = resampling.next()) steps.push(step.value)
    expect(steps).toEqual([1, 2, 3, 4])
    expect(step.value).toEqual([expect.any(Array), null])
  })

  it('report how many resamples are done', () => {
    const heard: number[] = []
    bootstrapIntervals(MIXED, { resamples: 3, random: randomOf(1), onProgress: (done) => heard.push(done) })
    expect(heard).toEqual([1, 2, 3])
  })

  it('have their low end below their high end, for any units', () => {
    fc.assert(
      fc.property(arbitraryPairs, fc.integer(), (pairs, seed) => {
        const intervals = bootstrapIntervals(pairs, { resamples: 20, random: randomOf(seed) })
        for (const [low, high] of Object.values(intervals)) expect(low).toBeLessThanOrEqual(high)
      }),
      { numRuns: 40 },
    )
  })
})
