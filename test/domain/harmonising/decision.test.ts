import { describe, expect, it } from 'vitest'
import {
  contradictionIn,
  isUndecided,
  mapped,
  mappingOf,
  type DecisionKind,
} from '../../../domain/harmonising/decision.ts'
import { asId } from '../../../domain/ids.ts'

const code = (name: string) => asId<'code'>(name)
const decision = (kind: DecisionKind, codeName: string, otherName: string) => ({
  kind,
  codeId: code(codeName),
  otherId: code(otherName),
})
const mapping = (...decisions: ReturnType<typeof decision>[]) => Object.fromEntries(mappingOf(decisions))

describe('what codes count as', () => {
  it('is the code they were mapped to, and themselves else', () => {
    const map = mappingOf([decision('map', 'a', 'b')])
    expect([...map]).toEqual([['b', 'a']])
    expect(mapped(map, code('c'))).toBe('c')
  })

  it('goes over any number of steps, in whichever order they were taken', () => {
    expect(mapping(decision('map', 'a', 'b'), decision('map', 'b', 'c'))).toEqual({ b: 'a', c: 'a' })
    expect(mapping(decision('map', 'b', 'c'), decision('map', 'a', 'b'))).toEqual({ b: 'a', c: 'a' })
  })

  it('ends where decisions go round in a circle', () => {
    expect(mapping(decision('map', 'a', 'b'), decision('map', 'b', 'c'), decision('map', 'c', 'a'))).toEqual({
      b: 'a',
      c: 'a',
    })
  })

  it('does not follow from a refusal or a merge', () => {
    expect(mapping(decision('refuse', 'a', 'b'), decision('merge', 'a', 'c'))).toEqual({})
  })
})

describe('decisions', () => {
  it('contradict each other where a refused pair counts as one by way of others', () => {
    const refusal = decision('refuse', 'a', 'c')
    expect(contradictionIn([decision('map', 'a', 'b'), refusal])).toBeUndefined()
    expect(contradictionIn([decision('map', 'a', 'b'), refusal, decision('map', 'b', 'c')])).toBe(refusal)
  })

  it('leave a pair undecided unless it is one of theirs, or counts as one by way of others', () => {
    const isOpen = isUndecided([decision('map', 'a', 'b'), decision('map', 'b', 'c'), decision('refuse', 'd', 'a')])
    expect(isOpen(code('b'), code('a'))).toBe(false)
    expect(isOpen(code('a'), code('c'))).toBe(false)
    expect(isOpen(code('a'), code('d'))).toBe(false)
    expect(isOpen(code('c'), code('d'))).toBe(true)
  })
})
