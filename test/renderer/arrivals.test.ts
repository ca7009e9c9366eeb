import { expect, it } from 'vitest'
import { arrivedIn } from '../../renderer/arrivals.ts'

it('finds what has come to a list: of a new path its last name', () => {
  const before = new Set(['a', 'b'])
  expect(arrivedIn(before, ['a', 'category', 'code', 'b'])).toBe('code')
  expect(arrivedIn(before, ['b', 'a'])).toBeNull()
  expect(arrivedIn(before, ['a'])).toBeNull()
})

it('points at none of many that came at once, as an import brings them', () => {
  expect(arrivedIn(new Set<string>(), ['a', 'b', 'c', 'd', 'e', 'f'])).toBeNull()
})
