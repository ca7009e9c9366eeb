import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCoders } from '../../../domain/agreement/comparison.ts'
import type { CodeSet, UnitValues } from '../../../domain/agreement/figures.ts'
import { fleissKappa } from '../../../domain/agreement/fleiss-kappa.ts'
import { compareGroup } from '../../../domain/agreement/group-comparison.ts'
import { krippendorffAlpha } from '../../../domain/agreement/krippendorff-alpha.ts'
import { coded, distanceBetween, jaccard, masi, nominal } from '../../../domain/agreement/set-distance.ts'
import { arbitraryPairs, spreadOut } from './unit-pairs.ts'

const codeSet = fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { maxLength: 3 }).map((codes): CodeSet => new Set(codes))
const valuesOf = (values: readonly CodeSet[]): UnitValues => ({ values, weight: 1 })
/** Units with one to four values: some coder missed them. */
const arbitraryUnits = fc.array(fc.array(codeSet, { minLength: 1, maxLength: 4 }).map(valuesOf), { maxLength: 10 })
/** Units with three values each. */
const fullUnits = fc.array(fc.array(codeSet, { minLength: 3, maxLength: 3 }).map(valuesOf), { maxLength: 10 })

/** All pairs of values of units with two or more, one by one. */
function naiveAlpha(units: readonly UnitValues[], distance: (a: CodeSet, b: CodeSet) => number): number | null {
  const kept = units.map(({ values }) => values).filter((values) => values.length >= 2)
  const sum = (values: readonly CodeSet[]) => {
    let total = 0
    for (const [i, a] of values.entries()) for (const [j, b] of values.entries()) if (i !== j) total += distance(a, b)
    return total
  }
  const all = kept.flat()
  const expected = sum(all)
  const observed = kept.reduce((total, values) => total + sum(values) / (values.length - 1), 0)
  return expected === 0 ? null : 1 - observed / all.length / (expected / (all.length * (all.length - 1)))
}

const nameOf = (set: CodeSet) => [...set].sort().join(' ')

function expectSame(value: number | null, expected: number | null): void {
  if (expected === null) expect(value).toBeNull()
  else expect(value).toBeCloseTo(expected, 9)
}

describe('agreement of any number of coders', () => {
  it('has the alphas that all pairs of values give one by one, whoever missed a unit', () => {
    fc.assert(
      fc.property(arbitraryUnits, (units) => {
        const group = compareGroup(units)
        expectSame(
          group.alphaJaccard.value,
          naiveAlpha(units, (a, b) => distanceBetween(a, b, jaccard)),
        )
        expectSame(
          group.alphaMasi.value,
          naiveAlpha(units, (a, b) => distanceBetween(a, b, masi)),
        )
        expectSame(
          group.alphaNominal.value,
          naiveAlpha(units, (a, b) => distanceBetween(a, b, nominal)),
        )
        expectSame(
          group.alphaCoded.value,
          naiveAlpha(units, (a, b) => distanceBetween(a, b, coded)),
        )
        for (const { code, alpha } of group.perCode) {
          expectSame(
            alpha.value,
            naiveAlpha(units, (a, b) => Number(a.has(code) !== b.has(code))),
          )
        }
      }),
    )
  })

  it('has the nominal alpha of sets as names, as the function on single values gives it', () => {
    fc.assert(
      fc.property(arbitraryUnits, (units) => {
        const names = [...new Set(units.flatMap(({ values }) => values.map(nameOf)))]
        const matrix = units.map(({ values }) => values.map((set) => names.indexOf(nameOf(set))))
        expectSame(compareGroup(units).alphaNominal.value, krippendorffAlpha(matrix, 'nominal').value)
      }),
    )
  })

  it('has Fleiss’ kappa of sets as categories, of coded or not, and of each code', () => {
    const ratingsOf = (units: readonly UnitValues[], categoryOf: (set: CodeSet) => string) => {
      const categories = [...new Set(units.flatMap(({ values }) => values.map(categoryOf)))]
      return units.map(({ values }) =>
        categories.map((category) => values.filter((set) => categoryOf(set) === category).length),
      )
    }
    fc.assert(
      fc.property(fullUnits, (units) => {
        const group = compareGroup(units)
        expectSame(group.fleissSets.value, fleissKappa(ratingsOf(units, nameOf)).value)
        expectSame(group.fleissCoded.value, fleissKappa(ratingsOf(units, (set) => String(set.size > 0))).value)
        for (const { code, fleiss } of group.perCode) {
          expectSame(fleiss.value, fleissKappa(ratingsOf(units, (set) => String(set.has(code)))).value)
        }
      }),
    )
  })

  it('is that of the two where there are two', () => {
    fc.assert(
      fc.property(arbitraryPairs, (pairs) => {
        const two = compareCoders(pairs)
        const group = compareGroup(spreadOut(pairs).map(({ first, second }) => valuesOf([first, second])))
        expectSame(group.alphaJaccard.value, two.alphaJaccard.value)
        expectSame(group.alphaNominal.value, two.alphaNominal.value)
        expectSame(group.codedAgreement.value, two.codedAgreement.value)
        expect(group.coded).toEqual({ any: two.coded.either, uncodedShare: two.coded.uncodedShare })
        expect(group.perCode.map(({ alpha }) => alpha.value)).toEqual(two.perCode.map(({ alpha }) => alpha.value))
      }),
    )
  })

  it('counts, code by code, the units that all gave it, that they were divided on, and the pairs that differ, as one by one', () => {
    fc.assert(
      fc.property(arbitraryUnits, (units) => {
        const kept = units.map(({ values }) => values).filter((values) => values.length >= 2)
        const pairsOf = (values: readonly CodeSet[]) =>
          values.flatMap((a, at) => values.slice(at + 1).map((b) => [a, b] as const))
        const group = compareGroup(units)
        expect(group.pairs).toBe(kept.flatMap(pairsOf).length)
        for (const { code, everyone, divided, differing } of group.perCode) {
          const has = (set: CodeSet) => set.has(code)
          expect(everyone).toBe(kept.filter((values) => values.every(has)).length)
          expect(divided).toBe(kept.filter((values) => values.some(has) && !values.every(has)).length)
          expect(differing).toBe(kept.flatMap(pairsOf).filter(([a, b]) => has(a) !== has(b)).length)
        }
      }),
    )
  })

  it('leaves out units that one coder alone went through', () => {
    const a = new Set(['A'])
    const { units, values } = compareGroup([valuesOf([a]), valuesOf([a, new Set()])])
    expect({ units, values }).toEqual({ units: 1, values: 2 })
  })

  it('has no Fleiss’ kappa where units have different numbers of values, and says why', () => {
    const [a, b]: readonly [CodeSet, CodeSet] = [new Set(['A']), new Set(['B'])]
    const { fleissSets, alphaNominal } = compareGroup([valuesOf([a, b]), valuesOf([a, b, a])])
    expect(fleissSets).toEqual({ value: null, reason: 'unequal-ratings' })
    expect(alphaNominal.value).not.toBeNull()
  })
})
