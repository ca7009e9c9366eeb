import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { SHARED_TABLES } from '../../db/journal-record.ts'
import { migrate } from '../../db/study-file.ts'

/** Tables that are not journalled, each with why. A table that is in neither place fails a test below. */
const NOT_JOURNALLED: Readonly<Record<string, string>> = {
  revision: 'frozen: never changed and never removed',
  turn: 'frozen with its revision',
  coding_count: 'derived from coding by triggers',
  search_word: 'derived from revisions, and only grows',
  search_speaker: 'derived from revisions, and only grows',
  search_turn: 'derived from revisions, and only grows',
  search_revision: 'derived from revisions, and only grows',
  packet_content: 'frozen: what came in, byte for byte',
  journal_transaction: 'the journal itself',
  journal_change: 'the journal itself',
  journal_current: 'the journal itself',
  journal_touch: 'the journal itself',
}

function newStudy() {
  const db = new Sqlite(':memory:')
  migrate(db, 0)
  return db
}

function tablesOf(db: Sqlite.Database): readonly string[] {
  return db
    .prepare<[], { name: string }>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'")
    .all()
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('sqlite_') && name !== 'search_word_place')
}

interface Column {
  readonly name: string
  readonly type: string
}

function columnsOf(db: Sqlite.Database, table: string): readonly Column[] {
  return db.prepare<[string], Column>('SELECT name, type FROM pragma_table_info(?)').all(table)
}

const BEGIN_ACTION =
  "INSERT INTO journal_transaction (action, detail, at, kind, state) VALUES ('', '', '', 'do', 'done');" +
  'INSERT INTO journal_current SELECT max(id) FROM journal_transaction'

/** Journalled tables whose rows are never changed, with what a change is told; some go by taking their action back alone. */
const FROZEN: Readonly<Record<string, { readonly refusal: string; readonly goesByUndoAlone: boolean }>> = {
  version_code: { refusal: 'a version is frozen', goesByUndoAlone: false },
  snapshot: { refusal: 'a snapshot is frozen', goesByUndoAlone: true },
  harmonising_baseline: { refusal: 'a baseline is frozen', goesByUndoAlone: false },
}

const journalled = tablesOf(newStudy()).filter((name) => !(name in NOT_JOURNALLED))

describe('the journal', () => {
  it('covers every table of a study but those that are named here', () => {
    const db = newStudy()
    expect(tablesOf(db)).toEqual(expect.arrayContaining(Object.keys(NOT_JOURNALLED)))
    const watched = db
      .prepare<[], { name: string }>("SELECT DISTINCT tbl_name AS name FROM sqlite_schema WHERE name LIKE '%_inserted'")
      .all()
      .map(({ name }) => name)
    expect(journalled.toSorted()).toEqual(watched.toSorted())
  })

  it('knows of every table that it covers whose work is in it, or that it is everyone’s', () => {
    const db = newStudy()
    const owned = journalled.filter((table) => {
      const names = columnsOf(db, table).map(({ name }) => name)
      return names.includes('coder_id') && names.includes('round_id')
    })
    // These go with a row that says whose they are, or are hidden from all others while any round is blind.
    const dependent = ['unaligned_turn', 'unaligned_label', 'memo_code', 'screening_instance', 'code_example']
    expect(journalled.toSorted()).toEqual([...owned, ...dependent, ...SHARED_TABLES].toSorted())
  })

  it.each(journalled)('keeps a row of %s whole when it is added, changed and removed', (table) => {
    const db = newStudy()
    db.pragma('foreign_keys = OFF')
    db.pragma('ignore_check_constraints = ON')
    const columns = columnsOf(db, table)
    // Each column another value, so that one kept in another's place is found.
    const row = Object.fromEntries(
      columns.map(({ name, type }, at) => [name, type === 'TEXT' ? `${name} ${String(at)}` : at + 1]),
    )
    const insert = `INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
       VALUES (${columns.map(() => '?').join(', ')})`
    const values = Object.values(row)
    const update = `UPDATE "${table}" SET id = id`
    const remove = `DELETE FROM "${table}"`
    // What is frozen is never changed, so that there is nothing to keep of a change.
    const frozen = FROZEN[table]
    const isFrozen = frozen !== undefined
    if (isFrozen) expect(() => db.prepare(update).run()).not.toThrow()
    for (const [statement, given] of [
      [insert, values],
      ...(isFrozen ? [] : [[update, []] as const]),
      [remove, []],
    ] as const) {
      expect(() => db.prepare(statement).run(...given)).toThrow('no action is going on')
      db.exec(BEGIN_ACTION)
      if (statement === remove && frozen?.goesByUndoAlone === true) {
        expect(() => db.prepare(remove).run()).toThrow(frozen.refusal)
        db.exec("UPDATE journal_transaction SET kind = 'undo' WHERE id = (SELECT transaction_id FROM journal_current)")
      }
      db.prepare(statement).run(...given)
      if (isFrozen && statement === insert) expect(() => db.prepare(update).run()).toThrow(frozen.refusal)
      db.exec('DELETE FROM journal_current')
    }
    const kept = db
      .prepare<[], { operation: string; row_id: string; before: string | null }>(
        'SELECT operation, row_id, before FROM journal_change ORDER BY id',
      )
      .all()
    expect(kept.map(({ operation }) => operation)).toEqual(
      isFrozen ? ['insert', 'delete'] : ['insert', 'update', 'delete'],
    )
    for (const { row_id: id, before } of kept) {
      expect(id).toBe(row['id'])
      if (before !== null) expect(JSON.parse(before)).toEqual(row)
    }
    expect(kept.filter(({ before }) => before === null)).toHaveLength(1)
  })
})
