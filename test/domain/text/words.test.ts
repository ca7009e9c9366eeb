import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanOf } from '../../../domain/span.ts'
import { foldWord, wordsIn } from '../../../domain/text/words.ts'

const folded = (text: string) => wordsIn(text).map((word) => word.folded)

describe('a word', () => {
  it.each([
    ["l’équipe et l'équipe", ['l', 'equipe', 'et', 'l', 'equipe']],
    ['data-set, data_set', ['data', 'set', 'data', 'set']],
    ['Mu\u0308ller and Müller', ['muller', 'and', 'muller']],
    ['cœur, STRASSE, Straße', ['coeur', 'strasse', 'strasse']],
    ['İstanbul, ISTANBUL, ıstanbul', ['istanbul', 'istanbul', 'istanbul']],
    ['data👩‍🔬set 1️⃣', ['data', 'set', '1']],
    ['data\u00ADset', ['dataset']],
    ['ΣΊΣΥΦΟΣ σίσυφος', ['σισυφοσ', 'σισυφοσ']],
    ['हिन्दी हन', ['हिन्दी', 'हन']],
    ['か が ｶﾞ', ['か', 'か\u3099', 'カ\u3099']],
    ['שָׁלוֹם مُحَمَّد', ['שלום', 'محمد']],
    ['… — ?!', []],
  ])('of “%s” is folded as people compare words', (text, words) => {
    expect(folded(text)).toEqual(words)
  })

  it('that is nothing but an accent is none', () => {
    expect(folded('\u037A a')).toEqual(['a'])
  })

  it('has the place of its letters and marks in the text, in UTF-16 units', () => {
    const text = '😀 naïve e\u0301tude'
    expect(wordsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['naïve', 'e\u0301tude'])
  })

  it('within a span has its place in the whole text', () => {
    const text = 'one two three'
    const span = spanOf(4, 13)
    if (span === null) throw new Error('no span')
    expect(wordsIn(text, span)).toEqual([
      { start: 4, end: 7, folded: 'two' },
      { start: 8, end: 13, folded: 'three' },
    ])
  })

  it('folded again is the same, and holds no blank and no sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        for (const word of folded(text)) {
          expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
          expect(foldWord(word)).toBe(word)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is the same whether its letters are composed or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        expect(folded(text.normalize('NFD'))).toEqual(folded(text.normalize('NFC')))
      }),
      { numRuns: 500 },
    )
  })
})
