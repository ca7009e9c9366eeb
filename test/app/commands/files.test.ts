import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limitFor, readInput } from '../../../app/commands/input-files.ts'
import { existingStudyPath, studyPath } from '../../../app/commands/open-study.ts'
import { writeFiles } from '../../../app/commands/output-files.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'axial-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)
const running = () => new AbortController().signal

describe('readInput', () => {
  it('reads a file whole under its bare name', async () => {
    await mkdir(path.join(folder, 'a'))
    await writeFile(path.join(folder, 'a', 'b.txt'), 'words')
    const file = await readInput(folder, 'a/b.txt')
    expect(file.name).toBe('b.txt')
    expect(new TextDecoder().decode(file.bytes)).toBe('words')
  })

  it('refuses a file that is missing and a folder, by the name that was typed', async () => {
    await expect(readInput(folder, 'gone.txt')).rejects.toMatchObject({
      reason: 'file-missing',
      params: { name: 'gone.txt' },
    })
    await expect(readInput(folder, '.')).rejects.toMatchObject({ reason: 'file-is-folder', params: { name: '.' } })
  })

  it('refuses 200 MB by its size alone, without reading it', async () => {
    const large = path.join(folder, 'large.txt')
    await writeFile(large, '')
    await truncate(large, 200_000_000)
    await expect(readInput(folder, 'large.txt')).rejects.toMatchObject({
      reason: 'file-too-large',
      params: { name: 'large.txt', size: 200, limit: 20 },
    })
  })

  it.skipIf(process.platform === 'win32')('refuses a device (Windows has no device files)', async () => {
    await expect(readInput('/', '/dev/null')).rejects.toMatchObject({ reason: 'file-unreadable' })
  })

  it('reads larger spreadsheets than texts', () => {
    expect([limitFor('a.XLSX'), limitFor('a.csv')]).toEqual([50, 20])
  })
})

describe('writeFiles', () => {
  it('makes the folder and leaves nothing but the files', async () => {
    const out = path.join(folder, 'x', 'y')
    await writeFiles(
      out,
      [
        { name: 'a.csv', bytes: bytes('1') },
        { name: 'sub/b.md', bytes: bytes('2') },
      ],
      running(),
    )
    expect((await readdir(out, { recursive: true })).sort()).toEqual(['a.csv', 'sub', path.join('sub', 'b.md')])
    expect(await readFile(path.join(out, 'sub', 'b.md'), 'utf8')).toBe('2')
  })

  it('replaces no file when one of them cannot be written', async () => {
    await writeFile(path.join(folder, 'a.csv'), 'old')
    await writeFile(path.join(folder, 'sub'), 'a file where a folder is needed')
    const files = [
      { name: 'a.csv', bytes: bytes('new') },
      { name: 'sub/b.md', bytes: bytes('2') },
    ]
    await expect(writeFiles(folder, files, running())).rejects.toMatchObject({ reason: 'export-failed' })
    expect(await readFile(path.join(folder, 'a.csv'), 'utf8')).toBe('old')
    expect((await readdir(folder)).sort()).toEqual(['a.csv', 'sub'])
  })

  it('leaves everything as it was when cancelled', async () => {
    await writeFile(path.join(folder, 'a.csv'), 'old')
    await expect(
      writeFiles(folder, [{ name: 'a.csv', bytes: bytes('new') }], AbortSignal.abort()),
    ).rejects.toMatchObject({
      reason: 'cancelled',
    })
    expect(await readFile(path.join(folder, 'a.csv'), 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['a.csv'])
  })

  it('refuses a name that leads out of the folder', async () => {
    const out = path.join(folder, 'out')
    await expect(writeFiles(out, [{ name: '../a.csv', bytes: bytes('1') }], running())).rejects.toMatchObject({
      reason: 'internal',
    })
    expect(await readdir(folder)).toEqual([])
  })
})

describe('studyPath', () => {
  it('adds .axial unless it is there', () => {
    expect(studyPath('/x', 'a')).toBe(path.resolve('/x/a.axial'))
    expect(studyPath('/x', 'a.axial')).toBe(path.resolve('/x/a.axial'))
    expect(studyPath('/x', 'a.b')).toBe(path.resolve('/x/a.b.axial'))
  })

  it('refuses a file of another kind that was named exactly', async () => {
    await writeFile(path.join(folder, 'notes.txt'), 'x')
    expect(() => existingStudyPath(folder, 'notes.txt')).toThrow(/is not an Axial study/)
    await writeFile(path.join(folder, 'notes.txt.axial'), 'x')
    expect(existingStudyPath(folder, 'notes.txt')).toBe(path.join(folder, 'notes.txt.axial'))
  })
})
