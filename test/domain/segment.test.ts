import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joined, moveBoundary, snapToStart, splitAt, startHere } from '../../domain/segment.ts'
import { spanOf, type Offset, type Span } from '../../domain/span.ts'
import { parseTranscript } from '../../formats/transcript-text.ts'

const END = 40
const at = (offset: number) => offset as Offset

function span(start: number, end: number): Span {
  const made = spanOf(start, end)
  if (made === null) throw new Error('no span')
  return made
}

/** Segments in order that do not overlap, some of them touching, within END. */
const segments = fc
  .array(fc.tuple(fc.nat({ max: 2 }), fc.integer({ min: 1, max: 5 })), { maxLength: 5 })
  .map((shape) => {
    let end = 0
    return shape.map(([gap, length]) => {
      const made = span(end + gap, end + gap + length)
      end = made.end
      return made
    })
  })
const offsets = fc.nat({ max: END + 2 })

/** Which segment each unit of the text belongs to: the naive picture that every change is judged by. */
function painted(list: readonly Span[]): readonly number[] {
  return Array.from({ length: END }, (_, unit) => list.findIndex(({ start, end }) => start <= unit && unit < end))
}

function isOrdered(list: readonly Span[]): boolean {
  return list.every(({ start, end }, index) => start < end && end <= (list[index + 1]?.start ?? END))
}

describe('starting a segment', () => {
  it('divides the one around the place, or begins one that reaches to the next or to the end', () => {
    fc.assert(
      fc.property(segments, offsets, (list, offset) => {
        const before = painted(list)
        const start = startHere(list, at(offset), END)
        if (start.kind === 'none') {
          expect(offset >= END || list.some((one) => one.start === offset)).toBe(true)
          return
        }
        const after =
          start.kind === 'split'
            ? list.flatMap((one, index) => (index === start.index ? start.parts : [one]))
            : [...list, start.span].sort((a, b) => a.start - b.start)
        expect(isOrdered(after)).toBe(true)
        const fresh = after.findIndex((one) => one.start === offset)
        expect(fresh).not.toBe(-1)
        const owner = before[offset] ?? -1
        painted(after).forEach((now, unit) => {
          const was = before[unit] ?? -1
          const taken = unit >= offset && was === owner && before.slice(offset, unit).every((one) => one === owner)
          expect(now === fresh).toBe(taken)
          if (!taken) expect(now === -1).toBe(was === -1)
        })
      }),
    )
  })

  it('and joining the two parts again gives the segment that was divided', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 20 }), offsets, (from, length, offset) => {
        const whole = span(from, from + length)
        const parts = splitAt(whole, at(offset))
        if (parts === null) expect(offset <= whole.start || offset >= whole.end).toBe(true)
        else expect(joined(...parts)).toEqual(whole)
      }),
    )
  })
})

describe('moving a boundary', () => {
  it('takes a touching neighbour along, runs over none, and changes no other', () => {
    const sides = fc.constantFrom('start' as const, 'end' as const)
    fc.assert(
      fc.property(segments, fc.nat({ max: 6 }), sides, offsets, (list, index, side, to) => {
        const moved = moveBoundary(list, index, side, at(to), END)
        const own = list[index]
        if (own === undefined) {
          expect(moved).toBeNull()
          return
        }
        const wanted = list.map((one) => ({ ...one }))
        const neighbour = list[side === 'start' ? index - 1 : index + 1]
        const isTouching =
          neighbour !== undefined && (side === 'start' ? neighbour.end === own.start : neighbour.start === own.end)
        wanted[index] = { ...own, [side]: to }
        if (isTouching && side === 'start') wanted[index - 1] = { ...neighbour, end: at(to) }
        if (isTouching && side === 'end') wanted[index + 1] = { ...neighbour, start: at(to) }
        if (!isOrdered(wanted)) {
          expect(moved).toBeNull()
          return
        }
        const after = list.map((one, place) => moved?.find((each) => each.index === place)?.span ?? one)
        expect(after).toEqual(wanted)
      }),
    )
  })
})

describe('where a segment can start', () => {
  const { text, turns } = parseTranscript('Ann: One two.\n\nBob:  three, four\nfive')
  const snapped = (word: string, shift = 0) => text.slice(snapToStart(text, turns, at(text.indexOf(word) + shift)))

  it('is at the word that holds the place', () => {
    expect(snapped('two', 2)).toBe(text.slice(text.indexOf('two')))
    expect(snapped('four', 3)).toBe(text.slice(text.indexOf('four')))
  })

  it('is at the turn where no word of it comes before, from its label on', () => {
    expect(snapped('One', 2)).toBe(text.slice(text.indexOf('One')))
    expect(snapped('Bob', 1)).toBe(text.slice(turns[1]?.start))
    expect(snapped('Ann')).toBe(text.slice(turns[0]?.start))
  })

  it('is at the next word from a blank, and at the end of what was said after the last', () => {
    expect(snapped(' two')).toBe(text.slice(text.indexOf('two')))
    expect(snapToStart(text, turns, at(text.length))).toBe(turns.at(-1)?.end)
  })

  it('is such a place already wherever it was found', () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length }), (offset) => {
        const once = snapToStart(text, turns, at(offset))
        expect(snapToStart(text, turns, once)).toBe(once)
      }),
    )
  })
})
