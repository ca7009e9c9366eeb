import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanOf, type Span } from '../../../../domain/span.ts'
import { patchesOf, type Painted } from '../../../../renderer/features/coding/words/paint.ts'

function span(start: number, end: number): Span {
  const made = spanOf(start, end)
  if (made === null) throw new Error(`${start} to ${end} is no span`)
  return made
}
const painted = (start: number, end: number, colour: number): Painted => ({ ...span(start, end), colour })
const turn = span(10, 30)

describe('patchesOf', () => {
  it('shows a coding inside another one in its own colour', () => {
    expect(patchesOf(turn, [painted(10, 30, 1), painted(15, 20, 2)])).toEqual([
      { ...painted(10, 15, 1), isShared: false },
      { ...painted(15, 20, 2), isShared: true },
      { ...painted(20, 30, 1), isShared: false },
    ])
  })

  it('ends with the turn where the coding goes on', () => {
    expect(patchesOf(turn, [painted(0, 99, 4)])).toEqual([{ ...painted(10, 30, 4), isShared: false }])
  })

  it('does not mark what two codings share whole: their stripes say it', () => {
    expect(patchesOf(turn, [painted(0, 40, 1), painted(10, 30, 2)])).toEqual([
      { ...painted(10, 30, 2), isShared: false },
    ])
  })

  it('paints each unit that is coded once, in the colour of a shortest coding on it, and no other', () => {
    const coding = fc
      .tuple(fc.integer({ min: 5, max: 34 }), fc.integer({ min: 1, max: 20 }), fc.nat(11))
      .map(([start, length, colour]) => painted(start, start + length, colour))
    fc.assert(
      fc.property(fc.array(coding, { maxLength: 8 }), (codings) => {
        const patches = patchesOf(turn, codings)
        for (let at = turn.start; at < turn.end; at++) {
          const over = codings.filter(({ start, end }) => start <= at && at < end)
          const on = patches.filter(({ start, end }) => start <= at && at < end)
          expect(on.length).toBe(over.length > 0 ? 1 : 0)
          const least = Math.min(...over.map(({ start, end }) => end - start))
          const fitting = over.filter(({ start, end }) => end - start === least).map(({ colour }) => colour)
          if (on[0] !== undefined) expect(fitting).toContain(on[0].colour)
        }
      }),
    )
  })
})
