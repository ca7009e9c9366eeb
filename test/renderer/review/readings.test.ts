import { describe, expect, it } from 'vitest'
import type { ItemId } from '../../../domain/adjudication/adjudication.ts'
import { asId } from '../../../domain/ids.ts'
import { isStanding } from '../../../renderer/features/review/item/readings.tsx'

const ada = asId<'coder'>('00000000-0000-7000-8000-000000000001')
const decided = (result: readonly unknown[]) => ({
  item: { id: 'coding:00000000-0000-7000-8000-000000000005' as ItemId, state: 'decided' as const },
  decisions: [{ taken: [ada] }],
  result,
})

describe('a reading that was taken', () => {
  it('stands where it says something, or where nothing does', () => {
    expect(isStanding(decided(['a coding']), { coderId: ada, codings: ['a coding'] })).toBe(true)
    expect(isStanding(decided([]), { coderId: ada, codings: [] })).toBe(true)
  })

  it('does not stand as nothing beside a code that does', () => {
    expect(isStanding(decided(['a coding']), { coderId: ada, codings: [] })).toBe(false)
  })
})
