import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesOf, type Edit } from '../../../domain/text/text-difference.ts'

/** `{-old-}`, `{+new+}`, `{~old~new~}` for a respelling and `{!old!new!}` for a replacement. */
function shown(oldText: string, newText: string): string {
  let at = 0
  let result = ''
  for (const { kind, start, end, newStart, newEnd } of differencesOf(oldText, newText)) {
    const old = oldText.slice(start, end)
    const fresh = newText.slice(newStart, newEnd)
    result += oldText.slice(at, start)
    if (kind === 'removed') result += `{-${old}-}`
    else if (kind === 'inserted') result += `{+${fresh}+}`
    else result += kind === 'respelled' ? `{~${old}~${fresh}~}` : `{!${old}!${fresh}!}`
    at = end
  }
  return result + oldText.slice(at)
}

function applied(oldText: string, newText: string, edits: readonly Edit[]): string {
  let at = 0
  let result = ''
  for (const { start, end, newStart, newEnd } of edits) {
    result += oldText.slice(at, start) + newText.slice(newStart, newEnd)
    at = end
  }
  return result + oldText.slice(at)
}

describe('differencesOf', () => {
  it.each([
    ['a word that was inserted, with its blank', 'a b', 'a new b', 'a {+new +}b'],
    ['a word that was removed, with its blank', 'a old b', 'a b', 'a {-old -}b'],
    ['a word spelled otherwise', 'the modle broke', 'the model broke', 'the {~modle~model~} broke'],
    ['another word', 'a red car', 'a sunny car', 'a {!red!sunny!} car'],
    ['a word divided', 'our database is', 'our data base is', 'our {~database~data base~} is'],
    ['a mark of punctuation', 'so, then', 'so. then', 'so{~,~.~} then'],
    [
      'several words mended in one go',
      'teh modle brok',
      'the model broke',
      '{~teh~the~} {~modle~model~} {~brok~broke~}',
    ],
    ['a capital', 'ML models', 'ml models', '{~ML~ml~} models'],
    ['nothing', 'a b', 'a b', 'a b'],
    ['everything removed', 'a b', '', '{-a b-}'],
    ['everything inserted', '', 'a b', '{+a b+}'],
  ])('finds %s', (_, oldText, newText, expected) => {
    expect(shown(oldText, newText)).toBe(expected)
  })

  it('gives edits in order that never overlap and make the new text of the old one, whatever the texts', () => {
    const text = fc
      .array(fc.constantFrom('the', 'teh', 'model', 'modle', ' ', '\n', ',', 'e\u0301', '👩‍🔬', 'x'), { maxLength: 40 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (oldText, newText) => {
        const edits = differencesOf(oldText, newText)
        expect(applied(oldText, newText, edits)).toBe(newText)
        for (const [index, { start, end, newStart, newEnd }] of edits.entries()) {
          expect(end - start + newEnd - newStart).toBeGreaterThan(0)
          expect(start).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0)
          expect(newStart).toBeGreaterThanOrEqual(edits[index - 1]?.newEnd ?? 0)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
