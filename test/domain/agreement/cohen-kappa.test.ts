import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohenKappa, cohenKappaOfTable } from '../../../domain/agreement/cohen-kappa.ts'
import { confusionOf, tables } from './two-by-two.ts'

/** The formula as it is written, with Po and Pe as shares. */
function naiveKappa(confusion: readonly (readonly number[])[]): number {
  const units = confusion.flat().reduce((sum, count) => sum + count, 0)
  const shares = confusion.map((row) => row.map((count) => count / units))
  const observed = shares.reduce((sum, row, index) => sum + (row[index] ?? 0), 0)
  const expected = shares.reduce((sum, row, index) => {
    const ofFirst = row.reduce((total, share) => total + share, 0)
    const ofSecond = shares.reduce((total, other) => total + (other[index] ?? 0), 0)
    return sum + ofFirst * ofSecond
  }, 0)
  return (observed - expected) / (1 - expected)
}

const confusions = fc
  .integer({ min: 2, max: 5 })
  .chain((k) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: k, maxLength: k }), { minLength: k, maxLength: k }),
  )

describe("Cohen's kappa", () => {
  // The worked 2×2 example in the manner of Cohen 1960 that method.md section 4 names: Po = 0.7, Pe = 0.5.
  it('is 0.400 for 20 and 15 agreed, 5 and 10 not', () => {
    expect(cohenKappaOfTable({ both: 20, onlyFirst: 5, onlySecond: 10, neither: 15 }).value).toBeCloseTo(0.4, 12)
  })

  // Worked by hand: Po = 7/10; margins 4, 3, 3 and 4, 4, 2, so Pe = (16 + 12 + 6)/100 and κ = 0.36/0.66.
  it('takes its expected agreement from both margins over all categories', () => {
    const confusion = [
      [3, 1, 0],
      [0, 2, 1],
      [1, 1, 1],
    ]
    expect(cohenKappa(confusion).value).toBeCloseTo((0.6 - 0.34) / 0.66, 12)
  })

  it('is exactly 1 when the coders agree on every unit and use two categories', () => {
    expect(cohenKappaOfTable({ both: 3, onlyFirst: 0, onlySecond: 0, neither: 7 })).toEqual({ value: 1 })
  })

  it('is undefined, never 0 or 1, when both put every unit into one category', () => {
    const undefinedFigure = { value: null, reason: 'expected-agreement-is-one' }
    expect(cohenKappaOfTable({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 12 })).toEqual(undefinedFigure)
    expect(cohenKappaOfTable({ both: 12, onlyFirst: 0, onlySecond: 0, neither: 0 })).toEqual(undefinedFigure)
  })

  it('is 0 when one coder uses one category only and the other uses two', () => {
    expect(cohenKappaOfTable({ both: 0, onlyFirst: 3, onlySecond: 0, neither: 9 })).toEqual({ value: 0 })
  })

  it('is undefined without units', () => {
    expect(cohenKappa([])).toEqual({ value: null, reason: 'no-units' })
    expect(cohenKappaOfTable({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }).value).toBeNull()
  })

  it('is the formula as it is written, for any table', () => {
    fc.assert(
      fc.property(confusions, (confusion) => {
        const { value } = cohenKappa(confusion)
        if (value === null) return
        expect(value).toBeCloseTo(naiveKappa(confusion), 9)
      }),
    )
  })

  it('of a 2×2 table is that of its two categories', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { value, ...why } = cohenKappaOfTable(table)
        const written = cohenKappa(confusionOf(table))
        expect({ ...why, value: value?.toFixed(9) }).toEqual({ ...written, value: written.value?.toFixed(9) })
      }),
    )
  })

  it('does not change by a bit when the coders are swapped', () => {
    fc.assert(
      fc.property(confusions, (confusion) => {
        const swapped = confusion.map((_, row) => confusion.map((other) => other[row] ?? 0))
        expect(cohenKappa(swapped)).toEqual(cohenKappa(confusion))
      }),
    )
  })
})
