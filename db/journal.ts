import { AxialError } from '../domain/errors.ts'
import type { CoderId } from '../domain/ids.ts'
import { sqliteCode, type Connection } from './connection.ts'
import { Touches } from './journal-touches.ts'
import { LaterWorkSearch, type LaterWork } from './later-work.ts'
import { CHANGES_AT_ONCE, reverseChange, Statements, TAKE_BACK, type Change, type Reversal } from './row-reversal.ts'

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

export interface Step {
  readonly id: number
  readonly action: string
  readonly detail: string
  /** For the taking back of an earlier action: that action's name. */
  readonly of: string | null
}

/** The journal of a study: opening and closing actions, taking them back, doing them again. */
export class Journal {
  readonly #db: Connection
  readonly #touches: Touches
  readonly #open
  readonly #setCurrent
  readonly #clearCurrent
  readonly #describe
  readonly #leaveUndone
  readonly #nextUndo
  readonly #nextRedo
  readonly #action
  readonly #changes
  readonly #setState
  readonly #lastUndoOf
  readonly #newest
  readonly #openedSince
  readonly #laterWork
  #current = 0

  constructor(db: Connection) {
    this.#db = db
    this.#touches = new Touches(db)
    this.#laterWork = new LaterWorkSearch(db)
    this.#open = db.prepare<[string, string, string | null, string, string, number | null, string]>(
      'INSERT INTO journal_transaction (action, detail, coder_id, at, kind, subject_id, state) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    this.#setCurrent = db.prepare<[number | bigint]>('INSERT INTO journal_current (transaction_id) VALUES (?)')
    this.#clearCurrent = db.prepare('DELETE FROM journal_current')
    this.#describe = db.prepare<[string, number]>('UPDATE journal_transaction SET detail = ? WHERE id = ?')
    this.#leaveUndone = db.prepare<[string | null]>(
      "UPDATE journal_transaction SET state = 'left' WHERE kind = 'do' AND state = 'undone' AND coder_id IS ?",
    )
    const step = `SELECT t.id, t.action, t.detail, CASE WHEN t.action = '${TAKE_BACK}' THEN taken.action END AS "of"
       FROM journal_transaction t LEFT JOIN journal_transaction taken ON taken.id = t.subject_id`
    this.#nextUndo = db.prepare<[string | null], Step>(
      `${step} WHERE t.kind = 'do' AND t.state = 'done' AND t.coder_id IS ? ORDER BY t.id DESC LIMIT 1`,
    )
    this.#nextRedo = db.prepare<[string | null], Step>(
      `${step} WHERE t.kind = 'do' AND t.state = 'undone' AND t.coder_id IS ? ORDER BY t.id LIMIT 1`,
    )
    this.#action = db.prepare<[number], ActionRow>(
      `SELECT id, action, detail, coder_id AS coderId, kind, subject_id AS subjectId, state
       FROM journal_transaction WHERE id = ?`,
    )
    this.#changes = db.prepare<[number], Change>(
      'SELECT table_name, row_id, operation, before FROM journal_change WHERE transaction_id = ? ORDER BY id DESC',
    )
    this.#setState = db.prepare<[string, number]>('UPDATE journal_transaction SET state = ? WHERE id = ?')
    this.#lastUndoOf = db.prepare<[number], { id: number }>(
      "SELECT id FROM journal_transaction WHERE kind = 'undo' AND subject_id = ? ORDER BY id DESC LIMIT 1",
    )
    this.#newest = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM journal_transaction')
    this.#openedSince = db.prepare<[number], { id: string }>(
      `SELECT DISTINCT x.round_id AS id FROM journal_touch x
       CROSS JOIN journal_change c ON c.row_id = x.round_id AND c.table_name = 'round' AND c.operation = 'update'
         AND c.transaction_id > x.transaction_id AND c.before ->> 'state' = 'blind'
       WHERE x.transaction_id = ? AND x.table_name <> 'memo'`,
    )
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
    this.#touches.note(this.#current)
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

  /** The transaction whose changes a redo of this action reverses; null where it was never undone. */
  undoOf(id: number): number | null {
    return this.#lastUndoOf.get(id)?.id ?? null
  }

  /**
   * Rounds that were blind when the transaction touched work in them (memos apart) and were opened after it.
   * @returns their ids
   */
  openedSince(transaction: number): readonly string[] {
    return this.#openedSince.all(transaction).map(({ id }) => id)
  }

  /**
   * Takes back the coder's last action, in a database transaction of its own that is committed when the generator ends.
   * It stops between changes to say how many it has taken back; given up there, nothing is changed.
   * @throws AxialError nothing-to-undo, or later-work-rests-on-it (its parameter `later` is the later action's number,
   * where that is known) when someone has built on the action since
   */
  *undo(coderId: CoderId | null, at: string): Generator<Reversal, void> {
    const step = this.nextUndo(coderId)
    if (step === null) throw new AxialError('nothing-to-undo')
    const { id, action, detail } = step
    yield* this.#reverse(id, { action, detail, coderId, at }, 'undo', id)
  }

  /** Does again the action that the coder took back last, likewise. */
  *redo(coderId: CoderId | null, at: string): Generator<Reversal, void> {
    const step = this.nextRedo(coderId)
    const undo = step === null ? null : this.undoOf(step.id)
    if (step === null || undo === null) throw new AxialError('nothing-to-redo')
    const { id, action, detail } = step
    yield* this.#reverse(undo, { action, detail, coderId, at }, 'redo', id)
  }

  /**
   * Takes back one earlier action of the coder's, whatever they did since. That is an action of its own, which can be
   * undone and redone in its turn; undone, the earlier action stands again.
   * @throws AxialError not-found, action-not-own, action-final, action-taken-back, or later-work-rests-on-it as `undo`
   */
  *takeBack(id: number, coderId: CoderId, at: string): Generator<Reversal, void> {
    const earlier = this.#action.get(id)
    if (earlier === undefined || earlier.kind !== 'do') throw new AxialError('not-found', { what: 'action', name: id })
    if (earlier.coderId !== coderId) throw new AxialError('action-not-own')
    if (earlier.state === 'kept') throw new AxialError('action-final')
    if (earlier.state !== 'done') throw new AxialError('action-taken-back')
    yield* this.#reverse(id, { action: TAKE_BACK, detail: earlier.detail, coderId, at }, 'do', id)
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
    this.#current = Number(lastInsertRowid)
    return this.#current
  }

  *#reverse(
    transaction: number,
    action: Action,
    kind: 'do' | 'undo' | 'redo',
    subject: number,
  ): Generator<Reversal, void> {
    const what = action.detail || action.action
    const refusal = (later: LaterWork | null, cause?: unknown) =>
      new AxialError('later-work-rests-on-it', { action: what, ...(later && { later: later.transaction }) }, cause)
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const statements = new Statements(this.#db)
      const found = yield* this.#laterWork.on(statements, transaction, what)
      if (found !== null) throw refusal(found.work)
      this.#db.pragma('defer_foreign_keys = ON')
      if (kind === 'do') this.#leaveUndone.run(action.coderId)
      this.#start(action, kind, subject, 'done')
      const changes = this.#changes.all(transaction)
      for (const [index, change] of changes.entries()) {
        reverseChange(statements, change)
        if (index % CHANGES_AT_ONCE === CHANGES_AT_ONCE - 1) yield { done: index + 1, total: changes.length, what }
      }
      this.#let(subject, kind === 'undo' ? 'undone' : kind === 'redo' ? 'done' : 'left')
      this.end()
      this.#db.exec('COMMIT')
    } catch (error) {
      if (sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT') !== true) throw error
      // Foreign keys are checked at the commit: something newer points at a row that would go.
      throw refusal(this.#laterWork.referring(this.#current), error)
    } finally {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
    }
  }

  /**
   * Says how it now stands with an action. Where that action had taken back an earlier one, the earlier one stands again
   * when it does not, and does not when it does.
   */
  #let(id: number, state: 'done' | 'undone' | 'left'): void {
    this.#setState.run(state, id)
    const action = this.#action.get(id)
    if (action?.action === TAKE_BACK && action.subjectId !== null) {
      this.#let(action.subjectId, state === 'done' ? 'left' : 'done')
    }
  }
}

interface ActionRow {
  readonly id: number
  readonly action: string
  readonly detail: string
  readonly coderId: string | null
  readonly kind: 'do' | 'undo' | 'redo'
  readonly subjectId: number | null
  readonly state: 'done' | 'kept' | 'undone' | 'left'
}
