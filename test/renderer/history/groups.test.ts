import { describe, expect, it } from 'vitest'
import { GROUPS, groupKey } from '../../../renderer/features/history/groups.ts'
import { daysOf } from '../../../renderer/features/history/days.ts'

describe('the kinds of actions that the history is narrowed by', () => {
  it('have a name each', () => {
    expect(GROUPS.filter((group) => groupKey(group) === 'other')).toEqual([])
  })
})

describe('the days of the history', () => {
  it('keep the order of the actions, whatever hour they were done at', () => {
    const entry = (id: number, at: string) => ({
      id,
      at,
      action: 'codes.create',
      detail: '',
      of: null,
      coderId: null,
      coder: null,
      kind: 'do' as const,
      subjectId: null,
      undone: false,
    })
    const entries = [
      entry(3, '2026-03-02T01:00:00Z'),
      entry(2, '2026-03-01T23:00:00Z'),
      entry(1, '2026-03-01T08:00:00Z'),
    ]
    const days = daysOf(entries, (iso) => iso.slice(0, 10))
    expect(days.map(({ id, entries }) => [id, entries.map((one) => one.id)])).toEqual([
      ['2026-03-02', [3]],
      ['2026-03-01', [2, 1]],
    ])
  })
})
