import { AxialError } from '../domain/errors.ts'
import type { CoderId } from '../domain/ids.ts'
import { sqliteCode, type Connection } from './connection.ts'
import { SlippingSpans } from './slipping-spans.ts'

/** What a person did, as the journal names it. */
export interface Action {
  /** The procedure's name, such as `codings.apply`. */
  readonly action: string
  /** What it was about, in the researcher's own words. */
  readonly detail: string
  readonly coderId: CoderId | null
  /** ISO 8601, UTC. */
  readonly at: string
}

export interface JournalTransaction {
  readonly id: number
  readonly action: string
  readonly detail: string
  readonly coder: string | null
  readonly at: string
  readonly kind: 'do' | 'undo' | 'redo'
  readonly undone: boolean
  readonly changes: number
}

export interface Step {
  readonly id: number
  readonly action: string
  readonly detail: string
}

/** How many changes were taken back of how many, and what they were about. */
export interface Reversal {
  readonly done: number
  readonly total: number
  readonly what: string
}

/** How many changes are taken back between two stops: a few milliseconds of work. */
const CHANGES_AT_ONCE = 100

interface Change {
  readonly table_name: string
  readonly row_id: string
  readonly operation: 'insert' | 'update' | 'delete'
  readonly before: string | null
}

/** The journal of a study: opening and closing actions, taking them back, doing them again. */
export class Journal {
  readonly #db: Connection
  readonly #open
  readonly #setCurrent
  readonly #clearCurrent
  readonly #describe
  readonly #leaveUndone
  readonly #nextUndo
  readonly #nextRedo
  readonly #changes
  readonly #setState
  readonly #lastUndoOf
  readonly #touchedSince
  readonly #nextStates
  readonly #list
  readonly #newest
  readonly #slipping

  constructor(db: Connection) {
    this.#db = db
    this.#open = db.prepare<[string, string, string | null, string, string, number | null, string]>(
      'INSERT INTO journal_transaction (action, detail, coder_id, at, kind, subject_id, state) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    this.#setCurrent = db.prepare<[number | bigint]>('INSERT INTO journal_current (transaction_id) VALUES (?)')
    this.#clearCurrent = db.prepare('DELETE FROM journal_current')
    this.#describe = db.prepare<[string, number]>('UPDATE journal_transaction SET detail = ? WHERE id = ?')
    this.#leaveUndone = db.prepare<[string | null]>(
      "UPDATE journal_transaction SET state = 'left' WHERE kind = 'do' AND state = 'undone' AND coder_id IS ?",
    )
    this.#nextUndo = db.prepare<[string | null], Step>(
      `SELECT id, action, detail FROM journal_transaction
       WHERE kind = 'do' AND state = 'done' AND coder_id IS ? ORDER BY id DESC LIMIT 1`,
    )
    this.#nextRedo = db.prepare<[string | null], Step>(
      `SELECT id, action, detail FROM journal_transaction
       WHERE kind = 'do' AND state = 'undone' AND coder_id IS ? ORDER BY id LIMIT 1`,
    )
    this.#changes = db.prepare<[number], Change>(
      'SELECT table_name, row_id, operation, before FROM journal_change WHERE transaction_id = ? ORDER BY id DESC',
    )
    this.#setState = db.prepare<[string, number]>('UPDATE journal_transaction SET state = ? WHERE id = ?')
    this.#lastUndoOf = db.prepare<[number], { id: number }>(
      "SELECT id FROM journal_transaction WHERE kind = 'undo' AND subject_id = ? ORDER BY id DESC LIMIT 1",
    )
    this.#touchedSince = db.prepare<[number], { found: 1 }>(
      `SELECT 1 AS found FROM journal_change mine
       JOIN journal_change later ON later.row_id = mine.row_id AND later.transaction_id > mine.transaction_id
       JOIN journal_transaction t ON t.id = later.transaction_id AND t.kind = 'do' AND t.state = 'done'
       WHERE mine.transaction_id = ? LIMIT 1`,
    )
    this.#nextStates = db.prepare<[number], Change>(
      `SELECT table_name, row_id, operation, before FROM journal_change WHERE id IN (
         SELECT min(later.id) FROM journal_change mine
         JOIN journal_change later ON later.row_id = mine.row_id AND later.transaction_id > mine.transaction_id
         WHERE mine.transaction_id = ? GROUP BY mine.row_id)`,
    )
    this.#list = db.prepare<
      [string | null, string | null, number],
      Omit<JournalTransaction, 'undone' | 'changes'> & { state: string; changes: number }
    >(
      `SELECT t.id, t.action, t.detail, coder.name AS coder, t.at, t.kind, t.state,
         (SELECT count(*) FROM journal_change c WHERE c.transaction_id = t.id) AS changes
       FROM journal_transaction t LEFT JOIN coder ON coder.id = t.coder_id
       WHERE ? IS NULL OR t.coder_id IS NULL OR t.coder_id = ?
       ORDER BY t.id DESC LIMIT ?`,
    )
    this.#slipping = new SlippingSpans(db)
    this.#newest = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM journal_transaction')
  }

  /**
   * Runs inside a database transaction: from here to `end`, changes are recorded as this action's. One that is final, such
   * as the creation of the study, stands on nobody's undo stack.
   */
  begin(action: Action, isFinal = false): number {
    this.#leaveUndone.run(action.coderId)
    return this.#start(action, 'do', null, isFinal ? 'kept' : 'done')
  }

  end(): void {
    this.#clearCurrent.run()
  }

  /** Says what the action was about once that is known. */
  describe(id: number, detail: string): void {
    this.#describe.run(detail, id)
  }

  nextUndo(coderId: CoderId | null): Step | null {
    return this.#nextUndo.get(coderId) ?? null
  }

  nextRedo(coderId: CoderId | null): Step | null {
    return this.#nextRedo.get(coderId) ?? null
  }

  /**
   * Takes back the coder's last action, in a database transaction of its own that is committed when the generator ends.
   * It stops between changes to say how many it has taken back; given up there, nothing is changed.
   * @throws AxialError nothing-to-undo, or later-work-rests-on-it when someone else has built on the action since
   */
  *undo(coderId: CoderId | null, at: string): Generator<Reversal, void> {
    const step = this.nextUndo(coderId)
    if (step === null) throw new AxialError('nothing-to-undo')
    yield* this.#reverse(step.id, { ...step, coderId, at }, 'undo', step.id)
  }

  /** Does again the action that the coder took back last, likewise. */
  *redo(coderId: CoderId | null, at: string): Generator<Reversal, void> {
    const step = this.nextRedo(coderId)
    const undo = step === null ? undefined : this.#lastUndoOf.get(step.id)
    if (step === null || undo === undefined) throw new AxialError('nothing-to-redo')
    yield* this.#reverse(undo.id, { ...step, coderId, at }, 'redo', step.id)
  }

  /** The newest actions, newest first: everyone's, or those of one coder and of no coder in particular. */
  list(limit: number, coderId: CoderId | null): readonly JournalTransaction[] {
    return this.#list
      .all(coderId, coderId, limit)
      .map(({ state, ...row }) => ({ ...row, undone: state === 'undone' || state === 'left' }))
  }

  /** The number of the newest action; grows with every change of the study. */
  newest(): number {
    return this.#newest.get()?.id ?? 0
  }

  #start(action: Action, kind: 'do' | 'undo' | 'redo', subject: number | null, state: 'done' | 'kept'): number {
    const { lastInsertRowid } = this.#open.run(
      action.action,
      action.detail,
      action.coderId,
      action.at,
      kind,
      subject,
      state,
    )
    this.#setCurrent.run(lastInsertRowid)
    return Number(lastInsertRowid)
  }

  *#reverse(transaction: number, action: Action, kind: 'undo' | 'redo', subject: number): Generator<Reversal, void> {
    const what = action.detail || action.action
    const refusal = (cause?: unknown) => new AxialError('later-work-rests-on-it', { action: what }, cause)
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const statements = new Statements(this.#db)
      if (this.#touchedSince.get(transaction) !== undefined) throw refusal()
      if (!(yield* this.#isAsLeft(statements, transaction, what))) throw refusal()
      if (this.#slipping.wouldSlip(transaction)) throw refusal()
      this.#db.pragma('defer_foreign_keys = ON')
      this.#start(action, kind, subject, 'done')
      const changes = this.#changes.all(transaction)
      for (const [index, change] of changes.entries()) {
        reverseChange(statements, change)
        if (index % CHANGES_AT_ONCE === CHANGES_AT_ONCE - 1) yield { done: index + 1, total: changes.length, what }
      }
      this.#setState.run(kind === 'undo' ? 'undone' : 'done', subject)
      this.end()
      this.#db.exec('COMMIT')
    } catch (error) {
      // Foreign keys are checked at the commit: something newer points at a row that would go.
      throw sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT') === true ? refusal(error) : error
    } finally {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
    }
  }

  /**
   * Whether every row the transaction changed is now as it left it. The next change of a row kept the row as it was before
   * that change, which is how this transaction left it; undoing and redoing by others may have led away from there.
   */
  *#isAsLeft(statements: Statements, transaction: number, what: string): Generator<Reversal, boolean> {
    const changes = this.#nextStates.all(transaction)
    for (const [index, { table_name: table, row_id: id, before }] of changes.entries()) {
      const now = statements.row(`SELECT * FROM "${table}" WHERE id = ?`, id)
      if (now === null ? before !== null : before === null || !sameRow(parseRow(before), now)) return false
      if (index % CHANGES_AT_ONCE === CHANGES_AT_ONCE - 1) yield { done: 0, total: changes.length, what }
    }
    return true
  }
}

type Row = Readonly<Record<string, string | number | null>>

function prepareAny(db: Connection, sql: string) {
  return db.prepare<(string | number | null)[], Row>(sql)
}

/** Statements by their text, so that taking back an import prepares each of them once. */
class Statements {
  readonly #db: Connection
  readonly #prepared = new Map<string, ReturnType<typeof prepareAny>>()

  constructor(db: Connection) {
    this.#db = db
  }

  run(sql: string, values: readonly (string | number | null)[]): void {
    this.#prepare(sql).run(...values)
  }

  row(sql: string, id: string): Row | null {
    return this.#prepare(sql).get(id) ?? null
  }

  #prepare(sql: string): ReturnType<typeof prepareAny> {
    const statement = this.#prepared.get(sql) ?? prepareAny(this.#db, sql)
    this.#prepared.set(sql, statement)
    return statement
  }
}

/** Table and column names come from the journal, which only the study's own triggers write. */
function reverseChange(statements: Statements, { table_name: table, row_id: id, operation, before }: Change): void {
  if (operation === 'insert') {
    statements.run(`DELETE FROM "${table}" WHERE id = ?`, [id])
    return
  }
  const row = parseRow(before)
  const columns = Object.keys(row)
  const values = Object.values(row)
  if (operation === 'delete') {
    const names = columns.map((name) => `"${name}"`).join(', ')
    const places = columns.map(() => '?').join(', ')
    statements.run(`INSERT INTO "${table}" (${names}) VALUES (${places})`, values)
  } else {
    const settings = columns.map((name) => `"${name}" = ?`).join(', ')
    statements.run(`UPDATE "${table}" SET ${settings} WHERE id = ?`, [...values, id])
  }
}

function parseRow(json: string | null): Row {
  const value: unknown = JSON.parse(json ?? '{}')
  return value as Row
}

/** A column that a later version of the file added is not in the rows kept before it, and is not compared. */
function sameRow(kept: Row, now: Row): boolean {
  return Object.entries(kept).every(([column, value]) => now[column] === value)
}
