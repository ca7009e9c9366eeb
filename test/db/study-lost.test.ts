import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { connect } from '../../db/connection.ts'
import { createStudyFile, openStudyFile } from '../../db/study-file.ts'
import { scratchFile } from '../fixtures/scratch.ts'
import { createTestStudy, openWorkspace, reasonOf, textFile } from '../fixtures/study.ts'

/** An open study with two codes, and what it was when it had one. */
async function studyWithCodes() {
  const study = await createTestStudy()
  const { call, path } = study
  const older = join(dirname(path), 'older')
  await call('codes.create', { name: 'first' })
  await call('workspace.close', {})
  copyFileSync(path, older)
  await call('workspace.open', { path })
  await call('codes.create', { name: 'second' })
  const third = () => call('codes.create', { name: 'third' })
  return { ...study, older, third }
}

async function codesIn(path: string): Promise<readonly string[]> {
  const { call, close } = openWorkspace()
  await call('workspace.open', { path })
  const names = (await call('codes.list', {})).map(({ name }) => name)
  await close()
  return names.sort()
}

const rescuedFrom = (path: string) =>
  readdirSync(`${path}-backups`)
    .filter((name) => name.includes('rescued'))
    .map((name) => join(`${path}-backups`, name))

// Windows lets nobody remove or replace a file that is open.
describe.skipIf(process.platform === 'win32')('a study whose file is taken from under it', () => {
  it('saves nothing where nobody could reach it, says so, and keeps a copy of all that was saved', async () => {
    const { call, path, third } = await studyWithCodes()
    rmSync(path)
    expect(await reasonOf(third)).toBe('study-replaced')
    expect(await reasonOf(third)).toBe('study-replaced')
    await call('workspace.close', {})
    const [copy = '', ...more] = rescuedFrom(path)
    expect(more).toEqual([])
    expect(await codesIn(copy)).toEqual(['first', 'second'])
  })

  it('leaves no log that would be read as the other file’s, and keeps its own work, also when nothing more is written', async () => {
    const { call, path, older } = await studyWithCodes()
    renameSync(older, path)
    await call('workspace.close', {})
    expect(existsSync(`${path}-wal`)).toBe(false)
    expect(await codesIn(path)).toEqual(['first'])
    expect(await codesIn(rescuedFrom(path)[0] ?? '')).toEqual(['first', 'second'])
  })

  it('takes its log along where the whole folder was moved, and nothing of it is lost', async () => {
    const { call, path, third } = await studyWithCodes()
    const moved = `${dirname(path)}-moved`
    renameSync(dirname(path), moved)
    expect(await reasonOf(third)).toBe('study-gone')
    await call('workspace.close', {})
    expect(existsSync(dirname(path))).toBe(false)
    expect(await codesIn(join(moved, 'study.axial'))).toEqual(['first', 'second'])
    rmSync(moved, { recursive: true })
  })

  it('opens at its new place while it is still open, with all that was saved', async () => {
    const { call, path } = await studyWithCodes()
    const folder = `${dirname(path)}-moved`
    const moved = join(folder, 'study.axial')
    renameSync(dirname(path), folder)
    expect(await call('workspace.open', { path: moved })).toMatchObject({ path: moved })
    await call('codes.create', { name: 'third' })
    const alone = join(folder, 'renamed.axial')
    renameSync(moved, alone)
    expect(await call('workspace.open', { path: alone })).toMatchObject({ path: alone })
    await call('codes.create', { name: 'fourth' })
    await call('workspace.close', {})
    expect(await codesIn(alone)).toEqual(['first', 'fourth', 'second', 'third'])
    const file = connect(alone, { readonly: true, passphrase: null })
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
    file.close()
    rmSync(folder, { recursive: true })
  })
})

describe('a study that is copied with its folder while it is open', () => {
  it('opens where the copy is, though its lock was copied along; the one that is open stays locked', async () => {
    const { call, path } = await studyWithCodes()
    const folder = `${dirname(path)}-copied`
    cpSync(dirname(path), folder, { recursive: true })
    expect(await codesIn(join(folder, 'study.axial'))).toEqual(['first', 'second'])
    const other = openWorkspace()
    expect(await reasonOf(() => other.call('workspace.open', { path }))).toBe('study-locked')
    await call('codes.create', { name: 'third' })
    rmSync(folder, { recursive: true })
  })
})

describe('a study that is damaged while it is open', () => {
  it('is said to be, with where its backups are', async () => {
    const { call, path } = await studyWithCodes()
    const bring = (name: string) =>
      call('transcripts.import', { files: [textFile(`${name}.txt`, `${name}: words\n`.repeat(2000))] })
    const { imported } = await bring('P1')
    const id = imported[0]?.id
    if (id === undefined) throw new Error('nothing was imported')
    await call('workspace.close', {})
    await call('workspace.open', { path })
    // What was read before a write is read again after it, from the file.
    await call('codes.create', { name: 'since' })
    const file = openSync(path, 'r+')
    for (let at = 8192; at < statSync(path).size; at += 4096) writeSync(file, Buffer.alloc(4096, 7), 0, 4096, at)
    closeSync(file)
    expect(await reasonOf(() => call('transcripts.read', { id }))).toBe('study-damaged')
    expect(await reasonOf(() => bring('P2'))).toBe('study-damaged')
  })
})

describe('an encrypted study', () => {
  it('sorts in memory: a large sort would lie in the system’s folder in clear', () => {
    const path = scratchFile('study.axial')
    createStudyFile(path, 'secret', (writer) => expect(inMemory(writer)).toBe(true))
    const file = openStudyFile(path, 'secret', '2026-01-01T00-00-00Z')
    expect([file.reader, file.writer].map(inMemory)).toEqual([true, true])
    file.close()
  })
})

const inMemory = (connection: ReturnType<typeof connect>) => connection.pragma('temp_store', { simple: true }) === 2
