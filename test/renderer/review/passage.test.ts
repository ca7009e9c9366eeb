import { describe, expect, it } from 'vitest'
import { contextOf, nearTranscript, wordsIn, type NearTurn } from '../../../renderer/features/review/passage/context.ts'
import { piecesOf } from '../../../renderer/features/review/passage/pieces.ts'
import { spanOf, type Span } from '../../../domain/span.ts'

function span(start: number, end: number): Span {
  const made = spanOf(start, end)
  if (made === null) throw new Error(`${start}–${end} is no span`)
  return made
}

describe('the pieces of a passage', () => {
  it('are cut wherever a reading begins or ends, and say which readings cover them', () => {
    const pieces = piecesOf(span(0, 20), [
      { letter: 'A', span: span(2, 10) },
      { letter: 'B', span: span(5, 15) },
    ])
    expect(pieces.map(({ start, end, letters }) => [start, end, letters.join('')])).toEqual([
      [0, 2, ''],
      [2, 5, 'A'],
      [5, 10, 'AB'],
      [10, 15, 'B'],
      [15, 20, ''],
    ])
  })

  it('say where each reading begins and ends, once', () => {
    const pieces = piecesOf(span(0, 20), [
      { letter: 'A', span: span(2, 10) },
      { letter: 'B', span: span(2, 15) },
    ])
    expect(pieces.flatMap(({ begins }) => begins)).toEqual(['A', 'B'])
    expect(pieces.flatMap(({ ends }) => ends)).toEqual(['A', 'B'])
  })

  it('do not begin a reading that began before the stretch', () => {
    const [piece] = piecesOf(span(5, 9), [{ letter: 'A', span: span(0, 20) }])
    expect(piece).toMatchObject({ letters: ['A'], begins: [], ends: [] })
  })

  it('name a reader once who coded the words twice', () => {
    const pieces = piecesOf(span(0, 9), [
      { letter: 'A', span: span(0, 9) },
      { letter: 'A', span: span(0, 9) },
    ])
    expect(pieces.map(({ letters }) => letters)).toEqual([['A']])
  })
})

describe('the context of a passage', () => {
  const words = 'word '.repeat(100)
  const turns = Array.from({ length: 5 }, (_, index) => turnOf(index + 1, index * words.length, words))

  function turnOf(number: number, at: number, text: string): NearTurn {
    return { number, speaker: null, text, ...span(at, at + text.length) }
  }

  it('holds the turn of the passage and enough of those beside it', () => {
    const shown = contextOf(turns, span(1_010, 1_490), 100, 100)
    expect(shown.map(({ turn, isCutBefore, isCutAfter }) => [turn.number, isCutBefore, isCutAfter])).toEqual([
      [2, true, false],
      [3, false, false],
      [4, false, true],
    ])
  })

  it('cuts at words', () => {
    const ends = contextOf(turns, span(1_010, 1_490), 98, 98).map(({ turn, shown }) => wordsIn(turn, shown))
    expect(ends.at(0)).toMatch(/^word/)
    expect(ends.at(-1)).toMatch(/word$/)
  })

  it('leaves out a turn of which less than a word would be left', () => {
    const shown = contextOf([turnOf(1, 0, 'question'), turnOf(2, 10, 'the answer')], span(10, 20), 4, 4)
    expect(shown.map(({ turn }) => turn.number)).toEqual([2])
  })

  it('cuts a very long turn far from the passage only', () => {
    const [shown] = contextOf([turnOf(1, 0, words.repeat(5))], span(1_000, 1_004), 50, 50)
    expect(shown).toMatchObject({ isCutBefore: true, isCutAfter: true })
    expect(shown?.shown.start).toBeLessThanOrEqual(1_000)
    expect(shown?.shown.end).toBeGreaterThanOrEqual(1_004)
  })

  it('holds every turn of a passage that runs over several', () => {
    expect(contextOf(turns, span(400, 1_600), 1, 1).map(({ turn }) => turn.number)).toEqual([1, 2, 3, 4])
  })

  it('is a small transcript whose words stand where they stood', () => {
    const { near, base } = nearTranscript([turnOf(7, 1_000, 'one two'), turnOf(8, 1_020, 'three')])
    expect(base).toBe(1_000)
    expect(near.turns.map(({ start, end }) => near.text.slice(start, end))).toEqual(['one two', 'three'])
    expect(near.text.slice(1_020 - base)).toBe('three')
  })
})
