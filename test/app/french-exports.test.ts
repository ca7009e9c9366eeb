import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../app/contract.ts'
import { readTaxonomy, readTranslation } from '../assets/built-in-taxonomy.ts'
import { openTemporaryWorkspace, type TemporaryWorkspace } from '../fixtures/workspace.ts'

const english = readTaxonomy('ml-mismatch')
const french = readTranslation('ml-mismatch')
const EDITED = 'Which job, in the words of our own codebook.'

/** The first code of a category, in both languages. */
function wordsOf(category: string, code: string) {
  const original = english.categories
    .find(({ name }) => name === category)
    ?.codes.find((candidate) => candidate.name === code)
  const translated = french.categories[category]?.codes[code]
  if (original === undefined || translated === undefined) throw new Error(`no ${category} / ${code}`)
  return { original, translated }
}

/** The mismatches of the sample study in the built-in codes, of which one definition was edited. */
describe('what is exported in French', () => {
  let workspace: TemporaryWorkspace

  async function exported(options: Input<'exports.files'>): Promise<ReadonlyMap<string, string>> {
    const files = await workspace.call('exports.files', options)
    return new Map(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]))
  }

  async function rowsOf(options: Input<'exports.files'>, name: string): Promise<readonly Record<string, string>[]> {
    return parse((await exported(options)).get(name) ?? '', { bom: true, columns: true })
  }

  beforeAll(async () => {
    workspace = await openTemporaryWorkspace()
    const { call } = workspace
    const taxonomies = ['ml-mismatch', 'quality-issue', 'collaboration'] as const
    await call('workspace.create', { path: 'french', taxonomies: [...taxonomies], coder: 'Ann' })
    const bytes = await readFile(new URL('../../assets/sample/mismatches.xlsx', import.meta.url))
    await call('mismatches.import', { file: { name: 'mismatches.xlsx', bytes: new Uint8Array(bytes) } })
    const [ann] = await call('coders.list', {})
    if (ann === undefined) throw new Error('no coder')
    const codes = await call('codes.list', { coderId: ann.id })
    const task = codes.find(({ name }) => name === 'Task')
    if (task === undefined) throw new Error('no code Task')
    await call('codes.update', { id: task.id, definition: EDITED, coderId: ann.id })
  })
  afterAll(() => workspace.close())

  it('asks and provides in French in a checklist, and nowhere in English', async () => {
    const checklist = (await exported({ kind: 'checklists', language: 'fr' })).get('checklist-all.md') ?? ''
    for (const { name, codes } of english.categories) {
      for (const code of codes) {
        const { original, translated } = wordsOf(name, code.name)
        expect(checklist).toContain(`**Demander :** ${translated.ask}`)
        expect(checklist).toContain(`**Fournir :** ${translated.provide}`)
        expect(checklist).not.toContain(original.ask)
        expect(checklist).not.toContain(original.provide)
      }
    }
  })

  it('keeps the names of elements and codes, with the French ones beside them', async () => {
    const checklist = (await exported({ kind: 'checklists', language: 'fr' })).get('checklist-all.md') ?? ''
    expect(checklist).toContain('\n## Trained Model — Modèle entraîné\n')
    expect(checklist).toContain('\n### Versioning — Gestion des versions\n')
    // The same word in both languages is not said twice.
    expect(checklist).toContain('\n### Restrictions\n')
  })

  it('changes neither names nor counts in the table of a checklist', async () => {
    const names = async (language: 'en' | 'fr') =>
      (await rowsOf({ kind: 'checklists', language }, 'checklist-all.csv')).map((row) => {
        const [, code, element, attribute, , , ...figures] = Object.values(row)
        return [code, element, attribute, ...figures.slice(0, 4)]
      })
    const rows = await names('fr')
    expect(rows.length).toBeGreaterThanOrEqual(34)
    expect(rows).toEqual(await names('en'))
  })

  it('leaves an English checklist without a word of French', async () => {
    const checklist = (await exported({ kind: 'checklists', language: 'en' })).get('checklist-all.md') ?? ''
    expect(checklist).toContain('\n## Trained Model\n')
    expect(checklist).toContain(wordsOf('Raw Data', 'Metadata').original.ask)
    expect(checklist).not.toContain(wordsOf('Raw Data', 'Metadata').translated.ask)
  })

  it('describes and exemplifies in French under unchanged keys in a descriptor', async () => {
    interface Schema {
      readonly title: string
      readonly description: string
      readonly properties: Record<string, { title: string; description: string; examples: unknown[] }>
    }
    const schemaIn = async (language: 'en' | 'fr') =>
      JSON.parse(
        (await exported({ kind: 'descriptors', language })).get('descriptor-raw-data.schema.json') ?? '{}',
      ) as Schema
    const schema = await schemaIn('fr')
    expect(Object.keys(schema.properties)).toEqual(Object.keys((await schemaIn('en')).properties))
    expect(schema.title).toBe('Raw Data')
    expect(schema.description).toBe(french.categories['Raw Data']?.definition)
    const { translated } = wordsOf('Raw Data', 'Metadata')
    expect(schema.properties['metadata']).toMatchObject({
      title: 'Metadata',
      description: translated.definition,
      examples: [translated.example],
    })
  })

  it('keeps a definition that the researcher edited, in the codebook and in a descriptor', async () => {
    const rows = await rowsOf({ kind: 'codebook', language: 'fr' }, 'codebook.csv')
    const { translated } = wordsOf('Task and Purpose', 'Task')
    // Of the same code the notes that were not edited are in French.
    expect(rows.find(({ nom }) => nom === 'Task')).toMatchObject({
      définition: EDITED,
      inclusion: translated.inclusion,
    })
    const descriptors = await exported({ kind: 'descriptors', language: 'fr' })
    expect(descriptors.get('descriptor-task-and-purpose.schema.json')).toContain(EDITED)
  })

  it('has in the codebook the French definition of every other built-in code, under its own name', async () => {
    const rows = await rowsOf({ kind: 'codebook', language: 'fr' }, 'codebook.csv')
    const written = new Map(rows.map((row) => [row['chemin'], row['définition']]))
    for (const key of ['ml-mismatch', 'quality-issue', 'collaboration'] as const) {
      for (const [category, { definition, codes }] of Object.entries(readTranslation(key).categories)) {
        expect(written.get(category)).toBe(definition)
        for (const [name, words] of Object.entries(codes).filter(([name]) => name !== 'Task'))
          expect(written.get(`${category} / ${name}`)).toBe(words.definition)
      }
    }
  })
})
