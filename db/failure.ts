import { existsSync } from 'node:fs'
import { AxialError } from '../domain/errors.ts'
import { backupFolder } from './backup.ts'
import { sqliteCode } from './connection.ts'

/**
 * The sentence for what the system refused while a study was read or written: the disk is full, the folder read-only, the
 * drive gone, the file damaged. Any other error is given back as it is. Nothing of the action is kept: SQLite takes back what
 * it had begun.
 */
export function explainFailure(error: unknown, path: string): unknown {
  const code = sqliteCode(error)
  if (code === null) return error
  // The log's index is grown before anything is written: on a full disk that is what fails first.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return new AxialError('disk-full', { path }, error)
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN') {
    return new AxialError('folder-read-only', { path }, error)
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_IOERR_SHORT_READ') {
    return damaged(path, error instanceof Error ? error.message : '', error)
  }
  if (code.startsWith('SQLITE_IOERR')) return new AxialError('study-unwritable', { path, detail: code }, error)
  return error
}

/** The sentence for a file that is no whole study any more, and where its backups are. */
export function damaged(path: string, detail: string, cause?: unknown): AxialError {
  const params = { path, detail: detail.split('\n')[0] ?? '' }
  const backups = backupFolder(path)
  if (!existsSync(backups)) return new AxialError('study-damaged-alone', params, cause)
  return new AxialError('study-damaged', { ...params, backups }, cause)
}
