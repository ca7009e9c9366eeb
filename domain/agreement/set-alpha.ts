import { alphaOf, type Disagreement } from './disagreement.ts'
import type { Figure } from './figures.ts'
import type { Patterns } from './patterns.ts'
import { countShared, type SetDistance } from './set-distance.ts'
import { SetPairs } from './set-pairs.ts'

const NO_SET = new Int32Array(0)

/**
 * How far the code sets of units disagree, under any number of distances that the sizes of the sets and of what they share
 * decide. What does not depend on how often each pattern occurs is worked out once, so that resamples are cheap. Units
 * with fewer than two values pair with nothing and are left out.
 */
export class SetDisagreement {
  readonly #patterns: Patterns
  readonly #distances: readonly SetDistance[]
  /** For each distance, each pattern's distances within, divided by its number of values less one. */
  readonly #within: readonly Float64Array[]
  readonly #pairs: SetPairs
  readonly #counts: Float64Array

  constructor(patterns: Patterns, distances: readonly SetDistance[]) {
    this.#patterns = patterns
    this.#distances = distances
    this.#within = distances.map((distance) => distancesWithin(patterns, distance))
    this.#pairs = new SetPairs(patterns.sets, patterns.codes.length)
    this.#counts = new Float64Array(patterns.sets.length)
  }

  /** One for each distance, in their order. */
  of(weights: Float64Array): readonly Disagreement[] {
    const values = this.#countSets(weights)
    const pairs = this.#pairs.count(this.#counts)
    return this.#distances.map((distance, index) => {
      const distances = this.#within[index] ?? new Float64Array(0)
      let within = 0
      for (let at = 0; at < weights.length; at++) within += (weights[at] ?? 0) * (distances[at] ?? 0)
      let among = 0
      for (const { first, second, shared, pairs: number } of pairs) among += number * distance(first, second, shared)
      return { values, within, among }
    })
  }

  /** How often each set is a value; how many values there are. */
  #countSets(weights: Float64Array): number {
    const { starts, values } = this.#patterns
    const counts = this.#counts.fill(0)
    let all = 0
    for (let pattern = 0; pattern < weights.length; pattern++) {
      const weight = weights[pattern] ?? 0
      const start = starts[pattern] ?? 0
      const end = starts[pattern + 1] ?? start
      if (weight === 0 || end - start < 2) continue
      all += weight * (end - start)
      for (let at = start; at < end; at++) {
        const set = values[at] ?? 0
        counts[set] = (counts[set] ?? 0) + weight
      }
    }
    return all
  }
}

function distancesWithin({ sets, starts, values, weights }: Patterns, distance: SetDistance): Float64Array {
  return Float64Array.from(weights, (_, pattern) => {
    const row = values.subarray(starts[pattern], starts[pattern + 1])
    let sum = 0
    for (const [at, value] of row.entries()) {
      const first = sets[value] ?? NO_SET
      for (const other of row.subarray(at + 1)) {
        const second = sets[other] ?? NO_SET
        sum += distance(first.length, second.length, countShared(first, second))
      }
    }
    return row.length < 2 ? 0 : (2 * sum) / (row.length - 1)
  })
}

/**
 * Krippendorff's alpha, 1 − Do/De, on code sets under a distance of sets. Undefined when no two values can be paired, or
 * when every value is the same set (De = 0).
 *
 * Sources: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, 2011; with a distance
 * on sets as in R. Passonneau, Measuring Agreement on Set-valued Items (MASI), LREC 2006.
 */
export function setAlpha(patterns: Patterns, distance: SetDistance): Figure {
  const [disagreement] = new SetDisagreement(patterns, [distance]).of(patterns.weights)
  return alphaOf(disagreement ?? { values: 0, within: 0, among: 0 })
}
