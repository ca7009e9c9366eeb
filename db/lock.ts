import { randomBytes } from 'node:crypto'
import { constants, copyFileSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { threadId } from 'node:worker_threads'
import { AxialError } from '../domain/errors.ts'

/** Who has a study open, written beside it as `NAME.axial.lock` for as long as it is open. */
interface Holder {
  readonly pid: number
  readonly host: string
  readonly user: string
  /** The thread that has it, and which of its locks this is; of a version that did not write them -1 and ''. */
  readonly thread: number
  readonly token: string
}

/**
 * The locks that this thread has: their files by token. A lock goes along with a folder that is moved or copied: one that
 * names this thread and is none of these files was left there, or came there.
 */
const held = new Map<string, string>()

export interface Lock {
  release(): void
}

/**
 * Takes the lock of a study, or throws `study-locked` naming who has it. A lock that a crash left behind on this machine
 * (its process is gone) is taken over; one of another machine never is, since nobody here can tell. Of several that come in
 * the same instant one gets it.
 * @throws AxialError `folder-read-only` when the folder cannot be written to, `disk-full`, `study-unwritable` when the name or
 * the drive do not let it.
 */
export function takeLock(path: string): Lock {
  const file = `${path}.lock`
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    user: userName(),
    thread: threadId,
    token: randomBytes(12).toString('hex'),
  }
  try {
    if (!place(file, mine) && !takeOver(file, mine)) {
      throw new AxialError('study-locked', { path, who: describe(readHolder(file)) })
    }
    held.set(mine.token, file)
    return { release: () => release(file, mine) }
  } catch (error) {
    if (error instanceof AxialError) throw error
    const code = errorCode(error) ?? 'error'
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) throw new AxialError('folder-read-only', { path }, error)
    if (code === 'ENOSPC') throw new AxialError('disk-full', { path }, error)
    throw new AxialError('study-unwritable', { path, detail: code }, error)
  }
}

/** Puts a lock where none is, whole from its first moment on; false where there is one. */
function place(file: string, mine: Holder): boolean {
  const own = `${file}.${String(mine.pid)}-${randomBytes(6).toString('hex')}`
  try {
    writeFileSync(own, JSON.stringify(mine), { flag: 'wx' })
    return link(own, file)
  } finally {
    rmSync(own, { force: true })
  }
}

function link(own: string, file: string): boolean {
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    return errorCode(error) !== 'EEXIST' && copyTo(own, file)
  }
}

/** For drives without links, such as memory sticks: there, a lock is empty for an instant. */
function copyTo(own: string, file: string): boolean {
  try {
    copyFileSync(own, file, constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Replaces a lock that nobody holds. One at a time: or the second would remove what the first has just placed. */
function takeOver(file: string, mine: Holder): boolean {
  if (isHeld(file, mine)) return false
  const guard = `${file}.taken-over`
  if (!place(guard, mine)) {
    // Left by a process that died in that instant.
    if (!isHeld(guard, mine)) rmSync(guard, { force: true })
    return false
  }
  try {
    if (isHeld(file, mine)) return false
    rmSync(file, { force: true })
    return place(file, mine)
  } finally {
    rmSync(guard, { force: true })
  }
}

function isHeld(file: string, mine: Holder): boolean {
  const holder = readHolder(file)
  return holder === 'unreadable' || (holder !== 'nobody' && isAlive(holder, mine, file))
}

/** Whether this thread has the lock that the file holds, and not one that the file is a copy of. */
function isOwn({ token }: Holder, file: string): boolean {
  const own = held.get(token)
  if (own === undefined) return false
  const [one, other] = [own, file].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return one === undefined || other === undefined || one.ino === other.ino
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
  held.delete(mine.token)
  const holder = readHolder(file)
  if (typeof holder === 'object' && holder.token === mine.token) rmSync(file, { force: true })
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
  const { pid, host, user, thread, token } = value as Partial<Record<keyof Holder, unknown>>
  if (typeof pid !== 'number' || typeof host !== 'string') return 'nobody'
  return {
    pid,
    host,
    user: typeof user === 'string' ? user : '',
    thread: typeof thread === 'number' ? thread : -1,
    token: typeof token === 'string' ? token : '',
  }
}

function isAlive(holder: Holder, mine: Holder, file: string): boolean {
  if (holder.host !== mine.host) return true
  if (holder.pid === mine.pid && holder.thread === mine.thread) return isOwn(holder, file)
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
