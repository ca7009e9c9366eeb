import type { Connection } from './connection.ts'
import {
  CHANGES_AT_ONCE,
  parseRow,
  sameRow,
  TAKE_BACK,
  type Change,
  type Reversal,
  type Statements,
} from './row-reversal.ts'
import { SlippingSpans } from './slipping-spans.ts'

/** An action on which another one rests: the newest that changed, or refers to, a row of it. */
export interface LaterWork {
  readonly transaction: number
}

/** Finds what was built on an action since, so that the action is not taken back from under it. */
export class LaterWorkSearch {
  readonly #db: Connection
  readonly #touchedSince
  readonly #workOfAddedCoder
  readonly #nextStates
  readonly #newestChange
  readonly #keysOf
  readonly #changedIn
  readonly #slipping

  constructor(db: Connection) {
    this.#db = db
    // What took an action back is not built on it, nor on what came before it: whether the rows are again as they were
    // is looked at in the rows themselves.
    // CROSS JOIN keeps the order of the tables: from the few rows the action changed to what was done to them since.
    this.#touchedSince = db.prepare<[number], LaterWork>(
      `SELECT t.id AS "transaction" FROM journal_change mine
       CROSS JOIN journal_change later ON later.row_id = mine.row_id AND later.transaction_id > mine.transaction_id
       CROSS JOIN journal_transaction t ON t.id = later.transaction_id
         AND t.kind = 'do' AND t.state IN ('done', 'kept') AND t.action <> '${TAKE_BACK}'
       WHERE mine.transaction_id = ? ORDER BY t.id DESC LIMIT 1`,
    )
    this.#workOfAddedCoder = db.prepare<[number], LaterWork>(
      `SELECT t.id AS "transaction" FROM journal_change mine
       CROSS JOIN journal_transaction t ON t.coder_id = mine.row_id AND t.kind = 'do' AND t.state IN ('done', 'kept')
       WHERE mine.transaction_id = ? AND mine.table_name = 'coder' AND mine.operation = 'insert'
       ORDER BY t.id DESC LIMIT 1`,
    )
    this.#nextStates = db.prepare<[number], Change>(
      `SELECT table_name, row_id, operation, before FROM journal_change WHERE id IN (
         SELECT min(later.id) FROM journal_change mine
         JOIN journal_change later ON later.row_id = mine.row_id AND later.transaction_id > mine.transaction_id
         WHERE mine.transaction_id = ? GROUP BY mine.row_id)`,
    )
    this.#newestChange = db.prepare<[string], LaterWork>(
      `SELECT CASE WHEN t.kind = 'do' THEN t.id ELSE t.subject_id END AS "transaction" FROM journal_change c
       JOIN journal_transaction t ON t.id = c.transaction_id WHERE c.row_id = ? ORDER BY c.id DESC LIMIT 1`,
    )
    this.#keysOf = db.prepare<[string], { id: number; from: string }>(
      'SELECT id, "from" FROM pragma_foreign_key_list(?)',
    )
    this.#changedIn = db.prepare<[number, string], { found: 1 }>(
      'SELECT 1 AS found FROM journal_change WHERE transaction_id = ? AND row_id = ? LIMIT 1',
    )
    this.#slipping = new SlippingSpans(db)
  }

  /**
   * What keeps the transaction from being taken back; null where nothing does. `work` is null where it is not known whose
   * action it was.
   */
  *on(
    statements: Statements,
    transaction: number,
    what: string,
  ): Generator<Reversal, { readonly work: LaterWork | null } | null> {
    const built = this.#touchedSince.get(transaction) ?? this.#workOfAddedCoder.get(transaction)
    if (built !== undefined) return { work: built }
    const moved = yield* this.#movedOn(statements, transaction, what)
    if (moved !== null) return { work: this.#lastTouching(moved) }
    return this.#slipping.wouldSlip(transaction) ? { work: null } : null
  }

  /**
   * The action that keeps the open transaction from ending: the one behind a row that points at what this transaction took
   * away, or the one that took away what a row it brought back points at.
   */
  referring(current: number): LaterWork | null {
    if (!this.#db.inTransaction) return null
    const [broken] = this.#db.prepare<[], BrokenKey>('PRAGMA foreign_key_check').all()
    if (broken === undefined || broken.rowid === null) return null
    const { table, rowid, fkid } = broken
    const key = this.#keysOf.all(table).find(({ id }) => id === fkid)
    if (key === undefined) return null
    const row = this.#db
      .prepare<[number], { id: string; target: string }>(
        `SELECT id, "${key.from}" AS target FROM "${table}" WHERE rowid = ?`,
      )
      .get(rowid)
    if (row === undefined) return null
    const isBroughtBack = this.#changedIn.get(current, row.id) !== undefined
    return this.#lastTouching(isBroughtBack ? row.target : row.id)
  }

  /**
   * The id of a row that the transaction changed and that is no longer as it left it; null when all are. The next change
   * of a row kept the row as it was before that change, which is how this transaction left it; undoing and redoing by
   * others may have led away from there.
   */
  *#movedOn(statements: Statements, transaction: number, what: string): Generator<Reversal, string | null> {
    const changes = this.#nextStates.all(transaction)
    for (const [index, { table_name: table, row_id: id, before }] of changes.entries()) {
      const now = statements.row(`SELECT * FROM "${table}" WHERE id = ?`, id)
      if (now === null ? before !== null : before === null || !sameRow(parseRow(before), now)) return id
      if (index % CHANGES_AT_ONCE === CHANGES_AT_ONCE - 1) yield { done: 0, total: changes.length, what }
    }
    return null
  }

  #lastTouching(row: string): LaterWork | null {
    return this.#newestChange.get(row) ?? null
  }
}

interface BrokenKey {
  readonly table: string
  readonly rowid: number | null
  readonly fkid: number
}
