import {
  OWNED_TABLES,
  type CodeOrigin,
  type CodeRow,
  type OwnedTable,
  type PacketRecord,
  type PacketState,
  type PacketValue,
} from '../domain/packet/packet.ts'
import type { Connection } from './connection.ts'

interface PacketTableRow {
  readonly id: string
  readonly kind: 'handout' | 'return'
  readonly state: PacketState
  readonly holder_id: string
  readonly round_id: string
  readonly answers: string | null
  readonly digest: string
  readonly locked: 0 | 1
  readonly at: string
  readonly reason: string
  readonly transcripts: string | null
}

function fromRow({
  holder_id: holderId,
  round_id: roundId,
  locked,
  transcripts,
  ...row
}: PacketTableRow): PacketRecord {
  const texts = transcripts === null ? null : (JSON.parse(transcripts) as readonly string[])
  return { ...row, holderId, roundId, isLocked: locked === 1, transcripts: texts }
}

const CODE_COLUMNS = [
  'id',
  'parent_id',
  'name',
  'abbreviation',
  'definition',
  'inclusion',
  'exclusion',
  'colour',
  'position',
  'taxonomy',
  'retired_at',
] as const

/** The packets of a study, and what it keeps of the codes that they brought. */
export class Packets {
  readonly #all
  readonly #add
  readonly #setState
  readonly #keep
  readonly #content
  readonly #study
  readonly #codes
  readonly #addCode
  readonly #changeCode
  readonly #origins
  readonly #setOrigin
  readonly #lastKnownCode
  readonly #removed
  readonly #known
  readonly #segmentsMadeHere

  constructor(db: Connection) {
    this.#all = db.prepare<[], PacketTableRow>(
      'SELECT id, kind, state, holder_id, round_id, answers, digest, locked, at, reason, transcripts FROM packet ORDER BY id',
    )
    this.#add = db.prepare<(string | number | null)[]>(
      `INSERT INTO packet (id, kind, state, holder_id, round_id, answers, digest, locked, at, reason, transcripts)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#setState = db.prepare<[string, string | null, string]>(
      'UPDATE packet SET state = ?, reason = coalesce(?, reason) WHERE id = ?',
    )
    this.#keep = db.prepare<[string, Uint8Array]>(
      'INSERT INTO packet_content (digest, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING',
    )
    this.#content = db.prepare<[string], { bytes: Uint8Array }>('SELECT bytes FROM packet_content WHERE digest = ?')
    this.#study = db.prepare<[], { id: string; title: string; created_at: string }>(
      'SELECT id, title, created_at FROM study',
    )
    this.#codes = db.prepare<[], CodeRow>(`SELECT ${CODE_COLUMNS.join(', ')} FROM code ORDER BY id`)
    this.#addCode = db.prepare<PacketValue[]>(
      `INSERT INTO code (${CODE_COLUMNS.join(', ')}) VALUES (${CODE_COLUMNS.map(() => '?').join(', ')})`,
    )
    this.#changeCode = db.prepare<PacketValue[]>(
      `UPDATE code SET ${CODE_COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    )
    this.#origins = db.prepare<[], CodeOrigin>(
      'SELECT id, holder_id, parent_id, name, definition, inclusion, exclusion FROM code_origin ORDER BY id',
    )
    this.#setOrigin = db.prepare<PacketValue[]>(
      `INSERT INTO code_origin (id, holder_id, parent_id, name, definition, inclusion, exclusion)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET holder_id = excluded.holder_id, parent_id = excluded.parent_id,
         name = excluded.name, definition = excluded.definition, inclusion = excluded.inclusion,
         exclusion = excluded.exclusion`,
    )
    this.#lastKnownCode = db.prepare<[string], { before: string }>(
      `SELECT before FROM journal_change WHERE row_id = ? AND table_name = 'code' AND operation = 'delete'
       ORDER BY id DESC LIMIT 1`,
    )
    this.#removed = new Map(
      OWNED_TABLES.map((table) => [
        table,
        db.prepare<[string, string], { id: string }>(
          `SELECT DISTINCT row_id AS id FROM journal_change
           WHERE table_name = '${table}' AND operation = 'delete'
             AND before ->> 'coder_id' = ? AND before ->> 'round_id' = ?
             AND row_id NOT IN (SELECT id FROM "${table}") ORDER BY row_id`,
        ),
      ]),
    )
    this.#segmentsMadeHere = db.prepare<[], { id: string }>(
      `SELECT c.row_id AS id FROM journal_change c JOIN journal_transaction t ON t.id = c.transaction_id
       WHERE c.table_name = 'segment' AND c.operation = 'insert' AND t.action <> 'packets.open'`,
    )
    this.#known = db.prepare<[string], { id: string }>(
      `SELECT DISTINCT row_id AS id FROM journal_change WHERE row_id IN (SELECT value FROM json_each(?))`,
    )
  }

  /** In the order in which they were made. */
  all(): readonly PacketRecord[] {
    return this.#all.all().map(fromRow)
  }

  add({ id, kind, state, holderId, roundId, answers, digest, isLocked, at, reason, transcripts }: PacketRecord): void {
    const texts = transcripts === null ? null : JSON.stringify(transcripts)
    this.#add.run(id, kind, state, holderId, roundId, answers, digest, isLocked ? 1 : 0, at, reason, texts)
  }

  /** Lets a packet stand elsewhere; `reason` null leaves what was said. */
  setState(id: string, state: PacketState, reason: string | null = null): void {
    this.#setState.run(state, reason, id)
  }

  /** Keeps a packet's bytes, once. */
  keep(digest: string, bytes: Uint8Array): void {
    this.#keep.run(digest, bytes)
  }

  content(digest: string): Uint8Array | null {
    return this.#content.get(digest)?.bytes ?? null
  }

  study(): { readonly id: string; readonly title: string; readonly created_at: string } {
    return this.#study.get() ?? { id: '', title: '', created_at: '' }
  }

  codes(): readonly CodeRow[] {
    return this.#codes.all()
  }

  addCode(code: CodeRow): void {
    this.#addCode.run(...CODE_COLUMNS.map((column) => code[column]))
  }

  changeCode(code: CodeRow): void {
    this.#changeCode.run(...CODE_COLUMNS.map((column) => code[column]), code.id)
  }

  origins(): readonly CodeOrigin[] {
    return this.#origins.all()
  }

  setOrigin(origin: CodeOrigin): void {
    const { id, holder_id: holder, parent_id: parent, name, definition, inclusion, exclusion } = origin
    this.#setOrigin.run(id, holder, parent, name, definition, inclusion, exclusion)
  }

  /** A code that is gone, as it last was; null where there never was one. */
  lastKnownCode(id: string): CodeRow | null {
    const before = this.#lastKnownCode.get(id)?.before
    return before === undefined ? null : (JSON.parse(before) as CodeRow)
  }

  /** Rows of a table that a coder had in a round and that are gone. */
  removed(table: OwnedTable, coderId: string, roundId: string): readonly string[] {
    return (this.#removed.get(table)?.all(coderId, roundId) ?? []).map(({ id }) => id)
  }

  /** Segments that were drawn in this file: the others came with a packet. */
  segmentsMadeHere(): ReadonlySet<string> {
    return new Set(this.#segmentsMadeHere.all().map(({ id }) => id))
  }

  /** Those of the ids that a row of this study ever had. */
  known(ids: readonly string[]): ReadonlySet<string> {
    return new Set(this.#known.all(JSON.stringify(ids)).map(({ id }) => id))
  }
}
