import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCoders, type CoderComparison } from '../../../domain/agreement/comparison.ts'
import { PAIR_FIGURES, type UnitPair } from '../../../domain/agreement/figures.ts'
import { arbitraryPairs, pairsOf, spreadOut, swapCoders } from './unit-pairs.ts'

/** Pooled kappa from cells stacked one by one, by the formula as it is written. */
function naivePooled(pairs: readonly UnitPair[]): number {
  const units = spreadOut(pairs)
  const codes = new Set(units.flatMap(({ first, second }) => [...first, ...second]))
  const cells = units.flatMap((unit) =>
    [...codes].map((code) => [unit.first.has(code), unit.second.has(code)] as const),
  )
  const share = (of: (cell: readonly [boolean, boolean]) => boolean) => cells.filter(of).length / cells.length
  const first = share(([a]) => a)
  const second = share(([, b]) => b)
  const expected = first * second + (1 - first) * (1 - second)
  return (share(([a, b]) => a === b) - expected) / (1 - expected)
}

function expectSameFigures(a: CoderComparison, b: CoderComparison): void {
  for (const name of PAIR_FIGURES) {
    const value = b[name].value
    if (value === null) expect(a[name]).toEqual(b[name])
    else expect(a[name].value).toBeCloseTo(value, 9)
  }
}

describe('comparing two coders', () => {
  const small = compareCoders(pairsOf('A | A', 'A | B', 'A B | A B', '| B', '2x |'))

  // By hand: 6 units; coded by the first 3, the second 4, both 3.
  it('counts coded units and shows the uncoded share beside the figures', () => {
    expect(small.units).toBe(6)
    expect(small.codes).toBe(2)
    expect(small.coded).toEqual({ either: 4, first: 3, second: 4, uncodedShare: 2 / 6 })
    expect(small.codedAgreement).toEqual({ value: 5 / 6 })
  })

  // By hand: A 2/1/0/3, B 1/0/2/3. κ(A) = (5/6 − 1/2)/(1/2) = 2/3; κ(B) = (4/6 − 1/2)/(1/2) = 1/3.
  it('gives each code its 2×2 table and kappa, sorted by code', () => {
    expect(small.perCode.map(({ code, table }) => ({ code, ...table }))).toEqual([
      { code: 'A', both: 2, onlyFirst: 1, onlySecond: 0, neither: 3 },
      { code: 'B', both: 1, onlyFirst: 0, onlySecond: 2, neither: 3 },
    ])
    expect(small.perCode.map(({ kappa }) => kappa.value)).toEqual([
      expect.closeTo(2 / 3, 12),
      expect.closeTo(1 / 3, 12),
    ])
  })

  // By hand: stacked 3/1/2/6: Po = 9/12, Pe = (4·5 + 8·7)/144 = 76/144, κ = (108 − 76)/(144 − 76) = 32/68.
  it('never calls the mean of the per-code kappas the pooled one', () => {
    expect(small.kappaMean.value).toBeCloseTo(1 / 2, 12)
    expect(small.kappaPooled.value).toBeCloseTo(32 / 68, 12)
  })

  it('leaves codes whose kappa is undefined out of the mean', () => {
    const { perCode, kappaMean } = compareCoders(pairsOf('A B | A B', 'B | B', 'A B | B'))
    expect(perCode.map(({ code, kappa }) => [code, kappa.value === null])).toEqual([
      ['A', false],
      ['B', true],
    ])
    expect(kappaMean).toEqual(perCode[0]?.kappa)
  })

  it('says why each figure is undefined when there is no unit', () => {
    const { coded, ...comparison } = compareCoders([])
    expect(coded.uncodedShare).toBeNull()
    for (const name of PAIR_FIGURES) expect(comparison[name]).toEqual({ value: null, reason: 'no-units' })
  })

  it('says why each figure is undefined when nobody coded anything', () => {
    const comparison = compareCoders(pairsOf('5x |'))
    expect(Object.fromEntries(PAIR_FIGURES.map((name) => [name, comparison[name]]))).toEqual({
      codedAgreement: { value: 1 },
      kappaCoded: { value: null, reason: 'expected-agreement-is-one' },
      kappaPooled: { value: null, reason: 'no-codes' },
      kappaMean: { value: null, reason: 'no-codes' },
      alphaNominal: { value: null, reason: 'expected-disagreement-is-zero' },
      alphaJaccard: { value: null, reason: 'expected-disagreement-is-zero' },
      alphaMasi: { value: null, reason: 'expected-disagreement-is-zero' },
    })
  })

  it('says that no per-code kappa is defined when both gave every unit the one code', () => {
    const { kappaMean, kappaPooled } = compareCoders(pairsOf('5x A | A'))
    expect(kappaMean).toEqual({ value: null, reason: 'no-defined-kappa' })
    expect(kappaPooled).toEqual({ value: null, reason: 'expected-agreement-is-one' })
  })

  it('pools cells as though they were stacked one by one', () => {
    fc.assert(
      fc.property(arbitraryPairs, (pairs) => {
        const { value } = compareCoders(pairs).kappaPooled
        if (value !== null) expect(value).toBeCloseTo(naivePooled(pairs), 9)
      }),
    )
  })

  it('gives the same figures for merged patterns as for units one by one, in any order', () => {
    fc.assert(
      fc.property(arbitraryPairs, (pairs) => {
        const merged = compareCoders(pairs)
        const spread = compareCoders(spreadOut(pairs).toReversed())
        expectSameFigures(spread, merged)
        expect(spread.perCode).toEqual(merged.perCode)
        expect(spread.coded).toEqual(merged.coded)
      }),
    )
  })

  it('gives the same figures when the coders are swapped, and the tables swapped', () => {
    fc.assert(
      fc.property(arbitraryPairs, (pairs) => {
        const comparison = compareCoders(pairs)
        const swapped = compareCoders(swapCoders(pairs))
        expectSameFigures(swapped, comparison)
        expect(swapped.coded).toMatchObject({ first: comparison.coded.second, second: comparison.coded.first })
        expect(swapped.perCode).toEqual(
          comparison.perCode.map((entry) => ({
            ...entry,
            table: { ...entry.table, onlyFirst: entry.table.onlySecond, onlySecond: entry.table.onlyFirst },
          })),
        )
      }),
    )
  })

  it('gives a coder who is compared with themself 1 or undefined, everywhere', () => {
    fc.assert(
      fc.property(arbitraryPairs, (pairs) => {
        const comparison = compareCoders(pairs.map((pair) => ({ ...pair, second: new Set(pair.first) })))
        for (const name of PAIR_FIGURES) expect([1, null]).toContain(comparison[name].value)
        for (const { kappa } of comparison.perCode) expect([1, null]).toContain(kappa.value)
      }),
    )
  })
})
