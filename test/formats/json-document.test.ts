import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AxialError } from '../../domain/errors.ts'
import { parseDocument } from '../../formats/json-document.ts'
import { failureSentence } from '../../renderer/i18n/failure-sentence.ts'

const schema = z.object({ issues: z.array(z.object({ name: z.string(), phase: z.enum(['a', 'b']) })) })

/** What is said in French of a document that is refused. */
function said(text: string): string {
  try {
    parseDocument('i.json', text, schema)
  } catch (error) {
    if (error instanceof AxialError) return failureSentence(error, 'fr').split('\u00A0;')[0] ?? ''
    throw error
  }
  return 'rien'
}

describe('a JSON document that does not fit', () => {
  it.each([
    ['bonjour', 'i.json est mal formé\u00A0: ce n’est pas du JSON'],
    ['', 'i.json est mal formé\u00A0: son JSON s’arrête trop tôt'],
    [
      '{"issues": [\n  {"name": "x",}\n]}',
      'i.json est mal formé\u00A0: ce n’est plus du JSON à partir de la ligne 2, colonne 16',
    ],
    ['{}', 'i.json est mal formé\u00A0: issues\u00A0: est absent'],
    ['[]', 'i.json est mal formé\u00A0: document\u00A0: n’est pas un objet'],
    ['{"issues": [{"name": 3, "phase": "a"}]}', 'i.json est mal formé\u00A0: issues[0].name\u00A0: n’est pas un texte'],
    [
      '{"issues": [{"name": "x", "phase": "c"}]}',
      'i.json est mal formé\u00A0: issues[0].phase\u00A0: n’est aucun de a, b',
    ],
  ])('is said in the person’s language: %s', (text, sentence) => {
    expect(said(text)).toBe(sentence)
  })
})
