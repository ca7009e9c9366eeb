import { describe, expect, it } from 'vitest'
import { asId } from '../../../domain/ids.ts'
import { beside, near } from '../../../renderer/features/codebook/comparison/card-place.ts'

/** Groups of as many cards as the numbers say. */
const groupsOf = (...sizes: readonly number[]) =>
  sizes.map((size, group) => ({
    shown: Array.from({ length: size }, (_, index) => ({ id: asId<'coding'>(`${String(group)}.${String(index)}`) })),
  }))

describe('the card that a key leads to', () => {
  it('is past groups that have none', () => {
    expect(beside(groupsOf(2, 0, 1), { group: 0, index: 1 }, 1)).toEqual({ group: 2, index: 0 })
    expect(beside(groupsOf(2, 0, 1), { group: 2, index: 0 }, -1)).toEqual({ group: 0, index: 0 })
  })

  it('is the same one where there is no further group', () => {
    expect(beside(groupsOf(2, 0), { group: 0, index: 1 }, 1)).toEqual({ group: 0, index: 1 })
  })

  it('is the last one where the group has fewer', () => {
    expect(near(groupsOf(3), { group: 0, index: 9 })).toEqual({ group: 0, index: 2 })
  })
})
