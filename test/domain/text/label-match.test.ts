import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import mlMismatch from '../../../assets/taxonomies/ml-mismatch.json' with { type: 'json' }
import { matchLabel } from '../../../domain/text/label-match.ts'
import { systemElementsOf } from '../../../domain/system-element.ts'
import type { Taxonomy } from '../../../domain/taxonomy.ts'
import { catalog, taxonomy } from '../../formats/small-study.ts'

const elements = systemElementsOf(catalog, [], [taxonomy])

function found(label: string): string {
  const match = matchLabel(elements, label)
  return match.kind === 'found' ? `${match.element.code} ${match.attribute.name}` : match.kind
}

describe('matchLabel', () => {
  it.each([
    ['Training Data: Versioning', 'TD Versioning'],
    ['training  data : versioning', 'TD Versioning'],
    ['TM - Versioning', 'TM Versioning'],
    ['Trained Models / Versioning', 'TM Versioning'],
    ['Training Data – Data Statistics', 'TD Data Statistics'],
    ['Data Statistics', 'TD Data Statistics'],
    ['On call', 'People On call'],
    ['TM: API', 'TM API/Specifications'],
  ])('finds %j', (label, expected) => {
    expect(found(label)).toBe(expected)
  })

  it('finds the attribute at the end of a paragraph about the element', () => {
    expect(found('Trained Models\n\nHow important is it to share this? - Versioning: which model it is')).toBe(
      'TM Versioning',
    )
  })

  it('does not choose between two subcategories of one name', () => {
    expect(found('Versioning')).toBe('ambiguous')
  })

  it('does not take a subcategory of another element than the one named', () => {
    expect(found('Trained Model: Data Statistics')).toBe('unknown')
  })

  it('finds nothing in a question about something else, nor in a word that is only part of it', () => {
    expect(found('How old are you?')).toBe('unknown')
    expect(found('Data Statistics and more')).toBe('unknown')
    expect(found('API')).toBe('unknown')
    expect(found('')).toBe('unknown')
  })

  const published = new URL('../../../../shared/data/ml-mismatch/survey-responses.csv', import.meta.url)

  // Replication package of Lewis et al. 2021: 34 rated questions, each a paragraph that ends in its subcategory.
  it.skipIf(!existsSync(published))(
    'finds every rated question of the published survey (skipped without the data)',
    () => {
      const [, questions = []]: string[][] = parse(readFileSync(published, 'utf8'), { bom: true })
      const rated = questions.filter((question) => question.includes('Please indicate') && question.includes(' - '))
      const { categories }: Taxonomy = mlMismatch as Taxonomy
      const known = categories.map(({ abbreviation, name, definition, codes }) => ({
        code: abbreviation ?? name,
        name,
        definition,
        attributes: codes.map((code) => ({ ...code, type: 'string' as const, example: null })),
      }))
      const matches = rated.map((question) => matchLabel(known, question))
      const attributes = new Set(matches.map((match) => (match.kind === 'found' ? match.attribute : match.kind)))
      expect(matches.filter(({ kind }) => kind !== 'found')).toEqual([])
      expect(attributes.size).toBe(34)
    },
  )
})
