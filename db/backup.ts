import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Connection } from './connection.ts'

/** How many rolling backups are kept; those made before a migration are never removed. */
export const KEPT_BACKUPS = 10

/** Where a study's backups are: `NAME.axial-backups/` beside it. */
export function backupFolder(path: string): string {
  return `${path}-backups`
}

/**
 * Copies the study as last committed into its backup folder, encrypted when the study is. Written beside, then renamed.
 * The calling thread waits for it.
 * @returns the copy's path
 */
export function copyStudy(connection: Connection, path: string, stamp: string): string {
  const { partial, whole } = prepare(path, stamp)
  // Unlike the backup interface, VACUUM INTO keeps the source's key.
  connection.prepare('VACUUM INTO ?').run(partial)
  renameSync(partial, whole)
  return whole
}

/**
 * The same without making the calling thread wait, by SQLite's backup interface, a few pages at a time. Encrypted studies
 * are copied at once instead: the backup interface cannot write an encrypted copy.
 */
export async function backUp(connection: Connection, path: string, encrypted: boolean, stamp: string): Promise<string> {
  if (encrypted) {
    const copy = copyStudy(connection, path, stamp)
    removeOldest(path)
    return copy
  }
  const { partial, whole } = prepare(path, stamp)
  await connection.backup(partial, { progress: () => 1000 })
  renameSync(partial, whole)
  removeOldest(path)
  return whole
}

/** Whether the study was written to since its newest backup. */
export function needsBackup(path: string): boolean {
  const newest = rolling(path).at(-1)
  if (newest === undefined) return true
  const copied = statSync(join(backupFolder(path), newest)).mtimeMs
  return ['', '-wal'].some((suffix) => {
    const stat = statSync(path + suffix, { throwIfNoEntry: false })
    return stat !== undefined && stat.size > 0 && stat.mtimeMs > copied
  })
}

function prepare(path: string, stamp: string): { partial: string; whole: string } {
  const folder = backupFolder(path)
  mkdirSync(folder, { recursive: true })
  const whole = join(folder, `${stamp}.axial`)
  const partial = `${whole}.part`
  rmSync(partial, { force: true })
  return { partial, whole }
}

function rolling(path: string): readonly string[] {
  const folder = backupFolder(path)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.axial') && !basename(name).includes('before-version'))
    .sort()
}

function removeOldest(path: string): void {
  for (const name of rolling(path).slice(0, -KEPT_BACKUPS)) rmSync(join(backupFolder(path), name), { force: true })
}
