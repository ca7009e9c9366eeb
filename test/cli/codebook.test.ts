import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axial, axialJson, temporaryFolder } from './axial.ts'

let folder = ''
const at = (name: string) => path.join(folder, name)

const TABLE = 'category;code;definition\nData;Missing;"Not there;\nnot known."\nData;Late;\n'

beforeAll(async () => {
  folder = await temporaryFolder()
  await axialJson(folder, ['new', 'study'])
  await axialJson(folder, ['new', 'other', '--taxonomy', 'collaboration'])
  await writeFile(at('codes.csv'), TABLE)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('axial import codebook', () => {
  it('says what it would do and changes nothing, with --dry-run', async () => {
    const ran = await axial(folder, ['import', 'codebook', 'study', 'codes.csv', '--dry-run'])
    expect(ran).toMatchObject({ status: 0, errors: '' })
    expect(ran.output).toMatch(/^Would import 3 new codes; 0 differ, 0 are the same\.\n/)
    expect(ran.output).toContain('Data / Missing')
    expect(await axialJson(folder, ['info', 'study'])).toMatchObject({ codes: 0 })
  })

  it('takes a table, and the same table again without a change', async () => {
    const line = ['import', 'codebook', 'study', 'codes.csv']
    expect(await axialJson(folder, line)).toEqual({ source: 'codes.csv', added: 3, changed: 0, same: 0, kept: 0 })
    expect(await axialJson(folder, line)).toEqual({ source: 'codes.csv', added: 0, changed: 0, same: 3, kept: 0 })
  })

  it('keeps what differs unless told otherwise', async () => {
    await writeFile(at('changed.csv'), TABLE.replace('not known', 'unknown'))
    const line = ['import', 'codebook', 'study', 'changed.csv']
    expect(await axialJson(folder, line)).toMatchObject({ changed: 0, kept: 1 })
    expect(await axialJson(folder, [...line, '--on-difference', 'both'])).toMatchObject({ added: 1, kept: 0 })
  })

  it('takes the codes of another study, which stays as it was', async () => {
    const before = [await readFile(at('other.axial')), (await stat(at('other.axial'))).mtimeMs]
    const done = await axialJson(folder, ['import', 'codebook', 'study', 'other.axial'])
    expect(done).toMatchObject({ source: 'other', changed: 0 })
    expect([await readFile(at('other.axial')), (await stat(at('other.axial'))).mtimeMs]).toEqual(before)
  })

  it('ends with 2 and the line of the fault', async () => {
    await writeFile(at('twice.csv'), 'name\nA\nA\n')
    const ran = await axial(folder, ['import', 'codebook', 'study', 'twice.csv'])
    expect([ran.status, ran.output]).toEqual([2, ''])
    expect(ran.errors).toMatch(/^axial: twice\.csv is malformed: “A” stands twice .*line 2, line 3.*\n$/)
  })
})

describe('axial codebook', () => {
  it('names a version, lists it, and says what changed since', async () => {
    const line = ['codebook', 'version', 'study', 'One', '--note', 'Agreed.']
    expect(await axialJson(folder, line)).toMatchObject({ name: 'One', note: 'Agreed.', coder: null, changes: null })
    await writeFile(at('more.csv'), 'path,definition\nData / Late,"Later than agreed."\nData / Early,\n')
    await axialJson(folder, ['import', 'codebook', 'study', 'more.csv', '--on-difference', 'theirs'])
    const listed = await axial(folder, ['codebook', 'versions', 'study'])
    expect(listed.output).toMatch(/since the newest version 1 added, 0 removed, 1 changed\./)
    const compared = await axial(folder, ['codebook', 'compare', 'study', 'One'])
    expect(compared.output).toMatch(/added +Data \/ Early/)
    expect(compared.output).toMatch(/redefined +Data \/ Late +definition: \{\+Later than agreed\.\+\}/)
  })

  it('writes a version that another study imports whole', async () => {
    const written = await axialJson(folder, ['codebook', 'export', 'study', 'One', '--out', 'files'])
    expect(written).toMatchObject({ written: true, files: [{ name: 'codebook-one.csv' }, {}, {}] })
    await axialJson(folder, ['new', 'copy'])
    const [one, two] = ['csv', 'json'].map((ending) => ['import', 'codebook', 'copy', `files/codebook-one.${ending}`])
    const taken = await axialJson(folder, one ?? [])
    expect(taken).toMatchObject({ changed: 0, kept: 0, same: 0 })
    const again = await axialJson(folder, two ?? [])
    expect(again).toMatchObject({ added: 0, changed: 0, kept: 0 })
    await axialJson(folder, ['codebook', 'export', 'copy', 'now', '--out', 'again'])
    expect(await readFile(at('again/codebook.csv'))).toEqual(await readFile(at('files/codebook-one.csv')))
  })

  it('ends with 2 where there is no version of that name', async () => {
    const ran = await axial(folder, ['codebook', 'compare', 'study', 'Two'])
    expect(ran.errors).toBe('axial: there is no version "Two" in this study; the study is unchanged; check the name\n')
    expect(ran.status).toBe(2)
  })
})
