import type { Code } from '../domain/codebook/codebook.ts'
import type { CodebookVersion } from '../domain/codebook/codebook-version.ts'
import { asId, type CodeId, type CoderId, type IdSource, type VersionId } from '../domain/ids.ts'
import type { Connection } from './connection.ts'

interface VersionRow {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly named_at: string
  readonly coder: string | null
}

interface VersionCodeRow {
  readonly code_id: string
  readonly parent_id: string | null
  readonly name: string
  readonly abbreviation: string | null
  readonly definition: string
  readonly inclusion: string
  readonly exclusion: string
  readonly colour: number
  readonly position: number
  readonly taxonomy: string | null
  readonly retired: number
}

function fromRow({ id, named_at: namedAt, ...row }: VersionRow): CodebookVersion {
  return { ...row, id: asId(id), namedAt }
}

function codeFromRow({ code_id: id, parent_id: parentId, retired, ...row }: VersionCodeRow): Code {
  return { ...row, id: asId(id), parentId: parentId === null ? null : asId(parentId), retired: retired === 1 }
}

/** What a version is named by, with whom it is by. */
export interface VersionRecord extends Omit<CodebookVersion, 'coder'> {
  readonly coderId: CoderId | null
}

/** The named versions of a study's codebook, each with every code it holds. */
export class Versions {
  readonly #all
  readonly #codes
  readonly #add
  readonly #addCode
  readonly #rename
  readonly #removeCodes
  readonly #remove
  readonly #merges

  constructor(db: Connection) {
    this.#all = db.prepare<[], VersionRow>(
      `SELECT version.id, version.name, note, named_at, coder.name AS coder
       FROM version LEFT JOIN coder ON coder.id = version.coder_id ORDER BY named_at, version.id`,
    )
    this.#codes = db.prepare<[string], VersionCodeRow>(
      `SELECT code_id, parent_id, name, abbreviation, definition, inclusion, exclusion, colour, position, taxonomy, retired
       FROM version_code WHERE version_id = ? ORDER BY position, name`,
    )
    this.#add = db.prepare<[string, string, string, string, string | null]>(
      'INSERT INTO version (id, name, note, named_at, coder_id) VALUES (?, ?, ?, ?, ?)',
    )
    this.#addCode = db.prepare<
      [
        ...[
          id: string,
          version: string,
          code: string,
          parent: string | null,
          name: string,
          abbreviation: string | null,
        ],
        ...[definition: string, inclusion: string, exclusion: string],
        ...[colour: number, position: number, taxonomy: string | null, retired: number],
      ]
    >(
      `INSERT INTO version_code (id, version_id, code_id, parent_id, name, abbreviation, definition, inclusion, exclusion,
         colour, position, taxonomy, retired)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#rename = db.prepare<[string, string, string]>('UPDATE version SET name = ?, note = ? WHERE id = ?')
    this.#removeCodes = db.prepare<[string]>('DELETE FROM version_code WHERE version_id = ?')
    this.#remove = db.prepare<[string]>('DELETE FROM version WHERE id = ?')
    this.#merges = db.prepare<[], { code: string; detail: string }>(
      `SELECT change.row_id AS code, act.detail FROM journal_transaction act
       JOIN journal_change change ON change.transaction_id = act.id
       WHERE act.action = 'codes.merge' AND act.kind = 'do' AND act.state IN ('done', 'kept')
         AND change.table_name = 'code' AND change.operation = 'delete'`,
    )
  }

  /** Oldest first. */
  all(): readonly CodebookVersion[] {
    return this.#all.all().map(fromRow)
  }

  codesOf(id: VersionId): readonly Code[] {
    return this.#codes.all(id).map(codeFromRow)
  }

  /** Codes that became one with another, with what the action was about: `missing value → missing values`. */
  merges(): ReadonlyMap<CodeId, string> {
    return new Map(this.#merges.all().map(({ code, detail }) => [asId(code), detail]))
  }

  add({ id, name, note, namedAt, coderId }: VersionRecord, codes: readonly Code[], newId: IdSource): void {
    this.#add.run(id, name, note, namedAt, coderId)
    for (const code of codes) {
      this.#addCode.run(
        newId(),
        id,
        code.id,
        code.parentId,
        code.name,
        code.abbreviation,
        code.definition,
        code.inclusion,
        code.exclusion,
        code.colour,
        code.position,
        code.taxonomy,
        code.retired ? 1 : 0,
      )
    }
  }

  rename(id: VersionId, name: string, note: string): void {
    this.#rename.run(name, note, id)
  }

  remove(id: VersionId): void {
    this.#removeCodes.run(id)
    this.#remove.run(id)
  }
}
