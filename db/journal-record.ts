import { asId, type CoderId, type RevisionId, type TranscriptId } from '../domain/ids.ts'
import type { Connection } from './connection.ts'
import { TAKE_BACK } from './row-reversal.ts'

/** An action as the journal recorded it. */
export interface RecordedAction {
  readonly id: number
  /** The procedure's name, such as `codings.apply`; for undoing and redoing, that of the action they were about. */
  readonly action: string
  readonly detail: string
  /** For the taking back of an earlier action: that action's name. */
  readonly of: string | null
  readonly coderId: CoderId | null
  readonly coder: string | null
  readonly at: string
  readonly kind: 'do' | 'undo' | 'redo'
  /** The action that was undone, redone or taken back. */
  readonly subjectId: number | null
  /** Whether it was taken back and does not stand now. */
  readonly undone: boolean
  /** Whether it can never be taken back. */
  readonly isFinal: boolean
}

export type RecordedRow = Readonly<Record<string, string | number | null>>

/** What an action did to one row: `before` is null where it added the row, `after` where it removed it. */
export interface RecordedChange {
  readonly table: string
  readonly rowId: string
  readonly before: RecordedRow | null
  readonly after: RecordedRow | null
}

interface ActionRow {
  readonly id: number
  readonly action: string
  readonly detail: string
  readonly of: string | null
  readonly coder_id: string | null
  readonly coder: string | null
  readonly at: string
  readonly kind: 'do' | 'undo' | 'redo'
  readonly subject_id: number | null
  readonly state: 'done' | 'kept' | 'undone' | 'left'
}

interface ChangeRow {
  readonly table_name: string
  readonly row_id: string
  readonly before: string | null
}

function fromRow({ coder_id: coderId, subject_id: subjectId, state, ...row }: ActionRow): RecordedAction {
  return {
    ...row,
    coderId: coderId === null ? null : asId(coderId),
    subjectId,
    undone: state === 'undone' || state === 'left',
    isFinal: state === 'kept',
  }
}

/**
 * The tables that hold no coder's work by itself: what is in them is everyone's to see. A table that is not named here
 * and has no coder and round of its own counts as somebody's work while a round is blind.
 */
export const SHARED_TABLES: readonly string[] = [
  'study',
  'organization',
  'team',
  'participant',
  'participant_attribute',
  'transcript',
  'correction',
  'segment',
  'code',
  'coder',
  'round',
  'mismatch',
  'instance',
  'quality_issue',
  'facet',
  'evidence',
  'survey',
  'scale_point',
  'item',
  'respondent',
  'respondent_attribute',
  'answer',
  'version',
  'version_code',
  'snapshot',
  'guide_question',
  'review',
  'harmonising_decision',
  'harmonising_baseline',
  'packet',
  'code_origin',
  'code_successor',
]

/** Tables whose rows go with others of the same action that say whose work it is. */
const COVERED = ['coding', 'assignment', 'unaligned_turn', 'unaligned_label', 'memo', 'memo_code']

/**
 * Actions on what is everyone's, which everybody sees the effect of: they are told, whoever else's work went along with it.
 * Were they told only where no blind work did, whether one is told would tell of that work.
 */
const SHARED_ACTIONS: readonly string[] = [
  'codes.merge',
  'codes.remove',
  'corrections.apply',
  'harmonising.merge',
  'packets.merge',
  'segments.start',
  'segments.split',
  'segments.join',
  'segments.move',
  'segments.remove',
  'transcripts.remove',
]

const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ')

/** What a viewer may see: their own actions, and others' on shared things or that touched no work of another's in a round that is blind. */
const VISIBLE = `(t.coder_id IS $viewer
  OR iif(t.action = '${TAKE_BACK}', taken.action, t.action) IN (${quoted(SHARED_ACTIONS)})
  OR NOT EXISTS (
    SELECT 1 FROM journal_touch x WHERE x.transaction_id = t.id AND (
      (x.coder_id <> $viewer AND x.round_id NOT IN (SELECT id FROM round WHERE state = 'open'))
      OR (x.coder_id IS NULL AND x.table_name NOT IN (${quoted([...SHARED_TABLES, ...COVERED])})
        AND EXISTS (SELECT 1 FROM round WHERE state = 'blind')))))`

/** The journal as it is read: who did what when, and which rows that changed. */
export class JournalRecord {
  readonly #db: Connection
  readonly #page
  readonly #one
  readonly #changes
  readonly #next
  readonly #lastBefore
  readonly #movedSince
  readonly #revisionBefore
  readonly #insertion
  readonly #rows = new Map<string, ReturnType<typeof prepareRow>>()

  constructor(db: Connection) {
    this.#db = db
    const columns = `SELECT t.id, t.action, t.detail, CASE WHEN t.action = '${TAKE_BACK}' THEN taken.action END AS "of",
        t.coder_id, coder.name AS coder, t.at, t.kind, t.subject_id, t.state
      FROM journal_transaction t LEFT JOIN coder ON coder.id = t.coder_id
      LEFT JOIN journal_transaction taken ON taken.id = t.subject_id`
    this.#page = db.prepare<
      { viewer: string; before: number; by: string | null; group: string; limit: number },
      ActionRow
    >(
      `${columns} WHERE t.id < $before AND ($by IS NULL OR t.coder_id = $by)
         AND ($group = '' OR iif(t.action = '${TAKE_BACK}', taken.action, t.action) LIKE $group || '.%')
         AND ${VISIBLE}
       ORDER BY t.id DESC LIMIT $limit`,
    )
    this.#one = db.prepare<{ viewer: string; id: number }, ActionRow>(`${columns} WHERE t.id = $id AND ${VISIBLE}`)
    this.#changes = db.prepare<[number], ChangeRow & { operation: string }>(
      'SELECT table_name, row_id, operation, before FROM journal_change WHERE transaction_id = ? ORDER BY id',
    )
    this.#next = db.prepare<[string, string, number], { before: string | null }>(
      `SELECT before FROM journal_change WHERE row_id = ? AND table_name = ? AND transaction_id > ? ORDER BY id LIMIT 1`,
    )
    this.#lastBefore = db.prepare<[string, string], { before: string }>(
      `SELECT before FROM journal_change WHERE row_id = ? AND table_name = ? AND before IS NOT NULL
       ORDER BY id DESC LIMIT 1`,
    )
    this.#movedSince = db.prepare<[string, number], { found: 1 }>(
      `SELECT 1 AS found FROM journal_change WHERE row_id = ? AND table_name = 'transcript' AND operation = 'update'
         AND transaction_id > ? AND before ->> 'revision_id' IS NOT
           (SELECT revision_id FROM transcript WHERE id = row_id) LIMIT 1`,
    )
    this.#revisionBefore = db.prepare<{ transcript: string; id: number }, { revision: string | null }>(
      `SELECT coalesce(
         (SELECT before ->> 'revision_id' FROM journal_change
          WHERE row_id = $transcript AND table_name = 'transcript' AND before IS NOT NULL AND transaction_id >= $id
          ORDER BY id LIMIT 1),
         (SELECT revision_id FROM transcript WHERE id = $transcript)) AS revision`,
    )
    this.#insertion = db.prepare<[string], { action: string; at: string }>(
      `SELECT t.action, t.at FROM journal_change c JOIN journal_transaction t ON t.id = c.transaction_id
       WHERE c.row_id = ? AND c.operation = 'insert' ORDER BY c.transaction_id LIMIT 1`,
    )
  }

  /** By which action a row first came to be, and when; null where the journal does not tell. */
  insertionOf(rowId: string): { readonly action: string; readonly at: string } | null {
    return this.#insertion.get(rowId) ?? null
  }

  /** Actions older than `before`, newest first: of one coder where `by` names one, of one group of procedures likewise. */
  page(options: {
    readonly viewer: CoderId
    readonly before: number
    readonly by: CoderId | null
    readonly group: string
    readonly limit: number
  }): readonly RecordedAction[] {
    return this.#page.all(options).map(fromRow)
  }

  /** One action; null where there is none, or none that the viewer may see. */
  action(id: number, viewer: CoderId): RecordedAction | null {
    const row = this.#one.get({ id, viewer })
    return row === undefined ? null : fromRow(row)
  }

  /** The rows that an action changed, each once, as they were before it and after it. */
  *changes(id: number): Generator<RecordedChange, void> {
    const rows = Map.groupBy(this.#changes.all(id), ({ table_name: table, row_id: row }) => `${table} ${row}`)
    for (const [first] of rows.values()) {
      if (first === undefined) continue
      const { table_name: table, row_id: rowId } = first
      const next = this.#next.get(rowId, table, id)
      const after = next === undefined ? this.#now(table, rowId) : parse(next.before)
      yield { table, rowId, before: parse(first.before), after }
    }
  }

  /** A row as it is, or as it last was when it is gone. */
  lastKnown(table: string, rowId: string): RecordedRow | null {
    return this.#now(table, rowId) ?? parse(this.#lastBefore.get(rowId, table)?.before ?? null)
  }

  /** A row as it is; null where it is gone. */
  row(table: string, rowId: string): RecordedRow | null {
    return this.#now(table, rowId)
  }

  /** Whether the words of a transcript were corrected after an action, so that its offsets may stand elsewhere now. */
  wasCorrectedSince(transcriptId: string, id: number): boolean {
    return this.#movedSince.get(transcriptId, id) !== undefined
  }

  /** The revision of a transcript's text as an action found it; null where the transcript was never there. */
  revisionBefore(transcriptId: TranscriptId, id: number): RevisionId | null {
    const revision = this.#revisionBefore.get({ transcript: transcriptId, id })?.revision ?? null
    return revision === null ? null : asId(revision)
  }

  /** Table names come from the journal, which only the study's own triggers write. */
  #now(table: string, rowId: string): RecordedRow | null {
    const statement = this.#rows.get(table) ?? prepareRow(this.#db, table)
    this.#rows.set(table, statement)
    return statement.get(rowId) ?? null
  }
}

function prepareRow(db: Connection, table: string) {
  return db.prepare<[string], RecordedRow>(`SELECT * FROM "${table}" WHERE id = ?`)
}

function parse(json: string | null): RecordedRow | null {
  if (json === null) return null
  const value: unknown = JSON.parse(json)
  return value as RecordedRow
}
