import { describe, expect, it } from 'vitest'
import { nextStepOf } from '../../domain/progress.ts'

describe('the next step of a study whose first coder has begun', () => {
  const standing = {
    transcripts: 1,
    codes: 1,
    coders: 1,
    independentCoders: 1,
    moderatedCodings: 0,
    catalogEntries: 0,
    surveys: 0,
    blindRounds: 0,
  }

  it('is to add the second coder while there is one alone', () => {
    expect(nextStepOf(standing)).toBe('second-coder')
  })

  it('is to code on where a second one is there, of whose blind work nothing is seen', () => {
    expect(nextStepOf({ ...standing, coders: 2 })).toBe('code')
  })
  it('is for a moderator, who sees nothing of it, to open the blind round, once there are two who code in it', () => {
    const blind = { ...standing, independentCoders: 0, blindRounds: 1 }
    expect(nextStepOf({ ...blind, coders: 2 })).toBe('open-round')
    expect(nextStepOf(blind)).toBe('second-coder')
    expect(nextStepOf({ ...blind, coders: 2, codes: 0 })).toBe('create-codes')
  })
})
