import { describe, expect, it } from 'vitest'
import { comparisonDocument } from '../../../formats/matrix/comparison-documents.ts'
import { attributeDocument, coOccurrenceDocument, type CoOccurrenceInput } from '../../../formats/matrix/documents.ts'

const basis = { transcripts: 2, participants: 2, turns: 40, codings: 9, coders: ['C1'], rounds: ['Round 1'] }
const row = (label: string, codings: number, turns: number) => ({ label, path: label, codings, turns })

const matrix: CoOccurrenceInput = {
  basis,
  rows: [row('=labels & <b>', 5, 4), row('schema', 4, 3), row('unused', 0, 0), row('unused too', 0, 0)],
  cells: [{ first: 0, second: 1, turns: 2, pairs: 3, coefficient: 0.4 }],
}
const options = { relation: { kind: 'overlap' }, format: 'csv', figure: 'count', language: 'en' } as const
const write = (more: object = {}) => coOccurrenceDocument(matrix, { ...options, ...more }).text

describe('the matrix of co-occurrence as a file', () => {
  it('counts pairs for overlaps, turns for nearness, each code’s own n on the diagonal', () => {
    expect(write()).toContain('schema,4,3,3,4,0,0\n')
    expect(write({ relation: { kind: 'near', turns: 0 } })).toContain('schema,4,3,2,3,0,0\n')
  })

  it('tells a coefficient of 0 from one that is not defined', () => {
    const lines = write({ figure: 'coefficient' }).split('\n')
    expect(lines[2]).toBe('schema,4,3,0.4,3,0,0')
    expect(lines[3]).toBe('unused,0,0,0,0,0,')
  })

  it('never lets a code’s name run as a formula', () => {
    expect(write()).toContain("\n'=labels & <b>,5,4")
    expect(write({ format: 'list' })).toContain("\n'=labels & <b>,schema,2,3,4,3,0.4\n")
  })

  it('lists every two codes once, those that never meet included', () => {
    expect(write({ format: 'list' }).trim().split('\n')).toHaveLength(1 + 6)
  })

  it('is drawn with every number, whose codings they are, and nothing from outside the file', () => {
    const svg = write({ format: 'svg' })
    expect(svg).toContain('=labels &amp; &lt;b&gt;, schema: 3')
    expect(svg).toContain('Codings of C1; round: Round 1; n = 9 codings')
    expect(svg).not.toMatch(/<script|<style|href|url\(|@import|onload/i)
    expect(write({ format: 'svg' })).toBe(svg)
  })

  it('is drawn with a dash where a figure is not defined', () => {
    expect(write({ format: 'svg', figure: 'coefficient' })).toContain('unused, unused too: –')
  })
})

describe('codes by an attribute as a file', () => {
  const table = {
    basis,
    rows: [row('labels', 3, 0)],
    columns: [
      { value: 'manager', participants: 6, transcripts: 6 },
      { value: null, participants: 0, transcripts: 1 },
    ],
    cells: [
      [
        { codings: 2, transcripts: 2, participants: 2 },
        { codings: 1, transcripts: 1, participants: 0 },
      ],
    ],
  }

  it('has the n of every column, and no percent of nobody', () => {
    const { name, text } = attributeDocument(table, {
      attribute: 'role',
      format: 'csv',
      measure: 'percent',
      language: 'en',
    })
    expect(name).toBe('codes-by-role.csv')
    expect(text).toContain('manager (n = 6),not noted (n = 0)\nlabels,3,33.333333,\n')
  })

  it('marks columns of few participants, in the language asked for', () => {
    const { text } = attributeDocument(table, { attribute: 'role', format: 'svg', measure: 'codings', language: 'fr' })
    expect(text).toContain('non noté (n = 0) †')
    expect(text).not.toContain('manager (n = 6) †')
    expect(text).toContain('Codes par rôle')
  })
})

describe('passages as a file', () => {
  it('keep the words whole and harmless', () => {
    const coding = {
      code: 'labels',
      coder: 'C1',
      round: 'Round 1',
      transcript: 'P1',
      participant: 'P1',
      turn: 2,
      speaker: 'P1',
      start: 0,
      end: 9,
      before: '',
      words: '=1+1, *he said*',
      after: '',
    }
    const input = { title: 'labels', groupBy: 'role', groups: [{ value: null, codings: [coding] }], basis }
    expect(comparisonDocument(input, { format: 'csv', language: 'en' }).text).toContain(',"\'=1+1, *he said*",')
    const { text } = comparisonDocument(input, { format: 'md', language: 'en' })
    expect(text).toContain('## role, not noted: 1 coding')
    expect(text).toContain(String.raw`> \=1+1, \*he said\*`)
  })
})
