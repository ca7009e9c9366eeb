import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Connection } from './connection.ts'

/** How many rolling backups are kept; those made before a migration, or of a study that lost its file, are never removed. */
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
    removeOldest(path, copy)
    return copy
  }
  const { partial, whole } = prepare(path, stamp)
  await connection.backup(partial, { progress: () => 1000 })
  renameSync(partial, whole)
  removeOldest(path, whole)
  return whole
}

/** A backup dated more than this after now, in milliseconds, was made by a clock that was wrong, or is now. */
const CLOCK_TOLERANCE = 24 * 60 * 60 * 1000

/**
 * Whether the study was written to since its newest backup. Backups from a future that the clock has since been set back
 * from say nothing: or else none would be made until it comes.
 */
export function needsBackup(path: string, now: Date): boolean {
  const times = rolling(path).map((name) => statSync(join(backupFolder(path), name)).mtimeMs)
  const copied = Math.max(...times.filter((time) => time <= now.getTime() + CLOCK_TOLERANCE))
  return ['', '-wal'].some((suffix) => {
    const stat = statSync(path + suffix, { throwIfNoEntry: false })
    return stat !== undefined && stat.size > 0 && stat.mtimeMs > copied
  })
}

function prepare(path: string, stamp: string): { partial: string; whole: string } {
  const folder = backupFolder(path)
  mkdirSync(folder, { recursive: true })
  let whole = join(folder, `${stamp}.axial`)
  // Sorted after the first of its second, as it was made after it.
  for (let number = 2; existsSync(whole); number++) whole = join(folder, `${stamp}_${String(number)}.axial`)
  const partial = `${whole}${PARTIAL}`
  rmSync(partial, { force: true })
  return { partial, whole }
}

const PARTIAL = '.part'

function rolling(path: string): readonly string[] {
  return namesIn(backupFolder(path)).filter((name) => name.endsWith('.axial') && !/before-version|rescued/.test(name))
}

function namesIn(folder: string): readonly string[] {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
  return isFolder ? readdirSync(folder).sort() : []
}

/** Removes the oldest, never the one just made, whatever the clock called it; and what a crash left half written. */
function removeOldest(path: string, justMade: string): void {
  const folder = backupFolder(path)
  const others = rolling(path).filter((name) => name !== basename(justMade))
  const halves = namesIn(folder).filter((name) => name.includes(`.axial${PARTIAL}`))
  for (const name of [...others.slice(0, -(KEPT_BACKUPS - 1)), ...halves]) rmSync(join(folder, name), { force: true })
}
