import { describe, expect, it } from 'vitest'
import { countInterviews, evidenceOf } from '../../domain/evidence.ts'
import { items } from '../formats/small-study.ts'

describe('evidenceOf', () => {
  it('counts a mismatch once however many of its instances are in the category', () => {
    expect(evidenceOf(items, 'TD')).toEqual({
      mismatches: 4,
      instances: 5,
      interviews: 3,
      items: ['M01-01', 'M01-02', 'M02-01', 'M03-01'],
    })
  })

  it('counts interviews, not mismatches, where one interview tells several', () => {
    expect(evidenceOf(items, 'TD', 'Versioning')).toEqual({
      mismatches: 3,
      instances: 3,
      interviews: 2,
      items: ['M01-01', 'M01-02', 'M02-01'],
    })
  })

  it('keeps subcategories of one name in different categories apart', () => {
    expect(evidenceOf(items, 'TM', 'Versioning').items).toEqual(['M01-01'])
  })

  it('is empty where nothing was found', () => {
    expect(evidenceOf(items, 'TM', 'API/Specifications')).toEqual({
      mismatches: 0,
      instances: 0,
      interviews: 0,
      items: [],
    })
  })

  it('counts distinct interviews', () => {
    expect(countInterviews(items)).toBe(3)
  })
})
