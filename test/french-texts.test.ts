import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sentences } from '../domain/error-sentences.ts'
import { remarks } from '../domain/remarks.ts'
import { TAXONOMY_KEYS } from '../domain/taxonomy.ts'
import { terms } from '../domain/terms.ts'
import { wordsFor } from '../electron/words.ts'
import { agreementWords } from '../formats/agreement/words.ts'
import { catalogWords } from '../formats/catalog/catalog-words.ts'
import { checklistWords } from '../formats/catalog/checklist-words.ts'
import { codebookWords } from '../formats/codebook/documents.ts'
import { descriptorWords } from '../formats/catalog/descriptor-json.ts'
import { attributeWords, matrixWords } from '../formats/matrix/words.ts'
import { reviewWords } from '../formats/review/words.ts'
import { surveyWords } from '../formats/survey/words.ts'
import { resources } from '../renderer/i18n/i18n.ts'

/**
 * Every text within a value. A function that makes a text is called: an array of one text passes for a text, a number
 * and a list alike.
 */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') {
    return textsOf(
      Reflect.apply(
        value,
        undefined,
        Array.from({ length: value.length }, () => ['x']),
      ),
    )
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

const SOURCES: Readonly<Record<string, readonly string[]>> = {
  'the workbench': textsOf(resources.fr),
  'the sentences about failures': textsOf(Object.values(sentences).map(({ fr }) => fr)),
  'the remarks': textsOf(Object.values(remarks).map(({ fr }) => fr)),
  'the terms': textsOf(Object.values(terms).map(({ fr }) => fr)),
  'the exported documents': textsOf(
    [
      agreementWords,
      attributeWords,
      catalogWords,
      checklistWords,
      codebookWords,
      descriptorWords,
      matrixWords,
      reviewWords,
      surveyWords,
    ].map(({ fr }) => fr),
  ),
  'the taxonomies': TAXONOMY_KEYS.flatMap((key) =>
    textsOf(JSON.parse(readFileSync(new URL(`../assets/taxonomies/${key}.fr.json`, import.meta.url), 'utf8'))),
  ),
  'the menu of the desktop': textsOf(wordsFor('fr')),
}

const NO_BREAK_SPACE = '\u00A0'

/** The marks of a text that lack their no-break space; colons of times, of addresses and of parameters have none. */
function looseMarks(text: string): readonly string[] {
  const plain = text.replaceAll(/\{\{?[^{}]*\}\}?/g, 'x')
  const before = plain.matchAll(/(^|.)([:;!?»%])(?![\w/])/gsu)
  const after = plain.matchAll(/(«)(.|$)/gsu)
  return [
    ...[...before].filter(([, space]) => space !== NO_BREAK_SPACE),
    ...[...after].filter(([, , space]) => space !== NO_BREAK_SPACE),
  ].map(([mark]) => mark)
}

describe.each(Object.entries(SOURCES))('the French of %s', (_, texts) => {
  it('has texts', () => {
    expect(texts.length).toBeGreaterThan(10)
  })

  it('puts a no-break space before : ; ! ? » and %, and after «', () => {
    expect(texts.filter((text) => looseMarks(text).length > 0)).toEqual([])
  })

  it('has typographic apostrophes', () => {
    expect(texts.filter((text) => /\p{L}'\p{L}/u.test(text))).toEqual([])
  })
})

describe('the check of French marks', () => {
  it.each(['Nom : x', 'Nom: x', 'Quoi?', '« x »', 'dès lors ;', '95 %'])('refuses "%s"', (text) => {
    expect(looseMarks(text)).not.toEqual([])
  })

  it.each(['Nom\u00A0: x', 'à 00:12:03', 'http://127.0.0.1', '«\u00A0{{name}}\u00A0»', '{what:a}\u00A0; non'])(
    'takes "%s"',
    (text) => {
      expect(looseMarks(text)).toEqual([])
    },
  )
})
