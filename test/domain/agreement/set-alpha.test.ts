import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UnitPair } from '../../../domain/agreement/figures.ts'
import { krippendorffAlpha } from '../../../domain/agreement/krippendorff-alpha.ts'
import { countPatterns } from '../../../domain/agreement/patterns.ts'
import { setAlpha } from '../../../domain/agreement/set-alpha.ts'
import { distanceBetween, jaccard, masi, type SetDistance } from '../../../domain/agreement/set-distance.ts'
import { arbitraryPairs, pairsOf, spreadOut } from './unit-pairs.ts'

/** Every unit spelled out, every ordered pair of values compared. */
function naiveAlpha(pairs: readonly UnitPair[], distance: SetDistance): number {
  const units = spreadOut(pairs)
  const observed = units.reduce((sum, { first, second }) => sum + distanceBetween(first, second, distance), 0)
  const values = units.flatMap(({ first, second }) => [first, second])
  let expected = 0
  for (const a of values) for (const b of values) expected += distanceBetween(a, b, distance)
  return 1 - observed / units.length / (expected / (values.length * (values.length - 1)))
}

const alphaOf = (pairs: readonly UnitPair[], distance: SetDistance) => setAlpha(countPatterns(pairs), distance)

/** A distance that tells even disjoint sets apart by their sizes, so that nothing can be taken for 1. */
const byDifference: SetDistance = (first, second, shared) => (first - shared + (second - shared)) / 10

describe("Krippendorff's alpha on code sets", () => {
  it('is the sum over all pairs of values, for any units and any distance', () => {
    fc.assert(
      fc.property(arbitraryPairs, fc.constantFrom(jaccard, masi, byDifference), (pairs, distance) => {
        const { value } = alphaOf(pairs, distance)
        if (value === null) return
        expect(value).toBeCloseTo(naiveAlpha(pairs, distance), 9)
        expect(value).toBeLessThanOrEqual(1)
      }),
    )
  })

  // Sets of 20 codes have a million subsets each: their pairs are counted another way.
  it('is that sum for sets of very many codes, too', () => {
    const codes = Array.from({ length: 24 }, (_, index) => `code ${String(index)}`)
    const many = fc.subarray(codes, { minLength: 20 }).map((chosen) => new Set(chosen))
    const few = fc.subarray(codes, { maxLength: 2 }).map((chosen) => new Set(chosen))
    const set = fc.oneof(many, few)
    const units = fc.array(fc.record({ first: set, second: set, weight: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(many, units, fc.constantFrom(jaccard, masi, byDifference), (large, others, distance) => {
        const pairs = [{ first: large, second: new Set<string>(), weight: 1 }, ...others]
        expect(alphaOf(pairs, distance).value).toBeCloseTo(naiveAlpha(pairs, distance), 9)
      }),
      { numRuns: 60 },
    )
  })

  it('is the nominal alpha of single values when every set holds one code', () => {
    const single = fc.array(fc.tuple(fc.constantFrom(1, 2, 3), fc.constantFrom(1, 2, 3)), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(single, (units) => {
        const pairs = units.map(([a, b]) => ({ first: new Set([`${a}`]), second: new Set([`${b}`]), weight: 1 }))
        const expected = krippendorffAlpha(units, 'nominal')
        const figure = alphaOf(pairs, jaccard)
        if (expected.value === null) expect(figure).toEqual(expected)
        else expect(figure.value).toBeCloseTo(expected.value, 9)
      }),
    )
  })

  // By hand: values {A}, {A}, {A}, {} in two units; Do = 1/2; De = 2·3/(4·3) = 1/2.
  it('is 0 when two units are coded as chance would have it', () => {
    expect(alphaOf(pairsOf('A | A', 'A |'), jaccard).value).toBeCloseTo(0, 12)
  })

  it('is undefined when every value is the same set, the empty one too', () => {
    const same = { value: null, reason: 'expected-disagreement-is-zero' }
    expect(alphaOf(pairsOf('7x |'), jaccard)).toEqual(same)
    expect(alphaOf(pairsOf('7x A B | A B'), masi)).toEqual(same)
  })

  it('is undefined without units', () => {
    expect(alphaOf([], jaccard)).toEqual({ value: null, reason: 'no-units' })
  })
})
