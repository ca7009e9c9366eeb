import type { Figure } from './figures.ts'
import { unitsIn, type Patterns } from './patterns.ts'
import type { SetDistance } from './set-distance.ts'

/**
 * Krippendorff's alpha, 1 − Do/De, on code sets: of two coders who each gave every unit a set, under any distance that
 * the sizes of the sets and of what they share decide. With N units there are n = 2N values, all pairable; De has
 * n(n − 1) in its denominator. Undefined when there is no unit, or when every value is the same set (De = 0).
 *
 * The cost is that of the pairs of distinct sets that share a code, not of all pairs: what the disjoint pairs add is
 * known from the sizes of the sets alone.
 *
 * Sources: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, 2011; with a distance
 * on sets as in R. Passonneau, Measuring Agreement on Set-valued Items (MASI), LREC 2006.
 */
export function setAlpha(patterns: Patterns, distance: SetDistance): Figure {
  const units = unitsIn(patterns)
  if (units === 0) return { value: null, reason: 'no-units' }
  const counts = countSets(patterns)
  if (counts.filter((count) => count > 0).length < 2) return { value: null, reason: 'expected-disagreement-is-zero' }
  const observed = observedDistance(patterns, distance)
  const expected = distanceOfDisjoint(patterns, counts, distance) + correctionOfSharing(patterns, counts, distance)
  return { value: 1 - (2 * (2 * units - 1) * observed) / expected }
}

/** How often each set is a value, of either coder. */
function countSets(patterns: Patterns): Float64Array {
  const counts = new Float64Array(patterns.sets.length)
  for (const [at, weight] of patterns.weights.entries()) {
    for (const set of [patterns.first[at] ?? 0, patterns.second[at] ?? 0]) counts[set] = (counts[set] ?? 0) + weight
  }
  return counts
}

/** The sum over units of the distance between their two values. */
function observedDistance(patterns: Patterns, distance: SetDistance): number {
  let sum = 0
  for (const [at, weight] of patterns.weights.entries()) {
    const first = patterns.sets[patterns.first[at] ?? 0]
    const second = patterns.sets[patterns.second[at] ?? 0]
    if (weight === 0 || first === undefined || second === undefined || first === second) continue
    sum += weight * distance(first.length, second.length, countShared(first, second))
  }
  return sum
}

/** The sum over ordered pairs of values of different sets, each pair taken as though its sets were disjoint. */
function distanceOfDisjoint(patterns: Patterns, counts: Float64Array, distance: SetDistance): number {
  const bySize = new Map<number, { values: number; same: number }>()
  for (const [index, set] of patterns.sets.entries()) {
    const count = counts[index] ?? 0
    const entry = bySize.get(set.length) ?? { values: 0, same: 0 }
    entry.values += count
    entry.same += count * count
    bySize.set(set.length, entry)
  }
  let sum = 0
  for (const [size, { values, same }] of bySize) {
    for (const [otherSize, other] of bySize) {
      const pairs = size === otherSize ? values * values - same : values * other.values
      sum += pairs * distance(size, otherSize, 0)
    }
  }
  return sum
}

/** What the pairs that do share codes take away from the sum above. */
function correctionOfSharing(patterns: Patterns, counts: Float64Array, distance: SetDistance): number {
  const { sets } = patterns
  const holders: number[][] = patterns.codes.map(() => [])
  const shared = new Int32Array(sets.length)
  let sum = 0
  // Each set is compared with those before it only, found through the codes they hold; then both orders are counted.
  for (const [index, set] of sets.entries()) {
    const count = counts[index] ?? 0
    if (count === 0) continue
    const touched: number[] = []
    for (const code of set) {
      for (const other of holders[code] ?? []) {
        if (shared[other] === 0) touched.push(other)
        shared[other] = (shared[other] ?? 0) + 1
      }
      holders[code]?.push(index)
    }
    for (const other of touched) {
      const otherSize = sets[other]?.length ?? 0
      const nearer = distance(set.length, otherSize, shared[other] ?? 0) - distance(set.length, otherSize, 0)
      sum += 2 * count * (counts[other] ?? 0) * nearer
      shared[other] = 0
    }
  }
  return sum
}

/** How many indexes two ascending lists share. */
function countShared(first: Int32Array, second: Int32Array): number {
  let shared = 0
  let at = 0
  for (const code of first) {
    while (at < second.length && (second[at] ?? 0) < code) at++
    if (second[at] === code) shared++
  }
  return shared
}
