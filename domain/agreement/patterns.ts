import type { CodeSet, UnitPair, UnitValues } from './figures.ts'

/**
 * Units counted by pattern: how often each row of code sets, one a coder, occurs. Every figure is a function of these
 * counts, so a million characters cost no more than the few thousand patterns they make, and a bootstrap resample is
 * nothing but other `weights` over the same patterns.
 */
export interface Patterns {
  /** Every code that one of the coders used, in ascending order (by UTF-16 units). Codes are their indexes below. */
  readonly codes: readonly string[]
  /** Every distinct set that occurs, as ascending code indexes. */
  readonly sets: readonly Int32Array[]
  /** Pattern p has the values `values[starts[p]]` up to `values[starts[p + 1]]`, in the coders' order: indexes in `sets`. */
  readonly starts: Int32Array
  readonly values: Int32Array
  /** One entry a pattern: how many units show it. Whole numbers; 0 in a resample that left the pattern out. */
  readonly weights: Float64Array
}

/** Counts the patterns of pairs of values. Equal pairs are merged; the order in which units come does not matter. */
export function countPatterns(pairs: readonly UnitPair[]): Patterns {
  return countValues(pairs.map(({ first, second, weight }) => ({ values: [first, second], weight })))
}

/** More distinct sets than memory could hold: two indexes below it make one number. */
const MOST_SETS = 2 ** 26

/** Counts the patterns of units with any number of values each. */
export function countValues(units: readonly UnitValues[]): Patterns {
  const counted = units.filter(({ weight }) => weight > 0)
  const codes = [...codesOf(counted)].sort()
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
  const merged = new Map<string | number, { readonly values: readonly number[]; weight: number }>()
  for (const unit of counted) {
    const values = unit.values.map(intern)
    const [first = 0, second = 0] = values
    const key = values.length === 2 ? first * MOST_SETS + second : values.join()
    const pattern = merged.get(key)
    if (pattern) pattern.weight += unit.weight
    else merged.set(key, { values, weight: unit.weight })
  }
  const patterns = [...merged.values()]
  const starts = new Int32Array(patterns.length + 1)
  for (const [at, { values }] of patterns.entries()) starts[at + 1] = (starts[at] ?? 0) + values.length
  return {
    codes,
    sets,
    starts,
    values: Int32Array.from(patterns.flatMap(({ values }) => values)),
    weights: Float64Array.from(patterns, ({ weight }) => weight),
  }
}

/** How many units the patterns stand for. */
export function unitsIn({ weights }: Pick<Patterns, 'weights'>): number {
  let units = 0
  for (const weight of weights) units += weight
  return units
}

function codesOf(units: readonly UnitValues[]): ReadonlySet<string> {
  const codes = new Set<string>()
  const seen = new Set<CodeSet>()
  for (const { values } of units) {
    for (const set of values) {
      if (seen.has(set)) continue
      seen.add(set)
      for (const code of set) codes.add(code)
    }
  }
  return codes
}
