import type { Connection } from './connection.ts'

/** The action that takes back an earlier one, which its transaction names as its subject. */
export const TAKE_BACK = 'history.takeBack'

/** How many changes were taken back of how many, and what they were about. */
export interface Reversal {
  readonly done: number
  readonly total: number
  readonly what: string
}

/** How many changes are taken back between two stops: a few milliseconds of work. */
export const CHANGES_AT_ONCE = 100

/** One row's change as the journal recorded it; `before` is the row as JSON, null where there was none. */
export interface Change {
  readonly table_name: string
  readonly row_id: string
  readonly operation: 'insert' | 'update' | 'delete'
  readonly before: string | null
}

type Row = Readonly<Record<string, string | number | null>>

function prepareAny(db: Connection, sql: string) {
  return db.prepare<(string | number | null)[], Row>(sql)
}

/** Statements by their text, so that taking back an import prepares each of them once. */
export class Statements {
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

/** Puts a row back as it was before a change. Table and column names come from the journal, which only the study's own triggers write. */
export function reverseChange(
  statements: Statements,
  { table_name: table, row_id: id, operation, before }: Change,
): void {
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

/** A row as the journal keeps it. */
export function parseRow(json: string | null): Row {
  const value: unknown = JSON.parse(json ?? '{}')
  return value as Row
}

/** Whether a row is as it was kept. A column that a later version of the file added is not in the rows kept before it, and is not compared. */
export function sameRow(kept: Row, now: Row): boolean {
  return Object.entries(kept).every(([column, value]) => now[column] === value)
}
