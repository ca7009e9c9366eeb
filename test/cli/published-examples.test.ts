import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axialJson, temporaryFolder } from './axial.ts'

/**
 * Worked examples of the literature through the whole product: a study with a transcript of one turn for each unit, and
 * coders who each gave it a code named by the value. Who did not rate a unit did not go through its transcript.
 */
interface Agreement {
  readonly groups: readonly {
    readonly coders: readonly string[]
    readonly units: number
    readonly values: number
    readonly alphaNominal: number
    readonly fleissSets: number | null
    readonly n: { readonly alphaNominal: number }
    readonly intervals: { readonly alphaNominal?: readonly [number, number] }
    readonly reasons: { readonly fleissSets?: string }
    readonly leftOut: readonly unknown[]
  }[]
  readonly alone: readonly { readonly coder: string }[]
}

let folder = ''
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** `units[u][c]`: the value that coder c gave unit u; null: none. */
async function compareInStudy(name: string, units: readonly (readonly (string | null)[])[]): Promise<Agreement> {
  await axialJson(folder, ['new', name])
  const files = units.map(async (values, index) => {
    const unit = String(index + 1)
    const sources = values.flatMap((value, coder) =>
      value === null
        ? []
        : [
            {
              coder: `Observer ${String(coder + 1)}`,
              pass: 'independent',
              turns: [{ speaker: 'P', text: `What was said as number ${unit} of ${name}.`, codes: [`value ${value}`] }],
            },
          ],
    )
    const file = `${name}-${unit}.json`
    await writeFile(path.join(folder, file), JSON.stringify({ interview: Number(unit), sources }))
    return file
  })
  await axialJson(folder, ['import', 'codings', name, ...(await Promise.all(files))])
  const line = ['agreement', name, '--coders', 'all', '--over', 'round', '--resamples', '200']
  return (await axialJson(folder, line)) as Agreement
}

describe('published examples, through a study and the command line', () => {
  it('Krippendorff’s 4 observers and 12 units have a nominal alpha of 0.743', async () => {
    // K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C. A dot is a missing value.
    const observers = [
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    ].map((row) => row.split(' ').map((value) => (value === '.' ? null : value)))
    const units = Array.from({ length: 12 }, (_, unit) => observers.map((row) => row[unit] ?? null))
    const { groups, alone } = await compareInStudy('krippendorff', units)
    const [group] = groups
    expect(group?.alphaNominal.toFixed(3)).toBe('0.743')
    // Eleven units have two values or more, forty in all; the twelfth has one and pairs with nothing.
    expect(group).toMatchObject({ units: 11, values: 40, n: { alphaNominal: 11 } })
    expect(group?.leftOut).toEqual([{ reason: 'one-coder', coder: null, count: 1 }])
    expect(alone.map(({ coder }) => coder)).toEqual(['Observer 2'])
    expect(group?.intervals.alphaNominal).toBeDefined()
    expect(group).toMatchObject({ fleissSets: null, reasons: { fleissSets: 'unequal-ratings' } })
  })

  it('Fleiss’s 30 patients and 6 raters have a kappa of 0.430', async () => {
    // J. L. Fleiss, Measuring Nominal Scale Agreement among Many Raters, Psychological Bulletin 76(5), 1971, table 1: how
    // many of the six raters put each patient into each of five categories. Which of them did does not matter to the kappa.
    const patients = `
      00060 03003 01401 00006 03030 20400 00402 20310 20040 00006
      10050 11040 03300 10050 02031 00501 30012 51000 02040 10203
      00006 01050 02013 20040 10041 05010 40002 02040 10500 00006`
      .trim()
      .split(/\s+/)
      .map((row) =>
        row.split('').flatMap((count, category) => Array.from({ length: Number(count) }, () => `${category}`)),
      )
    const { groups } = await compareInStudy('fleiss', patients)
    expect(groups[0]?.fleissSets?.toFixed(3)).toBe('0.430')
    expect(groups[0]).toMatchObject({ units: 30, values: 180, leftOut: [] })
    expect(groups[0]?.coders).toHaveLength(6)
  })
})
