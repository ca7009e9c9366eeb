import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { AxialError } from '../domain/errors.ts'

/** Who has a study open, written beside it as `NAME.axial.lock` for as long as it is open. */
interface Holder {
  readonly pid: number
  readonly host: string
  readonly user: string
}

export interface Lock {
  release(): void
}

/**
 * Takes the lock of a study, or throws `study-locked` naming who has it. A lock that a crash left behind on this machine
 * (its process is gone) is taken over; one of another machine never is, since nobody here can tell.
 * @throws AxialError `folder-read-only` when the folder cannot be written to, `study-unwritable` when the name or the
 * disk do not let it.
 */
export function takeLock(path: string): Lock {
  const file = `${path}.lock`
  const mine: Holder = { pid: process.pid, host: hostname(), user: userName() }
  for (let attempt = 0; ; attempt++) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, JSON.stringify(mine))
      closeSync(handle)
      return { release: () => release(file, mine) }
    } catch (error) {
      const code = errorCode(error) ?? 'error'
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) throw new AxialError('folder-read-only', { path }, error)
      if (code !== 'EEXIST') throw new AxialError('study-unwritable', { path, detail: code }, error)
      const holder = readHolder(file)
      if (attempt > 0 || holder === 'unreadable' || (holder !== 'nobody' && isAlive(holder, mine))) {
        throw new AxialError('study-locked', { path, who: describe(holder) })
      }
      rmSync(file, { force: true })
    }
  }
}

export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // A container may run under a user id that has no name; the lock then goes without.
    return ''
  }
}

/** Removes the lock, unless someone removed it by hand and another has taken it since. */
function release(file: string, mine: Holder): void {
  const holder = readHolder(file)
  if (typeof holder === 'object' && holder.pid === mine.pid && holder.host === mine.host) rmSync(file, { force: true })
}

/** Who a lock file names. One that cannot be read may be of a colleague whose files are private: it counts as held. */
function readHolder(file: string): Holder | 'nobody' | 'unreadable' {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'nobody' : 'unreadable'
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Half-written by a process that died in that instant: it holds nothing.
    return 'nobody'
  }
  if (typeof value !== 'object' || value === null) return 'nobody'
  const { pid, host, user } = value as Partial<Record<keyof Holder, unknown>>
  if (typeof pid !== 'number' || typeof host !== 'string') return 'nobody'
  return { pid, host, user: typeof user === 'string' ? user : '' }
}

function isAlive(holder: Holder, mine: Holder): boolean {
  if (holder.host !== mine.host) return true
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

function describe(holder: Holder | 'nobody' | 'unreadable'): string {
  if (typeof holder === 'string') return '?'
  const who = holder.user === '' ? holder.host : `${holder.user} @ ${holder.host}`
  return `${who}, process ${String(holder.pid)}`
}
