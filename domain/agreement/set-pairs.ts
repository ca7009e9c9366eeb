/** How many ordered pairs of sets have these sizes and share this many codes. */
export interface SizedPairs {
  readonly first: number
  readonly second: number
  readonly shared: number
  readonly pairs: number
}

/** Beyond this many (set, subset) pairs, sets are met one by one instead. */
const SUBSET_LIMIT = 300_000

/** Sets that all hold some subsets of codes; `times[t]` says of how many subsets of t codes that holds. */
interface Family {
  readonly members: Int32Array
  readonly times: Float64Array
}

/**
 * Counts, among all values of all units, the ordered pairs whose sets have given sizes and share a given number of codes.
 * That is all a disagreement between sets depends on. Asked again and again with other counts of the same sets, as a
 * bootstrap does, it costs what the subsets of the sets number, not their pairs: for each subset S of codes, the values
 * that hold S pair with each other; a pair that shares s codes is met C(s, t) times among the subsets of t codes, and
 * inclusion and exclusion undo that. Sets of very many codes are met pair by pair.
 */
export class SetPairs {
  readonly #sets: readonly Int32Array[]
  readonly #codes: number
  readonly #sizes: readonly number[]
  readonly #classOf: Int32Array
  readonly #depth: number
  readonly #families: readonly Family[] | null

  constructor(sets: readonly Int32Array[], codes: number) {
    this.#sets = sets
    this.#codes = codes
    this.#sizes = [...new Set(sets.map((set) => set.length))].sort((a, b) => a - b)
    const classes = new Map(this.#sizes.map((size, index) => [size, index]))
    this.#classOf = Int32Array.from(sets, (set) => classes.get(set.length) ?? 0)
    this.#depth = (this.#sizes.at(-1) ?? 0) + 1
    const subsets = sets.reduce((sum, set) => sum + 2 ** set.length, 0)
    this.#families = subsets <= SUBSET_LIMIT ? familiesOf(sets, this.#depth) : null
  }

  /** `counts[i]`: how often set i is a value. Whole numbers. Pairs of equal sets, each value with itself included. */
  count(counts: Float64Array): readonly SizedPairs[] {
    const pairs = this.#families === null ? this.#countOneByOne(counts) : this.#countBySubsets(counts, this.#families)
    const result: SizedPairs[] = []
    let at = 0
    for (const first of this.#sizes) {
      for (const second of this.#sizes) {
        for (let shared = 0; shared < this.#depth; shared++) {
          const number = pairs[at++] ?? 0
          if (number > 0) result.push({ first, second, shared, pairs: number })
        }
      }
    }
    return result
  }

  #countBySubsets(counts: Float64Array, families: readonly Family[]): Float64Array {
    const depth = this.#depth
    const classes = this.#sizes.length
    const classOf = this.#classOf
    const met = new Float64Array(classes * classes * depth)
    const holding = new Float64Array(classes)
    for (const { members, times } of families) {
      holding.fill(0)
      for (const set of members) add(holding, classOf[set] ?? 0, counts[set] ?? 0)
      for (let a = 0; a < classes; a++) {
        const first = holding[a] ?? 0
        if (first === 0) continue
        for (let b = 0; b < classes; b++) {
          const both = first * (holding[b] ?? 0)
          if (both === 0) continue
          const row = (a * classes + b) * depth
          for (let t = 0; t < times.length; t++) add(met, row + t, both * (times[t] ?? 0))
        }
      }
    }
    for (let row = 0; row < met.length; row += depth) excludeRepeats(met, row, depth)
    return met
  }

  /** Each set with every earlier one: disjoint unless a code that they share says otherwise. */
  #countOneByOne(counts: Float64Array): Float64Array {
    const depth = this.#depth
    const classes = this.#sizes.length
    const pairs = new Float64Array(classes * classes * depth)
    const at = (a: number, b: number) => (a * classes + b) * depth
    const addBothWays = (a: number, b: number, shared: number, number: number): void => {
      add(pairs, at(a, b) + shared, number)
      add(pairs, at(b, a) + shared, number)
    }
    const values = new Float64Array(classes)
    const holders: number[][] = Array.from({ length: this.#codes }, () => [])
    const shared = new Int32Array(this.#sets.length)
    for (const [index, set] of this.#sets.entries()) {
      const count = counts[index] ?? 0
      if (count === 0) continue
      const own = this.#classOf[index] ?? 0
      for (let other = 0; other < classes; other++) addBothWays(own, other, 0, count * (values[other] ?? 0))
      add(pairs, at(own, own) + set.length, count * count)
      add(values, own, count)
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
        const otherClass = this.#classOf[other] ?? 0
        addBothWays(own, otherClass, 0, -both)
        addBothWays(own, otherClass, shared[other] ?? 0, both)
        shared[other] = 0
      }
    }
    return pairs
  }
}

function add(sums: Float64Array, index: number, amount: number): void {
  sums[index] = (sums[index] ?? 0) + amount
}

/** Turns "met C(s, t) times among subsets of t codes" into "shares s codes": Σ over t ≥ s of (−1)^(t−s) C(t, s) met[t]. */
function excludeRepeats(met: Float64Array, row: number, depth: number): void {
  for (let level = 0; level < depth; level++) {
    for (let t = depth - 2; t >= level; t--) add(met, row + t, -(met[row + t + 1] ?? 0))
  }
}

/** Every subset of codes that some set holds, with the sets that hold it; subsets held by the same sets are one family. */
function familiesOf(sets: readonly Int32Array[], depth: number): readonly Family[] {
  const holders = new Map<string, number[]>()
  const sizes = new Map<string, number>()
  for (const [index, set] of sets.entries()) {
    for (let chosen = 0; chosen < 2 ** set.length; chosen++) {
      const subset = set.filter((_, position) => (chosen >> position) & 1)
      const key = subset.join()
      const held = holders.get(key)
      if (held) held.push(index)
      else {
        holders.set(key, [index])
        sizes.set(key, subset.length)
      }
    }
  }
  const families = new Map<string, Family>()
  for (const [subset, members] of holders) {
    const key = members.join()
    const family = families.get(key) ?? { members: Int32Array.from(members), times: new Float64Array(depth) }
    families.set(key, family)
    add(family.times, sizes.get(subset) ?? 0, 1)
  }
  return [...families.values()]
}
