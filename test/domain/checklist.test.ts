import { describe, expect, it } from 'vitest'
import { checklistForAll, checklistsByRole } from '../../domain/checklist.ts'
import { systemElementsOf } from '../../domain/system-element.ts'
import { catalog, items, surveyItem, taxonomy } from '../formats/small-study.ts'

const elements = systemElementsOf(catalog, [], [taxonomy])

const outline = (checklist: ReturnType<typeof checklistForAll> | undefined) =>
  checklist?.sections.map(({ element, entries }) => [element.code, ...entries.map(({ attribute }) => attribute.name)])

const survey = {
  name: 'Importance',
  items: [
    surveyItem('Q1', 'TM: Versioning', [4, 4, 4, 1, 4], [4, 4, 1, 1]),
    surveyItem('Q2', 'TD: Versioning', [1, 1, 1, 1, 4], [4, 4, 4, 4]),
    surveyItem('Q3', 'TD: Data Statistics', [4, 4, 4, 4, 4], [3, 3, 3, 3]),
    surveyItem('Q4', 'Versioning', [3, 3, 3, 3, 3], [null, null, null, null]),
    surveyItem('Q5', 'Coffee', [1, 1, 1, 1, 1], [4, 4, 4, 4]),
  ],
}

describe('checklistForAll', () => {
  it('orders elements and their lines by number of instances, and leaves none out', () => {
    expect(outline(checklistForAll(elements, items))).toEqual([
      ['TD', 'Versioning', 'Data Statistics'],
      ['TM', 'Versioning', 'API/Specifications'],
      ['People', 'On call'],
    ])
  })
})

describe('checklistsByRole', () => {
  const [developers, operations] = checklistsByRole(elements, items, [survey])

  it('makes one checklist a group', () => {
    expect([developers?.role?.name, operations?.role?.name]).toEqual(['Developers', 'Operations'])
  })

  it('makes none of a survey without groups', () => {
    expect(
      checklistsByRole(elements, items, [{ name: 'Flat', items: [{ id: 'Q1', label: 'TM', groups: [] }] }]),
    ).toEqual([])
  })

  it('orders lines by the top-box percent of the role, unrated lines last, and elements by their first line', () => {
    expect(outline(developers)).toEqual([
      ['TD', 'Data Statistics', 'Versioning'],
      ['TM', 'Versioning', 'API/Specifications'],
      ['People', 'On call'],
    ])
  })

  it('breaks a tie of percents by the mean', () => {
    expect(outline(operations)?.[0]).toEqual(['TD', 'Versioning', 'Data Statistics'])
  })

  it('marks ratings by fewer than five people as few', () => {
    expect(developers?.sections[0]?.entries[0]?.rating).toMatchObject({ count: 5, n: 5, percent: 100, few: false })
    expect(operations?.sections[0]?.entries[0]?.rating).toMatchObject({ count: 4, n: 4, percent: 100, few: true })
  })

  it('keeps the items that match no line, with the reason', () => {
    expect(developers?.unmatched.map(({ rating, reason }) => [rating.item, reason])).toEqual([
      ['Versioning', 'ambiguous'],
      ['Coffee', 'unknown'],
    ])
  })

  it('keeps a second item about a line that has its rating', () => {
    const twice = { name: 'Twice', items: [...survey.items, surveyItem('Q6', 'Data Statistics', [1], [1])] }
    const unmatched = checklistsByRole(elements, items, [twice])[0]?.unmatched
    expect(unmatched?.find(({ reason }) => reason === 'taken')?.rating.item).toBe('Data Statistics')
  })
})
