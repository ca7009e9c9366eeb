import type { CodeSet, UnitPair } from './figures.ts'

/**
 * Units of two coders, counted by pattern: how often each pair of code sets occurs. Every figure of two coders is a
 * function of these counts, so a hundred thousand characters cost no more than the few hundred patterns they make, and a
 * bootstrap resample is nothing but other `weights` over the same patterns.
 */
export interface Patterns {
  /** Every code that one of the coders used, in ascending order (by UTF-16 units). Codes are their indexes below. */
  readonly codes: readonly string[]
  /** Every distinct set that occurs, as ascending code indexes. */
  readonly sets: readonly Int32Array[]
  /** One entry a pattern: the index in `sets` of the first coder's value, and of the second's. */
  readonly first: Int32Array
  readonly second: Int32Array
  /** One entry a pattern: how many units show it. Whole numbers; 0 in a resample that left the pattern out. */
  readonly weights: Float64Array
}

/** Counts the patterns of unit pairs. Equal pairs are merged; the order in which units come does not matter. */
export function countPatterns(pairs: readonly UnitPair[]): Patterns {
  const codes = [...codesOf(pairs)].sort()
  const indexOf = new Map(codes.map((code, index) => [code, index]))
  const sets: Int32Array[] = []
  const setIndexes = new Map<string, number>()
  const known = new Map<CodeSet, number>()
  const intern = (set: CodeSet): number => {
    const seen = known.get(set)
    if (seen !== undefined) return seen
    const members = Int32Array.from(set, (code) => indexOf.get(code) ?? -1).sort()
    const key = members.join()
    const index = setIndexes.get(key) ?? sets.push(members) - 1
    setIndexes.set(key, index)
    known.set(set, index)
    return index
  }
  const merged = new Map<string, { first: number; second: number; weight: number }>()
  for (const pair of pairs) {
    if (pair.weight <= 0) continue
    const first = intern(pair.first)
    const second = intern(pair.second)
    const key = `${first},${second}`
    const pattern = merged.get(key)
    if (pattern) pattern.weight += pair.weight
    else merged.set(key, { first, second, weight: pair.weight })
  }
  const patterns = [...merged.values()]
  return {
    codes,
    sets,
    first: Int32Array.from(patterns, (pattern) => pattern.first),
    second: Int32Array.from(patterns, (pattern) => pattern.second),
    weights: Float64Array.from(patterns, (pattern) => pattern.weight),
  }
}

/** How many units the patterns stand for. */
export function unitsIn(patterns: Patterns): number {
  let units = 0
  for (const weight of patterns.weights) units += weight
  return units
}

function codesOf(pairs: readonly UnitPair[]): ReadonlySet<string> {
  const codes = new Set<string>()
  const seen = new Set<CodeSet>()
  for (const { first, second, weight } of pairs) {
    if (weight <= 0) continue
    for (const set of [first, second]) {
      if (seen.has(set)) continue
      seen.add(set)
      for (const code of set) codes.add(code)
    }
  }
  return codes
}
