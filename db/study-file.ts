import { closeSync, existsSync, linkSync, openSync, readSync, renameSync, rmSync, statSync, type Stats } from 'node:fs'
import { AxialError } from '../domain/errors.ts'
import { backupFolder, copyStudy } from './backup.ts'
import { damaged, explainFailure } from './failure.ts'
import { StudyPlace } from './study-place.ts'
import { APPLICATION_ID, connect, numberPragma, setKey, sqliteCode, type Connection } from './connection.ts'
import { errorCode, takeLock, type Lock } from './lock.ts'
import { CURRENT_VERSION, migrations } from './migrations.ts'
import Sqlite from 'better-sqlite3'

/**
 * An open study: one SQLite file under a lock, with two connections. `reader` sees what was last committed, also while
 * `writer` is in the middle of a long import.
 */
export interface StudyFile {
  readonly path: string
  readonly encrypted: boolean
  readonly reader: Connection
  readonly writer: Connection
  readonly place: StudyPlace
  close(): void
}

const SQLITE_MAGIC = 'SQLite format 3\0'
const SIDECARS = ['-wal', '-shm'] as const

/**
 * Opens a study, after looking at it with a connection that cannot write: a file that is refused is left byte for byte
 * as it was. A file of an earlier version is backed up and migrated, in one transaction.
 * @throws AxialError study-missing, not-a-study, wrong-passphrase, study-damaged, study-damaged-alone, study-newer, study-locked,
 * folder-read-only, study-unwritable, disk-full, file-unreadable
 */
export function openStudyFile(path: string, passphrase: string | null, stamp: string): StudyFile {
  const encrypted = checkHeader(path, passphrase)
  const key = encrypted ? passphrase : null
  const lock = takeLock(path)
  const before = SIDECARS.filter((suffix) => existsSync(path + suffix))
  const open: Connection[] = []
  try {
    const reader = connect(path, { readonly: true, passphrase: key })
    open.push(reader)
    const version = checkContent(path, reader)
    const writer = connect(path, { readonly: false, passphrase: key })
    open.push(writer)
    writer.pragma('journal_mode = WAL')
    if (version < CURRENT_VERSION) {
      copyBefore(writer, path, stamp)
      migrate(writer, version)
    }
    const place = new StudyPlace(path)
    return { path, encrypted, reader, writer, place, close: () => closeAll([reader, writer], lock) }
  } catch (error) {
    closeAll(open, lock)
    for (const suffix of SIDECARS) if (!before.includes(suffix)) rmSync(path + suffix, { force: true })
    throw explain(error, path, encrypted)
  }
}

/**
 * Looks into a study that is not to be worked on: under its lock, so that nobody opens it meanwhile, with a connection
 * that cannot write. Not a byte of it is changed and nothing is left beside it; one of an earlier version is not migrated.
 * @throws AxialError as `openStudyFile`
 */
export function lookIntoStudyFile<Result>(
  path: string,
  passphrase: string | null,
  look: (reader: Connection) => Result,
): Result {
  const encrypted = checkHeader(path, passphrase)
  const lock = takeLock(path)
  const before = SIDECARS.filter((suffix) => existsSync(path + suffix))
  let reader: Connection | null = null
  try {
    reader = connect(path, { readonly: true, passphrase: encrypted ? passphrase : null })
    checkContent(path, reader)
    return look(reader)
  } catch (error) {
    throw explain(error, path, encrypted)
  } finally {
    reader?.close()
    for (const suffix of SIDECARS) if (!before.includes(suffix)) rmSync(path + suffix, { force: true })
    lock.release()
  }
}

/**
 * Creates an empty study file, with a passphrase when one is given. `fill` writes the first rows; when it fails, no file
 * is left behind. Until it is whole the file has another name, so that a crash leaves no half of a study.
 * @throws AxialError study-exists, passphrase-empty, folder-read-only, study-unwritable, disk-full
 */
export function createStudyFile(path: string, passphrase: string | null, fill: (writer: Connection) => void): void {
  if (passphrase === '') throw new AxialError('passphrase-empty')
  // A log without its study still holds what a crash had not yet folded in: it is for its owner to decide on.
  for (const suffix of ['', '-wal']) {
    if (existsSync(path + suffix)) throw new AxialError('study-exists', { path: path + suffix })
  }
  const lock = takeLock(path)
  const partial = `${path}.part`
  let writer: Connection | null = null
  try {
    remove(partial)
    claim(partial)
    writer = new Sqlite(partial)
    if (passphrase !== null) setKey(writer, passphrase)
    writer.pragma('journal_mode = WAL')
    writer.pragma('synchronous = FULL')
    writer.pragma('foreign_keys = ON')
    migrate(writer, 0)
    fill(writer)
    writer.close()
    settle(partial, path)
  } catch (error) {
    writer?.close()
    throw explain(error, path, passphrase !== null)
  } finally {
    remove(partial)
    lock.release()
  }
}

function remove(path: string): void {
  for (const suffix of ['', ...SIDECARS]) rmSync(path + suffix, { force: true })
}

/** Makes the empty file, which tells a name or a drive that does not do. */
function claim(path: string): void {
  try {
    closeSync(openSync(path, 'wx'))
  } catch (error) {
    throw new AxialError('study-unwritable', { path, detail: errorCode(error) ?? 'error' }, error)
  }
}

/** Gives a whole study its name, which must be free. */
function settle(partial: string, path: string): void {
  try {
    linkSync(partial, path)
  } catch (error) {
    if (errorCode(error) === 'EEXIST' || existsSync(path)) throw new AxialError('study-exists', { path }, error)
    // A drive without links, such as a memory stick.
    renameSync(partial, path)
  }
}

function copyBefore(writer: Connection, path: string, stamp: string): void {
  try {
    copyStudy(writer, path, `${stamp}-before-version-${String(CURRENT_VERSION)}`)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new AxialError('study-unwritable', { path: backupFolder(path), detail }, error)
  }
}

/** Applies every migration after `version` in one transaction. */
export function migrate(connection: Connection, version: number): void {
  connection.transaction(() => {
    for (const migration of migrations) {
      if (migration.version <= version) continue
      connection.exec(migration.sql)
      migration.fill?.(connection)
    }
    connection.pragma(`application_id = ${String(APPLICATION_ID)}`)
    connection.pragma(`user_version = ${String(CURRENT_VERSION)}`)
  })()
}

/** Whether the file is encrypted, told from its first bytes without opening it as a database. */
function checkHeader(path: string, passphrase: string | null): boolean {
  if (passphrase === '') throw new AxialError('passphrase-empty')
  const stat = statOf(path)
  if (stat === undefined) throw new AxialError('study-missing', { path })
  if (!stat.isFile() || stat.size === 0) throw new AxialError('not-a-study', { path })
  if (firstBytes(path, SQLITE_MAGIC.length) === SQLITE_MAGIC) return false
  if (passphrase === null) throw new AxialError('not-a-study', { path })
  return true
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw new AxialError('file-unreadable', { name: path, detail: errorCode(error) ?? 'error' }, error)
  }
}

function firstBytes(path: string, count: number): string {
  const buffer = Buffer.alloc(count)
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch (error) {
    throw new AxialError('file-unreadable', { name: path, detail: errorCode(error) ?? 'error' }, error)
  }
  try {
    readSync(handle, buffer, 0, count, 0)
  } finally {
    closeSync(handle)
  }
  return buffer.toString('latin1')
}

/** The file's version, once it is known to be a whole study that this program can read. */
function checkContent(path: string, reader: Connection): number {
  if (numberPragma(reader, 'application_id') !== APPLICATION_ID) throw new AxialError('not-a-study', { path })
  const version = numberPragma(reader, 'user_version')
  if (version > CURRENT_VERSION) {
    throw new AxialError('study-newer', { path, found: version, known: CURRENT_VERSION })
  }
  const verdict = reader.pragma('quick_check(1)', { simple: true })
  if (verdict !== 'ok') throw damaged(path, String(verdict))
  return version
}

function explain(error: unknown, path: string, encrypted: boolean): unknown {
  switch (sqliteCode(error)) {
    case 'SQLITE_NOTADB':
      return new AxialError(encrypted ? 'wrong-passphrase' : 'not-a-study', { path }, error)
    default:
      return explainFailure(error, path)
  }
}

function closeAll(connections: readonly Connection[], lock: Lock): void {
  // The writer closes last: it is the one that may fold the write-ahead log back into the file.
  for (const connection of connections) if (connection.open) connection.close()
  lock.release()
}
