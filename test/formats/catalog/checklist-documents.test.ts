import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { systemElementsOf } from '../../../domain/system-element.ts'
import { checklistDocuments, type ChecklistInput } from '../../../formats/catalog/checklist-documents.ts'
import { catalog, SCALE, surveyItem, taxonomy } from '../small-study.ts'

const input: ChecklistInput = {
  study: 'Small',
  elements: systemElementsOf(catalog, [], [taxonomy]),
  catalog,
  surveys: [
    {
      name: 'Importance',
      scale: SCALE,
      items: [
        surveyItem('Q1', 'TD: Versioning', [4, 4, 4, 4, 1, 1], [4, 4, 4]),
        surveyItem('Q2', 'TM: Versioning', [4, 4, 4, 4, 4, 4], [null, null, null]),
        surveyItem('Q3', '| Coffee', [1, 1, 1, 1, 1, 1], [4, 1, 1]),
      ],
    },
  ],
  top: 2,
}

const documents = checklistDocuments(input, { language: 'en' })
const text = (name: string) => documents.find((document) => document.name === name)?.text ?? ''
const rows = (name: string): Record<string, string>[] => parse(text(name), { bom: true, columns: true })

describe('checklistDocuments', () => {
  it('makes a checklist for everyone and one a role, in two forms', () => {
    expect(documents.map(({ name }) => name)).toEqual([
      'checklist-all.md',
      'checklist-all.csv',
      'checklist-role-developers.md',
      'checklist-role-developers.csv',
      'checklist-role-operations.md',
      'checklist-role-operations.csv',
    ])
    expect(documents.some(({ quotes }) => quotes)).toBe(false)
  })

  it('makes only the one for everyone where no survey is grouped by role', () => {
    const names = checklistDocuments({ ...input, surveys: [] }, { language: 'en' }).map(({ name }) => name)
    expect(names).toEqual(['checklist-all.md', 'checklist-all.csv'])
  })

  it('writes boxes to tick under each element, with the counts they rest on', () => {
    expect(text('checklist-all.md').split('## Trained Model')[0]).toBe(`# Checklist for everyone: Small

Made from 4 mismatches with 7 instances in 3 interviews.

Elements, and the lines within them, stand by number of instances, most first.

## Training Data

5 (71 %) of 7 instances, in 3 of 3 interviews

### Versioning

- [ ] **Ask:** Which data set is it?
- [ ] **Provide:** The name of the frozen copy.

3 (43 %) of 7 instances, in 2 of 3 interviews: M01-01, M01-02, M02-01

### Data Statistics

- [ ] **Ask:** How many rows are there?
- [ ] **Provide:** The number of rows.

1 (14 %) of 7 instances, in 1 of 3 interviews: M02-01

`)
  })

  it('words a question for a subcategory that nobody has written one for', () => {
    expect(text('checklist-all.md')).toContain(
      '- [ ] **Ask:** What do we need to know about On call (People), and who can tell us?',
    )
  })

  it('gives each line of a role its rating, and says of each line whether it was asked about', () => {
    expect(text('checklist-role-developers.md')).toContain('At the top of the scale for 4 (67 %) of 6, mean 3.00')
    expect(text('checklist-role-developers.md')).toContain('Not asked in the survey')
    expect(text('checklist-role-operations.md')).toContain('Nobody answered')
  })

  it('marks ratings by few people, with their number', () => {
    expect(text('checklist-role-operations.md')).toContain(
      'At the top of the scale for 3 (100 %) of 3, mean 4.00 (few answers: n = 3)',
    )
    expect(text('checklist-role-developers.md')).not.toContain('(few answers')
  })

  it('names the points of the scale that count as the top', () => {
    expect(text('checklist-role-developers.md')).toContain('(Important, Very important)')
  })

  it('lists survey items that belong to no line', () => {
    expect(text('checklist-role-developers.md')).toContain(
      '## Survey items that belong to no line above\n\n' +
        '- \\| Coffee: At the top of the scale for 0 (0 %) of 6, mean 1.00 (no subcategory has this name)',
    )
    expect(rows('checklist-role-developers.csv').at(-1)).toMatchObject({
      element: '',
      'survey item': '| Coffee',
      n: '6',
      note: '(no subcategory has this name)',
    })
  })

  it('puts the lines of a role in its own order', () => {
    expect(rows('checklist-role-developers.csv')[0]).toMatchObject({
      for: 'Developers',
      'element code': 'TM',
      subcategory: 'Versioning',
      'top count': '6',
      'top percent': '100',
      'few answers': 'no',
    })
    expect(rows('checklist-all.csv')[0]).toMatchObject({
      for: 'everyone',
      'element code': 'TD',
      'catalog references': 'M01-01; M01-02; M02-01',
    })
  })

  it('speaks French when asked', () => {
    const french = checklistDocuments(input, { language: 'fr' })[2]?.text
    expect(french).toContain('En haut de l’échelle pour 4 (67\u00a0%) sur 6, moyenne 3,00')
    expect(french).toContain('**Demander\u00a0:** Which data set is it?')
  })

  it('names the survey too where two surveys have the same roles', () => {
    const [first] = input.surveys
    const surveys = first ? [first, { ...first, name: 'Later' }] : []
    expect(checklistDocuments({ ...input, surveys }, { language: 'en' }).map(({ name }) => name)).toContain(
      'checklist-role-later-operations.md',
    )
  })

  it('gives the same bytes for the same input', () => {
    expect(checklistDocuments(structuredClone(input), { language: 'en' })).toEqual(documents)
  })
})
