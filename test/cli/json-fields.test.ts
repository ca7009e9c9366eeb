import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { axial, axialJson, temporaryFolder } from './axial.ts'

/** What scripts rely on: the fields of `--json`, neither fewer nor more, and what each of them holds. */
const count = z.int().min(0)
const figure = z.number().nullable()
const interval = z.tuple([z.number(), z.number()])
const FIGURES = [
  'codedAgreement',
  'kappaCoded',
  'kappaPooled',
  'kappaMean',
  'alphaNominal',
  'alphaJaccard',
  'alphaMasi',
  'alphaUnitizing',
] as const
const GROUP_FIGURES = [
  'codedAgreement',
  'fleissCoded',
  'fleissSets',
  'alphaCoded',
  'alphaNominal',
  'alphaJaccard',
  'alphaMasi',
  'alphaUnitizing',
] as const

const info = z.strictObject({
  title: z.string(),
  transcripts: count,
  turns: count,
  words: count,
  participants: count,
  coders: count,
  codes: count,
  codings: count,
  mismatches: count,
  instances: count,
  surveys: z.array(z.strictObject({ name: z.string(), respondents: count, items: count })),
  encrypted: z.boolean(),
})

const codeTable = { code: z.string(), both: count, onlyFirst: count, onlySecond: count, neither: count }
const place = {
  transcript: z.string().nullable(),
  transcripts: z.array(z.string()),
  round: z.string().nullable(),
  codebook: z.strictObject({ version: z.string().nullable(), reason: z.string().nullable() }),
  units: count,
  mappedCodes: count,
  mergedCodes: count,
  codes: count,
  coded: count,
  uncodedShare: figure,
}
const leftOut = z.array(z.strictObject({ reason: z.string(), coder: z.string().nullable(), count }))
const figured = <const Names extends readonly [string, ...string[]]>(names: Names) => ({
  n: z.record(z.enum(names), count),
  intervals: z.partialRecord(z.enum(names), interval),
  withoutInterval: z.partialRecord(z.enum(names), z.string()),
  reasons: z.partialRecord(z.enum(names), z.string()),
})
const agreement = z.strictObject({
  unit: z.enum(['turn', 'sentence', 'segment', 'character', 'overlap']),
  share: z.number().nullable(),
  subject: z.enum(['codings', 'screenings', 'instances']),
  scope: z.enum(['transcript', 'round', 'version', 'all']),
  between: z.enum(['coders', 'rounds']),
  harmonised: z.boolean(),
  seed: z.int(),
  resamples: count,
  drift: z.array(z.unknown()),
  comparisons: z.array(
    z.strictObject({
      ...place,
      coders: z.tuple([z.string(), z.string()]),
      rounds: z.tuple([z.string().nullable(), z.string().nullable()]),
      codedByFirst: count,
      codedBySecond: count,
      codedAgreement: figure,
      kappaCoded: figure,
      kappaPooled: figure,
      kappaMean: figure,
      alphaNominal: figure,
      alphaJaccard: figure,
      alphaMasi: figure,
      alphaUnitizing: figure,
      ...figured(FIGURES),
      perCode: z.array(
        z.strictObject({
          ...codeTable,
          cost: figure,
          kappa: figure,
          reason: z.string().nullable(),
          agreement: figure,
          ac1: figure,
          alpha: figure,
          alphaReason: z.string().nullable(),
          interval: interval.nullable(),
          agreementInterval: interval.nullable(),
          ac1Interval: interval.nullable(),
          alphaInterval: interval.nullable(),
        }),
      ),
      leftOut,
      unaligned: z.array(z.unknown()),
    }),
  ),
  groups: z.array(
    z.strictObject({
      ...place,
      coders: z.array(z.string()),
      values: count,
      pairs: count,
      codedAgreement: figure,
      fleissCoded: figure,
      fleissSets: figure,
      alphaCoded: figure,
      alphaNominal: figure,
      alphaJaccard: figure,
      alphaMasi: figure,
      alphaUnitizing: figure,
      ...figured(GROUP_FIGURES),
      perCode: z.array(
        z.strictObject({
          code: z.string(),
          present: count,
          absent: count,
          everyone: count,
          divided: count,
          differing: count,
          cost: figure,
          fleiss: figure,
          fleissReason: z.string().nullable(),
          alpha: figure,
          alphaReason: z.string().nullable(),
          fleissInterval: interval.nullable(),
          alphaInterval: interval.nullable(),
        }),
      ),
      leftOut,
    }),
  ),
  alone: z.array(z.strictObject({ transcript: z.string(), round: z.string(), coder: z.string() })),
})

const counted = { name: z.string(), count, percent: z.number() }
const catalog = z.strictObject({
  mismatches: count,
  instances: count,
  open: z.array(z.strictObject({ transcript: z.string(), round: z.string(), disagreements: count })),
  categories: z.array(
    z.strictObject({ code: z.string(), ...counted, subcategories: z.array(z.strictObject(counted)) }),
  ),
  items: z.array(
    z.strictObject({
      id: z.string(),
      interview: z.string(),
      quote: z.string(),
      description: z.string(),
      information: z.string(),
      instances: z.array(z.unknown()),
    }),
  ),
})

const summary = {
  n: count,
  missing: count,
  counts: z.array(z.strictObject({ label: z.string(), count, percent: figure })),
  top: z.strictObject({ count, percent: figure }),
  mean: figure,
  median: figure,
  mode: z.array(z.number()),
  sd: figure,
  interval: interval.nullable(),
}
const survey = z.strictObject({
  name: z.string(),
  respondents: count,
  scale: z.array(z.string()),
  items: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      overall: z.strictObject(summary),
      groups: z.array(z.strictObject({ group: z.string(), ...summary })),
    }),
  ),
})

describe('on the sample study, --json', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await temporaryFolder()
    expect(await axial(folder, ['sample', 'sample'])).toMatchObject({ status: 0 })
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('of info has exactly its fields', async () => {
    expect(info.safeParse(await axialJson(folder, ['info', 'sample'])).error).toBeUndefined()
  })

  it('of agreement has exactly its fields, a reason for every undefined figure and an interval for every other', async () => {
    const printed = agreement.parse(await axialJson(folder, ['agreement', 'sample', '--coders', 'all']))
    // Four transcripts in the pass over all, two of them in two pilots as well.
    expect(printed.comparisons).toHaveLength(8)
    expect(printed.groups).toHaveLength(8)
    for (const comparison of printed.comparisons) {
      for (const name of FIGURES) {
        expect(comparison[name] === null).toBe(comparison.reasons[name] !== undefined)
        expect(comparison.intervals[name] === undefined).toBe(comparison.withoutInterval[name] !== undefined)
      }
      expect(comparison.coded).toBeLessThanOrEqual(comparison.units)
      for (const { kappa, reason, ...table } of comparison.perCode) {
        expect(kappa === null).toBe(reason !== null)
        expect(table.both + table.onlyFirst + table.onlySecond + table.neither).toBe(comparison.units)
      }
    }
  })

  it('of catalog has exactly its fields', async () => {
    expect(catalog.safeParse(await axialJson(folder, ['catalog', 'sample'])).error).toBeUndefined()
  })

  it('of survey has exactly its fields, overall and for each group', async () => {
    const line = ['survey', 'sample', 'Importance of sharing', '--by', 'Q2']
    const printed = survey.parse(await axialJson(folder, line))
    expect(printed.items[0]?.groups.map(({ group }) => group)).toHaveLength(3)
  })
})
