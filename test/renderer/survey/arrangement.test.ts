import { describe, expect, it } from 'vitest'
import {
  arrangeItems,
  mergedGroups,
  summaryInput,
  type Arrangement,
  type Item,
} from '../../../renderer/features/survey/arrangement.ts'
import { lookOf } from '../../../renderer/features/survey/point-colour.ts'

const summary = (percent: number | null): Item['overall'] => ({
  n: percent === null ? 0 : 10,
  missing: 0,
  counts: [],
  top: { count: 0, percent },
  mean: null,
  median: null,
  mode: [],
  sd: null,
  interval: null,
})
const item = (id: string, percent: number | null, ofGroup: number | null): Item => ({
  id,
  label: id,
  overall: summary(percent),
  groups: [{ group: 'Operations', ...summary(ofGroup) }],
})
const items = [item('a', 40, 90), item('b', null, null), item('c', 80, 10), item('d', 40, 50)]
const ids = (arranged: readonly Item[]) => arranged.map(({ id }) => id).join('')
const plain: Arrangement = { by: null, merges: [], top: 2, order: 'questionnaire', shown: null }

describe('the order of items', () => {
  it('is the questionnaire’s unless asked otherwise', () => {
    expect(ids(arrangeItems(items, 'questionnaire', null))).toBe('abcd')
  })

  it('goes by share at the top, ties as in the questionnaire, unanswered items last', () => {
    expect(ids(arrangeItems(items, 'prevalence', null))).toBe('cadb')
  })

  it('goes by the group that the chart shows', () => {
    expect(ids(arrangeItems(items, 'prevalence', 'Operations'))).toBe('adcb')
  })
})

describe('what is asked of the service', () => {
  it('names no merge where there are no groups', () => {
    expect(summaryInput('s', plain, 4)).toEqual({ name: 's', top: 2, seed: 1 })
  })

  it('never takes the whole scale for its top', () => {
    expect(summaryInput('s', { ...plain, top: 4 }, 4).top).toBe(3)
    expect(summaryInput('s', { ...plain, top: 2 }, 2).top).toBe(1)
  })
})

describe('merged groups', () => {
  it('stand where their first member stood, with the sum of their sizes', () => {
    const groups = [
      { name: 'Operations', count: 1 },
      { name: 'Data Scientist', count: 16 },
      { name: 'Other', count: 4 },
    ]
    expect(mergedGroups(groups, [{ label: 'Operations + Other', groups: ['Operations', 'Other'] }])).toEqual([
      { name: 'Operations + Other', count: 5 },
      { name: 'Data Scientist', count: 16 },
    ])
  })
})

describe('the colours of a scale', () => {
  const fills = (points: number) =>
    Array.from({ length: points }, (_, point) => String(lookOf(point, points).fill.fill))

  it('are all different, whatever the number of points', () => {
    for (const points of [2, 3, 4, 5, 6, 7, 10]) expect(new Set(fills(points)).size).toBe(points)
  })

  it('are strongest at the ends and grey in the middle of an odd scale', () => {
    expect(fills(5)[0]).toContain('--likert-low-strong) 100%')
    expect(fills(5)[2]).toBe('var(--likert-neutral)')
    expect(fills(5)[4]).toContain('--likert-high-strong) 100%')
  })
})
