import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UnitPair } from '../../../domain/agreement/figures.ts'
import { pairUnits, unitsOf, type CodedSpan } from '../../../domain/agreement/units.ts'
import { overlaps, spanOf, type Span } from '../../../domain/span.ts'
import { wordsOf, type TranscriptText } from '../../../domain/transcript.ts'

/** A transcript in which `[…]` are the words of a turn; the brackets stay in the text, as labels would. */
function transcriptOf(text: string): TranscriptText {
  const turns = [...text.matchAll(/(?<=\[)[^\]]+/g)].map((match, index) => ({
    ...span(match.index, match.index + match[0].length),
    number: index + 1,
    speaker: null,
    seconds: null,
  }))
  return { text, turns }
}

function span(start: number, end: number): Span {
  const result = spanOf(start, end)
  if (result === null) throw new RangeError(`${start} to ${end} is no span`)
  return result
}

const coded = (start: number, end: number, code: string): CodedSpan => ({ ...span(start, end), code })

/** `A B | B ×2`, in the order given. */
const show = (pairs: readonly UnitPair[]) =>
  pairs.map(({ first, second, weight }) => `${[...first].join(' ')}|${[...second].join(' ')} ×${weight}`)

describe('the units of a transcript', () => {
  it('are its turns', () => {
    const transcript = transcriptOf('[one][two]')
    expect(unitsOf(transcript, 'turn')).toBe(transcript.turns)
  })

  it('are the sentences of each turn, without the blanks around them', () => {
    const transcript = transcriptOf('A: [ We had data. It was  stale?\nNobody knew ] B: [Oui. D’accord !]')
    expect(unitsOf(transcript, 'sentence').map((unit) => wordsOf(transcript.text, unit))).toEqual([
      'We had data.',
      'It was  stale?',
      'Nobody knew',
      'Oui.',
      'D’accord !',
    ])
  })

  it('hold no sentence for a turn of white space', () => {
    expect(unitsOf(transcriptOf('[ \n ][So.]'), 'sentence')).toHaveLength(1)
  })
})

describe('pairing the units of two coders', () => {
  const transcript = transcriptOf('[abcdefghi] [jkl]')

  it('counts every turn, coded or not, and merges those coded alike', () => {
    const turns = transcriptOf('[a][b][c][d]')
    expect(show(pairUnits(turns, 'turn', [coded(1, 2, 'X')], [coded(1, 5, 'X')]))).toEqual(['X|X ×1', '|X ×1', '| ×2'])
  })

  it('gives a unit every code whose coding overlaps it, once', () => {
    const first = [coded(1, 4, 'X'), coded(3, 6, 'X'), coded(9, 14, 'Y')]
    expect(show(pairUnits(transcript, 'turn', first, []))).toEqual(['X Y| ×1', 'Y| ×1'])
  })

  it('counts the characters inside turns, coded or not, and none outside', () => {
    // Turn 1 is 1 to 10 (a to i), turn 2 is 13 to 16 (j to l).
    const first = [coded(1, 4, 'X'), coded(3, 6, 'Y')]
    const second = [coded(0, 14, 'X')]
    expect(show(pairUnits(transcript, 'character', first, second))).toEqual([
      'X|X ×2',
      'X Y|X ×1',
      'Y|X ×2',
      '|X ×5',
      '| ×2',
    ])
  })

  it('does not see a coding that lies between turns', () => {
    expect(show(pairUnits(transcript, 'character', [coded(10, 13, 'X')], []))).toEqual(['| ×12'])
    expect(show(pairUnits(transcript, 'turn', [coded(10, 13, 'X')], []))).toEqual(['| ×2'])
  })

  it('gives no pair for a transcript without turns', () => {
    expect(pairUnits(transcriptOf('no turns'), 'character', [coded(0, 4, 'X')], [])).toEqual([])
  })

  it('counts characters as though each were looked at alone', () => {
    const item = fc
      .tuple(fc.nat(29), fc.integer({ min: 1, max: 12 }), fc.constantFrom('X', 'Y', 'Z'))
      .map(([start, length, code]) => coded(start, start + length, code))
    const text = fc
      .array(fc.constantFrom('[ab]', '[c d e]', ' - ', '[fghijk]'), { maxLength: 6 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.array(item, { maxLength: 6 }), fc.array(item, { maxLength: 6 }), (text, first, second) => {
        const transcript = transcriptOf(text)
        const counts = new Map<string, number>()
        const codesAt = (items: readonly CodedSpan[], unit: Span) =>
          [...new Set(items.filter((one) => overlaps(one, unit)).map(({ code }) => code))].sort().join(' ')
        for (const turn of transcript.turns) {
          for (let at: number = turn.start; at < turn.end; at++) {
            const unit = span(at, at + 1)
            const key = `${codesAt(first, unit)}|${codesAt(second, unit)}`
            counts.set(key, (counts.get(key) ?? 0) + 1)
          }
        }
        const expected = [...counts].map(([key, count]) => `${key} ×${count}`)
        expect(show(pairUnits(transcript, 'character', first, second))).toEqual(expected)
      }),
    )
  })
})
