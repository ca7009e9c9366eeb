import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { surveyDocuments, type SurveyInput } from '../../../formats/survey/documents.ts'
import { SCALE, surveyItem } from '../small-study.ts'

const input: SurveyInput = {
  survey: {
    name: 'How important?',
    respondents: 9,
    scale: SCALE,
    items: [
      surveyItem('Q1', 'Raw | Data', [4, 4, 4, 1, 1, 1], [4, 4, 1]),
      surveyItem('Q2', '=Versioning', [4, 4, 4, 4, 4, null], [null, null, null]),
    ],
  },
  top: 2,
}

const documents = surveyDocuments(input, { language: 'en' })
const [csv, markdown] = documents
const read = (text: string | undefined): Record<string, string>[] => parse(text ?? '', { bom: true, columns: true })

describe('surveyDocuments', () => {
  it('writes the items by group as counts and percents at the top of the scale, marking few answers', () => {
    expect(markdown?.text).toContain(`# Survey: How important?

9 respondents, 2 items.

Scale, lowest first: 1 Not important, 2 Somewhat, 3 Important, 4 Very important.

## Answers at the top of the scale (Important + Very important)

Count and percent of those who answered the item; n is given where it is not that of the column.

| Item | Developers (n = 6) | Operations (n = 3) | (all) (n = 9) |
| --- | ---: | ---: | ---: |
| Raw \\| Data | 3 (50 %) | 2 (67 %) † | 5 (56 %) |
| =Versioning | 5 (100 %), n = 5 | – | 5 (100 %), n = 5 |
`)
  })

  it('writes the figures of all respondents, a dash for what is undefined', () => {
    expect(markdown?.text).toContain(
      '| =Versioning | 5 | 4 | 0 (0 %) | 0 (0 %) | 0 (0 %) | 5 (100 %) | 4.00 | 4.00 to 4.00 | 4 | 4 | 0.50 |',
    )
    expect(markdown?.text).toContain('† fewer than 5 answers.')
  })

  it('gives every item and group a row, numbers unrounded to six decimals', () => {
    const rows = read(csv?.text)
    expect(rows.map((row) => [row['item id'], row['group'], row['n'], row['missing']])).toEqual([
      ['Q1', '(all)', '9', '0'],
      ['Q1', 'Developers', '6', '0'],
      ['Q1', 'Operations', '3', '0'],
      ['Q2', '(all)', '5', '4'],
      ['Q2', 'Developers', '5', '1'],
      ['Q2', 'Operations', '0', '3'],
    ])
    expect(rows[2]).toMatchObject({
      item: 'Raw | Data',
      'count: Very important': '2',
      'percent: Very important': '66.666667',
      'top count': '2',
      'top percent': '66.666667',
      mean: '3',
      'mean low': '3',
    })
    expect(rows[3]?.['item']).toBe("'=Versioning")
  })

  it('leaves the figures of a group that did not answer empty', () => {
    expect(read(csv?.text)[5]).toMatchObject({
      'top percent': '',
      mean: '',
      median: '',
      mode: '',
      SD: '',
      'mean low': '',
    })
  })

  it('names its files after the survey and warns of groups so small that a person may be recognised', () => {
    expect(documents.map(({ name }) => name)).toEqual([
      'survey-how-important.csv',
      'survey-how-important.md',
      'survey-how-important.svg',
      'survey-how-important-developers.svg',
      'survey-how-important-operations.svg',
    ])
    expect(csv?.contains).toContain('one person’s answers may be recognised')
    const large = {
      ...input,
      survey: { ...input.survey, items: [surveyItem('Q', 'Q', [1, 1, 1, 1, 1], [1, 1, 1, 1, 1])] },
    }
    expect(surveyDocuments(large, { language: 'en' })[0]?.contains).not.toContain('recognised')
  })

  it('speaks French when asked, and keeps the point in CSV', () => {
    const [csv, markdown] = surveyDocuments(input, { language: 'fr' })
    expect(markdown?.text).toContain('| Raw \\| Data | 3 (50\u00a0%) | 2 (67\u00a0%) † | 5 (56\u00a0%) |')
    expect(csv?.text).toContain('66.666667')
  })

  it('gives the same bytes for the same input', () => {
    expect(surveyDocuments(structuredClone(input), { language: 'en' })).toEqual(
      surveyDocuments(input, { language: 'en' }),
    )
  })
})
