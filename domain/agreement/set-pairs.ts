/** How many ordered pairs of sets have these sizes and share this many codes. */
export interface SizedPairs {
  readonly first: number
  readonly second: number
  readonly shared: number
  readonly pairs: number
}

/** Beyond this many (set, subset) pairs, sets are met one by one instead. */
const SUBSET_LIMIT = 300_000

/** The subsets of codes that sets hold. */
interface Subsets {
  /**
   * Subset s has `sizes[s]` codes and is held by the sets `members[starts[s]]` up to `members[starts[s + 1]]`: two or
   * more; the empty one by all.
   */
  readonly sizes: Uint8Array
  readonly starts: Int32Array
  readonly members: Int32Array
  /** Of set i, at `i * depth + t`: how many of its subsets of t codes no other set holds. */
  readonly alone: Float64Array
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
  readonly #subsets: Subsets | null

  constructor(sets: readonly Int32Array[], codes: number) {
    this.#sets = sets
    this.#codes = codes
    this.#sizes = [...new Set(sets.map((set) => set.length))].sort((a, b) => a - b)
    const classes = new Map(this.#sizes.map((size, index) => [size, index]))
    this.#classOf = Int32Array.from(sets, (set) => classes.get(set.length) ?? 0)
    this.#depth = (this.#sizes.at(-1) ?? 0) + 1
    const subsets = sets.reduce((sum, set) => sum + 2 ** set.length, 0)
    this.#subsets = subsets <= SUBSET_LIMIT ? subsetsOf(sets, codes, this.#depth) : null
  }

  /** `counts[i]`: how often set i is a value. Whole numbers. Pairs of equal sets, each value with itself included. */
  count(counts: Float64Array): readonly SizedPairs[] {
    const pairs = this.#subsets === null ? this.#countOneByOne(counts) : this.#countBySubsets(counts, this.#subsets)
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

  #countBySubsets(counts: Float64Array, { sizes, starts, members, alone }: Subsets): Float64Array {
    const depth = this.#depth
    const classes = this.#sizes.length
    const classOf = this.#classOf
    const met = new Float64Array(classes * classes * depth)
    const holding = new Float64Array(classes)
    // Sets that hold a subset are as large as it: smaller classes need no look.
    const lowest = Int32Array.from({ length: depth }, (_, size) => this.#sizes.findIndex((each) => each >= size))
    for (let subset = 0; subset < sizes.length; subset++) {
      const end = starts[subset + 1] ?? 0
      for (let at = starts[subset] ?? 0; at < end; at++) {
        const set = members[at] ?? 0
        const own = classOf[set] ?? 0
        holding[own] = (holding[own] ?? 0) + (counts[set] ?? 0)
      }
      const size = sizes[subset] ?? 0
      const low = lowest[size] ?? 0
      for (let a = low; a < classes; a++) {
        const first = holding[a] ?? 0
        if (first === 0) continue
        for (let b = low; b <= a; b++) {
          const at = (a * classes + b) * depth + size
          met[at] = (met[at] ?? 0) + first * (holding[b] ?? 0)
        }
      }
      for (let a = low; a < classes; a++) holding[a] = 0
    }
    for (let a = 0; a < classes; a++) {
      for (let b = 0; b < a; b++) {
        const from = (a * classes + b) * depth
        met.copyWithin((b * classes + a) * depth, from, from + depth)
      }
    }
    for (let set = 0; set < counts.length; set++) {
      const count = counts[set] ?? 0
      if (count === 0) continue
      const own = (classOf[set] ?? 0) * (classes + 1) * depth
      const size = this.#sets[set]?.length ?? 0
      for (let t = 1; t <= size; t++) add(met, own + t, count * count * (alone[set * depth + t] ?? 0))
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

/** Every subset of codes that some set holds, found along a tree: a subset's parent lacks its greatest code. */
function subsetsOf(sets: readonly Int32Array[], codes: number, depth: number): Subsets {
  const nodes = new Map<number, number>()
  const holders: number[][] = [[]]
  const sizes: number[] = [0]
  const visit = (node: number, set: Int32Array, from: number, index: number): void => {
    holders[node]?.push(index)
    for (let at = from; at < set.length; at++) {
      const key = node * codes + (set[at] ?? 0)
      let child = nodes.get(key)
      if (child === undefined) {
        child = holders.push([]) - 1
        sizes.push((sizes[node] ?? 0) + 1)
        nodes.set(key, child)
      }
      visit(child, set, at + 1, index)
    }
  }
  for (const [index, set] of sets.entries()) visit(0, set, 0, index)
  const alone = new Float64Array(sets.length * depth)
  const shared: number[] = []
  for (const [node, members] of holders.entries()) {
    const [only = 0, ...others] = members
    if (others.length > 0 || node === 0) shared.push(node)
    else add(alone, only * depth + (sizes[node] ?? 0), 1)
  }
  const starts = new Int32Array(shared.length + 1)
  for (const [at, node] of shared.entries()) starts[at + 1] = (starts[at] ?? 0) + (holders[node]?.length ?? 0)
  return {
    sizes: Uint8Array.from(shared, (node) => sizes[node] ?? 0),
    starts,
    members: Int32Array.from(shared.flatMap((node) => holders[node] ?? [])),
    alone,
  }
}
