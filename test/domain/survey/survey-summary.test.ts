import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { middleOf } from '../../../domain/statistics/quantile.ts'
import { randomOf } from '../../../domain/statistics/random.ts'
import { mergeGroups, summarise, summariseItems } from '../../../domain/survey/survey-summary.ts'

const SCALE = ['Not Important', 'Somewhat Important', 'Important', 'Very Important']
const options = { top: 2, random: randomOf(1) }

describe('summarising answers on a scale', () => {
  // By hand: 2, 3, 3, 4 of six respondents: mean 3, squares 1 + 0 + 0 + 1 over 3.
  it('gives the figures worked by hand', () => {
    const { interval, ...summary } = summarise([3, null, 2, 4, null, 3], SCALE, options)
    expect(summary).toEqual({
      n: 4,
      missing: 2,
      counts: [
        { label: 'Not Important', count: 0, percent: 0 },
        { label: 'Somewhat Important', count: 1, percent: 25 },
        { label: 'Important', count: 2, percent: 50 },
        { label: 'Very Important', count: 1, percent: 25 },
      ],
      top: { count: 3, percent: 75 },
      mean: 3,
      median: 3,
      mode: [3],
      sd: Math.sqrt(2 / 3),
    })
    expect(interval?.[0]).toBeLessThan(3)
    expect(interval?.[1]).toBeGreaterThan(3)
  })

  // Table II of Lewis, Bellomo, Ozkaya, WAIN 2021 counts "Important" and "Very Important" together.
  it('takes the top-box count from as many points as asked', () => {
    const values = [1, 2, 2, 3, 4]
    const top = (points: number) => summarise(values, SCALE, { ...options, top: points }).top
    expect([top(1), top(2), top(9)]).toEqual([
      { count: 1, percent: 20 },
      { count: 2, percent: 40 },
      { count: 5, percent: 100 },
    ])
  })

  it('takes the midpoint of the two middle answers as the median, and names every mode', () => {
    const { median, mode } = summarise([1, 2, 4, 4, 2, 3], SCALE, options)
    expect([median, mode]).toEqual([2.5, [2, 4]])
  })

  it('leaves every figure out where nobody answered, and shows none as 0', () => {
    const summary = summarise([null, null], SCALE, options)
    expect(summary).toMatchObject({ n: 0, missing: 2, mean: null, median: null, mode: [], sd: null, interval: null })
    expect(summary.top).toEqual({ count: 0, percent: null })
    expect(summary.counts.every(({ count, percent }) => count === 0 && percent === null)).toBe(true)
  })

  it('has no spread and a point for an interval where one person answered', () => {
    expect(summarise([4], SCALE, options)).toMatchObject({ n: 1, mean: 4, sd: null, interval: [4, 4] })
  })

  it('refuses an answer that is no point of the scale', () => {
    for (const value of [0, 5, 1.5]) expect(() => summarise([value], SCALE, options)).toThrow(RangeError)
  })

  it('gives the interval of drawing respondents one by one, but for chance', () => {
    const values = [1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 1, 2]
    const random = randomOf(8)
    const means = Array.from({ length: 5000 }, () => {
      const drawn = values.map(() => values[Math.floor(random() * values.length)] ?? 0)
      return drawn.reduce((sum, value) => sum + value, 0) / drawn.length
    })
    const [low, high] = middleOf(means) ?? []
    const { interval } = summarise(values, SCALE, { top: 2, resamples: 5000, random: randomOf(9) })
    // Means of 13 answers come in steps of 1/13.
    expect(Math.abs((interval?.[0] ?? Infinity) - (low ?? 0))).toBeLessThan(1.01 / 13)
    expect(Math.abs((interval?.[1] ?? Infinity) - (high ?? 0))).toBeLessThan(1.01 / 13)
  })

  it('counts what is there, for any answers', () => {
    const values = fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { maxLength: 40 })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 4 }), (values, top) => {
        const summary = summarise(values, SCALE, { top, resamples: 20, random: randomOf(2) })
        const answers = values.filter((value) => value !== null)
        expect(summary.n + summary.missing).toBe(values.length)
        expect(summary.counts.map(({ count }) => count)).toEqual(
          SCALE.map((_, point) => answers.filter((value) => value === point + 1).length),
        )
        expect(summary.top.count).toBe(answers.filter((value) => value > 4 - top).length)
        if (summary.n === 0) return
        expect(summary.counts.reduce((sum, { percent }) => sum + (percent ?? 0), 0)).toBeCloseTo(100, 9)
        expect(summary.mean).toBeCloseTo(answers.reduce((sum, value) => sum + value, 0) / answers.length, 9)
      }),
    )
  })
})

describe('summarising items by group', () => {
  const items = [
    { id: 'q1', label: 'Metadata', values: [4, 3, null, 1, 2, 4, 4] },
    { id: 'q2', label: 'Data Rates', values: [1, 3, null, 1, 2, 4, 2] },
  ]
  const groups = mergeGroups(
    ['DS', 'SE', 'DS', 'Ops', 'Other', null, ' '],
    [{ label: 'Ops + Other', groups: ['Ops', 'Other'] }],
  )
  const settings = { top: 2, resamples: 200, seed: 7 }

  it('counts respondents without a group in the overall figures only', () => {
    const [first] = summariseItems(items, groups, SCALE, settings)
    expect(first?.overall).toMatchObject({ n: 6, missing: 1 })
    expect(first?.groups.map(({ group, n, missing, top }) => [group, n, missing, top.count])).toEqual([
      ['DS', 1, 1, 1],
      ['SE', 1, 0, 1],
      ['Ops + Other', 2, 0, 0],
    ])
  })

  it('draws the same intervals whatever the order of items and groups, and whichever are left out', () => {
    const summaries = summariseItems(items, groups, SCALE, settings)
    const turned = summariseItems(items.toReversed(), new Map([...groups].toReversed()), SCALE, settings)
    const alone = summariseItems(items.slice(1), new Map(), SCALE, settings)
    expect(turned.map(({ id, overall }) => [id, overall]).toReversed()).toEqual(
      summaries.map(({ id, overall }) => [id, overall]),
    )
    expect(turned[0]?.groups.toReversed()).toEqual(summaries[1]?.groups)
    expect(alone[0]?.overall).toEqual(summaries[1]?.overall)
  })

  it('draws other intervals for another seed and for another item', () => {
    const values = [1, 2, 3, 4, 4, 2, 1, 3, 3, 1, 2, 4, 4, 4, 3, 1, 1, 2, 3, 4, 2, 2, 3]
    const same = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id, values }))
    const intervals = (seed: number) =>
      summariseItems(same, new Map(), SCALE, { top: 2, resamples: 25, seed }).map(({ overall }) =>
        String(overall.interval),
      )
    expect(new Set(intervals(1)).size).toBeGreaterThan(1)
    expect(intervals(1)).toEqual(intervals(1))
    expect(intervals(1)).not.toEqual(intervals(2))
  })
})

describe('grouping respondents', () => {
  it('orders groups by their first appearance once merged', () => {
    const groups = mergeGroups(['Other', 'DS', 'Ops', 'DS'], [{ label: 'Ops + Other', groups: ['Ops', 'Other'] }])
    expect([...groups]).toEqual([
      ['Ops + Other', [0, 2]],
      ['DS', [1, 3]],
    ])
  })

  it('puts every respondent with a value into exactly one group', () => {
    const values = fc.array(fc.option(fc.constantFrom('A', 'B', 'C', ' ', 'D ')), { maxLength: 20 })
    const merges = fc.array(
      fc.record({ label: fc.constantFrom('A', 'X', 'Y'), groups: fc.subarray(['A', 'B', 'C', 'D']) }),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(values, merges, (values, merges) => {
        const members = [...mergeGroups(values, merges).values()].flat().sort((a, b) => a - b)
        expect(members).toEqual(
          values.flatMap((value, index) => (value === null || value.trim() === '' ? [] : [index])),
        )
      }),
    )
  })

  it('lets the first of two merges that name one value decide', () => {
    const groups = mergeGroups(
      ['A'],
      [
        { label: 'X', groups: ['A'] },
        { label: 'Y', groups: ['A'] },
      ],
    )
    expect([...groups.keys()]).toEqual(['X'])
  })
})
