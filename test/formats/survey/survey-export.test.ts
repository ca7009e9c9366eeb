import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { AxialError } from '../../../domain/errors.ts'
import { remarkIn } from '../../../domain/remarks.ts'
import { parseSurveyExport } from '../../../formats/survey/survey-export.ts'
import { published, readPublished } from '../published-data.ts'
import { workbookOf } from '../workbook-fixture.ts'
import { columnsOf, read, type Rows } from './survey-tables.ts'

const STEM = 'Raw Data\n\nHow important is it to share this? - '
const QUALTRICS: Rows = [
  [
    'StartDate',
    'Status',
    'IPAddress',
    'ResponseId',
    'RecipientEmail',
    'LocationLatitude',
    'Q1',
    'Q2',
    'Q3_1',
    'Q3_2',
    'Q4',
  ],
  [
    'Start Date',
    'Response Type',
    'IP Address',
    'Response ID',
    'Recipient Email',
    'Location Latitude',
    'Do you consent to taking this survey?',
    'Your\nprimary role - Selected Choice',
    `${STEM}Metadata: where the data come from`,
    `${STEM}Restrictions: what may be done with them`,
    'Anything else?',
  ],
  ['{"ImportId":"startDate"}', '{"ImportId":"status"}', '', '', '', '', '{"ImportId":"QID1"}', '', '', '', ''],
  [
    '2024-05-01 10:00:00',
    'IP Address',
    '192.0.2.1',
    'R_1abcdefghijk',
    'a@example.org',
    '45.5017',
    'Yes',
    'Engineer',
    'Important',
    'Very Important',
    'The people.',
  ],
  [
    '2024-05-01 11:00:00',
    'IP Address',
    '192.0.2.2',
    'R_2abcdefghijk',
    'b@example.org',
    '45.5018',
    'Yes',
    'Engineer',
    'Not Important',
    '',
    '',
  ],
  [
    '2024-05-01 12:00:00',
    'IP Address',
    '192.0.2.3',
    'R_3abcdefghijk',
    'c@example.org',
    '45.5019',
    'Yes',
    'Scientist',
    'Very Important',
    'Important',
    'No.',
  ],
  [
    '2024-05-01 12:30:00',
    'Survey Preview',
    '192.0.2.9',
    'R_4abcdefghijk',
    '',
    '45.5010',
    'Yes',
    'Scientist',
    'Important',
    'Important',
    '',
  ],
  ['2024-05-01 13:00:00', 'IP Address', '192.0.2.4', 'R_5abcdefghijk', '', '45.5020', 'No', '', '', '', ''],
  ['2024-05-01 14:00:00', 'IP Address', '192.0.2.5', 'R_6abcdefghijk', '', '45.5021', 'Yes', '', '', '', ''],
]

describe('an export of Qualtrics', () => {
  it('gives its rated items, short labels, and the scale with the point that nobody chose', async () => {
    const survey = await read(QUALTRICS)
    expect(survey.source).toBe('qualtrics')
    expect(survey.scale).toEqual(['Not Important', 'Somewhat Important', 'Important', 'Very Important'])
    expect(survey.items).toEqual([
      { column: 'Q3_1', label: 'Metadata' },
      { column: 'Q3_2', label: 'Restrictions' },
    ])
  })

  it('gives its respondents, a missing answer as null', async () => {
    const survey = await read(QUALTRICS)
    expect(survey.attributes).toEqual([{ column: 'Q2', label: 'Your primary role' }])
    expect(survey.respondents).toEqual([
      { attributes: { Q2: 'Engineer' }, answers: [3, 4] },
      { attributes: { Q2: 'Engineer' }, answers: [1, null] },
      { attributes: { Q2: 'Scientist' }, answers: [4, 3] },
    ])
  })

  it('leaves out what identifies people, and nothing it returns holds any of it', async () => {
    const survey = await read(QUALTRICS)
    expect(columnsOf(survey.leftOut)).toEqual([
      'IPAddress: IP address, by its header',
      'ResponseId: id of a response, by its header',
      'RecipientEmail: e-mail address, by its header',
      'LocationLatitude: location, by its header',
    ])
    expect(JSON.stringify(survey)).not.toMatch(/192\.0\.2|example\.org|R_\d|45\.5/)
  })

  it('tells which columns are neither, and which rows are no respondents', async () => {
    const survey = await read(QUALTRICS)
    expect(survey.ignored.map(({ column }) => column)).toEqual(['StartDate', 'Status', 'Q1', 'Q4'])
    expect(survey.skipped.map((remark) => remarkIn(remark, 'en'))).toEqual([
      'row 7: a preview, not a respondent',
      'row 8: consent was refused',
      'row 9: no question is answered',
    ])
  })

  it('is the same with two header rows', async () => {
    const [ids = [], texts = [], , ...answers] = QUALTRICS
    const { skipped: _, ...two } = await read([ids, texts, ...answers])
    const { skipped: __, ...three } = await read(QUALTRICS)
    expect(two).toEqual(three)
  })

  it('is the same as a workbook, whatever its name says', async () => {
    const bytes = await workbookOf({
      Sheet: QUALTRICS,
      Notes: [
        ['Question', 'Meaning'],
        ['Q2', 'role'],
      ],
    })
    expect(await parseSurveyExport('s.csv', bytes, { keep: [] })).toEqual(await read(QUALTRICS))
  })

  it('keeps an identifying column that the researcher names, by id or by question', async () => {
    for (const name of ['RecipientEmail', 'recipient email']) {
      const survey = await read(QUALTRICS, [name])
      expect(survey.kept).toEqual(['RecipientEmail'])
      expect(survey.respondents[0]?.attributes).toEqual({ RecipientEmail: 'a@example.org', Q2: 'Engineer' })
      expect(survey.leftOut).toHaveLength(3)
    }
  })

  it('is refused with the known columns when the researcher names one that is not there', async () => {
    await expect(read(QUALTRICS, ['Q99'])).rejects.toThrow(/no column "Q99".*RecipientEmail/)
  })
})

describe('an export of Google Forms', () => {
  const rows: Rows = [
    [
      'Timestamp',
      'Email Address',
      'What is your role?',
      'How often do you see these? [Missing labels]',
      'How often do you see these? [Drift]',
      'Your full name (optional)',
      'Comments',
    ],
    ['5/1/2024 10:00:00', 'ann@example.org', 'Data scientist', 'Never', 'Often', 'Ann Lee', 'It depends on the day.'],
    ['5/1/2024 10:05:00', 'bob@example.org', 'Data scientist', 'Sometimes', 'Always', '', ''],
    ['5/1/2024 10:10:00', 'cid@example.org', 'Manager', 'Often', '', 'Cid Roy', 'Nothing.'],
  ]

  it('gives the rows of its grids as items, and leaves out names and addresses', async () => {
    const survey = await read(rows)
    expect(survey.source).toBe('google-forms')
    expect(survey.scale).toEqual(['Never', 'Rarely', 'Sometimes', 'Often', 'Always'])
    expect(survey.items.map(({ label }) => label)).toEqual(['Missing labels', 'Drift'])
    expect(survey.respondents.map(({ answers }) => answers)).toEqual([
      [1, 4],
      [3, 5],
      [4, null],
    ])
    expect(survey.leftOut.map(({ column }) => column)).toEqual(['Email Address', 'Your full name (optional)'])
    expect(JSON.stringify(survey)).not.toMatch(/Ann|Roy|example/)
  })

  it('may be French', async () => {
    const [, ...answers] = rows
    const french = new Map([
      ['Never', 'Jamais'],
      ['Sometimes', 'Parfois'],
      ['Often', 'Souvent'],
      ['Always', 'Toujours'],
    ])
    const survey = await read([
      [
        'Horodateur',
        'Adresse e-mail',
        'Votre rôle',
        'Fréquence [Étiquettes absentes]',
        'Fréquence [Dérive]',
        'Nom',
        'Autres',
      ],
      ...answers.map((row) => row.map((cell) => french.get(cell) ?? cell)),
    ])
    expect(survey.scale).toEqual(['Jamais', 'Rarement', 'Parfois', 'Souvent', 'Toujours'])
    expect(survey.leftOut.map(({ column }) => column)).toEqual(['Adresse e-mail', 'Nom'])
  })
})

describe('an export of Microsoft Forms', () => {
  it('gives its statements as items, and leaves out who answered', async () => {
    const survey = await read([
      ['Id', 'Start time', 'Completion time', 'Email', 'Name', 'Team', 'We test our data.', 'We version our models.'],
      ['1', '5/1/24 10:00:00', '5/1/24 10:03:00', 'anonymous', '', 'North', 'Strongly agree', 'Disagree'],
      ['2', '5/1/24 11:00:00', '5/1/24 11:03:00', 'anonymous', '', 'North', 'Neutral', 'Strongly disagree'],
      ['3', '5/1/24 12:00:00', '5/1/24 12:03:00', 'anonymous', '', 'South', 'Agree', "Don't know"],
    ])
    expect(survey.source).toBe('microsoft-forms')
    expect(survey.scale).toEqual(['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree'])
    expect(survey.items.map(({ label }) => label)).toEqual(['We test our data.', 'We version our models.'])
    expect(survey.respondents.map(({ answers }) => answers)).toEqual([
      [5, 2],
      [3, 1],
      [4, null],
    ])
    expect(survey.leftOut.map(({ column }) => column)).toEqual(['Id', 'Email', 'Name'])
    expect(survey.attributes.map(({ column }) => column)).toEqual(['Team'])
  })
})

describe('a file that is no survey', () => {
  it.each([
    ['of no byte', new Uint8Array(), 'file-empty'],
    ['that is binary', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2]), 'file-wrong-kind'],
    ['that is a web page called .csv', Buffer.from('<html><body>Please log in</body></html>'), 'file-wrong-kind'],
    ['with a header only', Buffer.from('Role,A,B\n'), 'import-empty'],
    ['without a rated question', Buffer.from('Role,Town hall\nx,yes\ny,no\n'), 'import-empty'],
    ['that is a workbook cut short', Buffer.from('PK\u0003\u0004junk'), 'file-wrong-kind'],
  ])('%s is refused with its reason', async (_, bytes, reason) => {
    const error: unknown = await parseSurveyExport('s.csv', bytes, { keep: [] }).then(
      () => null,
      (caught: unknown) => caught,
    )
    expect(error instanceof AxialError ? error.reason : error).toBe(reason)
  })
})

describe.skipIf(!published)('the published survey (skipped where ../shared/data is absent)', () => {
  const survey = (kind: string) =>
    parseSurveyExport(`a.${kind}`, readPublished(`ml-mismatch/survey-responses.${kind}`), { keep: [] })

  it('gives the 31 respondents, 34 items and four points of Lewis et al. 2021', async () => {
    const { respondents, items, scale, skipped, leftOut } = await survey('csv')
    expect([respondents.length, items.length]).toEqual([31, 34])
    expect(scale).toEqual(['Not Important', 'Somewhat Important', 'Important', 'Very Important'])
    expect([skipped, leftOut]).toEqual([[], []])
  })

  it('gives the roles of its table II: 16 data scientists, 10 software engineers, 5 of operations and others', async () => {
    const { respondents } = await survey('csv')
    const roles = Map.groupBy(respondents, ({ attributes }) => attributes['Q3'])
    expect(Object.fromEntries([...roles].map(([role, list]) => [role, list.length]))).toEqual({
      'Data Scientist': 16,
      'Software Engineer': 10,
      Operations: 1,
      Other: 4,
    })
  })

  it('has items of one label told apart by their category', async () => {
    const labels = (await survey('csv')).items.map(({ label }) => label)
    expect(new Set(labels).size).toBe(34)
    expect(labels).toContain('Development Environment: Computing Resources')
    expect(labels).toContain('Operational Environment: Computing Resources')
    expect(labels).toContain('Usage Context')
  })

  it('is the same from the workbook', async () => {
    expect(await survey('xlsx')).toEqual(await survey('csv'))
  })
})
