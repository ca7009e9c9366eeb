import type { CodeSet, UnitPair, UnitValues } from '../agreement/figures.ts'
import { asId, type CodeId } from '../ids.ts'
import { poissonLowerBound } from '../statistics/poisson-bound.ts'
import { pairKey } from './code-pair.ts'

/**
 * How far two coders put two codes on the same units. A unit where both used the same code says nothing of names, and
 * what is counted of a code is where its coder used it and the other did not: where a name of the other's may stand for it.
 */
export interface SharedUnits {
  /** Units where one coder used the one code and the other coder the other one. */
  readonly shared: number
  /**
   * The same, each unit counted once however many readers show it: a moderator who goes through what two coders coded says
   * the same of the same words again. What is inferred rests on these.
   */
  readonly distinct: number
  /** Units where the one code, and the other, was used by one of the two alone. */
  readonly first: number
  readonly second: number
  /** Units compared. */
  readonly units: number
  /** How many shared units chance would give, from both margins: first × second / units, summed over pairs of coders. */
  readonly expected: number
}

const NO_UNITS: SharedUnits = { shared: 0, distinct: 0, first: 0, second: 0, units: 0, expected: 0 }

/** The level of confidence of the lower bound of a lift. */
const CONFIDENCE = 0.95

/** Observed shared units over those expected by chance; null where none is expected. */
export function liftOf({ shared, expected }: SharedUnits): number | null {
  return expected === 0 ? null : shared / expected
}

/**
 * The lift at its least, at `CONFIDENCE` (one-sided): of few units much is due to chance. Its n are the distinct units, and
 * what chance gives is scaled to them. Null where none is expected.
 */
export function lowestLiftOf({ shared, distinct, expected }: SharedUnits): number | null {
  if (expected === 0) return null
  return shared === 0 ? 0 : (poissonLowerBound(distinct, CONFIDENCE) * shared) / (expected * distinct)
}

/** The shared units as a share of the units where either code was used alone, 0 to 1 (Jaccard). */
export function overlapOf({ shared, first, second }: SharedUnits): number {
  const either = first + second - shared
  return either === 0 ? 0 : shared / either
}

/** Counts the shared units of pairs of codes over several comparisons of two coders each. */
export class SharedUnitCounts {
  readonly #counts = new Map<string, Omit<SharedUnits, 'distinct'>>()
  readonly #distinct = new Map<string, number>()

  /**
   * Adds the units of all readers together; codes are code ids. `people` says who each reader is: two readings of one
   * person are not compared.
   */
  addTogether(units: readonly UnitValues[], people: readonly string[]): void {
    for (const { values, weight } of units) {
      const shared = new Set<string>()
      for (const [at, one] of values.entries()) {
        for (const [index, two] of values.entries()) {
          if (index <= at || people[index] === people[at]) continue
          for (const code of without(one, two)) for (const other of without(two, one)) shared.add(pairKey(code, other))
        }
      }
      for (const key of shared) this.#distinct.set(key, (this.#distinct.get(key) ?? 0) + weight)
    }
  }

  /** Adds the units of two coders; codes are code ids. */
  add(pairs: readonly UnitPair[]): void {
    const first = new Map<CodeId, number>()
    const second = new Map<CodeId, number>()
    const shared = new Map<CodeId, Map<CodeId, number>>()
    let units = 0
    for (const pair of pairs) {
      units += pair.weight
      const ofFirst = without(pair.first, pair.second)
      const ofSecond = without(pair.second, pair.first)
      for (const code of ofFirst) first.set(code, (first.get(code) ?? 0) + pair.weight)
      for (const code of ofSecond) second.set(code, (second.get(code) ?? 0) + pair.weight)
      for (const code of ofFirst) {
        const row = shared.get(code) ?? new Map<CodeId, number>()
        shared.set(code, row)
        for (const other of ofSecond) row.set(other, (row.get(other) ?? 0) + pair.weight)
      }
    }
    for (const [code, uses] of first) {
      for (const [other, otherUses] of second) {
        this.#count(code, other, {
          shared: shared.get(code)?.get(other) ?? 0,
          first: uses,
          second: otherUses,
          units,
          expected: (uses * otherUses) / units,
        })
      }
    }
  }

  /** What was counted of two codes, in this order. */
  of(code: CodeId, other: CodeId): SharedUnits {
    const key = pairKey(code, other)
    const counts = { ...(this.#counts.get(key) ?? NO_UNITS), distinct: this.#distinct.get(key) ?? 0 }
    return code < other ? counts : { ...counts, first: counts.second, second: counts.first }
  }

  #count(code: CodeId, other: CodeId, counts: Omit<SharedUnits, 'distinct'>): void {
    const before = this.of(code, other)
    const sum = {
      shared: before.shared + counts.shared,
      first: before.first + counts.first,
      second: before.second + counts.second,
      units: before.units + counts.units,
      expected: before.expected + counts.expected,
    }
    const ordered = code < other ? sum : { ...sum, first: sum.second, second: sum.first }
    this.#counts.set(pairKey(code, other), ordered)
  }
}

/** Codes of units are code ids: `pairUnits` was given them. */
function without(codes: CodeSet, others: CodeSet): readonly CodeId[] {
  return [...codes].filter((code) => !others.has(code)).map((code) => asId<'code'>(code))
}
