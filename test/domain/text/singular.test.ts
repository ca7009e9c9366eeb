import { describe, expect, it } from 'vitest'
import { singularOf } from '../../../domain/text/singular.ts'

describe('a word without the mark of its plural', () => {
  it.each([
    ['values', 'value'],
    ['policies', 'policy'],
    ['processes', 'process'],
    ['branches', 'branch'],
    ['niveaux', 'niveau'],
    ['données', 'donnée'],
  ])('is of %s %s', (plural, singular) => {
    expect(singularOf(plural)).toBe(singular)
  })

  it.each(['bus', 'process', 'status', 'analysis', 'gas', 'value'])('is %s itself', (word) => {
    expect(singularOf(word)).toBe(word)
  })
})
