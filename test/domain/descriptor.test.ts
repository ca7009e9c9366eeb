import { describe, expect, it } from 'vitest'
import { describeElement } from '../../domain/descriptor.ts'
import { systemElementsOf, type ElementAttribute } from '../../domain/system-element.ts'
import { catalog, items, taxonomy } from '../formats/small-study.ts'

const words = {
  comment: 'comment',
  elementDescription: (element: string) => `about ${element}`,
  attributeDescription: (attribute: string, element: string) => `${attribute} of ${element}`,
  example: (attribute: string) => `example of ${attribute}`,
}
const [model, data, people] = systemElementsOf(catalog, [], [taxonomy]).map((element) =>
  describeElement(element, items, words),
)

describe('describeElement', () => {
  it('has an attribute for each subcategory, in order, with its type', () => {
    expect(Object.entries(data?.properties ?? {}).map(([key, { title, type }]) => [key, title, type])).toEqual([
      ['versioning', 'Versioning', 'string'],
      ['dataStatistics', 'Data Statistics', 'number'],
    ])
  })

  it('says what each attribute and the whole rest on', () => {
    expect(data?.['x-evidence']).toEqual({
      mismatches: 4,
      instances: 5,
      interviews: 3,
      items: ['M01-01', 'M01-02', 'M02-01', 'M03-01'],
    })
    expect(data?.properties['versioning']?.['x-evidence']).toMatchObject({ instances: 3, interviews: 2 })
    expect(model?.properties['versioning']?.['x-evidence'].items).toEqual(['M01-01'])
  })

  it('is named by a URN, never by a host', () => {
    expect(model?.$id).toBe('urn:axial:descriptor:trained-model')
  })

  it('gathers the examples of its attributes into one document', () => {
    expect(model?.examples).toEqual([{ apiSpecifications: ['POST /score', 'JSON'], versioning: '2.1.0' }])
  })

  it('describes what the researcher created but did not define', () => {
    expect(people?.description).toBe('about People')
    expect(people?.properties['onCall']).toMatchObject({
      description: 'On call of People',
      type: 'string',
      examples: ['example of On call'],
    })
  })

  it('keeps attributes apart whose names give the same key', () => {
    const attribute = (name: string): ElementAttribute => ({
      name,
      definition: '',
      ask: '',
      provide: '',
      type: 'string',
      example: null,
    })
    const element = { code: 'X', name: 'X', definition: '', attributes: ['Run time', 'Run-Time', '!'].map(attribute) }
    expect(Object.keys(describeElement(element, [], words).properties)).toEqual(['runTime', 'runTime2', 'attribute'])
  })
})
