import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axialJson, hasPublished, published, temporaryFolder } from './axial.ts'

/**
 * The command line on the data that real studies published. Skipped where ../shared/data is not at hand.
 */
const wherePresent = describe.skipIf(!hasPublished)

let folder = ''
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const mismatchData = path.join(published, 'ml-mismatch')
const codedData = (interview: string) => path.join(published, 'quality-issues/coded', `interview-${interview}.json`)

interface Catalog {
  mismatches: number
  instances: number
  categories: { code: string; count: number; percent: number }[]
  items: unknown[]
}

interface Group {
  n: number
  top: { count: number; percent: number }
}
interface Survey {
  respondents: number
  scale: string[]
  items: { label: string; overall: Group; groups: (Group & { group: string })[] }[]
}

/**
 * Top-two counts and percents a role: Data Science, Software Engineering, Operations + Other. Lewis, Bellomo, Ozkaya,
 * "Characterizing and Detecting Mismatch in Machine-Learning-Enabled Systems", WAIN 2021, table II, in its order.
 */
const TABLE_II: readonly (readonly [name: string, ds: string, se: string, ops: string])[] = [
  ['Programming Language', '11 69', '8 80', '5 100'],
  ['Upstream and Downstream', '14 88', '10 100', '4 80'],
  ['Computing Resources', '11 69', '9 90', '5 100'],
  ['Timelines', '14 88', '9 90', '5 100'],
  ['Data Statistics', '15 94', '10 100', '4 80'],
  ['Data Pipelines', '15 94', '8 80', '5 100'],
  ['Data Sources', '14 88', '9 90', '5 100'],
  ['Data Syntax', '16 100', '10 100', '5 100'],
  ['Data Rates', '11 69', '10 100', '4 80'],
  ['Runtime Metrics', '13 81', '9 90', '3 60'],
  ['Computing Resources', '14 88', '10 100', '5 100'],
  ['Inference Time', '14 88', '10 100', '5 100'],
  ['Metadata', '14 88', '9 90', '3 60'],
  ['Data Dictionary', '16 100', '10 100', '4 80'],
  ['Proxy Data', '14 88', '9 90', '4 80'],
  ['Restrictions', '15 94', '10 100', '4 80'],
  ['Anonymization', '14 88', '9 90', '5 100'],
  ['Business Goals', '16 100', '9 90', '5 100'],
  ['Success Criteria', '15 94', '10 100', '5 100'],
  ['Task', '15 94', '10 100', '5 100'],
  ['Usage Context', '15 94', '10 100', '5 100'],
  ['Data Rights', '15 94', '10 100', '4 80'],
  ['Test Cases', '14 88', '10 100', '4 80'],
  ['API', '14 88', '9 90', '4 80'],
  ['Decisions', '15 94', '10 100', '5 100'],
  ['Output Interpretation', '15 94', '10 100', '5 100'],
  ['Programming Language', '11 69', '7 70', '4 80'],
  ['Evaluation Metrics', '16 100', '8 80', '5 100'],
  ['Versioning', '14 88', '8 80', '4 80'],
  ['System Configuration', '12 75', '7 70', '5 100'],
  ['Buffering', '14 88', '8 80', '4 80'],
  ['Data Preparation Pipelines', '15 94', '9 90', '4 80'],
  ['Data Statistics', '13 81', '9 90', '3 60'],
  ['Versioning', '12 75', '5 50', '2 40'],
]

wherePresent('the published mismatch study (skipped without ../shared/data)', () => {
  beforeAll(async () => {
    await axialJson(folder, ['new', 'mismatch', '--taxonomy', 'ml-mismatch'])
    await axialJson(folder, ['import', 'mismatches', 'mismatch', path.join(mismatchData, 'mismatch-open-coding.xlsx')])
  })

  it('has a catalog of 140 mismatches and 232 instances, by category as published', async () => {
    const catalog = (await axialJson(folder, ['catalog', 'mismatch'])) as Catalog
    expect(catalog).toMatchObject({ mismatches: 140, instances: 232 })
    expect(catalog.items).toHaveLength(140)
    // The same paper, figure 3 and section IV.
    expect(catalog.categories.map(({ code, count, percent }) => `${code} ${count} ${Math.round(percent)}`)).toEqual([
      'TM 84 36',
      'OE 38 16',
      'TP 34 15',
      'RD 23 10',
      'DE 21 9',
      'OD 19 8',
      'TD 13 6',
    ])
  })

  it.each(['survey-responses.csv', 'survey-responses.xlsx'])('gives table II to the digit from %s', async (file) => {
    await axialJson(folder, ['import', 'survey', 'mismatch', path.join(mismatchData, file), '--name', file])
    const line = ['survey', 'mismatch', file, '--by', 'Q3', '--merge', 'Operations + Other=Operations,Other']
    const survey = (await axialJson(folder, line)) as Survey
    expect(survey.respondents).toBe(31)
    expect(survey.items).toHaveLength(34)
    expect(survey.scale).toHaveLength(4)
    const roles = ['Data Scientist', 'Software Engineer', 'Operations + Other']
    const rows = survey.items.map((item) => {
      const groups = roles.map((role) => item.groups.find(({ group }) => group === role))
      expect(groups.map((group) => group?.n)).toEqual([16, 10, 5])
      expect(item.groups).toHaveLength(3)
      return groups.map((group) => (group === undefined ? '' : `${group.top.count} ${Math.round(group.top.percent)}`))
    })
    expect(rows).toEqual(TABLE_II.map(([, ...counts]) => counts))
    for (const [index, [name]] of TABLE_II.entries()) {
      expect(survey.items[index]?.label.toLowerCase()).toContain(name.toLowerCase())
    }
  })
})

interface Comparison {
  transcript: string
  coders: [string, string]
  units: number
  codes: number
  codedAgreement: number
  kappaCoded: number
  kappaPooled: number
  alphaJaccard: number
  alphaMasi: number
  unaligned: unknown[]
}

const figures = (each: Comparison) =>
  [each.codedAgreement, each.kappaCoded, each.kappaPooled, each.alphaJaccard, each.alphaMasi].map((value) =>
    value.toFixed(4),
  )

const row = (each: Comparison) => `${each.coders.join(' ')}, ${each.units}, ${each.codes}: ${figures(each).join(' ')}`

/** Imports the coded turns into a study of their own and compares their coders. */
async function compared(study: string, interviews: readonly string[], ...align: string[]): Promise<Comparison[]> {
  await axialJson(folder, ['new', study])
  await axialJson(folder, ['import', 'codings', study, ...interviews.map(codedData), ...align])
  const agreement = await axialJson(folder, ['agreement', study, '--resamples', '0'])
  return (agreement as { comparisons: Comparison[] }).comparisons
}

wherePresent('the published coded interviews (skipped without ../shared/data)', () => {
  it('agree as the method page says, to four decimals', async () => {
    const comparisons = await compared('coded', ['12', '19', '31', '32'])
    // The method's section 4, computed from the replication package of Côté et al., ICSME 2022.
    expect(comparisons.map(row)).toEqual([
      'C1 C2, 160, 18: 0.9313 0.5833 0.2502 0.3726 0.3370',
      'C1 C2, 104, 12: 0.7981 0.2541 0.0370 0.1374 0.1376',
      'C4 C1, 125, 19: 0.7440 0.2512 0.2225 0.1756 0.1430',
      'C4 C1, 183, 25: 0.8197 0.5536 0.4193 0.4325 0.3831',
    ])
    expect(comparisons.flatMap(({ unaligned }) => unaligned)).toEqual([])
  })

  it('of interview 2 agree as the method page says when paired by position', async () => {
    expect((await compared('two-by-position', ['02'], '--align', 'position')).map(row)).toEqual([
      'C1 C2, 92, 30: 0.5543 0.1610 0.3806 0.2794 0.2626',
    ])
  })

  it('of interview 2 agree better when paired by their words, since turns 58 to 88 of the second coder are one off', async () => {
    const [two] = await compared('two-by-text', ['02'])
    expect(two?.units).toBe(92)
    expect(two && figures(two).slice(0, 3)).toEqual(['0.6957', '0.4301', '0.4898'])
  })
})

wherePresent(
  'the codings of interview 7, whose coders divided its turns differently (skipped without ../shared/data)',
  () => {
    it('lie in the 72 turns of its transcript, and the report says so', async () => {
      await axialJson(folder, ['new', 'seven'])
      await axialJson(folder, [
        'import',
        'transcript',
        'seven',
        published + 'quality-issues/transcripts/Interview 7.txt',
      ])
      const { passes, unaligned } = z
        .object({
          passes: z.array(z.object({ coder: z.string(), turns: z.int(), matched: z.int(), covered: z.int() })),
          unaligned: z.array(z.unknown()),
        })
        .parse(await axialJson(folder, ['import', 'codings', 'seven', codedData('07')]))
      expect(unaligned).toEqual([])
      expect(passes.map(({ coder, turns, matched, covered }) => [coder, turns, matched, covered])).toEqual([
        ['C1', 111, 111, 72],
        ['C2', 114, 114, 72],
        ['C3', 70, 0, 0],
      ])
    })
  },
)

wherePresent('the eight published transcripts (skipped without ../shared/data)', () => {
  it('import whole: what their turns lack of the files’ words is no more than their labels', async () => {
    const source = path.join(published, 'quality-issues/transcripts')
    const files = (await readdir(source)).filter((name) => name.endsWith('.txt')).map((name) => path.join(source, name))
    await axialJson(folder, ['new', 'transcripts'])
    const report = await axialJson(folder, ['import', 'transcript', 'transcripts', ...files])
    const { imported } = report as { imported: { turns: number; words: number }[] }
    expect(imported).toHaveLength(8)
    for (const [index, { turns, words }] of imported.entries()) {
      const text = await readFile(files[index] ?? '', 'utf8')
      const missing = text.split(/\s+/).filter((word) => word !== '').length - words
      expect(missing).toBeGreaterThanOrEqual(0)
      // A label is at most "Interviewer 1 :", three words.
      expect(missing).toBeLessThanOrEqual(3 * turns)
    }
    const info = await axialJson(folder, ['info', 'transcripts'])
    expect(info).toMatchObject({ transcripts: 8, words: imported.reduce((sum, { words }) => sum + words, 0) })
  })
})
