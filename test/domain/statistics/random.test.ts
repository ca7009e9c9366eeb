import { describe, expect, it } from 'vitest'
import { drawBinomial, logFactorial } from '../../../domain/statistics/binomial.ts'
import { drawMultinomial } from '../../../domain/statistics/multinomial.ts'
import { randomOf, xoshiro128 } from '../../../domain/statistics/random.ts'

/** xoshiro128** 1.1 in whole numbers of any size, masked to 32 bits after each step, as its authors define it. */
function naiveXoshiro(seed: readonly number[], draws: number): number[] {
  const mask = 0xffffffffn
  let state = seed.map(BigInt)
  const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask
  return Array.from({ length: draws }, () => {
    let [a = 0n, b = 0n, c = 0n, d = 0n] = state
    const result = (rotate((b * 5n) & mask, 7n) * 9n) & mask
    const shifted = (b << 9n) & mask
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11n)
    state = [a, b, c, d]
    return Number(result)
  })
}

function draws<Value>(count: number, draw: () => Value): Value[] {
  return Array.from({ length: count }, draw)
}

function momentsOf(values: readonly number[]): [mean: number, variance: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length]
}

describe('a seeded stream', () => {
  // From state 1, 2, 3, 4: rotl(2 · 5, 7) · 9 = 11520.
  it('is xoshiro128** as its authors define it', () => {
    expect(xoshiro128([1, 2, 3, 4])()).toBe(11520)
    expect(draws(200, xoshiro128([0xdeadbeef, 7, 0, 0x80000001]))).toEqual(
      naiveXoshiro([0xdeadbeef, 7, 0, 0x80000001], 200),
    )
  })

  it('repeats for the same seed and path, and differs for another seed or path', () => {
    const streams = [
      randomOf(1),
      randomOf(2),
      randomOf(1, 'a'),
      randomOf(1, 'b'),
      randomOf(1, 'a', 'b'),
      randomOf(1, 'ab'),
    ]
    const firsts = streams.map((random) => random())
    expect(new Set(firsts).size).toBe(streams.length)
    expect(randomOf(1, 'a', 'b')()).toBe(firsts[4])
  })

  it('is uniform from 0 up to but without 1', () => {
    const values = draws(100_000, randomOf(3))
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true)
    const [mean, variance] = momentsOf(values)
    expect(mean).toBeCloseTo(1 / 2, 2)
    expect(variance).toBeCloseTo(1 / 12, 2)
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = values.filter((value) => Math.floor(value * 10) === tenth).length / values.length
      expect(Math.abs(share - 0.1)).toBeLessThan(0.005)
    }
  })
})

describe('a binomial draw', () => {
  it('needs ln(n!) and gets it', () => {
    let sum = 0
    for (let n = 1; n <= 200; n++) {
      sum += Math.log(n)
      expect(logFactorial(n)).toBeCloseTo(sum, 9)
    }
  })

  it.each([
    [12, 0.2],
    [400, 0.01],
    [60, 0.3],
    [900, 0.85],
    [50_000, 0.4],
  ])('of %i trials at %f has the distribution of a binomial', (trials, probability) => {
    const random = randomOf(11, String(trials))
    const values = draws(40_000, () => drawBinomial(trials, probability, random))
    const [mean, variance] = momentsOf(values)
    const spread = Math.sqrt(trials * probability * (1 - probability))
    expect(values.every((value) => Number.isInteger(value) && value >= 0 && value <= trials)).toBe(true)
    // Five standard errors of the mean and of the variance.
    expect(Math.abs(mean - trials * probability)).toBeLessThan((5 * spread) / 200)
    expect(Math.abs(variance / spread ** 2 - 1)).toBeLessThan(5 * Math.sqrt(3 / 40_000))
    // The share at or below the mean, against the sum of the exact masses.
    const middle = Math.floor(trials * probability)
    let exact = 0
    for (let k = 0; k <= middle; k++) {
      const ways = logFactorial(trials) - logFactorial(k) - logFactorial(trials - k)
      exact += Math.exp(ways + k * Math.log(probability) + (trials - k) * Math.log(1 - probability))
    }
    expect(Math.abs(values.filter((value) => value <= middle).length / values.length - exact)).toBeLessThan(0.0125)
  })

  it('is certain where the probability is 0 or 1', () => {
    expect(drawBinomial(9, 0, randomOf(1))).toBe(0)
    expect(drawBinomial(9, 1, randomOf(1))).toBe(9)
  })
})

describe('a multinomial draw', () => {
  it('draws as many things as there are, and never a kind that is absent', () => {
    const counts = [3, 0, 200, 1, 0]
    const random = randomOf(4)
    const drawn = new Float64Array(counts.length)
    for (let round = 0; round < 200; round++) {
      drawMultinomial(counts, random, drawn)
      expect(drawn.reduce((sum, count) => sum + count)).toBe(204)
      expect([drawn[1], drawn[4]]).toEqual([0, 0])
    }
  })

  it('draws each kind as often as its share, with the covariance of a multinomial', () => {
    const counts = [5, 15, 80]
    const random = randomOf(9)
    const samples = draws(20_000, () => {
      const drawn = new Float64Array(3)
      drawMultinomial(counts, random, drawn)
      return [...drawn]
    })
    for (const [kind, count] of counts.entries()) {
      const [mean, variance] = momentsOf(samples.map((sample) => sample[kind] ?? 0))
      expect(Math.abs(mean - count)).toBeLessThan(0.2)
      expect(Math.abs(variance / ((count * (100 - count)) / 100) - 1)).toBeLessThan(0.07)
    }
    const covariance = samples.reduce((sum, [a = 0, b = 0]) => sum + (a - 5) * (b - 15), 0) / samples.length
    expect(Math.abs(covariance - -0.75)).toBeLessThan(0.3)
  })

  it('of nothing is nothing', () => {
    const drawn = new Float64Array(2)
    drawMultinomial([0, 0], randomOf(1), drawn)
    expect([...drawn]).toEqual([0, 0])
  })
})
