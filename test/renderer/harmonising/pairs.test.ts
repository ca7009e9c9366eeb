import { describe, expect, it } from 'vitest'
import { asId } from '../../../domain/ids.ts'
import { decidedNames, keyOf, nextAfter, swapped, type Pair } from '../../../renderer/features/harmonising/pairs.ts'

const pair = (code: string, other: string, decision: Pair['decision'] = null): Pair => ({
  key: keyOf(code, other),
  code: asId(code),
  other: asId(other),
  name: code,
  otherName: other,
  evidence: null,
  decision,
})

const mapped = pair('a', 'b', {
  id: 'decision',
  kind: 'map',
  codeId: asId('a'),
  otherId: asId('b'),
  name: 'a',
  otherName: 'b',
  decidedBy: null,
  decidedAt: '2026-01-01T09:00:00Z',
  evidence: null,
})

describe('a pair of codes', () => {
  it('is the same pair whichever of the two stays', () => {
    expect(swapped(pair('a', 'b'))).toMatchObject({ key: pair('a', 'b').key, code: 'b', other: 'a', name: 'b' })
  })

  it('is told as it was decided, also where the other one is offered to stay', () => {
    expect(decidedNames(mapped)).toEqual({ code: 'a', other: 'b' })
    expect(decidedNames(swapped(mapped))).toEqual({ code: 'a', other: 'b' })
  })
})

describe('the pair to go on with', () => {
  const open = [pair('a', 'b'), pair('c', 'd'), pair('e', 'f')]
  it('is the next one, at the end the one before, and none after the last', () => {
    expect(nextAfter(open, keyOf('a', 'b'))).toBe(keyOf('c', 'd'))
    expect(nextAfter(open, keyOf('e', 'f'))).toBe(keyOf('c', 'd'))
    expect(nextAfter([pair('a', 'b')], keyOf('a', 'b'))).toBeNull()
  })
})
