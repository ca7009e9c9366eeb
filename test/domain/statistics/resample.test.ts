import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomOf } from '../../../domain/statistics/random.ts'
import { Resampler } from '../../../domain/statistics/resample.ts'

const counts = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 })
  .map((each) => Float64Array.from(each))

describe('a bootstrap resample of counted things', () => {
  it('holds as many things as there are, and none of a kind that there is none of', () => {
    fc.assert(
      fc.property(counts, fc.integer(), (sample, seed) => {
        const drawn = new Float64Array(sample.length)
        new Resampler(sample).draw(randomOf(seed), drawn)
        const sum = (list: Float64Array) => list.reduce((total, count) => total + count, 0)
        expect(sum(drawn)).toBe(sum(sample))
        for (const [kind, count] of sample.entries()) if (count === 0) expect(drawn[kind]).toBe(0)
      }),
    )
  })

  // A kind that is one in four of 40 things is drawn 10 times on average, with a variance of 40 · 1/4 · 3/4 = 7.5. Forty
  // things of five kinds are drawn one by one, of two kinds by how many of each.
  it.each([
    ['one by one', Float64Array.of(10, 10, 10, 5, 5)],
    ['in numbers', Float64Array.of(10, 30)],
  ])('has the mean and the variance of drawing with replacement, %s', (_, sample) => {
    const resampler = new Resampler(sample)
    const random = randomOf(3)
    const drawn = new Float64Array(sample.length)
    const draws = Array.from({ length: 20_000 }, () => {
      resampler.draw(random, drawn)
      return drawn[0] ?? 0
    })
    const mean = draws.reduce((sum, count) => sum + count, 0) / draws.length
    const variance = draws.reduce((sum, count) => sum + (count - mean) ** 2, 0) / draws.length
    expect(Math.abs(mean - 10)).toBeLessThan(0.1)
    expect(Math.abs(variance - 7.5)).toBeLessThan(0.3)
  })
})
