import { describe, expect, it } from 'vitest'
import { asId } from '../../../domain/ids.ts'
import { baseOf, markDrafts } from '../../../renderer/features/review/item/compared-drafts.ts'

const [ada, bea, cleo, dan] = ['1', '2', '3', '4'].map((end) =>
  asId<'coder'>(`00000000-0000-7000-8000-00000000000${end}`),
)
const drafts = [ada, bea, cleo].flatMap((coderId) =>
  coderId === undefined ? [] : [{ coderId, quote: 'grams', description: coderId, information: '' }],
)

describe('the draft that others are held against', () => {
  it('is the one asked for, else the one that stands, else the first', () => {
    const decided = { item: { state: 'decided' as const }, decisions: [{ taken: cleo === undefined ? [] : [cleo] }] }
    expect(baseOf(decided, drafts, bea ?? null)).toBe(1)
    expect(baseOf(decided, drafts, null)).toBe(2)
    expect(baseOf({ item: { state: 'open' }, decisions: decided.decisions }, drafts, null)).toBe(0)
  })

  it('is never that of somebody who wrote none', () => {
    expect(baseOf({ item: { state: 'open' }, decisions: [] }, drafts, dan ?? null)).toBe(0)
  })

  it('is there for any number of drafts from two on', () => {
    expect(markDrafts(drafts, 0).size).toBe(3)
    expect(markDrafts(drafts.slice(0, 1), 0).size).toBe(0)
  })
})
