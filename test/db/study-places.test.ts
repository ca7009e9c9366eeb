import Sqlite from 'better-sqlite3'
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join, relative } from 'node:path'
import { v7 } from 'uuid'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createWorkspace, type Workspace } from '../../app/workspace.ts'
import { connect } from '../../db/connection.ts'
import { explainFailure } from '../../db/failure.ts'
import { createStudyFile, openStudyFile } from '../../db/study-file.ts'
import { sentenceFor, type AxialError } from '../../domain/errors.ts'
import { scratchFile, scratchFolder } from '../fixtures/scratch.ts'
import { contentOf } from '../fixtures/study-content.ts'
import { createTestStudy, digestOf, openWorkspace, reasonOf, textFile } from '../fixtures/study.ts'

const STAMP = '2026-01-01T00-00-00Z'
const PASSPHRASE = 'it’s "Zoé’s" – \'; DROP TABLE coding; --'

function newStudy(path = scratchFile('study.axial'), passphrase: string | null = null): string {
  createStudyFile(path, passphrase, () => undefined)
  return path
}

/** A workspace whose clock stands still, a given number of days away from now. */
function workspaceAt(folder: string, days: number): Workspace {
  const now = () => new Date(Date.now() + days * 86_400_000)
  const workspace = createWorkspace({ folder, version: '0', now, newId: () => v7() })
  onTestFinished(() => workspace.close())
  return workspace
}

const interview = (number: number) => textFile(`P${String(number)}.txt`, `P${String(number)}: We lost the labels.`)

/** Looking into a copy leaves a log beside it: those are no backups. */
function backupsOf(path: string): readonly string[] {
  return readdirSync(`${path}-backups`)
    .filter((name) => !name.endsWith('-wal') && !name.endsWith('-shm'))
    .sort()
}

function transcriptsIn(file: string): number {
  const copy = connect(file, { readonly: true, passphrase: null })
  const count = Number(copy.prepare('SELECT count(*) FROM transcript').pluck().get())
  copy.close()
  return count
}

describe('a study is opened and kept whole under the name', () => {
  it.each([
    ['with quotes and a semicolon', `it's "ours"; --`],
    ['in French, with an emoji', 'Étude n° 3 — l’équipe 🧪'],
    ['in Hangul', '인터뷰 연구'],
    ['with a percent sign and a hash', '100 % #1 %20?mode=memory'],
    ['of 200 letters', 'n'.repeat(200)],
  ])('%s', async (_, name) => {
    const workspace = openWorkspace()
    const { path } = await workspace.call('workspace.create', { path: name })
    expect(basename(path)).toBe(`${name}.axial`)
    await workspace.call('transcripts.import', { files: [interview(1)] })
    await workspace.call('workspace.close', {})
    await workspace.call('workspace.open', { path })
    expect((await workspace.call('study.info', {})).transcripts).toBe(1)
    await workspace.close()
    // One of the new study, one of it as it was opened.
    expect(backupsOf(path)).toHaveLength(2)
    expect(readdirSync(join(path, '..')).sort()).toEqual([`${name}.axial`, `${name}.axial-backups`])
  })
})

describe('a name that the system cannot take', () => {
  it.each([
    ['too long', 'n'.repeat(400)],
    ['too long with what stands beside it', 'n'.repeat(246)],
    ['that holds a zero byte', 'a\0b'],
    ['in a folder that is not there', 'no/such/folder/study'],
    ['in a folder that is a file', join(import.meta.filename, 'study')],
  ])('%s, is refused with a sentence, whether created or opened', async (_, name) => {
    const { call } = openWorkspace()
    for (const procedure of ['workspace.create', 'workspace.open'] as const) {
      const reason = await reasonOf(() => call(procedure, { path: name }))
      expect(['no error', 'internal']).not.toContain(reason)
    }
    expect(await call('workspace.studies', {})).toEqual([])
  })
})

describe('a study that is open', () => {
  it('is the same one under a relative path, through a link and through a linked folder', async () => {
    const { call, path, workspace } = await createTestStudy()
    const folder = scratchFolder()
    symlinkSync(path, join(folder, 'link.axial'))
    symlinkSync(join(path, '..'), join(folder, 'linked folder'))
    const spellings = [
      relative(process.cwd(), path),
      join(path, '..', '..', basename(join(path, '..')), 'study'),
      join(folder, 'link.axial'),
      join(folder, 'linked folder', 'study.axial'),
    ]
    for (const spelling of spellings) expect((await call('workspace.open', { path: spelling })).path).toBe(path)
    const elsewhere = openWorkspace()
    for (const spelling of spellings) {
      expect(await reasonOf(() => elsewhere.call('workspace.open', { path: spelling }))).toBe('study-locked')
    }
    await workspace.close()
    expect(readdirSync(folder).sort()).toEqual(['link.axial', 'linked folder'])
  })
})

describe('a passphrase', () => {
  it('opens the study in whichever Unicode form it is typed', async () => {
    const workspace = openWorkspace()
    const passphrase = PASSPHRASE.normalize('NFD')
    const { path } = await workspace.call('workspace.create', { path: 'secret', passphrase })
    await workspace.call('workspace.close', {})
    await workspace.call('workspace.open', { path, passphrase: PASSPHRASE.normalize('NFC') })
    await workspace.close()
    expect(await reasonOf(() => openStudyFile(path, `${PASSPHRASE} `, STAMP))).toBe('wrong-passphrase')
  })

  it('that is wrong leaves a crashed study and its log byte for byte, and the right one then recovers everything', async () => {
    const workspace = openWorkspace()
    const { path } = await workspace.call('workspace.create', { path: 'secret', passphrase: PASSPHRASE })
    await workspace.call('transcripts.import', { files: [interview(1)] })
    // What a crash leaves: the file and its log as they are on the disk while the study is open.
    const crashed = join(scratchFolder(), 'crashed.axial')
    for (const suffix of ['', '-wal']) writeFileSync(crashed + suffix, readFileSync(path + suffix))
    await workspace.close()
    const before = [digestOf(crashed), digestOf(`${crashed}-wal`)]
    for (const wrong of ['wrong', 'wrong again', null]) {
      const reason = await reasonOf(() => openStudyFile(crashed, wrong, STAMP))
      expect(reason).toBe(wrong === null ? 'not-a-study' : 'wrong-passphrase')
      expect([digestOf(crashed), digestOf(`${crashed}-wal`)]).toEqual(before)
    }
    openStudyFile(crashed, PASSPHRASE, STAMP).close()
    expect(contentOf(crashed, PASSPHRASE)['transcript']).toHaveLength(1)
  })
})

describe('creating a study', () => {
  it('never takes a log that an earlier study of the name left behind', async () => {
    const path = scratchFile('study.axial')
    writeFileSync(`${path}-wal`, 'what a crash had not yet folded into the file')
    const before = digestOf(`${path}-wal`)
    expect(await reasonOf(() => newStudy(path))).toBe('study-exists')
    expect(digestOf(`${path}-wal`)).toBe(before)
    expect(readdirSync(join(path, '..'))).toEqual(['study.axial-wal'])
  })

  it('never touches a file that a link points to', async () => {
    const target = newStudy()
    const before = digestOf(target)
    const link = scratchFile('link.axial')
    symlinkSync(target, link)
    expect(await reasonOf(() => newStudy(link))).toBe('study-exists')
    const dangling = scratchFile('dangling.axial')
    symlinkSync(join(dangling, '..', 'nothing'), dangling)
    expect(await reasonOf(() => newStudy(dangling))).toBe('study-exists')
    expect(digestOf(target)).toBe(before)
  })
})

describe('a lock file', () => {
  it.each([
    ['empty', ''],
    ['of garbage', '\u0000\u0001{'],
    ['of another form', '[1, 2]'],
    ['without a process', '{"host": "here"}'],
  ])('that is %s holds nothing', async (_, content) => {
    const path = newStudy()
    writeFileSync(`${path}.lock`, content)
    expect(await reasonOf(() => openStudyFile(path, null, STAMP).close())).toBe('no error')
    expect(readdirSync(join(path, '..'))).toEqual(['study.axial'])
  })

  it('that cannot be read is taken for held, and is left alone', async () => {
    const path = newStudy()
    // A folder cannot be read as a file by anyone, not even by an administrator.
    mkdirSync(`${path}.lock`)
    expect(await reasonOf(() => openStudyFile(path, null, STAMP))).toBe('study-locked')
    expect(statSync(`${path}.lock`).isDirectory()).toBe(true)
  })

  it('of someone else is not removed by closing', () => {
    const path = newStudy()
    const file = openStudyFile(path, null, STAMP)
    const theirs = JSON.stringify({ pid: 1, host: 'another-machine', user: 'x' })
    writeFileSync(`${path}.lock`, theirs)
    file.close()
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(theirs)
  })
})

describe('backups', () => {
  async function studyWithWork(folder: string, days = 0): Promise<string> {
    const workspace = workspaceAt(folder, days)
    const { path } = await workspace.call('workspace.create', { path: 'study' })
    await workspace.call('transcripts.import', { files: [interview(1)] })
    await workspace.close()
    return path
  }

  it('that cannot be written are told of before the first change, which is not made; then work goes on', async () => {
    const path = await studyWithWork(scratchFolder())
    renameSync(`${path}-backups`, `${path}-elsewhere`)
    writeFileSync(`${path}-backups`, 'a file in the way')
    const { call } = openWorkspace()
    await call('workspace.open', { path })
    expect(await reasonOf(() => call('codes.create', { name: 'first' }))).toBe('backup-failed')
    expect(contentOf(path)['code']).toEqual([])
    await call('codes.create', { name: 'first' })
    expect(readFileSync(`${path}-backups`, 'utf8')).toBe('a file in the way')
  })

  it('hold the study as it was opened, also when something is written at once', async () => {
    const path = await studyWithWork(scratchFolder())
    const { call, close } = openWorkspace()
    await call('workspace.open', { path })
    await call('transcripts.import', { files: [interview(2)] })
    await close()
    expect(transcriptsIn(join(`${path}-backups`, backupsOf(path).at(-1) ?? ''))).toBe(1)
    expect(transcriptsIn(path)).toBe(2)
  })

  it('are made when the clock was set back, and the newest of them is never the one that is removed', async () => {
    const folder = scratchFolder()
    const path = await studyWithWork(folder)
    const folderOfBackups = `${path}-backups`
    mkdirSync(folderOfBackups, { recursive: true })
    const later = new Date(Date.now() + 400 * 86_400_000)
    for (let day = 10; day < 22; day++) {
      const name = join(folderOfBackups, `2099-01-${String(day)}T00-00-00Z.axial`)
      writeFileSync(name, readFileSync(path))
      utimesSync(name, later, later)
    }
    for (const number of [2, 3]) {
      const workspace = workspaceAt(folder, 0)
      await workspace.call('workspace.open', { path })
      await workspace.call('transcripts.import', { files: [interview(number)] })
      await workspace.close()
      const newest = backupsOf(path).findLast((name) => !name.startsWith('2099'))
      expect(transcriptsIn(join(folderOfBackups, newest ?? 'none'))).toBe(number - 1)
      expect(backupsOf(path)).toHaveLength(10)
      // The next second, so that the next backup has a name of its own.
      await new Promise((resolve) => setTimeout(resolve, 1100))
    }
  })

  it('made twice in one second are both kept', async () => {
    const folder = scratchFolder()
    const path = await studyWithWork(folder)
    const still = new Date()
    const workspace = createWorkspace({ folder, version: '0', now: () => still, newId: () => v7() })
    onTestFinished(() => workspace.close())
    for (const number of [2, 3]) {
      await workspace.call('workspace.open', { path })
      await workspace.call('transcripts.import', { files: [interview(number)] })
      await workspace.call('workspace.close', {})
    }
    const held = backupsOf(path).map((name) => transcriptsIn(join(`${path}-backups`, name)))
    expect(held).toEqual(expect.arrayContaining([1, 2]))
  })

  it('that a crash left half written are cleared away', async () => {
    const path = await studyWithWork(scratchFolder())
    mkdirSync(`${path}-backups`, { recursive: true })
    const half = join(`${path}-backups`, '2020-01-01T00-00-00Z.axial.part')
    for (const suffix of ['', '-journal']) writeFileSync(half + suffix, 'half')
    const { call, close } = openWorkspace()
    await call('workspace.open', { path })
    await close()
    expect(backupsOf(path)).toHaveLength(2)
    expect(backupsOf(path).join()).not.toContain('.part')
  })

  it('are not made again of what did not change', async () => {
    const path = await studyWithWork(scratchFolder())
    for (let time = 0; time < 3; time++) {
      const { call, close } = openWorkspace()
      await call('workspace.open', { path })
      await close()
    }
    expect(backupsOf(path)).toHaveLength(2)
  })
})

describe('a disk that is full', () => {
  it('is told of in a sentence, and nothing of the action is kept', () => {
    const path = newStudy()
    const connection = connect(path, { readonly: false, passphrase: null })
    connection.pragma('max_page_count = 1')
    const fill = connection.transaction(() => {
      connection.exec(
        "INSERT INTO journal_transaction (action, detail, at, kind, state) VALUES ('x', '', '', 'do', 'done')",
      )
      connection.prepare('UPDATE journal_transaction SET detail = ?').run('x'.repeat(10_000_000))
    })
    let failure: unknown
    try {
      fill.immediate()
    } catch (error) {
      failure = explainFailure(error, path)
    }
    expect(failure).toMatchObject({ reason: 'disk-full' })
    // Where there is not even room for the log's index, which SQLite calls by another name.
    const index = new Sqlite.SqliteError('disk I/O error', 'SQLITE_IOERR_SHMSIZE')
    expect(explainFailure(index, path)).toMatchObject({ reason: 'disk-full' })
    const { reason, params } = failure as AxialError
    for (const language of ['en', 'fr'] as const) expect(sentenceFor(reason, params, language)).toContain(path)
    expect(connection.prepare('SELECT count(*) FROM journal_transaction').pluck().get()).toBe(0)
    connection.close()
  })
})
