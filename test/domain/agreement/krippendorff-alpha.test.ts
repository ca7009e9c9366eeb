import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { krippendorffAlpha, type ValueDistance } from '../../../domain/agreement/krippendorff-alpha.ts'

// K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C: 4 observers, 12 units, missing values.
const OBSERVERS = [
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
]
const WORKED_EXAMPLE = unitsFrom(OBSERVERS)

function unitsFrom(observers: readonly string[]): (number | null)[][] {
  const rows = observers.map((row) => row.split(' ').map((value) => (value === '.' ? null : Number(value))))
  return (rows[0] ?? []).map((_, unit) => rows.map((row) => row[unit] ?? null))
}

/** Sums over all ordered pairs of pairable values, one by one, with the ordinal distance as Krippendorff writes it. */
function naiveAlpha(units: readonly (readonly (number | null)[])[], distance: ValueDistance): number {
  const kept = units.map((unit) => unit.filter((value) => value !== null)).filter((values) => values.length > 1)
  const all = kept.flat()
  const countOf = (value: number) => all.filter((other) => other === value).length
  const delta = (a: number, b: number): number => {
    if (a === b) return 0
    if (distance === 'nominal') return 1
    if (distance === 'interval') return (a - b) ** 2
    if (distance === 'ratio') return ((a - b) / (a + b)) ** 2
    const between = all.filter((value) => value >= Math.min(a, b) && value <= Math.max(a, b)).length
    return (between - (countOf(a) + countOf(b)) / 2) ** 2
  }
  const pairs = (values: readonly number[]) => {
    let sum = 0
    for (const [i, a] of values.entries()) for (const [j, b] of values.entries()) if (i !== j) sum += delta(a, b)
    return sum
  }
  const observed = kept.reduce((sum, values) => sum + pairs(values) / (values.length - 1), 0) / all.length
  return 1 - observed / (pairs(all) / (all.length * (all.length - 1)))
}

const data = fc.array(
  fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { freq: 4 }), { minLength: 3, maxLength: 3 }),
  { maxLength: 14 },
)
const distances = fc.constantFrom<ValueDistance>('nominal', 'ordinal', 'interval', 'ratio')

describe("Krippendorff's alpha", () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('with %s distance is %f on the worked example of 4 observers and 12 units', (distance, expected) => {
    expect(krippendorffAlpha(WORKED_EXAMPLE, distance).value).toBeCloseTo(expected, 3)
  })

  it('is the sum over all pairs of pairable values, for any data and distance', () => {
    fc.assert(
      fc.property(data, distances, (units, distance) => {
        const { value } = krippendorffAlpha(units, distance)
        if (value === null) return
        expect(value).toBeCloseTo(naiveAlpha(units, distance), 9)
        expect(value).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is not moved by units that only one coder saw', () => {
    const more = [...WORKED_EXAMPLE, [9, null, null, null], [null, null, null, null]]
    expect(krippendorffAlpha(more, 'interval')).toEqual(krippendorffAlpha(WORKED_EXAMPLE, 'interval'))
  })

  it('is undefined when all pairable values are the same', () => {
    expect(krippendorffAlpha([[2, 2], [2, 2, 2], [3]], 'nominal')).toEqual({
      value: null,
      reason: 'expected-disagreement-is-zero',
    })
  })

  it('is undefined when no two values can be paired', () => {
    expect(
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        'nominal',
      ),
    ).toEqual({ value: null, reason: 'no-units' })
  })
})
