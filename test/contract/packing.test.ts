import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pack, unpack } from '../../app/contract/packing.ts'
import { fromJson, toJson } from '../../app/contract/wire.ts'

const turns = Array.from({ length: 300 }, (_, index) => ({
  number: index + 1,
  speaker: index % 3 === 0 ? null : 'Interviewer',
  start: index * 100,
  id: `0191d6b2-${String(index)}`,
}))

function across(answer: unknown): unknown {
  return unpack(fromJson(toJson(pack(answer))))
}

describe('long lists on their way between processes', () => {
  it('come back as they were, alone or within an answer', () => {
    expect(across(turns)).toEqual(turns)
    expect(across({ name: 'Interview 1', turns })).toEqual({ name: 'Interview 1', turns })
  })

  it('are shorter on their way where texts repeat', () => {
    const codings = turns.map((turn) => ({ ...turn, transcriptId: '0191d6b2-5c1e-7a3f-8b2e-1f2a3b4c5d6e' }))
    expect(toJson(pack(codings)).length * 2).toBeLessThan(toJson(codings).length)
  })

  it('keep the order of their keys', () => {
    expect(toJson(across(turns))).toBe(toJson(turns))
  })

  it('stay as they are where their rows are not all of one kind', () => {
    const lists: readonly unknown[] = [
      [...turns, { number: 301 }],
      [...turns, { ...turns[0], extra: 1 }],
      [...turns, { ...turns[0], speaker: undefined }],
      [...turns, null],
      [...turns, [1, 2]],
      turns.map(({ number }) => number),
    ]
    for (const list of lists) expect(pack(list)).toBe(list)
  })

  it('bring any answer across', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean(), fc.array(fc.integer()))
    const list = fc
      .record({ a: value, b: value, c: fc.constantFrom('x', 'y') })
      .chain((row) => fc.array(fc.constant(row), { minLength: 90, maxLength: 110 }))
    fc.assert(
      fc.property(fc.record({ list, other: value }), (answer) => {
        expect(across(answer)).toEqual(answer)
        expect(across(answer.list)).toEqual(answer.list)
      }),
    )
  })
})
