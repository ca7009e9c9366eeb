import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axial, axialJson, temporaryFolder, type Ran } from './axial.ts'

let folder = ''
let first: Ran = { status: -1, output: '', errors: '' }
const KINDS = ['descriptors', 'checklists', 'catalog', 'codebook', 'survey', 'agreement', 'codings']

beforeAll(async () => {
  folder = await temporaryFolder()
  first = await axial(folder, ['demo'])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Every artefact under a demo's folder, by name, as the hash of its bytes. */
async function artefacts(out: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const kind of KINDS) {
    for (const name of (await readdir(path.join(folder, out, kind))).sort()) {
      const bytes = await readFile(path.join(folder, out, kind, name))
      hashes[`${kind}/${name}`] = createHash('sha256').update(bytes).digest('hex')
    }
  }
  return hashes
}

it('does the whole main job, writes every artefact into out and prints the main figures', async () => {
  expect(first).toMatchObject({ status: 0, errors: '' })
  for (const words of [
    'transcripts',
    'codings',
    'kappa pooled',
    'mismatches by category',
    'highest rated of',
    'Wrote:',
  ]) {
    expect(first.output).toContain(words)
  }
  for (const kind of KINDS) expect((await readdir(path.join(folder, 'out', kind))).length).toBeGreaterThan(0)
})

it('leaves a study that holds what was imported', async () => {
  const info = await axialJson(folder, ['info', 'out/sample'])
  expect(info).toMatchObject({ transcripts: 4, encrypted: false, surveys: [{ respondents: 24 }] })
})

it('gives the same artefacts, byte for byte, in another folder and when it is run again', async () => {
  expect(await axial(folder, ['demo', '--out', 'other'])).toMatchObject({ status: 0 })
  const expected = await artefacts('out')
  expect(await artefacts('other')).toEqual(expected)
  const again = await axial(folder, ['demo'])
  expect(again.output).not.toContain('left alone')
  expect(await artefacts('out')).toEqual(expected)
})

it('leaves a study alone that somebody has worked in, and puts its own beside it', async () => {
  await writeFile(path.join(folder, 'more.txt'), 'Ann: One more interview, with words of its own.\n')
  expect(await axial(folder, ['import', 'transcript', 'out/sample', 'more.txt'])).toMatchObject({ status: 0 })
  const demo = await axialJson(folder, ['demo'])
  expect(demo).toMatchObject({
    study: expect.stringMatching(/sample-2\.axial$/) as string,
    leftAlone: [expect.stringMatching(/sample\.axial$/) as string],
  })
  expect(await axialJson(folder, ['info', 'out/sample'])).toMatchObject({ transcripts: 5 })
})

it('makes the sample study once, and the demo may replace it while it is untouched', async () => {
  expect(await axialJson(folder, ['sample', 'fresh/sample'])).toMatchObject({ created: true })
  const { mtimeMs } = await stat(path.join(folder, 'fresh/sample.axial'))
  expect(await axialJson(folder, ['sample', 'fresh/sample'])).toMatchObject({ created: false })
  expect((await stat(path.join(folder, 'fresh/sample.axial'))).mtimeMs).toBe(mtimeMs)
  expect(await axialJson(folder, ['demo', '--out', 'fresh'])).toMatchObject({ leftAlone: [] })
})
