import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hitsAmong, isFound, parseQuery, type SearchQuery } from '../../domain/search-query.ts'
import { wordsIn } from '../../domain/text/words.ts'

/** The query in a notation of its own: groups apart by blanks, alternatives by a bar, phrases by dots. */
function written(typed: string): string {
  const parsed = parseQuery(typed)
  if (parsed.kind === 'nothing') return `nothing: ${parsed.reason}`
  const { groups, excluded } = parsed.query
  const term = ({ words, isPrefix }: SearchQuery['excluded'][number]) => words.join('.') + (isPrefix ? '*' : '')
  return [...groups.map((group) => group.map(term).join('|')), ...excluded.map((each) => `-${term(each)}`)].join(' ')
}

function queryOf(typed: string): SearchQuery {
  const parsed = parseQuery(typed)
  if (parsed.kind === 'nothing') throw new Error('nothing to look for')
  return parsed.query
}

describe('what is typed', () => {
  it.each([
    ['missing Labels', 'missing labels'],
    ['"missing labels" data', 'missing.labels data'],
    ['«\u00A0données manquantes\u00A0»', 'donnees.manquantes'],
    ['“missing labels', 'missing.labels'],
    ['label*', 'label*'],
    ['"missing lab"*', 'missing.lab*'],
    ['label *', 'label'],
    ['l’équipe data-set', 'l.equipe data.set'],
    ['data -model', 'data -model'],
    ['data -"trained model" −test*', 'data -trained.model -test*'],
    ['data - model', 'data model'],
    ['label OR annotation data', 'label|annotation data'],
    ['étiquette OU annotation', 'etiquette|annotation'],
    ['a | b | c', 'a|b|c'],
    ['a OR -b c', 'a|c -b'],
    ['OR a', 'or a'],
    ['a OR', 'a or'],
    ['a OR OR b', 'a|or b'],
    ['or and not near', 'or and not near'],
    ['"', 'nothing: no-words'],
    ['', 'nothing: empty'],
    ['  \n', 'nothing: empty'],
    ['?! … *', 'nothing: no-words'],
    ['-data', 'nothing: only-excluded'],
    ['a) AND (b:c ^d + "e', 'a and b.c d e'],
  ])('“%s” is read as %s', (typed, expected) => {
    expect(written(typed)).toBe(expected)
  })

  it('is always read somehow', () => {
    const piece = fc.constantFrom(
      '"',
      '-',
      '*',
      ' OR ',
      '(',
      ')',
      ':',
      '^',
      'NEAR(',
      'a',
      'é',
      '’',
      '«',
      '»',
      '|',
      ' ',
      '😀',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const parsed = parseQuery(pieces.join(''))
        if (parsed.kind === 'query') expect(parsed.query.groups.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('what is found', () => {
  const found = (typed: string, text: string) => isFound(wordsIn(text), queryOf(typed))
  const hits = (typed: string, text: string) =>
    hitsAmong(wordsIn(text), queryOf(typed)).map(({ start, end }) => text.slice(start, end))

  it('has all words, in any order', () => {
    expect([found('a b', 'b, a'), found('a b', 'a c')]).toEqual([true, false])
  })

  it('has the words of a phrase one after the other', () => {
    expect([found('"a b"', 'x a b'), found('"a b"', 'b a'), found('"a b"', 'a x b')]).toEqual([true, false, false])
  })

  it('has none of the excluded', () => {
    expect([found('a -b', 'a c'), found('a -b', 'a b')]).toEqual([true, false])
  })

  it('is every occurrence, to the unit', () => {
    expect(hits('equipe', 'L’équipe, l’E\u0301QUIPE et les équipes')).toEqual(['équipe', 'E\u0301QUIPE'])
  })

  it('is the whole word where its beginning was asked for', () => {
    expect(hits('equip*', 'Les équipes s’équipent')).toEqual(['équipes', 'équipent'])
  })

  it('is one passage where a word and a phrase overlap', () => {
    expect(hits('data "data set" "set of"', 'data set of data')).toEqual(['data set of', 'data'])
  })

  it('is two where they only follow each other', () => {
    expect(hits('data set', 'data set')).toEqual(['data', 'set'])
  })

  it('is not found in turns of which a naive reading says no, and nowhere else', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'ab')
    const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, fc.array(word, { minLength: 1, maxLength: 3 }), fc.boolean(), (said, phrase, isPrefix) => {
        const typed = `"${phrase.join(' ')}"${isPrefix ? '*' : ''}`
        const naive = ` ${said}${isPrefix ? '' : ' '}`.includes(` ${phrase.join(' ')}${isPrefix ? '' : ' '}`)
        expect(found(typed, said)).toBe(naive)
        expect(hits(typed, said).length > 0).toBe(naive)
      }),
    )
  })
})
