import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markOwnWords } from '../../../domain/adjudication/own-words.ts'

/** Each draft with its own words in brackets. */
const marked = (drafts: readonly string[], base: number) =>
  markOwnWords(drafts, base).map((draft) => draft.map(({ text, isOwn }) => (isOwn ? `[${text}]` : text)).join(''))

const DRAFTS = ['The unit was assumed.', 'The unit was wrong.', 'The old unit was assumed.']

describe('the words that a draft has beside others', () => {
  it('are of two drafts what the other has not, whichever is the base', () => {
    const two = DRAFTS.slice(0, 2)
    const told = ['The unit was [assumed].', 'The unit was [wrong].']
    expect([marked(two, 0), marked(two, 1)]).toEqual([told, told])
  })

  it('are of three drafts what the base has not, and of the base what neither of the others has', () => {
    expect(marked(DRAFTS, 0)).toEqual(['The unit was assumed.', 'The unit was [wrong].', 'The [old ]unit was assumed.'])
    expect(marked(DRAFTS, 1)).toEqual([
      'The unit was [assumed].',
      'The unit was [wrong].',
      'The [old ]unit was [assumed].',
    ])
  })

  it('are all of it where the base was left empty, and none where it stands alone', () => {
    expect(marked(['', 'Grams.'], 0)).toEqual(['', '[Grams.]'])
    expect(marked(['Grams.'], 0)).toEqual(['Grams.'])
  })

  it('leave every draft whole', () => {
    const words = fc.array(fc.constantFrom('got', 'grams', 'not', 'kilos', ' ', '.')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), fc.nat(), (drafts, at) => {
        const whole = markOwnWords(drafts, at % drafts.length).map((draft) => draft.map(({ text }) => text).join(''))
        expect(whole).toEqual(drafts)
      }),
    )
  })
})
