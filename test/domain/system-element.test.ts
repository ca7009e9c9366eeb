import { describe, expect, it } from 'vitest'
import { systemElementsOf } from '../../domain/system-element.ts'
import { catalog, code, taxonomy } from '../formats/small-study.ts'

const names = (element: { attributes: readonly { name: string }[] } | undefined) =>
  element?.attributes.map(({ name }) => name)

describe('systemElementsOf', () => {
  it('puts the categories of the taxonomy first, in its order, and those of the researcher after them', () => {
    expect(systemElementsOf(catalog, [], [taxonomy]).map(({ name }) => name)).toEqual([
      'Trained Model',
      'Training Data',
      'People',
    ])
  })

  it('takes the attributes of the taxonomy where the codebook lacks the category', () => {
    expect(names(systemElementsOf(catalog, [], [taxonomy])[0])).toEqual(['API/Specifications', 'Versioning'])
  })

  it('makes a text attribute of a subcategory the taxonomy does not know', () => {
    expect(systemElementsOf(catalog, [], [taxonomy])[2]?.attributes).toEqual([
      { name: 'On call', definition: '', ask: '', provide: '', type: 'string', example: null },
    ])
  })

  it('prefers the definitions of the codebook, and keeps the questions of the taxonomy', () => {
    const codes = [
      code('Training Data', null, { abbreviation: 'TD', definition: 'Ours.' }),
      code('Versioning', 'Training Data', { definition: 'Our own words.' }),
      code('Data Statistics', 'Training Data', { position: 1 }),
    ]
    const element = systemElementsOf(catalog, codes, [taxonomy])[1]
    expect(element?.definition).toBe('Ours.')
    expect(element?.attributes.map(({ definition, ask }) => [definition, ask])).toEqual([
      ['Our own words.', 'Which data set is it?'],
      ['Figures that describe it.', 'How many rows are there?'],
    ])
  })

  it('lets the codebook add and take away attributes, but never one the catalog has counted', () => {
    const codes = [code('Training Data', null, { abbreviation: 'TD' }), code('Labels', 'Training Data')]
    expect(names(systemElementsOf(catalog, codes, [taxonomy])[1])).toEqual(['Labels', 'Versioning', 'Data Statistics'])
  })

  it('does not take the codes of a code of the same name elsewhere in the tree', () => {
    const codes = [
      code('Quality', null),
      code('Training Data', 'Quality', { id: code('inner', null).id }),
      code('Stray', 'inner'),
      code('Training Data', null, { abbreviation: 'TD', id: code('outer', null).id }),
      code('Labels', 'outer'),
    ]
    expect(names(systemElementsOf(catalog, codes, [taxonomy])[1])).not.toContain('Stray')
  })
})
