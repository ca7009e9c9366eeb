import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { connect } from '../../db/connection.ts'
import { CURRENT_VERSION, migrations } from '../../db/migrations.ts'
import { createStudyFile, openStudyFile } from '../../db/study-file.ts'
import { scratchFile, scratchFolder } from '../fixtures/scratch.ts'
import { digestOf, openWorkspace, reasonOf, textFile } from '../fixtures/study.ts'

const STAMP = '2026-01-01T00-00-00Z'

function newStudy(passphrase: string | null = null): string {
  const path = scratchFile('study.axial')
  createStudyFile(path, passphrase, () => undefined)
  return path
}

/** The reason opening fails with, and whether the file and its folder were left as they were. */
async function tryOpen(path: string, passphrase: string | null = null) {
  const folder = join(path, '..')
  const before = existsSync(path) ? digestOf(path) : null
  const listing = readdirSync(folder)
  const reason = await reasonOf(() => openStudyFile(path, passphrase, STAMP).close())
  const after = existsSync(path) ? digestOf(path) : null
  return { reason, untouched: before === after && readdirSync(folder).join() === listing.join() }
}

describe('migrations', () => {
  it('are numbered from 1 without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
  })

  it('bring an empty file to the newest version', () => {
    const file = openStudyFile(newStudy(), null, STAMP)
    expect(file.reader.pragma('user_version', { simple: true })).toBe(CURRENT_VERSION)
    file.close()
  })

  for (const { version } of migrations.slice(0, -1)) {
    it(`bring a file of version ${String(version)} to the newest with its rows, after a backup of it as it was`, () => {
      const path = newStudyOfVersion(version)
      const file = openStudyFile(path, null, STAMP)
      expect(file.reader.pragma('user_version', { simple: true })).toBe(CURRENT_VERSION)
      expect(file.reader.prepare('SELECT title FROM study').pluck().get()).toBe('Kept')
      file.close()
      const [backup] = readdirSync(`${path}-backups`)
      const copy = connect(join(`${path}-backups`, backup ?? ''), { readonly: true, passphrase: null })
      expect(copy.pragma('user_version', { simple: true })).toBe(version)
      expect(copy.prepare('SELECT title FROM study').pluck().get()).toBe('Kept')
      copy.close()
    })
  }

  it('give the same tables from every earlier version as from empty', () => {
    const schemaOf = (path: string) => {
      const file = openStudyFile(path, null, STAMP)
      const schema = file.reader
        .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
        .pluck()
        .all()
      file.close()
      return schema
    }
    const fresh = schemaOf(newStudy())
    for (const { version } of migrations) expect(schemaOf(newStudyOfVersion(version))).toEqual(fresh)
  })
})

function newStudyOfVersion(version: number): string {
  const path = scratchFile(`version-${String(version)}.axial`)
  writeFileSync(path, '')
  const connection = connect(path, { readonly: false, passphrase: null })
  connection.transaction(() => {
    for (const migration of migrations.slice(0, version)) connection.exec(migration.sql)
  })()
  connection.pragma('application_id = 0x41786961')
  connection.pragma(`user_version = ${String(version)}`)
  if (version >= 2) {
    connection.exec(
      "INSERT INTO journal_transaction (action, detail, at, kind, state) VALUES ('test', '', '', 'do', 'kept');" +
        'INSERT INTO journal_current VALUES (1)',
    )
  }
  connection.exec("INSERT INTO study VALUES ('0', 'Kept', '2026-01-01T00:00:00Z')")
  if (version >= 2) connection.exec('DELETE FROM journal_current')
  connection.close()
  return path
}

describe('a file that is refused is left byte for byte as it was, and so is its folder:', () => {
  it('one from a newer version', async () => {
    const path = newStudy()
    const connection = connect(path, { readonly: false, passphrase: null })
    connection.pragma(`user_version = ${String(CURRENT_VERSION + 1)}`)
    connection.pragma('wal_checkpoint(TRUNCATE)')
    connection.close()
    expect(await tryOpen(path)).toEqual({ reason: 'study-newer', untouched: true })
  })

  it('one that is missing', async () => {
    expect(await tryOpen(scratchFile('absent.axial'))).toEqual({ reason: 'study-missing', untouched: true })
  })

  it.each([
    ['an empty file', ''],
    ['a text', 'Interviewer: What went wrong?\n'.repeat(500)],
    ['a picture', '\u0089PNG\r\n\u001a\n'],
  ])('%s', async (_, content) => {
    const path = scratchFile('other.axial')
    writeFileSync(path, content, 'latin1')
    expect(await tryOpen(path)).toEqual({ reason: 'not-a-study', untouched: true })
  })

  it('a folder', async () => {
    const path = scratchFile('folder.axial')
    mkdirSync(path)
    expect(await reasonOf(() => openStudyFile(path, null, STAMP))).toBe('not-a-study')
  })

  it('an SQLite file of another program', async () => {
    const path = scratchFile('other.axial')
    writeFileSync(path, '')
    const connection = connect(path, { readonly: false, passphrase: null })
    connection.exec('CREATE TABLE notes (body TEXT)')
    connection.close()
    expect(await tryOpen(path)).toEqual({ reason: 'not-a-study', untouched: true })
  })

  it.each([0.3, 0.6, 0.95])('a study cut short to %f of its length', async (share) => {
    const path = newStudy()
    truncateSync(path, Math.floor(readFileSync(path).length * share))
    expect(await tryOpen(path)).toEqual({ reason: 'study-damaged-alone', untouched: true })
  })

  it('a study cut short that has backups, with a sentence that says where they are', async () => {
    const path = newStudy()
    truncateSync(path, 4096 * 3)
    mkdirSync(`${path}-backups`)
    expect(await tryOpen(path)).toEqual({ reason: 'study-damaged', untouched: true })
  })

  it('a study whose pages were overwritten', async () => {
    const path = newStudy()
    const bytes = readFileSync(path)
    bytes.fill(0xff, 4096, 4096 * 3)
    writeFileSync(path, bytes)
    expect(await tryOpen(path)).toEqual({ reason: 'study-damaged-alone', untouched: true })
  })

  it('an encrypted study without its passphrase', async () => {
    expect(await tryOpen(newStudy('open sesame'))).toEqual({ reason: 'not-a-study', untouched: true })
  })

  it('an encrypted study with a wrong passphrase', async () => {
    expect(await tryOpen(newStudy('open sesame'), 'open barley')).toEqual({
      reason: 'wrong-passphrase',
      untouched: true,
    })
  })

  it('an encrypted study cut short', async () => {
    const path = newStudy('open sesame')
    truncateSync(path, 4096 * 7)
    expect(await tryOpen(path, 'open sesame')).toEqual({ reason: 'study-damaged-alone', untouched: true })
  })

  it('one that is open elsewhere, with a sentence that says who has it', async () => {
    const path = newStudy()
    const holder = openStudyFile(path, null, STAMP)
    expect(await tryOpen(path)).toEqual({ reason: 'study-locked', untouched: true })
    holder.close()
    expect((await tryOpen(path)).reason).toBe('no error')
  })
})

describe('a lock', () => {
  it('left behind by a process that is gone is taken over', async () => {
    const path = newStudy()
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    const { hostname } = await import('node:os')
    writeFileSync(`${path}.lock`, JSON.stringify({ pid, host: hostname(), user: 'x' }))
    expect(await reasonOf(() => openStudyFile(path, null, STAMP).close())).toBe('no error')
  })

  it('of another machine is never taken over', async () => {
    const path = newStudy()
    writeFileSync(`${path}.lock`, JSON.stringify({ pid: 1, host: 'another-machine', user: 'x' }))
    expect(await reasonOf(() => openStudyFile(path, null, STAMP))).toBe('study-locked')
  })
})

describe('a read-only folder', () => {
  const isRoot = process.getuid?.() === 0
  it('is refused with a sentence, the file untouched', () => {
    const folder = scratchFolder()
    const path = join(folder, 'study.axial')
    createStudyFile(path, null, () => undefined)
    const before = digestOf(path)
    chmodSync(path, 0o644)
    chmodSync(folder, 0o555)
    const cli = join(import.meta.dirname, '../../dist/cli.js')
    const user = isRoot ? { uid: 65534, gid: 65534 } : {}
    const result = spawnSync(process.execPath, [cli, 'info', path], { encoding: 'utf8', ...user })
    chmodSync(folder, 0o755)
    expect(result.stderr).toContain('cannot be written to; the file was not touched')
    expect(result.status).toBe(2)
    expect(digestOf(path)).toBe(before)
    expect(readdirSync(folder)).toEqual(['study.axial'])
  })
})

describe('a passphrase', () => {
  it('keeps every word of the study and of its backups out of the file', async () => {
    const workspace = openWorkspace()
    const secret = 'a sentence that nobody else may read'
    const { path } = await workspace.call('workspace.create', { path: 'secret', passphrase: 'it’s "ours"; -- 1' })
    await workspace.call('transcripts.import', { files: [textFile('P1.txt', `P1: ${secret}`)] })
    await workspace.close()
    const reopened = openWorkspace()
    await reopened.call('workspace.open', { path, passphrase: 'it’s "ours"; -- 1' })
    await reopened.close()
    const backups = readdirSync(`${path}-backups`).map((name) => join(`${path}-backups`, name))
    expect(backups.length).toBeGreaterThan(0)
    for (const file of [path, ...backups]) {
      expect(readFileSync(file).includes(secret)).toBe(false)
      expect(readFileSync(file).subarray(0, 6).toString('latin1')).not.toBe('SQLite')
    }
    const copy = connect(backups.at(-1) ?? '', { readonly: true, passphrase: 'it’s "ours"; -- 1' })
    expect(copy.prepare('SELECT count(*) FROM revision').pluck().get()).toBe(1)
    copy.close()
  })

  it('that is empty is refused before anything is written', async () => {
    const path = scratchFile('study.axial')
    expect(await reasonOf(() => createStudyFile(path, '', () => undefined))).toBe('passphrase-empty')
    expect(existsSync(path)).toBe(false)
  })
})

describe('a new study', () => {
  it('never replaces a file that is there', async () => {
    const path = newStudy()
    const before = digestOf(path)
    expect(await reasonOf(() => createStudyFile(path, null, () => undefined))).toBe('study-exists')
    expect(digestOf(path)).toBe(before)
  })

  it('leaves no file behind when its first rows cannot be written', () => {
    const path = scratchFile('study.axial')
    const fail = () => {
      throw new Error('no rows')
    }
    expect(() => createStudyFile(path, null, fail)).toThrow('no rows')
    expect(readdirSync(join(path, '..'))).toEqual([])
  })

  it.each([null, 'a passphrase'])(
    'has its name only once it is whole: a crash leaves no half of it (%s)',
    (passphrase) => {
      const path = scratchFile('study.axial')
      writeFileSync(`${path}.part`, 'what a crash left')
      const halfway: string[] = []
      createStudyFile(path, passphrase, () => halfway.push(...readdirSync(join(path, '..'))))
      expect(halfway).not.toContain('study.axial')
      expect(halfway).toContain('study.axial.part')
      expect(readdirSync(join(path, '..'))).toEqual(['study.axial'])
    },
  )
})

describe('backups', () => {
  it('are made on opening when the study changed, hold what was there, and are at most ten', async () => {
    const folder = scratchFolder()
    const workspace = openWorkspace(folder)
    const { path } = await workspace.call('workspace.create', { path: 'study' })
    mkdirSync(`${path}-backups`, { recursive: true })
    for (let day = 10; day < 25; day++) {
      copyFileSync(path, join(`${path}-backups`, `2020-01-${String(day)}T00-00-00Z.axial`))
    }
    await workspace.call('transcripts.import', { files: [textFile('P1.txt', 'P1: We lost the labels.')] })
    await workspace.close()
    const again = openWorkspace(folder)
    await again.call('workspace.open', { path })
    await again.close()
    const names = readdirSync(`${path}-backups`).sort()
    expect(names).toHaveLength(10)
    const copy = connect(join(`${path}-backups`, names.at(-1) ?? ''), { readonly: true, passphrase: null })
    expect(copy.prepare('SELECT name FROM transcript').pluck().all()).toEqual(['P1'])
    copy.close()
  })
})
