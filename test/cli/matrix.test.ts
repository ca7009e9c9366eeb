import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { axial, axialJson, hasPublished, published, temporaryFolder } from './axial.ts'

let folder = ''
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const count = z.int().min(0)
const basis = z.strictObject({
  transcripts: count,
  participants: count,
  turns: count,
  codings: count,
  allCodings: count,
  coders: z.array(z.string()),
  rounds: z.array(z.string()),
})

/** The fields of `--json`, neither fewer nor more. */
const coOccurrence = z.strictObject({
  relation: z.strictObject({ kind: z.literal('near'), turns: count }),
  basis,
  codes: z.array(z.strictObject({ code: z.string(), codings: count, turns: count })),
  leftOut: count,
  cells: z.array(
    z.strictObject({ first: z.string(), second: z.string(), turns: count, pairs: count, coefficient: z.number() }),
  ),
  out: z.string().nullable(),
})
const attributes = z.strictObject({
  attribute: z.string(),
  basis,
  columns: z.array(z.strictObject({ value: z.string().nullable(), participants: count, transcripts: count })),
  leftOut: count,
  codes: z.array(
    z.strictObject({
      code: z.string(),
      codings: count,
      cells: z.array(z.strictObject({ codings: count, transcripts: count, participants: count })),
    }),
  ),
  out: z.string().nullable(),
})

describe('the matrices of the sample study', () => {
  beforeAll(async () => {
    await axialJson(folder, ['sample', 'sample'])
  })

  it('are written as CSV and SVG beside the report', async () => {
    const line = ['matrix', 'co-occurrence', 'sample', '--within', '1', '--most-used', '5', '--out', 'matrices']
    const report = coOccurrence.parse(await axialJson(folder, line))
    expect(report.codes).toHaveLength(5)
    const csv = await readFile(path.join(folder, 'matrices/co-occurrence.csv'), 'utf8')
    expect(csv.trim().split('\n')).toHaveLength(6)
    expect(await readFile(path.join(folder, 'matrices/co-occurrence.svg'), 'utf8')).toMatch(/^<svg /)
    expect(await readFile(path.join(folder, 'matrices/co-occurrence-pairs.csv'), 'utf8')).toContain('coefficient')
  })

  it('of an attribute say each column’s n and mark small groups', async () => {
    const report = attributes.parse(await axialJson(folder, ['matrix', 'attributes', 'sample', 'role', '--categories']))
    expect(report.columns.map(({ participants }) => participants)).toEqual([1, 1, 1, 1])
    const { output } = await axial(folder, ['matrix', 'attributes', 'sample', 'role', '--measure', 'percent'])
    expect(output).toContain('n=1 *')
    expect(output).toContain('* fewer than 5 participants')
  })

  it('are refused for codes and coders that are not there, and for contradictory choices', async () => {
    for (const wrong of [
      ['--codes', 'nothing of the kind'],
      ['--coder', 'Nobody'],
      ['--categories', '--most-used', '3'],
    ]) {
      const { status, output } = await axial(folder, ['matrix', 'co-occurrence', 'sample', ...wrong])
      expect([status, output]).toEqual([2, ''])
    }
  })
})

const wherePresent = describe.skipIf(!hasPublished)

wherePresent('the codes of the published interviews (skipped without ../shared/data)', () => {
  it('meet in as many turns as a plain reading of the coded turns counts', async () => {
    // Interview 7 is left out: its coders divided the turns each in their own way.
    const interviews = ['02', '12', '19', '31', '32'].map((number) =>
      path.join(published, `quality-issues/coded/interview-${number}.json`),
    )
    await axialJson(folder, ['new', 'coded'])
    await axialJson(folder, ['import', 'codings', 'coded', ...interviews])
    const line = ['matrix', 'co-occurrence', 'coded', '--within', '0', '--most-used', '100']
    const only = ['--coder', 'C1', '--round', 'Imported, independent']
    const { cells, leftOut, codes } = coOccurrence.parse(await axialJson(folder, [...line, ...only]))
    expect(leftOut).toBe(0)
    const together = new Map<string, number>()
    const alone = new Map<string, number>()
    for (const file of interviews) {
      for (const turn of await turnsOf(file, 'C1')) {
        for (const code of turn) alone.set(code, (alone.get(code) ?? 0) + 1)
        for (const [index, code] of turn.entries()) {
          for (const other of turn.slice(index + 1)) {
            const key = [code, other].sort().join(' & ')
            together.set(key, (together.get(key) ?? 0) + 1)
          }
        }
      }
    }
    const counted = new Map(cells.map(({ first, second, turns }) => [[first, second].sort().join(' & '), turns]))
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(together))
    expect(counted.size).toBeGreaterThan(50)
    expect(Object.fromEntries(codes.map(({ code, turns }) => [code, turns]))).toEqual(Object.fromEntries(alone))
    for (const { first, second, turns, coefficient } of cells) {
      const [n1, n2] = [alone.get(first) ?? 0, alone.get(second) ?? 0]
      expect(coefficient).toBeCloseTo(turns / (n1 + n2 - turns), 12)
    }
  })
})

const codedFile = z.object({
  sources: z.array(
    z.object({ coder: z.string(), pass: z.string(), turns: z.array(z.object({ codes: z.array(z.string()) })) }),
  ),
})

/** The different codes of each turn that a coder coded independently. */
async function turnsOf(file: string, coder: string): Promise<readonly string[][]> {
  const { sources } = codedFile.parse(JSON.parse(await readFile(file, 'utf8')))
  return sources
    .filter((source) => source.coder === coder && source.pass === 'independent')
    .flatMap(({ turns }) => turns.map(({ codes }) => [...new Set(codes.map((code) => code.trim()))]))
}
