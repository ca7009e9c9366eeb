import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohenKappaOfTable } from '../../../domain/agreement/cohen-kappa.ts'
import { gwetAc1, gwetAc1OfTable } from '../../../domain/agreement/gwet-ac1.ts'
import { confusionOf, tables } from './two-by-two.ts'

describe("Gwet's AC1", () => {
  // K. L. Gwet, Kappa Statistic is not Satisfactory for Assessing the Extent of Agreement Between Raters, Statistical
  // Methods for Inter-Rater Reliability Assessment 1, 2002: 125 subjects as 118/5/2/0. Pa = 0.944, π = 0.972,
  // Pe = 2 · 0.972 · 0.028 = 0.0544, so AC1 = 0.941 where kappa = −0.023.
  it('stays at 0.941 on the table where one answer dominates and kappa collapses to -0.023', () => {
    const table = { both: 118, onlyFirst: 5, onlySecond: 2, neither: 0 }
    expect(gwetAc1OfTable(table).value).toBeCloseTo(0.9408, 4)
    expect(cohenKappaOfTable(table).value).toBeCloseTo(-0.0234, 4)
  })

  // Worked by hand: Pa = 6/10; uses 8, 7, 5 of 20, so Σ π(1 − π) = 0.24 + 0.2275 + 0.1875 = 0.655 and Pe = 0.3275.
  it('divides the expected agreement by k - 1', () => {
    const confusion = [
      [3, 1, 0],
      [0, 2, 1],
      [1, 1, 1],
    ]
    expect(gwetAc1(confusion).value).toBeCloseTo((0.6 - 0.3275) / 0.6725, 12)
  })

  it('of a 2×2 table is that of its two categories', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { value, ...why } = gwetAc1OfTable(table)
        const written = gwetAc1(confusionOf(table))
        expect({ ...why, value: value?.toFixed(9) }).toEqual({ ...written, value: written.value?.toFixed(9) })
      }),
    )
  })

  it('is 1 when everything is put into one of two categories by both', () => {
    expect(gwetAc1OfTable({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 9 })).toEqual({ value: 1 })
  })

  it('is undefined without units and with a single category', () => {
    expect(gwetAc1([[0]])).toEqual({ value: null, reason: 'no-units' })
    expect(gwetAc1([[4]])).toEqual({ value: null, reason: 'expected-agreement-is-one' })
  })
})
