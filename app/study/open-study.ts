import { Aggregates } from '../../db/aggregates.ts'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { backUp, copyStudy, needsBackup } from '../../db/backup.ts'
import { explainFailure } from '../../db/failure.ts'
import type { Reversal } from '../../db/row-reversal.ts'
import { openStudyFile, type StudyFile } from '../../db/study-file.ts'
import { asId, type CoderId, type Id, type IdSource } from '../../domain/ids.ts'
import type { Coder } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import { inHundredths, type Task } from '../task.ts'

/** What of the world a study needs, given from outside. */
export interface World {
  readonly now: () => Date
  readonly newId: IdSource
}

/** What a person does, as the journal is to name it. */
export interface Deed {
  readonly action: string
  readonly detail: string
  readonly coderId?: CoderId | undefined
  /** For what cannot be taken back by its nature, such as having seen the others' codings. */
  readonly isFinal?: boolean
}

/** How long changes may go without a backup, in milliseconds. */
const BACKUP_EVERY = 10 * 60 * 1000

/** A study that is open: what was saved (`read`), what is being changed (`write`), and the actions that change it. */
export class OpenStudy {
  readonly read: Aggregates
  readonly write: Aggregates
  readonly world: World
  readonly #file: StudyFile
  readonly #timer: NodeJS.Timeout
  #backup: Promise<void> = Promise.resolve()
  #backedUpAt: number
  #fault: AxialError | null = null
  /** The copy of a study that lost its file. */
  #rescued: string | null = null
  #closed = false

  private constructor(file: StudyFile, world: World) {
    this.#file = file
    this.world = world
    this.read = new Aggregates(file.reader)
    this.write = new Aggregates(file.writer)
    this.#backedUpAt = this.read.journal.newest()
    this.#timer = setInterval(() => this.#backUpChanges(), BACKUP_EVERY)
    this.#timer.unref()
  }

  /** Opens a study and starts the backup of it as it was found, when it changed since the last one. */
  static open(path: string, passphrase: string | null, world: World): OpenStudy {
    const file = openStudyFile(path, passphrase, stampOf(world.now()))
    try {
      const study = new OpenStudy(file, world)
      if (needsBackup(path, world.now())) study.#startBackup()
      return study
    } catch (error) {
      // Or the file would stay locked by a study that nobody can reach.
      file.close()
      throw error
    }
  }

  get path(): string {
    return this.#file.path
  }

  get encrypted(): boolean {
    return this.#file.encrypted
  }

  /** Whether it was closed: whoever still works on it must stop. */
  get closed(): boolean {
    return this.#closed
  }

  /** Resolves when no backup is under way; fails with what the last one failed with, once. */
  async backedUp(): Promise<void> {
    await this.#backup
    const fault = this.#fault
    this.#fault = null
    if (fault !== null) throw fault
  }

  /** @throws AxialError study-replaced, study-gone: what is written to a file that nobody can reach would be lost */
  requirePlace(): void {
    const { place, path } = this.#file
    if (place.isKept()) return
    const copy = this.#rescue()
    throw copy === null ? new AxialError('study-gone', { path }) : new AxialError('study-replaced', { path, copy })
  }

  /** Whether its file is at this path now, while it is open from another one. */
  wasMovedTo(path: string): boolean {
    return this.#file.place.wasMovedTo(path)
  }

  /** Writes what the log holds into the file; of a file that was moved SQLite does not do so on closing. */
  foldLog(): void {
    this.#explaining(() => this.#file.writer.pragma('wal_checkpoint(TRUNCATE)'))
  }

  /** The sentence for what the system refused, whether while reading or writing. */
  explain(error: unknown): unknown {
    return explainFailure(error, this.path)
  }

  /** One action of a person, in one transaction: all of it or nothing. */
  act<Result>(action: Deed, change: () => Result): Result {
    const work = this.#file.writer.transaction(() => {
      this.#begin(action)
      const result = change()
      this.write.journal.end()
      return result
    })
    return this.#explaining(() => work.immediate())
  }

  /** The same for long work, which lets reads through between its steps. `describe` may name the action once it is known. */
  async actLong<Result>(action: Deed, change: () => Promise<Result>): Promise<Result> {
    const { writer, path } = this.#file
    this.#explaining(() => writer.exec('BEGIN IMMEDIATE'))
    try {
      this.#begin(action)
      const result = await change()
      this.write.journal.end()
      writer.exec('COMMIT')
      return result
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK')
      throw explainFailure(error, path)
    }
  }

  async undo(coderId: CoderId, task: Task): Promise<void> {
    await this.#reverse(this.write.journal.undo(coderId, this.at()), task)
  }

  async redo(coderId: CoderId, task: Task): Promise<void> {
    await this.#reverse(this.write.journal.redo(coderId, this.at()), task)
  }

  async takeBack(id: number, coderId: CoderId, task: Task): Promise<void> {
    await this.#reverse(this.write.journal.takeBack(id, coderId, this.at()), task)
  }

  /** Now, as the study's rows say it: ISO 8601, UTC. */
  at(): string {
    return this.world.now().toISOString()
  }

  newId<Kind extends string>(_kind: Kind): Id<Kind> {
    return asId(this.world.newId())
  }

  /** @throws AxialError not-found */
  coder(id: CoderId): Coder {
    const coder = this.read.people.coders().find((candidate) => candidate.id === id)
    if (coder === undefined) throw new AxialError('not-found', { what: 'coder', name: id })
    return coder
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#timer)
    await this.#backup
    const { place } = this.#file
    const isRescued = !place.isKept() && this.#rescue() !== null
    this.#file.close()
    if (isRescued) place.removeLog()
  }

  /** Copies what was saved, once, beside where the file was. A folder that went took the file and its log with it. */
  #rescue(): string | null {
    const { reader, path } = this.#file
    if (this.#rescued !== null || !existsSync(dirname(path))) return this.#rescued
    try {
      this.#rescued = copyStudy(reader, path, `${stampOf(this.world.now())}-rescued`)
    } catch {
      // Said by the caller: there is no copy.
    }
    return this.#rescued
  }

  #begin({ action, detail, coderId, isFinal = false }: Deed): void {
    this.write.journal.begin({ action, detail, coderId: coderId ?? null, at: this.at() }, isFinal)
  }

  /**
   * An import may be as long in the undoing as in the doing: reads are let through, and it can be cancelled. How far it is
   * is said in hundredths: how many rows there are, work included that the person may not see, is not theirs to know.
   */
  async #reverse(reversal: Generator<Reversal, void>, task: Task): Promise<void> {
    try {
      for (const progress of reversal) await task.step(inHundredths(progress))
    } catch (error) {
      throw explainFailure(error, this.path)
    }
  }

  #explaining<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      throw explainFailure(error, this.path)
    }
  }

  #backUpChanges(): void {
    if (this.read.journal.newest() > this.#backedUpAt) this.#startBackup()
  }

  #startBackup(): void {
    // The reader: it sees what was committed, also while the writer is in the middle of an action, which is then not in
    // the backup and must not count as backed up.
    const newest = this.read.journal.newest()
    const { reader, path, encrypted } = this.#file
    this.#backup = this.#backup
      .then(() => backUp(reader, path, encrypted, stampOf(this.world.now())))
      .then(
        () => {
          this.#backedUpAt = newest
        },
        (error: unknown) => {
          // Told to whoever writes next, before anything is changed without a backup.
          const detail = error instanceof Error ? error.message : String(error)
          this.#fault = new AxialError('backup-failed', { path, detail }, error)
        },
      )
  }
}

/** A moment as file names can carry it: 2026-03-01T09-30-00Z. */
export function stampOf(moment: Date): string {
  return moment.toISOString().replaceAll(':', '-').replace(/\.\d+/, '')
}
