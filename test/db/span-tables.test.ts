import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { SPAN_TABLES } from '../../db/span-tables.ts'
import { migrate } from '../../db/study-file.ts'

/** The one table whose offsets need no moving: turns belong to a revision, and both are frozen. */
const FROZEN = ['turn.end']

describe('the list of tables with spans', () => {
  it('names every column of the study that says where a span ends', () => {
    const db = new Sqlite(':memory:')
    migrate(db, 0)
    const columns = db
      .prepare<[], { name: string }>(
        `SELECT t.name || '.' || c.name AS name FROM sqlite_schema t, pragma_table_info(t.name) c
         WHERE t.type = 'table' AND (c.name = 'end' OR c.name LIKE '%\\_end' ESCAPE '\\')`,
      )
      .all()
      .map(({ name }) => name)
    db.close()
    const listed = SPAN_TABLES.map(({ table, end }) => `${table}.${end}`)
    expect(columns.filter((name) => !FROZEN.includes(name)).toSorted()).toEqual(listed.toSorted())
  })
})
