import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { catalogDocuments, type CatalogInput } from '../../../formats/catalog/catalog-documents.ts'
import { catalog, items } from '../small-study.ts'

const input: CatalogInput = {
  study: 'A | study',
  catalog,
  qualityIssues: [
    {
      id: 'Q01',
      name: 'Silent gaps',
      description: 'Rows go missing.',
      phase: 'data-collection',
      facets: [
        { facet: 'symptom', text: 'Fewer rows.' },
        { facet: 'mitigation', text: 'Count them.' },
        { facet: 'symptom', text: 'Odd means.' },
      ],
      evidence: [
        { interview: 'Interview 01', quote: '=we lost a day' },
        { interview: 'Interview 01', quote: 'again' },
        { interview: 'Interview 04', quote: '' },
      ],
    },
  ],
}

const read = (text: string | undefined): Record<string, string>[] =>
  parse(text ?? '', { bom: true, record_delimiter: '\n', columns: true })
const [markdown, mismatches, issues, prevalence] = catalogDocuments(input, { language: 'en' })

describe('catalogDocuments', () => {
  it('writes the catalog to read: prevalence, then every mismatch, then every quality issue', () => {
    const small: CatalogInput = {
      study: 'One',
      catalog: {
        mismatches: 1,
        instances: 2,
        items: items.slice(0, 1),
        categories: [
          {
            code: 'TD',
            name: 'Training Data',
            count: 1,
            percent: 50,
            subcategories: [{ name: 'Versioning', count: 1, percent: 50 }],
          },
          {
            code: 'TM',
            name: 'Trained Model',
            count: 1,
            percent: 50,
            subcategories: [{ name: 'Versioning', count: 1, percent: 50 }],
          },
        ],
      },
      qualityIssues: [],
    }
    expect(catalogDocuments(small, { language: 'en' })[0]?.text).toBe(`# Catalog: One

1 mismatch with 2 instances from 1 interview, and 0 quality issues.

## Prevalence

Percents are of all 2 instances.

| Category | Subcategory | Instances | Mismatches | Interviews |
| --- | --- | ---: | ---: | ---: |
| TD Training Data | (all) | 1 (50 %) | 1 | 1 |
|  | Versioning | 1 (50 %) | 1 | 1 |
| TM Trained Model | (all) | 1 (50 %) | 1 | 1 |
|  | Versioning | 1 (50 %) | 1 | 1 |

## Mismatches

### M01-01

**Interview:** Interview 01

> What M01-01 said.

**Description:** Story of M01-01.

**Information not communicated:** Facts of M01-01.

**Instances:** TD Training Data / Versioning; TM Trained Model / Versioning

## Quality issues

None yet.
`)
  })

  it('writes each quality issue with its phase, facets and evidence', () => {
    expect(markdown?.text).toContain(`### Q01 Silent gaps

**Phase:** data collection

Rows go missing.

**Symptom:** Fewer rows.

**Mitigation:** Count them.

**Symptom:** Odd means.

**Interview:** Interview 01

> \\=we lost a day

**Interview:** Interview 01

> again

**Interview:** Interview 04
`)
  })

  it('keeps hostile words of a quote words', () => {
    const [first] = items
    const hostile = {
      ...input,
      catalog: { ...catalog, items: first ? [{ ...first, quote: '# x\n<script>\n| a' }] : [] },
    }
    expect(catalogDocuments(hostile, { language: 'en' })[0]?.text).toContain('> \\# x\n> &lt;script>\n> \\| a\n')
  })

  it('gives a mismatch one row with three category and subcategory pairs', () => {
    const rows = read(mismatches?.text)
    expect(rows).toHaveLength(4)
    expect(rows[2]).toEqual({
      reference: 'M02-01',
      interview: 'Interview 02',
      quote: 'What M02-01 said.',
      description: 'Story of M02-01.',
      'information not communicated': 'Facts of M02-01.',
      'category code 1': 'TD',
      'category 1': 'Training Data',
      'subcategory 1': 'Versioning',
      'category code 2': 'TD',
      'category 2': 'Training Data',
      'subcategory 2': 'Data Statistics',
      'category code 3': 'People',
      'category 3': 'People',
      'subcategory 3': 'On call',
    })
    expect(rows[3]).toMatchObject({ 'category code 1': 'TD', 'subcategory 1': '', 'category 2': '' })
  })

  it('gives a quality issue one row, counting each interview once', () => {
    expect(read(issues?.text)).toEqual([
      {
        reference: 'Q01',
        name: 'Silent gaps',
        phase: 'data collection',
        description: 'Rows go missing.',
        symptoms: 'Fewer rows.\nOdd means.',
        'root causes': '',
        consequences: '',
        mitigations: 'Count them.',
        interviews: '2',
        evidence: 'Interview 01: =we lost a day\nInterview 01: again\nInterview 04',
      },
    ])
  })

  it('gives a row to every category and to every subcategory, with what it rests on', () => {
    const rows = read(prevalence?.text)
    expect(rows.map((row) => [row['category code'], row['subcategory'], row['instances']])).toEqual([
      ['TD', '', '5'],
      ['TD', 'Versioning', '3'],
      ['TD', 'Data Statistics', '1'],
      ['People', '', '1'],
      ['People', 'On call', '1'],
      ['TM', '', '1'],
      ['TM', 'Versioning', '1'],
      ['TM', 'API/Specifications', '0'],
    ])
    expect(rows[1]).toMatchObject({
      percent: '42.857143',
      mismatches: '3',
      interviews: '2',
      'catalog references': 'M01-01; M01-02; M02-01',
    })
  })

  it('says before writing which documents hold participants’ words', () => {
    expect(catalogDocuments(input, { language: 'en' }).map(({ name, quotes }) => [name, quotes])).toEqual([
      ['catalog.md', true],
      ['catalog-mismatches.csv', true],
      ['catalog-quality-issues.csv', true],
      ['catalog-prevalence.csv', false],
    ])
    expect(markdown?.contains).toBe(
      '4 mismatches with 7 instances from 3 interviews, and 1 quality issue; with participants’ own words',
    )
  })

  it('does not say so when there are none', () => {
    const silent = {
      ...input,
      catalog: { ...catalog, items: items.map((item) => ({ ...item, quote: ' ' })) },
      qualityIssues: [],
    }
    expect(catalogDocuments(silent, { language: 'fr' }).map(({ quotes }) => quotes)).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(catalogDocuments(silent, { language: 'fr' })[0]?.contains).toContain('aucune parole de participant')
  })

  it('speaks French when asked, and keeps the point in CSV', () => {
    const [french, , , prevalence] = catalogDocuments(input, { language: 'fr' })
    expect(french?.text).toContain('| TD Training Data | (toutes) | 5 (71\u00a0%) | 4 | 3 |')
    expect(prevalence?.text).toContain('42.857143')
  })

  it('gives the same bytes for the same input', () => {
    expect(catalogDocuments(structuredClone(input), { language: 'en' })).toEqual(
      catalogDocuments(input, { language: 'en' }),
    )
  })
})
