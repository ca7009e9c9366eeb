import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { AxialError } from '../../../domain/errors.ts'
import { remarkIn } from '../../../domain/remarks.ts'
import { parseMismatchWorkbook } from '../../../formats/catalog/mismatch-workbook.ts'
import { published, readPublished } from '../published-data.ts'
import { workbookOf } from '../workbook-fixture.ts'

const HEADER = [
  'Mismatch',
  'Quotes',
  'Mismatch Description',
  'Information Not Communicated',
  'Category 1',
  'Sub-Category 1',
]
const ROW = [
  'M01-01',
  'We guessed.',
  'The unit was unknown.',
  'Units of fields',
  'Raw Data (RD)',
  '(RD) Data Dictionary',
]

/** What the workbook gives, its remarks in English. */
async function parse(sheets: Parameters<typeof workbookOf>[0]) {
  const { skipped, ...read } = await parseMismatchWorkbook('m.xlsx', await workbookOf(sheets))
  return { ...read, skipped: skipped.map((remark) => remarkIn(remark, 'en')) }
}

describe('a workbook of mismatches', () => {
  it('gives each interview’s mismatches, abbreviations taken from the names', async () => {
    expect(await parse({ 'Interview 01': [HEADER, ROW] })).toEqual({
      sheets: [
        {
          sheet: 'Interview 01',
          interview: 'Interview 1',
          mismatches: [
            {
              reference: 'M01-01',
              quote: 'We guessed.',
              description: 'The unit was unknown.',
              information: 'Units of fields',
              instances: [{ category: { abbreviation: 'RD', name: 'Raw Data' }, subcategory: 'Data Dictionary' }],
              row: 2,
            },
          ],
        },
      ],
      skipped: [],
    })
  })

  it('is read by the names of its columns: their order, case, blanks and wording may differ', async () => {
    const header = [
      'sub-category 1 ',
      'CATEGORY 1',
      'Information that was Not Communicated ',
      'quote',
      'mismatch',
      'New Category Created?',
      'mismatch description',
    ]
    const row = ['Metadata', 'Raw Data', 'i', 'q', 'M1', 'yes', 'd']
    const { sheets, skipped } = await parse({ 'interview 3': [['Coded in May'], header, row] })
    expect(sheets[0]?.mismatches).toEqual([
      {
        reference: 'M1',
        quote: 'q',
        description: 'd',
        information: 'i',
        instances: [{ category: { abbreviation: null, name: 'Raw Data' }, subcategory: 'Metadata' }],
        row: 3,
      },
    ])
    expect(skipped).toEqual([])
  })

  it('keeps three instances and tells of a fourth', async () => {
    const more = [2, 3, 4].flatMap((number) => [`Category ${number}`, `Sub-Category ${number}`])
    const pairs = ['A (AA)', '(AA) x', 'B (BB)', '(BB) y', 'C (CC)', '(CC) z']
    const { sheets, skipped } = await parse({
      'Interview 1': [
        [...HEADER, ...more],
        [...ROW, ...pairs],
      ],
    })
    expect(sheets[0]?.mismatches[0]?.instances.map(({ subcategory }) => subcategory)).toEqual([
      'Data Dictionary',
      'x',
      'y',
    ])
    expect(skipped).toEqual(['Interview 1, row 2: more than 3 instances; left out: C / z'])
  })

  it('tells of a subcategory without a category, and of one under another category', async () => {
    const rows = [HEADER, [...ROW.slice(0, 4), null, '(RD) Metadata'], ['M2', ...ROW.slice(1, 5), '(TD) Versioning']]
    const { sheets, skipped } = await parse({ 'Interview 1': rows })
    expect(sheets[0]?.mismatches[0]?.instances).toEqual([{ category: null, subcategory: 'Metadata' }])
    expect(skipped).toEqual([
      'Interview 1, row 2: (RD) Metadata has no category',
      'Interview 1, row 3: (TD) Versioning stands under Raw Data (RD); kept so',
    ])
  })

  it('makes up a reference that is missing or used twice, and tells of it', async () => {
    const { sheets, skipped } = await parse({ 'Interview 4': [HEADER, ROW, ROW, [null, ...ROW.slice(1)]] })
    expect(sheets[0]?.mismatches.map(({ reference }) => reference)).toEqual(['M01-01', 'M01-01 (2)', 'M04-03'])
    expect(skipped).toHaveLength(2)
  })

  it('tells of sheets that are no interviews, or have no header, and passes over blank rows', async () => {
    const { sheets, skipped } = await parse({
      Notes: [['a']],
      'Interview 1': [HEADER, [null, null], ROW],
      'Interview 2': [['nothing', 'here']],
    })
    expect(sheets.map(({ sheet, mismatches }) => [sheet, mismatches.length])).toEqual([['Interview 1', 1]])
    expect(skipped).toEqual([
      'Notes: not a sheet of an interview',
      'Interview 2: no header row with a quote and a category column',
    ])
  })

  it.each([
    ['without an interview', { Notes: [['a']] }],
    ['with a header only', { 'Interview 1': [HEADER] }],
  ])('%s is refused', async (_, sheets) => {
    await expect(parse(sheets)).rejects.toThrow(/holds nothing to import/)
  })

  it('that is no workbook is refused', async () => {
    await expect(parseMismatchWorkbook('m.xlsx', Buffer.from('Mismatch,Quotes\n'))).rejects.toThrow(AxialError)
  })
})

describe.skipIf(!published)('the published workbook (skipped where ../shared/data is absent)', () => {
  // Lewis, Bellomo, Ozkaya, WAIN 2021, table I and section III: 140 mismatches, 232 instances.
  it('gives 20 interviews, 140 mismatches and 232 instances in the paper’s seven categories', async () => {
    const { sheets, skipped } = await parseMismatchWorkbook(
      'm.xlsx',
      readPublished('ml-mismatch/mismatch-open-coding.xlsx'),
    )
    const mismatches = sheets.flatMap((sheet) => sheet.mismatches)
    const instances = mismatches.flatMap((mismatch) => mismatch.instances)
    const counts = Map.groupBy(instances, ({ category }) => category?.abbreviation)
    expect([sheets.length, mismatches.length, instances.length]).toEqual([20, 140, 232])
    expect(Object.fromEntries([...counts].map(([code, list]) => [code, list.length]))).toEqual({
      TM: 84,
      OE: 38,
      TP: 34,
      RD: 23,
      DE: 21,
      OD: 19,
      TD: 13,
    })
    expect(skipped.every((line) => remarkIn(line, 'en').endsWith('not a sheet of an interview'))).toBe(true)
  })
})
