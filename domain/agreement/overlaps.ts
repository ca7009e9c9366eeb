import { unitsIn, type Patterns } from './patterns.ts'

/** How many pairs of sets have these sizes and share this many codes. */
export interface Overlap {
  readonly first: number
  readonly second: number
  readonly shared: number
  readonly pairs: number
}

/** All that a disagreement between sets depends on, whatever the distance, as long as sizes decide it. */
export interface Overlaps {
  readonly units: number
  /** How many distinct sets are values of some unit. */
  readonly distinct: number
  /** The pairs of values within units: the first coder's and the second's. Their number is `units`. */
  readonly within: readonly Overlap[]
  /** The ordered pairs of all values, of any units and coders, whose sets differ. */
  readonly among: readonly Overlap[]
}

/**
 * Counts the overlaps of sets. The cost is that of the pairs of distinct sets that share a code, not of all pairs: how
 * many are disjoint follows from the sizes of the sets.
 */
export function countOverlaps(patterns: Patterns): Overlaps {
  const counts = countSets(patterns)
  return {
    units: unitsIn(patterns),
    distinct: counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    within: overlapsWithin(patterns),
    among: overlapsAmong(patterns, counts),
  }
}

/** How often each set is a value, of either coder. */
function countSets(patterns: Patterns): Float64Array {
  const counts = new Float64Array(patterns.sets.length)
  for (const [at, weight] of patterns.weights.entries()) {
    const first = patterns.first[at] ?? 0
    const second = patterns.second[at] ?? 0
    counts[first] = (counts[first] ?? 0) + weight
    counts[second] = (counts[second] ?? 0) + weight
  }
  return counts
}

function overlapsWithin({ sets, first, second, weights }: Patterns): readonly Overlap[] {
  const overlaps: Overlap[] = []
  for (const [at, pairs] of weights.entries()) {
    const a = sets[first[at] ?? 0]
    const b = sets[second[at] ?? 0]
    if (pairs === 0 || a === undefined || b === undefined) continue
    overlaps.push({ first: a.length, second: b.length, shared: countShared(a, b), pairs })
  }
  return overlaps
}

function overlapsAmong({ codes, sets }: Patterns, counts: Float64Array): readonly Overlap[] {
  const sizes = [...new Set(sets.map((set) => set.length))].sort((a, b) => a - b)
  const classOf = Int32Array.from(sets, (set) => sizes.indexOf(set.length))
  // pairs[a][b][s], flat: the pairs of sets of the a-th and the b-th size that share s codes.
  const depth = (sizes.at(-1) ?? 0) + 1
  const pairs = new Float64Array(sizes.length * sizes.length * depth)
  const at = (first: number, second: number, shared: number) => (first * sizes.length + second) * depth + shared
  const values = new Float64Array(sizes.length)
  const holders: number[][] = codes.map(() => [])
  const shared = new Int32Array(sets.length)
  for (const [index, set] of sets.entries()) {
    const count = counts[index] ?? 0
    if (count === 0) continue
    const size = classOf[index] ?? 0
    // Every earlier set of each size as though it shared nothing; those that do are moved below.
    for (let other = 0; other < sizes.length; other++) add(pairs, at(size, other, 0), count * (values[other] ?? 0))
    add(values, size, count)
    const touched: number[] = []
    for (const code of set) {
      for (const other of holders[code] ?? []) {
        if (shared[other] === 0) touched.push(other)
        shared[other] = (shared[other] ?? 0) + 1
      }
      holders[code]?.push(index)
    }
    for (const other of touched) {
      const both = count * (counts[other] ?? 0)
      const row = at(size, classOf[other] ?? 0, 0)
      add(pairs, row, -both)
      add(pairs, row + (shared[other] ?? 0), both)
      shared[other] = 0
    }
  }
  // Each pair was met once; an ordered one is met from either side.
  return sizes.flatMap((first, a) =>
    sizes.flatMap((second, b) =>
      Array.from({ length: depth }, (_, s) => ({
        first,
        second,
        shared: s,
        pairs: (pairs[at(a, b, s)] ?? 0) + (pairs[at(b, a, s)] ?? 0),
      })).filter((overlap) => overlap.pairs > 0),
    ),
  )
}

function add(sums: Float64Array, index: number, amount: number): void {
  sums[index] = (sums[index] ?? 0) + amount
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
