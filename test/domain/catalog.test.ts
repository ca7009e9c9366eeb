import { describe, expect, it } from 'vitest'
import { prevalence, type Instance, type Mismatch } from '../../domain/catalog.ts'
import { asId } from '../../domain/ids.ts'

function instance(code: string, name: string, subcategory: string | null): Instance {
  return { codeId: asId(`${name} ${subcategory ?? ''}`), category: { id: asId(name), code, name }, subcategory }
}

function mismatch(reference: string, instances: readonly Instance[]): Mismatch {
  const words = { interview: 'Interview 1', quote: '', description: '', information: '' }
  return { id: asId(reference), reference, ...words, instances }
}

const categories = [
  { code: 'TM', name: 'Trained Model', subcategories: ['Versioning', 'Tests'] },
  { code: 'RD', name: 'Raw Data', subcategories: ['Metadata'] },
]

describe('prevalence', () => {
  it('counts every instance once, and shows what was never named with zero', () => {
    const counts = prevalence(
      [
        mismatch('M01', [instance('TM', 'Trained Model', 'Tests'), instance('TM', 'Trained Model', null)]),
        mismatch('M02', []),
        mismatch('M03', [instance('TM', 'Trained Model', 'Tests'), instance('XX', 'Of their own', null)]),
      ],
      categories,
    )
    expect(counts.map(({ code, count, percent }) => [code, count, percent])).toEqual([
      ['TM', 3, 75],
      ['XX', 1, 25],
      ['RD', 0, 0],
    ])
    expect(counts[0]?.subcategories).toEqual([
      { name: 'Tests', count: 2, percent: 50 },
      { name: 'Versioning', count: 0, percent: 0 },
    ])
  })

  it('of no instance at all has no percent but zero', () => {
    const counts = prevalence([mismatch('M01', [])], categories)
    expect(counts.map(({ count, percent }) => [count, percent])).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it('keeps a category without a short form apart from another whose short form is its name', () => {
    const own = { code: 'TM', name: 'TM', subcategories: ['Ours'] }
    const counts = prevalence(
      [mismatch('M01', [instance('TM', 'TM', 'Ours'), instance('TM', 'Trained Model', 'Tests')])],
      [...categories, own],
    )
    expect(counts.map(({ name, count }) => [name, count])).toEqual([
      ['TM', 1],
      ['Trained Model', 1],
      ['Raw Data', 0],
    ])
  })

  it('counts a pair that was given twice to one mismatch as the two instances it is', () => {
    const twice = instance('RD', 'Raw Data', 'Metadata')
    const [first] = prevalence([mismatch('M01', [twice, twice])], categories)
    expect(first).toMatchObject({ code: 'RD', count: 2, percent: 100 })
  })
})
