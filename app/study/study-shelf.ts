import { existsSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { createStudyFile } from '../../db/study-file.ts'
import { Aggregates } from '../../db/aggregates.ts'
import type { Connection } from '../../db/connection.ts'
import { AxialError } from '../../domain/errors.ts'
import { asId } from '../../domain/ids.ts'
import type { Contract, Output, ParsedInput, ProcedureName } from '../contract.ts'
import { OpenStudy, type World } from './open-study.ts'
import { createFromPacket } from '../packets/study.ts'
import { addTaxonomy } from '../catalog/taxonomy-service.ts'

export type SessionProcedure = {
  [Name in ProcedureName]: Contract[Name]['kind'] extends 'session' ? Name : never
}[ProcedureName]

const EXTENSION = '.axial'

/** Opens, creates and closes studies; at most one is open. */
export class StudyShelf {
  readonly #world: World
  readonly #folder: string
  readonly #version: string
  #open: OpenStudy | null = null

  constructor({ folder, version, ...world }: World & { readonly folder: string; readonly version: string }) {
    this.#world = world
    this.#folder = folder
    this.#version = version
  }

  /** @throws AxialError no-study */
  require(): OpenStudy {
    if (this.#open === null) throw new AxialError('no-study')
    return this.#open
  }

  async handle(name: SessionProcedure, input: unknown): Promise<unknown> {
    switch (name) {
      case 'workspace.status':
        return { open: this.#describe(), folder: this.#folder, version: this.#version }
      case 'workspace.studies':
        return this.#studies()
      case 'workspace.open':
        return this.#openStudy(input as ParsedInput<'workspace.open'>)
      case 'workspace.create':
        return this.#create(input as ParsedInput<'workspace.create'>)
      case 'packets.openAsStudy':
        return this.#createFromPacket(input as ParsedInput<'packets.openAsStudy'>)
      case 'workspace.close':
        await this.close()
        return {}
    }
  }

  async close(): Promise<void> {
    const study = this.#open
    this.#open = null
    await study?.close()
  }

  #describe(): Output<'workspace.open'> | null {
    const study = this.#open
    return study && { path: study.path, title: study.read.title(), encrypted: study.encrypted }
  }

  #studies(): Output<'workspace.studies'> {
    if (!existsSync(this.#folder)) return []
    return readdirSync(this.#folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && extname(entry.name).toLowerCase() === EXTENSION)
      .flatMap((entry) => {
        const path = join(this.#folder, entry.name)
        // Gone since the folder was read: not a study any more.
        const stat = statSync(path, { throwIfNoEntry: false })
        if (stat === undefined) return []
        return [{ path, name: basename(path, extname(path)), modifiedAt: stat.mtime.toISOString() }]
      })
      .sort((a, b) => b.modifiedAt.localeCompare(a.modifiedAt))
  }

  async #openStudy({ path, passphrase }: ParsedInput<'workspace.open'>): Promise<Output<'workspace.open'>> {
    const full = this.#resolve(path)
    const previous = this.#open
    if (previous !== null && isSameFile(previous.path, full)) return this.#opened(previous)
    // The same study, moved while it was open: two must not have it open under two names.
    if (previous?.wasMovedTo(full) === true) {
      previous.foldLog()
      await this.close()
    }
    // Else the new one first: when it cannot be opened, the one on the screen stays.
    const study = OpenStudy.open(full, passphrase ?? null, this.#world)
    this.#open = study
    if (previous?.closed === false) await previous.close()
    return this.#opened(study)
  }

  async #create(input: ParsedInput<'workspace.create'>): Promise<Output<'workspace.create'>> {
    const path = this.#resolve(input.path)
    if (dirname(path) === this.#folder) mkdirSync(this.#folder, { recursive: true })
    createStudyFile(path, input.passphrase ?? null, (writer) => this.#fill(writer, path, input))
    return this.#openStudy({ path, passphrase: input.passphrase })
  }

  async #createFromPacket(input: ParsedInput<'packets.openAsStudy'>): Promise<Output<'packets.openAsStudy'>> {
    const path = this.#resolve(input.path)
    if (dirname(path) === this.#folder) mkdirSync(this.#folder, { recursive: true })
    const passphrase = input.studyPassphrase
    await createFromPacket(path, input, this.#world)
    return this.#openStudy({ path, passphrase })
  }

  /** The first rows of a new study: its title, a round to code in, the taxonomies asked for, the first coder. */
  #fill(writer: Connection, path: string, input: ParsedInput<'workspace.create'>): void {
    const { now, newId } = this.#world
    const at = now().toISOString()
    const title = input.title?.trim() || basename(path, extname(path))
    writer
      .transaction(() => {
        const rows = new Aggregates(writer)
        rows.journal.begin({ action: 'workspace.create', detail: title, coderId: null, at }, true)
        rows.create(newId(), title, at)
        rows.people.addRound({ id: asId(newId()), number: 1, name: 'Round 1', kind: 'independent', state: 'blind' })
        const coder = input.coder?.normalize('NFC').trim() ?? ''
        if (coder !== '') rows.people.addCoder({ id: asId(newId()), name: coder, kind: 'coder' })
        for (const key of input.taxonomies) addTaxonomy(rows, key, newId)
        rows.journal.end()
      })
      .immediate()
  }

  #opened(study: OpenStudy): Output<'workspace.open'> {
    return { path: study.path, title: study.read.title(), encrypted: study.encrypted }
  }

  /** Where the file is, links followed: its lock, its log and its backups are beside it, whichever way it is reached. */
  #resolve(path: string): string {
    if (path.includes('\0')) throw new AxialError('bad-request', { detail: 'a path cannot hold a zero byte' })
    const named = extname(path).toLowerCase() === EXTENSION ? path : `${path}${EXTENSION}`
    const full = basename(named) === named ? join(this.#folder, named) : resolve(named)
    return existsSync(full) ? realpathSync(full) : full
  }
}

/** Whether two paths lead to one file: where case does not count, `Study.axial` and `study.axial` do. */
function isSameFile(a: string, b: string): boolean {
  if (a === b) return true
  const [first, second] = [a, b].map((path) => (existsSync(path) ? statSync(path, { bigint: true }) : null))
  return !!first && !!second && first.ino !== 0n && first.ino === second.ino && first.dev === second.dev
}
