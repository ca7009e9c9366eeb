import { describe, expect, it } from 'vitest'
import { asId } from '../../../domain/ids.ts'
import { selectItems, type CatalogItem } from '../../../renderer/features/catalog/search.ts'

const item = (id: string, words: Partial<CatalogItem>): CatalogItem => ({
  id,
  mismatchId: asId(id),
  interview: 'Interview 1',
  quote: '',
  description: '',
  information: '',
  instances: [],
  ...words,
})
const instance = (category: string, subcategory: string | null) => ({
  category,
  categoryName: category === 'TM' ? 'Trained Model' : 'Raw Data',
  subcategory,
})

const items = [
  item('M01-01', { quote: 'Personne n’avait décrit les métadonnées.', instances: [instance('RD', 'Metadata')] }),
  item('M01-02', { description: 'The version was unknown.', instances: [instance('TM', 'Versioning')] }),
  item('M02-01', { information: 'Units of each field.', instances: [instance('RD', null), instance('TM', 'API')] }),
]
const ids = (found: readonly CatalogItem[]) => found.map(({ id }) => id)

describe('searching the catalog', () => {
  it('finds everything for a blank query', () => {
    expect(ids(selectItems(items, null, '  '))).toEqual(['M01-01', 'M01-02', 'M02-01'])
  })

  it('puts case and accents aside', () => {
    expect(ids(selectItems(items, null, 'METADONNEES'))).toEqual(['M01-01'])
  })

  it('finds a mismatch by what it is about', () => {
    expect(ids(selectItems(items, null, 'raw data'))).toEqual(['M01-01', 'M02-01'])
  })

  it('narrows to a category whatever the subcategory', () => {
    expect(ids(selectItems(items, { category: 'TM', subcategory: null }, ''))).toEqual(['M01-02', 'M02-01'])
  })

  it('narrows to one subcategory of its own category', () => {
    expect(ids(selectItems(items, { category: 'TM', subcategory: 'Versioning' }, ''))).toEqual(['M01-02'])
    expect(ids(selectItems(items, { category: 'RD', subcategory: 'Versioning' }, ''))).toEqual([])
  })
})
