import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Offset } from '../../../domain/span.ts'
import { createReader, type Extent } from '../../../renderer/components/reader.ts'
import { find, transcriptOf } from '../coding/small-transcript.ts'

const wordsOf = (language: string, ...turns: readonly string[]) => {
  const transcript = transcriptOf(...turns)
  const reader = createReader(transcript, language)
  const found: string[] = []
  for (
    let word = reader.pieces.word.endingAfter(0 as Offset);
    word;
    word = reader.pieces.word.startingAfter(word.start)
  ) {
    found.push(transcript.text.slice(word.start, word.end))
  }
  return found
}

describe('a reader', () => {
  it('goes from word to word over punctuation, turns and the labels between them', () => {
    expect(wordsOf('en', 'Well, yes.', '…', 'Two — three')).toEqual(['Well', 'yes', 'Two', 'three'])
  })

  it('takes an elided article and its noun as one word', () => {
    expect(wordsOf('fr', 'L’équipe n’a rien dit')).toEqual(['L’équipe', 'n’a', 'rien', 'dit'])
  })

  it('finds the nearest word of the turn for a place between words', () => {
    const transcript = transcriptOf('one.', 'two three?')
    const reader = createReader(transcript, 'en')
    expect(reader.pieces.word.at(find(transcript, ' three').start)).toEqual(find(transcript, 'three'))
    expect(reader.pieces.word.at(find(transcript, '?').end)).toEqual(find(transcript, 'three'))
  })

  it('gives the place itself in a turn without words', () => {
    const transcript = transcriptOf('one', '…', 'two')
    const { start } = find(transcript, '…')
    expect(createReader(transcript, 'en').pieces.word.at(start)).toEqual({ start, end: start })
  })

  it('has nothing before the first word and nothing after the last', () => {
    const transcript = transcriptOf('one two')
    const reader = createReader(transcript, 'en')
    expect(reader.pieces.word.startingBefore(find(transcript, 'one').start)).toBeNull()
    expect(reader.pieces.word.endingAfter(find(transcript, 'two').end)).toBeNull()
  })

  it('finds the words that a list of all of them holds, from every offset', () => {
    const turn = fc.string({
      unit: fc.constantFrom('a', 'é', 'ß', '’', ' ', '-', '.', '\n', '🙂', '7'),
      minLength: 1,
      maxLength: 14,
    })
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 4 }), (turns) => {
        const transcript = transcriptOf(...turns)
        const reader = createReader(transcript, 'en')
        const all = transcript.turns.flatMap(({ start, end }) =>
          [...new Intl.Segmenter('en', { granularity: 'word' }).segment(transcript.text.slice(start, end))]
            .filter((part) => part.isWordLike)
            .map((part): Extent => {
              const from = (start + part.index) as Offset
              return { start: from, end: (from + part.segment.length) as Offset }
            }),
        )
        for (let at = 0; at <= transcript.text.length; at++) {
          const offset = at as Offset
          expect(reader.pieces.word.endingAfter(offset)).toEqual(all.find((word) => word.end > at) ?? null)
          expect(reader.pieces.word.startingAfter(offset)).toEqual(all.find((word) => word.start > at) ?? null)
          expect(reader.pieces.word.startingBefore(offset)).toEqual(all.findLast((word) => word.start < at) ?? null)
          expect(reader.pieces.word.endingBefore(offset)).toEqual(all.findLast((word) => word.end < at) ?? null)
        }
      }),
      { numRuns: 200 },
    )
  })
})
