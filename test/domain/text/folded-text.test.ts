import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldSought, foldText, holdsWords } from '../../../domain/text/folded-text.ts'

describe('what is looked for in a list', () => {
  it.each([
    ['in any case and without its accents', 'ETIQUETTES', 'Étiquettes manquantes'],
    ['however the accents are put together', 'e\u0301quipe', 'Équipe'],
    ['with blanks for hyphens, underlines and apostrophes', 'l equipe data driven', 'l’équipe data-driven'],
    ['word by word, in any order', 'labels missing', 'missing data labels'],
    ['when it is nothing', '  ', 'anything'],
  ])('is found %s', (_, sought, text) => {
    expect(holdsWords(sought, [text])).toBe(true)
  })

  it('may be in several texts, a word in each, but every word must be in one', () => {
    expect(holdsWords('unknown version', ['The version was', 'unknown'])).toBe(true)
    expect(holdsWords('unknown colour', ['The version was', 'unknown'])).toBe(false)
  })

  it('folds to the same text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldSought(foldSought(text))).toBe(foldSought(text))
      }),
    )
  })

  it('is compared by letters that are the same in every place: a Turkish machine finds “Interview” too', () => {
    expect([foldText('INTERVIEW'), foldSought('Data_Missing-Value')]).toEqual(['interview', 'data missing value'])
  })
})
