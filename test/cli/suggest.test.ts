import { describe, expect, it } from 'vitest'
import { assert, constantFrom, property, string } from 'fast-check'
import { editDistance, nearest } from '../../cli/suggest.ts'

describe('editDistance', () => {
  it.each([
    ['catalog', 'catalog', 0],
    ['catalgo', 'catalog', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('from %j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
  })

  it('is the same both ways and never more than the longer word', () => {
    const word = string({ unit: constantFrom('a', 'b', 'c'), maxLength: 8 })
    assert(
      property(word, word, (a, b) => {
        const distance = editDistance(a, b)
        expect(editDistance(b, a)).toBe(distance)
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length))
        expect(distance === 0).toBe(a === b)
      }),
    )
  })
})

describe('nearest', () => {
  it('finds a word with two letters swapped, and one that was begun', () => {
    expect(nearest('exprot', ['import', 'export'])).toBe('export')
    expect(nearest('agree', ['info', 'agreement'])).toBe('agreement')
  })

  it('suggests nothing for a word that is like none', () => {
    expect(nearest('xyzzy', ['import', 'export', 'info'])).toBeNull()
  })
})
