import { describe, expect, it } from 'vitest'
import { systemElementsOf } from '../../domain/system-element.ts'
import { translateCodes, translateTaxonomy, type TaxonomyTranslation } from '../../domain/taxonomy.ts'
import { catalog, code, taxonomy } from '../formats/small-study.ts'

const translation: TaxonomyTranslation = {
  key: 'ml-mismatch',
  language: 'fr',
  name: 'Petite',
  categories: {
    'Training Data': {
      name: 'Données d’entraînement',
      definition: 'Ce dont le modèle a appris.',
      codes: {
        Versioning: {
          name: 'Gestion des versions',
          definition: 'De quelles données il s’agit.',
          ask: 'Quel jeu de données est-ce ?',
          provide: 'Le nom de la copie gelée.',
          example: 'gel de 2020-03',
        },
        'Data Statistics': { name: 'Data Statistics', definition: 'Des nombres qui les décrivent.' },
      },
    },
  },
}
const translated = translateTaxonomy(taxonomy, translation)
const [model, data] = translated.categories

describe('translateTaxonomy', () => {
  it('puts the translated words in place, and the translated name beside the name', () => {
    expect(data).toMatchObject({
      name: 'Training Data',
      gloss: 'Données d’entraînement',
      definition: 'Ce dont le modèle a appris.',
    })
    expect(data?.codes[0]).toEqual({
      name: 'Versioning',
      gloss: 'Gestion des versions',
      definition: 'De quelles données il s’agit.',
      inclusion: '',
      exclusion: '',
      ask: 'Quel jeu de données est-ce ?',
      provide: 'Le nom de la copie gelée.',
      attribute: { type: 'string', example: 'gel de 2020-03' },
    })
  })

  it('leaves what the translation leaves out', () => {
    expect(model).toBe(taxonomy.categories[0])
    expect(data?.codes[1]).toMatchObject({
      ask: 'How many rows are there?',
      attribute: { type: 'number', example: 12_000 },
    })
  })

  it('does not repeat a name that is the same in both languages', () => {
    expect(data?.codes[1]).not.toHaveProperty('gloss')
  })
})

describe('translateCodes', () => {
  const own = { taxonomy: 'ml-mismatch' }
  const read = (given: Parameters<typeof code>[2]) =>
    translateCodes([code('Versioning', null, given)], taxonomy, translated)[0]

  it('translates a definition that is still word for word the built-in one, whatever the code is called now', () => {
    expect(read({ ...own, definition: 'Which data this is.' })?.definition).toBe('De quelles données il s’agit.')
    const renamed = translateCodes(
      [code('Versions', null, { ...own, definition: 'Which data this is.' })],
      taxonomy,
      translated,
    )
    expect(renamed[0]).toMatchObject({ name: 'Versions', definition: 'De quelles données il s’agit.' })
  })

  it('keeps a definition that differs by as little as a full stop', () => {
    expect(read({ ...own, definition: 'Which data this is' })?.definition).toBe('Which data this is')
  })

  it('keeps the words of a code that did not come from the taxonomy', () => {
    const from = (taxonomy: string | null) => read({ taxonomy, definition: 'Which data this is.' })?.definition
    expect([from(null), from('quality-issue')]).toEqual(['Which data this is.', 'Which data this is.'])
  })
})

describe('systemElementsOf with a translated taxonomy', () => {
  it('has the glosses of the names it found', () => {
    const element = systemElementsOf(catalog, [], [translated])[1]
    expect([element?.name, element?.gloss]).toEqual(['Training Data', 'Données d’entraînement'])
    expect(element?.attributes.map(({ gloss }) => gloss)).toEqual(['Gestion des versions', undefined])
  })

  it('puts no gloss beside a name the researcher gave, though its abbreviation is known', () => {
    const categories = catalog.categories.map((category) =>
      category.code === 'TD' ? { ...category, name: 'What it learned from' } : category,
    )
    const element = systemElementsOf({ categories }, [], [translated])[1]
    expect(element?.name).toBe('What it learned from')
    expect(element).not.toHaveProperty('gloss')
  })
})
