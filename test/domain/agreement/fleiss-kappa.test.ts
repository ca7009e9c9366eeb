import { describe, expect, it } from 'vitest'
import { fleissKappa } from '../../../domain/agreement/fleiss-kappa.ts'

// J. L. Fleiss, Measuring Nominal Scale Agreement among Many Raters, Psychological Bulletin 76(5), 1971, table 1:
// 30 patients, 6 ratings each, five categories (depression, personality disorder, schizophrenia, neurosis, other).
const FLEISS_1971 = `
  00060 03003 01401 00006 03030 20400 00402 20310 20040 00006
  10050 11040 03300 10050 02031 00501 30012 51000 02040 10203
  00006 01050 02013 20040 10041 05010 40002 02040 10500 00006`
  .trim()
  .split(/\s+/)
  .map((row) => row.split('').map(Number))

describe("Fleiss' kappa", () => {
  it('is 0.430 on the 30 patients and 6 ratings of Fleiss 1971', () => {
    expect(FLEISS_1971.map((row) => row.reduce((sum, count) => sum + count))).toEqual(
      Array.from({ length: 30 }, () => 6),
    )
    expect(fleissKappa(FLEISS_1971).value).toBeCloseTo(0.43, 3)
  })

  it('is 1 when all agree on every unit and two categories are used', () => {
    expect(
      fleissKappa([
        [3, 0],
        [0, 3],
      ]),
    ).toEqual({ value: 1 })
  })

  it('is undefined when every rating is of one category', () => {
    expect(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toEqual({ value: null, reason: 'expected-agreement-is-one' })
  })

  it('is undefined when the units do not have the same number of ratings, or only one', () => {
    expect(
      fleissKappa([
        [3, 0],
        [1, 1],
      ]),
    ).toEqual({ value: null, reason: 'unequal-ratings' })
    expect(fleissKappa([[1, 0]])).toEqual({ value: null, reason: 'unequal-ratings' })
  })

  it('is undefined without units', () => {
    expect(fleissKappa([])).toEqual({ value: null, reason: 'no-units' })
  })
})
