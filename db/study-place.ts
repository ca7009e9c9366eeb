import { rmSync, statSync } from 'node:fs'

/** The write-ahead log beside a study. */
const LOG = '-wal'

/**
 * Where an open study lies. Another program may remove the file, or put another one in its place (one that synchronises
 * folders, an older copy brought back): SQLite goes on with the one it opened, which nobody can reach any more.
 */
export class StudyPlace {
  readonly #path: string
  readonly #file: bigint | null
  readonly #log: bigint | null

  /** Of a study that is open: its log is there. */
  constructor(path: string) {
    this.#path = path
    this.#file = numberOf(path)
    this.#log = numberOf(path + LOG)
  }

  /** Whether the path still leads to the file that was opened, and to its log. */
  isKept(): boolean {
    return isSame(this.#file, this.#path) && isSame(this.#log, this.#path + LOG)
  }

  /** Whether another path leads to the file that was opened: it was moved there, or its folder was. */
  wasMovedTo(path: string): boolean {
    return this.#file !== null && !isSame(this.#file, this.#path) && isSame(this.#file, path)
  }

  /** Removes the log, where it is still the study's own: beside another file it would be read as that one's. */
  removeLog(): void {
    if (this.#log === null || !isSame(this.#log, this.#path + LOG)) return
    for (const suffix of [LOG, '-shm']) rmSync(this.#path + suffix, { force: true })
  }
}

function isSame(number: bigint | null, path: string): boolean {
  return number === null || numberOf(path) === number
}

/** What tells a file from another one of its name; null where there is none, or the system does not tell. */
function numberOf(path: string): bigint | null {
  // Windows lets nobody remove or replace a file that is open.
  if (process.platform === 'win32') return null
  const ino = statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? 0n
  return ino === 0n ? null : ino
}
