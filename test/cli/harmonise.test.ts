import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axial, axialJson, hasPublished, published, temporaryFolder } from './axial.ts'

let folder = ''
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Harmonising {
  proposals: { code: string; other: string; basis: string; words: string[]; shared: number }[]
  decisions: { kind: string; code: string; other: string; decidedBy: string | null }[]
  keptAt: string | null
  before: Row[]
  after: Row[]
}
interface Agreement {
  harmonised: boolean
  comparisons: { mappedCodes: number; kappaPooled: number; codes: number }[]
}
interface Row {
  transcript: string | null
  coders: string[]
  units: number
  codes: number
  figures: { kappaPooled: number; alphaJaccard: number }
}

const row = ({ coders, units, codes, figures }: Row) =>
  `${coders.join(' ')}, ${units}, ${codes}: ${figures.kappaPooled.toFixed(4)} ${figures.alphaJaccard.toFixed(4)}`
const overall = (rows: readonly Row[]) => rows.filter(({ transcript }) => transcript === null).map(row)

describe.skipIf(!hasPublished)('harmonising the published interviews (skipped without ../shared/data)', () => {
  beforeAll(async () => {
    const coded = ['12', '19', '31', '32'].map((number) =>
      path.join(published, 'quality-issues/coded', `interview-${number}.json`),
    )
    await axialJson(folder, ['new', 'open'])
    await axialJson(folder, ['import', 'codings', 'open', ...coded])
  })

  it('proposes the evident pairs, and none that shares neither a word nor a passage', async () => {
    const { proposals } = (await axialJson(folder, ['harmonise', 'open'])) as Harmonising
    const names = proposals.map(({ code, other }) => `${code} ~ ${other}`)
    // Named in the method page, section 4; C3’s moderated pass has the singular.
    expect(names).toContain('Data-missing-values ~ Data-missing-value')
    expect(names).toContain('Data-integration-issues ~ data-integration-difficult')
    expect(names.length).toBeLessThanOrEqual(6)
    for (const { words, shared } of proposals) expect(words.length > 0 || shared > 0).toBe(true)
  })

  it('takes a decision, keeps the figures from before it, and gives those after it', async () => {
    const pair = 'Data-integration-issues=data-integration-difficult'
    const line = ['harmonise', 'open', '--map', pair, '--as', 'C3']
    const { decisions, keptAt, before, after } = (await axialJson(folder, line)) as Harmonising
    expect(decisions).toMatchObject([
      { kind: 'map', code: 'Data-integration-issues', other: 'data-integration-difficult', decidedBy: 'C3' },
    ])
    expect(keptAt).not.toBeNull()
    // Interview 12 and 19, and 31 and 32: seen first in this program, and in agreement with section 4 a transcript.
    expect(overall(before)).toEqual(['C1 C2, 264, 27: 0.1566 0.2557', 'C1 C4, 308, 36: 0.3430 0.3442'])
    expect(overall(after).map((line) => line.split(':')[0])).toEqual(['C1 C2, 264, 26', 'C1 C4, 308, 36'])
    expect(after.map((each) => each.figures.kappaPooled > 0)).not.toContain(false)
    const interview12 = before.find(({ transcript }) => transcript === 'Interview 12')
    // The method page, section 4.
    expect(interview12 && row(interview12)).toBe('C1 C2, 160, 18: 0.2502 0.3726')
  })

  it('is what agreement counts with --harmonised, and leaves out without it', async () => {
    const line = ['agreement', 'open', '--transcript', 'Interview 19', '--coders', 'C1,C2', '--resamples', '0']
    const asCoded = (await axialJson(folder, line)) as Agreement
    const harmonised = (await axialJson(folder, [...line, '--harmonised'])) as Agreement
    const { after, before } = (await axialJson(folder, ['harmonise', 'open'])) as Harmonising
    const of = (rows: readonly Row[]) =>
      rows.find(({ transcript }) => transcript === 'Interview 19')?.figures.kappaPooled
    expect(asCoded).toMatchObject({ harmonised: false, comparisons: [{ mappedCodes: 1, kappaPooled: of(before) }] })
    expect(harmonised).toMatchObject({ harmonised: true, comparisons: [{ mappedCodes: 1, kappaPooled: of(after) }] })
    expect(harmonised.comparisons[0]?.codes).toBe((asCoded.comparisons[0]?.codes ?? 0) - 1)
    const { output } = await axial(folder, line)
    expect(output.replaceAll(/\s+/g, ' ')).toContain('--harmonised counts codes as what they were mapped to')
  })

  it('says what is wrong with a pair that is not written as one, with exit status 2', async () => {
    const { status, errors } = await axial(folder, ['harmonise', 'open', '--map', 'Data-missing-values'])
    expect(status).toBe(2)
    expect(errors).toContain('KEPT=OTHER')
  })
})
