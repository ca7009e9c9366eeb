import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import mlMismatch from '../../../assets/taxonomies/ml-mismatch.json' with { type: 'json' }
import { evidenceOf, type CatalogView } from '../../../domain/evidence.ts'
import { systemElementsOf } from '../../../domain/system-element.ts'
import type { Taxonomy } from '../../../domain/taxonomy.ts'
import { descriptorDocuments } from '../../../formats/catalog/descriptor-json.ts'
import { catalog, items, taxonomy } from '../small-study.ts'

/** Strict: an unknown keyword or a type that does not fit its keywords is an error. */
function compile(schema: object): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  addFormats.default(ajv)
  ajv.addKeyword({ keyword: 'x-evidence', schemaType: 'object', valid: true })
  expect(ajv.validateSchema(schema)).toBe(true)
  return ajv.compile(schema)
}

interface Schema {
  readonly $id: string
  readonly description: string
  readonly examples: readonly [Record<string, unknown>]
  readonly properties: Record<
    string,
    { readonly type: string; readonly description: string; readonly examples: unknown[] }
  >
  readonly 'x-evidence': unknown
}

const schemaOf = (text: string): Schema => JSON.parse(text) as Schema

/** Every category of the built-in taxonomy, before anything was found. */
const builtIn: Taxonomy = mlMismatch as Taxonomy
const untouched: CatalogView = {
  mismatches: 0,
  instances: 0,
  items: [],
  categories: builtIn.categories.map(({ abbreviation, name, codes }) => ({
    code: abbreviation ?? name,
    name,
    count: 0,
    percent: 0,
    subcategories: codes.map((code) => ({ name: code.name, count: 0, percent: 0 })),
  })),
}

const small = descriptorDocuments({ elements: systemElementsOf(catalog, [], [taxonomy]), items }, { language: 'en' })
const elements = systemElementsOf(untouched, [], [builtIn])
const documents = descriptorDocuments({ elements, items: [] }, { language: 'en' })

describe('descriptorDocuments', () => {
  it('gives one document for each of the seven elements of the built-in taxonomy', () => {
    expect(documents.map(({ name }) => name)).toEqual([
      'descriptor-task-and-purpose.schema.json',
      'descriptor-raw-data.schema.json',
      'descriptor-trained-model.schema.json',
      'descriptor-training-data.schema.json',
      'descriptor-development-environment.schema.json',
      'descriptor-operational-data.schema.json',
      'descriptor-operational-environment.schema.json',
    ])
  })

  it('gives the 34 subcategories of the built-in taxonomy as attributes', () => {
    const attributes = documents.flatMap(({ text }) => Object.keys(schemaOf(text).properties))
    expect(attributes).toHaveLength(34)
  })

  describe.each([...documents, ...small].map(({ name, text }) => [name, schemaOf(text)] as const))(
    '%s',
    (_, schema) => {
      it('is valid against the meta-schema and accepts its own example', () => {
        const validate = compile(schema)
        expect(validate(schema.examples[0])).toBe(true)
      })

      it('accepts each attribute alone and an empty document, because nothing is required', () => {
        const validate = compile(schema)
        expect(validate({})).toBe(true)
        for (const [key, { examples }] of Object.entries(schema.properties))
          expect(validate({ [key]: examples[0] })).toBe(true)
      })

      it('refuses a wrong type for each attribute', () => {
        const validate = compile(schema)
        for (const key of Object.keys(schema.properties)) expect(validate({ [key]: { not: 'so' } })).toBe(false)
      })

      it('refuses a misspelt attribute and takes an added one that begins with x-', () => {
        const validate = compile(schema)
        expect(validate({ verzioning: '1' })).toBe(false)
        expect(validate({ $schema: './here.json', 'x-owner': { team: 'A' } })).toBe(true)
      })
    },
  )

  it('carries the evidence of the catalog', () => {
    expect(schemaOf(small[1]?.text ?? '')['x-evidence']).toEqual(evidenceOf(items, 'TD'))
  })

  it('writes its own sentences in French when asked', () => {
    const french = descriptorDocuments(
      { elements: systemElementsOf(catalog, [], [taxonomy]), items },
      { language: 'fr' },
    )
    expect(schemaOf(french[2]?.text ?? '').properties['onCall']?.description).toBe(
      'Ce que les autres doivent savoir : On call (People).',
    )
    expect(french[2]?.contains).toContain('aucune parole de participant')
  })

  it('keeps two elements apart whose names give the same file name', () => {
    const twins = ['Data!', 'Data?'].map((name) => ({ code: name, name, definition: '', attributes: [] }))
    const documents = descriptorDocuments({ elements: twins, items: [] }, { language: 'en' })
    expect(documents.map(({ name }) => name)).toEqual(['descriptor-data.schema.json', 'descriptor-data-2.schema.json'])
    expect(new Set(documents.map(({ text }) => schemaOf(text).$id)).size).toBe(2)
  })

  it('holds no participant’s words and ends with a line end', () => {
    for (const { text, quotes } of small) {
      expect(quotes).toBe(false)
      expect(text).not.toContain('said.')
      expect(text.endsWith('}\n')).toBe(true)
    }
  })
})
