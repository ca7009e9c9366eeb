import type { Connection } from './connection.ts'

/** Work of a coder in a round that an action touched; a memo may be of no coder or of no round. */
export interface Touch {
  readonly table: string
  readonly coderId: string | null
  readonly roundId: string | null
}

/**
 * Notes at an action's end which tables it touched, and whose work in which round: of every table that has both a coder
 * and a round. Without it each look into the history would have to go through every row that every action changed.
 */
export class Touches {
  readonly #noteShared
  readonly #noteWork
  readonly #of

  constructor(db: Connection) {
    const tables = db
      .prepare<[], { name: string }>(
        `SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND m.name NOT LIKE 'journal%' AND c.name IN ('id', 'coder_id', 'round_id')
         GROUP BY m.name HAVING count(*) = 3 ORDER BY m.name`,
      )
      .all()
      .map(({ name }) => name)
    const names = tables.map((name) => `'${name}'`).join(', ')
    this.#noteShared = db.prepare<[number]>(
      `INSERT INTO journal_touch (transaction_id, table_name)
       SELECT DISTINCT transaction_id, table_name FROM journal_change
       WHERE transaction_id = ? AND table_name NOT IN (${names})`,
    )
    this.#noteWork = tables.map((table) =>
      db.prepare<{ transaction: number }>(
        `INSERT INTO journal_touch (transaction_id, table_name, coder_id, round_id)
         SELECT $transaction, '${table}', before ->> 'coder_id', before ->> 'round_id' FROM journal_change
         WHERE transaction_id = $transaction AND table_name = '${table}' AND before IS NOT NULL
         UNION
         SELECT $transaction, '${table}', row.coder_id, row.round_id FROM journal_change c
         JOIN "${table}" row ON row.id = c.row_id
         WHERE c.transaction_id = $transaction AND c.table_name = '${table}'`,
      ),
    )
    this.#of = db.prepare<[number], Touch>(
      `SELECT table_name AS "table", coder_id AS coderId, round_id AS roundId FROM journal_touch
       WHERE transaction_id = ?`,
    )
  }

  /** Before the action's transaction is committed. */
  note(transaction: number): void {
    this.#noteShared.run(transaction)
    for (const statement of this.#noteWork) statement.run({ transaction })
  }

  of(transaction: number): readonly Touch[] {
    return this.#of.all(transaction)
  }
}
