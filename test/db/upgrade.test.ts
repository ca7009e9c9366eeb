import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { APPLICATION_ID, connect, type Connection } from '../../db/connection.ts'
import { migrations } from '../../db/migrations.ts'
import { openStudyFile } from '../../db/study-file.ts'
import { scratchFile } from '../fixtures/scratch.ts'

type Value = string | number | null | Buffer
type Row = Readonly<Record<string, Value>>

/** What a column may hold of which a table takes a few words only. */
const WORDS: Readonly<Record<string, Value>> = {
  'coder.kind': 'coder',
  'round.kind': 'independent',
  'round.state': 'blind',
  'instance.slot': 1,
  'screening_instance.slot': 1,
  'quality_issue.phase': 'data-collection',
  'facet.kind': 'symptom',
  'revision.sha256': 'a'.repeat(64),
  'revision.text': 'The labels were wrong.',
  'memo.subject_kind': 'code',
  'memo.start': null,
  'memo.end': null,
  'code.parent_id': null,
  'snapshot.codebook_sha256': 'b'.repeat(64),
  'snapshot.content': '{}',
  'harmonising_decision.kind': 'map',
  'review_decision.verdict': 'take',
  'version_code.retired': 1,
  'packet.kind': 'return',
  'packet.state': 'sealed',
  'packet.digest': 'c'.repeat(64),
  'packet.locked': 0,
  'packet_content.digest': 'c'.repeat(64),
  'packet_content.bytes': Buffer.from('AXIALPKT'),
  ...Object.fromEntries(['i1', 'i2', 'e1', 'e2', 'e3', 'e4', 'e5'].map((name) => [`screening.${name}`, 'yes'])),
}

function tablesOf(db: Connection): readonly string[] {
  return (
    db
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'journal%'
       AND name NOT LIKE 'search%' ORDER BY name`,
      )
      .all()
      .map(({ name }) => name)
      // A correction goes from one text to another, and here there is one.
      .filter((name) => name !== 'correction')
  )
}

/** A row of a table with another value in each column, and with those that it refers to. */
function rowOf(db: Connection, table: string): Row {
  const columns = db.prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
  const references = db.prepare<[string], { from: string; table: string }>(
    'SELECT "from", "table" FROM pragma_foreign_key_list(?)',
  )
  const referred = new Map(references.all(table).map((each) => [each.from, `${each.table}.id`]))
  return Object.fromEntries(
    columns.all(table).map(({ name, type }, at) => {
      const word = WORDS[`${table}.${name}`]
      const value = type === 'TEXT' ? `${table}.${name}` : at + 1
      return [name, word === undefined ? (referred.get(name) ?? value) : word]
    }),
  )
}

/** A study of an earlier version with a row in every table it then had. */
function filledStudy(version: number, passphrase: string | null) {
  const path = scratchFile('study.axial')
  writeFileSync(path, '')
  const db = connect(path, { readonly: false, passphrase })
  db.transaction(() => {
    for (const { sql } of migrations.slice(0, version)) db.exec(sql)
  })()
  db.pragma(`application_id = ${String(APPLICATION_ID)}`)
  db.pragma(`user_version = ${String(version)}`)
  db.pragma('foreign_keys = OFF')
  if (version >= 2) {
    db.exec(
      "INSERT INTO journal_transaction (action, detail, at, kind, state) VALUES ('test', '', '', 'do', 'kept');" +
        'INSERT INTO journal_current VALUES (1)',
    )
  }
  // Counted by its triggers, from the coding.
  for (const table of tablesOf(db).filter((name) => name !== 'coding_count')) {
    const row = rowOf(db, table)
    const names = Object.keys(row).map((name) => `"${name}"`)
    const places = names.map(() => '?').join(', ')
    db.prepare(`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${places})`).run(...Object.values(row))
  }
  if (version >= 2) db.exec('DELETE FROM journal_current')
  const rows = new Map(tablesOf(db).map((table) => [table, db.prepare<[], Row>(`SELECT * FROM "${table}"`).all()]))
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
  return { path, rows }
}

describe('a study that an earlier Axial wrote', () => {
  const versions = migrations.slice(0, -1).map(({ version }) => version)
  it.each([...versions.map((version) => [version, null] as const), [3, 'secret'] as const])(
    'of version %i keeps every row of every table (passphrase: %s), and a backup as it was',
    (version, passphrase) => {
      const { path, rows } = filledStudy(version, passphrase)
      const file = openStudyFile(path, passphrase, '2026-01-01T00-00-00Z')
      for (const [table, before] of rows) {
        const after = file.reader.prepare<[], Row>(`SELECT * FROM "${table}"`).all()
        expect(before, table).toHaveLength(1)
        // Columns may have been added since; none is lost.
        expect(after, table).toMatchObject(before)
        expect(after, table).toHaveLength(1)
      }
      expect(file.reader.pragma('foreign_key_check')).toEqual([])
      file.close()
      const [backup = ''] = readdirSync(`${path}-backups`)
      const copy = connect(join(`${path}-backups`, backup), { readonly: true, passphrase })
      for (const [table, before] of rows) expect(copy.prepare(`SELECT * FROM "${table}"`).all()).toEqual(before)
      copy.close()
    },
  )
})
