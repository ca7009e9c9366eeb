import { describe, expect, it } from 'vitest'
import { sentences } from '../../domain/error-sentences.ts'
import { AxialError, errorOf, reportOf, sentenceFor, sentenceParts } from '../../domain/errors.ts'
import { remark } from '../../domain/remarks.ts'
import { actionSentences } from '../../domain/sentences/actions.ts'
import { callSentences } from '../../domain/sentences/calls.ts'
import { codeSentences } from '../../domain/sentences/codes.ts'
import { correctionSentences } from '../../domain/sentences/corrections.ts'
import { fileSentences } from '../../domain/sentences/files.ts'
import { packetSentences } from '../../domain/sentences/packets.ts'
import { reviewSentences } from '../../domain/sentences/review.ts'
import { studyFileSentences } from '../../domain/sentences/study-files.ts'
import { termIn, terms, type Term } from '../../domain/terms.ts'

const LANGUAGES = ['en', 'fr'] as const
const TERMS = Object.keys(terms) as readonly Term[]

/** The parameters of a sentence, each once: a language may leave one of another's two mentions out. */
const placeholders = (parts: readonly string[]) =>
  [...new Set([...parts.join(' ').matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort()

describe('the sentences about failures', () => {
  it('stand in one group each: none silently takes the place of another', () => {
    const groups = [
      actionSentences,
      callSentences,
      codeSentences,
      correctionSentences,
      fileSentences,
      reviewSentences,
      packetSentences,
      studyFileSentences,
    ].map((group) => Object.keys(group))
    const reasons = groups.flat()
    expect(reasons.filter((reason, index) => reasons.indexOf(reason) !== index)).toEqual([])
    // A group that this test forgets would make the two differ.
    expect(new Set(reasons)).toEqual(new Set(Object.keys(sentences)))
  })

  it('take the same parameters in both languages', () => {
    const differing = Object.entries(sentences).filter(
      ([, { en, fr }]) => placeholders(en).join() !== placeholders(fr).join(),
    )
    expect(differing.map(([reason]) => reason)).toEqual([])
  })

  it('use only forms of terms that their language has', () => {
    for (const language of LANGUAGES) {
      const forms = Object.values(sentences).flatMap((entry) =>
        [...entry[language].join(' ').matchAll(/\{what(?::(\w+))?\}/g)].map(([, form]) => form),
      )
      expect(forms.length).toBeGreaterThan(3)
      for (const form of forms) {
        for (const term of TERMS) expect(termIn(term, language, form), `${term}, ${form}`).toEqual(expect.any(String))
      }
    }
  })

  it.each([
    ['survey', 'there is no survey "A" in this study', 'il n’y a pas d’enquête «\u00A0A\u00A0» dans cette étude'],
    ['code', 'there is no code "A" in this study', 'il n’y a pas de code «\u00A0A\u00A0» dans cette étude'],
  ] as const)('name a %s as the language does', (what, en, fr) => {
    const params = { what, name: 'A' }
    expect(LANGUAGES.map((language) => sentenceParts('not-found', params, language)[0])).toEqual([en, fr])
  })

  it('agree with the gender of what they name', () => {
    const first = (reason: 'name-taken' | 'name-empty' | 'nothing-to-export', what: Term) =>
      sentenceParts(reason, { what, name: 'A' }, 'fr')[0]
    expect(first('name-taken', 'survey')).toBe('il existe déjà une enquête «\u00A0A\u00A0»')
    expect(first('name-empty', 'transcript')).toBe('une transcription doit avoir un nom')
    expect(first('nothing-to-export', 'code')).toBe('l’étude ne contient encore aucun code')
    expect(first('nothing-to-export', 'mismatch or quality issue')).toBe(
      'l’étude ne contient encore ni discordance ni problème de qualité',
    )
  })

  it('say a detail of ours in the language of the sentence, and leave one of a file as it is', () => {
    const ours = { name: 'a.xlsx', detail: remark('sheet-too-large', { rows: 3, columns: 2 }) }
    expect(sentenceFor('import-malformed', ours, 'en')).toContain('a sheet spans 3 × 2 cells')
    expect(sentenceFor('import-malformed', ours, 'fr')).toContain('une feuille couvre 3 × 2 cellules')
    const theirs = { name: 'a.csv', detail: 'Quote Not Closed' }
    expect(sentenceFor('import-malformed', theirs, 'fr')).toContain('Quote Not Closed')
  })

  it('stay in three parts when a name holds a semicolon', () => {
    const parts = sentenceParts('file-missing', { name: 'a ; b; c.txt' }, 'fr')
    expect(parts[0]).toBe('il n’y a pas de fichier a ; b; c.txt')
    expect(parts).toHaveLength(3)
  })

  it('cross a process boundary with the remarks they hold', () => {
    const error = new AxialError('import-empty', { name: 'a.csv', detail: remark('no-header') })
    const arrived = errorOf(JSON.parse(JSON.stringify(reportOf(error))))
    expect(arrived.message).toBe(error.message)
    expect(sentenceFor(arrived.reason, arrived.params, 'fr')).toContain('aucune ligne d’en-tête')
  })

  it('do not compile about a kind of thing that has no term', () => {
    // @ts-expect-error "widget" is no term
    const unknown = () => new AxialError('not-found', { what: 'widget', name: 'A' })
    expect(unknown).toBeTypeOf('function')
  })
})
