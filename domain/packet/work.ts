import { AxialError } from '../errors.ts'
import { WORK_TABLES, type PacketRow, type RemovedRow, type Work, type WorkTableName } from './packet.ts'
import { remark, type Remark } from '../remarks.ts'

/** A coder's returned work, and what the study has of it. */
export interface ReturnedWork {
  /** The packet's name, for the sentences. */
  readonly file: string
  readonly coderId: string
  readonly roundId: string
  readonly incoming: Work
  readonly removed: readonly RemovedRow[]
  /** What the study has of the coder's work in the round. */
  readonly standing: Work
  /** Ids of the packet's rows that rows of others have. */
  readonly foreign: ReadonlySet<string>
  /** How long the study's texts are, in UTF-16 code units, by transcript. */
  readonly lengths: ReadonlyMap<string, number>
  /** For each segment that the packet names: the study's, and in which transcript it is. Others are not here. */
  readonly segments: ReadonlyMap<string, { readonly id: string; readonly transcriptId: string }>
  /**
   * Where this very packet was merged before: ids that the study has, or had. What the lead did with them since stays, and
   * only what could not be taken then is added. Null where it was not.
   */
  readonly settled: ReadonlySet<string> | null
}

export interface TablePlan {
  readonly added: readonly PacketRow[]
  readonly changed: readonly PacketRow[]
  readonly removed: readonly string[]
  /** Rows that are here already, just so. */
  readonly same: number
  /** Rows whose transcript or segment is not here: they stay in the packet. */
  readonly leftOut: number
}
export type WorkPlan = Readonly<Record<WorkTableName, TablePlan>>

type Table = (typeof WORK_TABLES)[number]
type Draft = { added: PacketRow[]; changed: PacketRow[]; removed: string[]; same: number; leftOut: number }

/**
 * What merging a coder's returned work does, row by row. The packet is the newest word on each row that it names; rows that
 * it does not name stay.
 * @throws AxialError packet-foreign, packet-unfit
 */
export function planWork(given: ReturnedWork): WorkPlan {
  return new WorkMerge(given).plan()
}

class WorkMerge {
  readonly #given: ReturnedWork
  /** For each of the packet's rows that the study has under another id: that one. */
  readonly #aliases = new Map<string, string>()
  readonly #leftOut = new Set<string>()

  constructor(given: ReturnedWork) {
    this.#given = given
  }

  plan(): WorkPlan {
    this.#check()
    const plans: Record<WorkTableName, Draft> = {
      assignment: draft(),
      coding: draft(),
      screening: draft(),
      screening_instance: draft(),
      quote: draft(),
      memo: draft(),
      memo_code: draft(),
      code_example: draft(),
    }
    for (const table of WORK_TABLES) this.#planTable(table, plans[table.name])
    return plans
  }

  #planTable(table: Table, plan: Draft): void {
    const { incoming, standing, removed, settled } = this.#given
    const rows = incoming[table.name]
    const named = new Set(rows.map(({ id }) => id))
    const gone = new Set(settled === null ? removed.flatMap((row) => (row.table === table.name ? [row.id] : [])) : [])
    const here = new Map(standing[table.name].map((row) => [row.id, row]))
    const places = new Map(
      standing[table.name]
        .filter(({ id }) => !named.has(id) && !gone.has(id))
        .map((row) => [this.#identity(table, row) ?? row.id, row]),
    )
    for (const row of rows) {
      if (this.#isLeftOut(table, row)) {
        this.#leftOut.add(row.id)
        plan.leftOut++
        continue
      }
      const placed = this.#placed(table, row)
      const identity = this.#identity(table, placed)
      const twin = identity === null || here.has(row.id) ? undefined : places.get(identity)
      if (twin !== undefined) this.#aliases.set(row.id, twin.id)
      const next = twin === undefined ? placed : { ...placed, id: twin.id }
      const before = here.get(next.id)
      if (before === undefined && settled?.has(row.id) !== true) plan.added.push(next)
      else if (before === undefined || settled !== null || isSame(table, before, next)) plan.same++
      else if (table.parent === null) plan.changed.push(next)
      else {
        // Slots may have changed places: out with all that changed before any is put in.
        plan.removed.push(next.id)
        plan.added.push(next)
      }
    }
    for (const id of gone) if (here.has(id)) plan.removed.push(id)
    if (settled === null) for (const id of this.#orphans(table, named)) plan.removed.push(id)
  }

  /** Rows that hung on a row of the packet, or on one that goes, and that it does not have any more. */
  #orphans(table: Table, named: ReadonlySet<string>): readonly string[] {
    const { parent } = table
    if (parent === null) return []
    const gone = new Set(this.#given.removed.map(({ id }) => id))
    const whole = new Set(
      parent.isWhole ? this.#given.incoming[parent.table].map(({ id }) => this.#standingId(id)) : [],
    )
    const kept = new Set([...named].map((id) => this.#standingId(id)))
    return this.#given.standing[table.name]
      .filter((row) => {
        const above = String(row[parent.column])
        return gone.has(above) || (whole.has(above) && !kept.has(row.id))
      })
      .map(({ id }) => id)
  }

  /** The row as it stands in this study: on its segment here, under the ids that what it refers to has here. */
  #placed(table: Table, row: PacketRow): PacketRow {
    if (table.name === 'screening') {
      const segment = this.#given.segments.get(String(row['segment_id']))
      return segment === undefined ? row : { ...row, segment_id: segment.id }
    }
    if (table.name === 'memo') {
      const subject = String(row['subject_id'])
      const segment = row['subject_kind'] === 'segment' ? this.#given.segments.get(subject)?.id : undefined
      return { ...row, subject_id: segment ?? this.#standingId(subject) }
    }
    if (table.parent === null) return row
    return { ...row, [table.parent.column]: this.#standingId(String(row[table.parent.column])) }
  }

  #standingId(id: string): string {
    return this.#aliases.get(id) ?? id
  }

  #isLeftOut(table: Table, row: PacketRow): boolean {
    const { lengths, segments } = this.#given
    if (table.name === 'screening') return !segments.has(String(row['segment_id']))
    if (table.name === 'memo') {
      const isOnText = row['subject_kind'] === 'passage' || row['subject_kind'] === 'transcript'
      return isOnText && !lengths.has(String(row['subject_id']))
    }
    if (table.parent !== null) return this.#leftOut.has(String(row[table.parent.column]))
    return !lengths.has(String(row['transcript_id']))
  }

  #identity({ identity }: Table, row: PacketRow): string | null {
    return identity === null ? null : identity.map((column) => String(row[column])).join(' ')
  }

  #check(): void {
    const { incoming, removed, coderId, roundId, foreign, file } = this.#given
    if (foreign.size > 0) throw new AxialError('packet-foreign', { name: file })
    const all = new Set<string>(removed.map(({ id }) => id))
    if (all.size < removed.length) throw this.#unfit(remark('packet-twice'))
    for (const { name, parent } of WORK_TABLES) {
      const above: ReadonlySet<string> = new Set(parent === null ? [] : incoming[parent.table].map(({ id }) => id))
      for (const row of incoming[name]) {
        if (all.has(row.id)) throw this.#unfit(remark('packet-twice'))
        all.add(row.id)
        const isOwn = parent !== null || (row['coder_id'] === coderId && row['round_id'] === roundId)
        const hangs = parent === null || above.has(String(row[parent.column]))
        if (!isOwn || !hangs) throw new AxialError('packet-foreign', { name: file })
        if (!this.#fits(row)) throw this.#unfit(remark('packet-words-absent'))
      }
    }
  }

  /** Whether the row's words are within their text. */
  #fits(row: PacketRow): boolean {
    const { lengths, segments } = this.#given
    const start = row['start'] ?? row['quote_start'] ?? null
    const end = row['end'] ?? row['quote_end'] ?? null
    if (start === null && end === null) return row['subject_kind'] !== 'passage'
    if (typeof start !== 'number' || typeof end !== 'number' || start >= end) return false
    if ('subject_kind' in row && row['subject_kind'] !== 'passage') return false
    const transcript =
      row['transcript_id'] ?? segments.get(String(row['segment_id']))?.transcriptId ?? row['subject_id']
    const length = lengths.get(String(transcript))
    return length === undefined || end <= length
  }

  #unfit(detail: Remark): AxialError {
    return new AxialError('packet-unfit', { name: this.#given.file, detail })
  }
}

function draft(): Draft {
  return { added: [], changed: [], removed: [], same: 0, leftOut: 0 }
}

function isSame({ columns }: Table, a: PacketRow, b: PacketRow): boolean {
  return columns.every((column) => (a[column] ?? null) === (b[column] ?? null))
}
