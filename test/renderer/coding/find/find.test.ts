import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFinder, foundWithin, indexFrom, stepFrom } from '../../../../renderer/features/coding/find/find.ts'
import { find, transcriptOf } from '../small-transcript.ts'

const places = (turns: readonly string[], words: string, { isWholeWord = false, isExact = false } = {}) => {
  const transcript = transcriptOf(...turns)
  const found = createFinder(transcript).find({ words, isWholeWord, isExact })
  return found.map(({ start, end }) => transcript.text.slice(start, end))
}

describe('finding in a transcript', () => {
  it('ignores case and accents, whichever side has them', () => {
    expect(places(['Étiquettes, etiquette', 'ÉTIQUETÉ'], 'etiquet')).toEqual(['Étiquet', 'etiquet', 'ÉTIQUET'])
    expect(places(['the cafe'], 'café')).toEqual(['cafe'])
  })

  it('gives accents written as signs of their own with their letter', () => {
    expect(places(['le cafe\u0301 noir'], 'cafe')).toEqual(['cafe\u0301'])
    expect(places(['e\u0301te\u0301 noir'], 'noir')).toEqual(['noir'])
  })

  it('minds case and accents where it is to', () => {
    expect(places(['Data, data, dáta'], 'data', { isExact: true })).toEqual(['data'])
  })

  it('takes whole words only where it is to', () => {
    expect(places(['the model, models, remodel; MODEL'], 'model', { isWholeWord: true })).toEqual(['model', 'MODEL'])
    expect(places(['modèle modèles'], 'modele', { isWholeWord: true })).toEqual(['modèle'])
  })

  it('takes printed and typed apostrophes, hyphens and blanks as the same', () => {
    expect(places(['l’équipe', "l'équipe"], "l'equipe")).toEqual(['l’équipe', "l'équipe"])
    expect(places(['a b\u00a0c', 'b\nc'], 'b c')).toEqual(['b\u00a0c', 'b\nc'])
  })

  it('looks at what was said only, not at who said it', () => {
    expect(places(['yes', 'P: yes'], 'p')).toEqual(['P'])
  })

  it('finds nothing for nothing', () => {
    expect([places(['some words'], ''), places(['some words'], ' ')]).toEqual([[], []])
  })

  it('finds what a look at every place finds, whatever the letters', () => {
    const letters = fc.constantFrom('a', 'A', 'é', 'e\u0301', 'İ', 'ß', '🙂', ' ', 'b', '한')
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 12 }), fc.constantFrom('a', 'ab', 'e', 'ß'), (turn, words) => {
        const naive: string[] = []
        const graphemes = [...new Intl.Segmenter('en').segment(turn)].map(({ segment }) => segment)
        const fold = (text: string) => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
        for (let at = 0; at < graphemes.length; at++) {
          const here = graphemes.slice(at, at + words.length).join('')
          if (fold(here) !== words) continue
          naive.push(here)
          at += words.length - 1
        }
        expect(places([turn], words)).toEqual(naive)
      }),
      { numRuns: 300 },
    )
  })

  it('gives every place of a letter in 600,000 letters', () => {
    const turn = 'Ça va très bien. '.repeat(3000)
    const turns = Array.from({ length: 12 }, () => turn)
    expect(places(turns, 'tres').length).toBe(36_000)
  })
})

describe('the places found', () => {
  const transcript = transcriptOf('one two one', 'two one')
  const found = createFinder(transcript).find({ words: 'one', isWholeWord: false, isExact: false })
  const second = find(transcript, 'one\n\nP')

  it('begin with the one at the caret, and with the first after the last', () => {
    expect(indexFrom(found, second.start)).toBe(1)
    expect(indexFrom(found, transcript.text.length)).toBe(0)
    expect(indexFrom([], 0)).toBe(-1)
  })

  it('are gone through round the ends', () => {
    expect([stepFrom(found, 2, 'on'), stepFrom(found, 0, 'back'), stepFrom([], -1, 'on')]).toEqual([0, 2, -1])
  })

  it('are those of one turn where one turn is drawn', () => {
    const [first, last] = transcript.turns
    if (first === undefined || last === undefined) throw new Error('two turns')
    expect(foundWithin(found, first, 100)).toEqual(found.slice(0, 2))
    expect(foundWithin(found, last, 100)).toEqual(found.slice(2))
    expect(foundWithin(found, first, 1)).toEqual(found.slice(0, 1))
  })
})
