import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignLanes } from '../../../../renderer/features/coding/words/lanes.ts'

const occupant = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(12), fc.nat(4))
  .map(([key, first, length]) => ({ key, first, last: first + length }))

describe('assignLanes', () => {
  it('puts codings of one turn side by side', () => {
    expect(
      assignLanes([
        { key: 'a', first: 0, last: 0 },
        { key: 'b', first: 0, last: 0 },
      ]),
    ).toEqual([0, 1])
  })

  it('gives a lane on to another code once it is free', () => {
    expect(
      assignLanes([
        { key: 'a', first: 0, last: 2 },
        { key: 'b', first: 3, last: 3 },
      ]),
    ).toEqual([0, 0])
  })

  it('keeps a code in its lane down the page', () => {
    const lanes = assignLanes([
      { key: 'a', first: 0, last: 0 },
      { key: 'b', first: 0, last: 0 },
      { key: 'b', first: 5, last: 5 },
    ])
    expect(lanes).toEqual([0, 1, 1])
  })

  it('never lets two codes share a lane where they share a turn', () => {
    fc.assert(
      fc.property(fc.array(occupant, { maxLength: 30 }), (occupants) => {
        const lanes = assignLanes(occupants)
        occupants.forEach((a, i) =>
          occupants.forEach((b, j) => {
            const meet = a.first <= b.last && b.first <= a.last
            if (a.key !== b.key && meet) expect(lanes[i]).not.toBe(lanes[j])
          }),
        )
      }),
    )
  })

  it('needs no more lanes than there are codes', () => {
    fc.assert(
      fc.property(fc.array(occupant, { minLength: 1, maxLength: 30 }), (occupants) => {
        const keys = new Set(occupants.map(({ key }) => key))
        expect(Math.max(...assignLanes(occupants))).toBeLessThan(keys.size)
      }),
    )
  })
})
