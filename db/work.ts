import {
  WORK_TABLES,
  type PacketRow,
  type PacketValue,
  type Work,
  type WorkTableName,
} from '../domain/packet/packet.ts'
import type { Connection } from './connection.ts'

type Tables = typeof WORK_TABLES
type Statements = ReturnType<typeof statementsOf>

function statementsOf(db: Connection, { name, columns, parent }: Tables[number]) {
  const named = columns.map((column) => `"${column}"`)
  const from =
    parent === null
      ? `"${name}" row WHERE row.coder_id = ? AND row.round_id = ?`
      : `"${name}" row JOIN "${parent.table}" p ON p.id = row."${parent.column}"
         WHERE p.coder_id = ? AND p.round_id = ?`
  return {
    ofPass: db.prepare<[string, string], PacketRow>(
      `SELECT ${columns.map((column) => `row."${column}"`).join(', ')} FROM ${from} ORDER BY row.id`,
    ),
    add: db.prepare<PacketValue[]>(
      `INSERT INTO "${name}" (${named.join(', ')}) VALUES (${named.map(() => '?').join(', ')})`,
    ),
    change: db.prepare<PacketValue[]>(
      `UPDATE "${name}" SET ${named.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    ),
    remove: db.prepare<[string]>(`DELETE FROM "${name}" WHERE id = ?`),
    present: db.prepare<[string], { id: string }>(
      `SELECT id FROM "${name}" WHERE id IN (SELECT value FROM json_each(?))`,
    ),
  }
}

/** One coder's work in a round as rows, whatever table they are in: what packets carry. */
export class WorkRows {
  readonly #tables: ReadonlyMap<WorkTableName, Statements>

  constructor(db: Connection) {
    this.#tables = new Map(WORK_TABLES.map((table) => [table.name, statementsOf(db, table)]))
  }

  ofPass(coderId: string, roundId: string): Work {
    const of = (table: WorkTableName) => this.#of(table).ofPass.all(coderId, roundId)
    return {
      assignment: of('assignment'),
      coding: of('coding'),
      screening: of('screening'),
      screening_instance: of('screening_instance'),
      quote: of('quote'),
      memo: of('memo'),
      memo_code: of('memo_code'),
      code_example: of('code_example'),
    }
  }

  add(table: WorkTableName, row: PacketRow): void {
    this.#of(table).add.run(...valuesOf(table, row))
  }

  change(table: WorkTableName, row: PacketRow): void {
    this.#of(table).change.run(...valuesOf(table, row), row.id)
  }

  remove(table: WorkTableName, id: string): void {
    this.#of(table).remove.run(id)
  }

  /** Those of the ids that rows of the table have, whoever's. */
  present(table: WorkTableName, ids: readonly string[]): readonly string[] {
    return this.#of(table)
      .present.all(JSON.stringify(ids))
      .map(({ id }) => id)
  }

  #of(table: WorkTableName): Statements {
    const statements = this.#tables.get(table)
    if (statements === undefined) throw new Error(`no statements of ${table}`)
    return statements
  }
}

function valuesOf(name: WorkTableName, row: PacketRow): PacketValue[] {
  const table = WORK_TABLES.find((one) => one.name === name)
  return (table?.columns ?? []).map((column) => row[column] ?? null)
}
