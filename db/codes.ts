import type { CodePlace } from '../domain/codebook/code-move.ts'
import type { Code } from '../domain/codebook/codebook.ts'
import { asId, type CodeId } from '../domain/ids.ts'
import type { Connection } from './connection.ts'

interface CodeRow {
  readonly id: string
  readonly parent_id: string | null
  readonly name: string
  readonly abbreviation: string | null
  readonly definition: string
  readonly inclusion: string
  readonly exclusion: string
  readonly colour: number
  readonly position: number
  readonly taxonomy: string | null
  readonly retired_at: string | null
}

function fromRow({ id, parent_id: parentId, retired_at: retiredAt, ...row }: CodeRow): Code {
  return { ...row, id: asId(id), parentId: parentId === null ? null : asId(parentId), retired: retiredAt !== null }
}

/** How many codings rest on a code, and how many instances and sub-codes together. */
export interface CodeUses {
  readonly codings: number
  readonly others: number
}

/** The codes of a study, of every level. */
export class Codes {
  readonly #all
  readonly #add
  readonly #change
  readonly #place
  readonly #retire
  readonly #retiredAt
  readonly #remove
  readonly #uses

  constructor(db: Connection) {
    this.#all = db.prepare<[], CodeRow>(
      `SELECT id, parent_id, name, abbreviation, definition, inclusion, exclusion, colour, position, taxonomy,
         retired_at
       FROM code ORDER BY position, name`,
    )
    this.#add = db.prepare<
      [string, string | null, string, string | null, string, string, string, number, number, string | null]
    >(
      `INSERT INTO code (id, parent_id, name, abbreviation, definition, inclusion, exclusion, colour, position, taxonomy)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#change = db.prepare<[string, string | null, string, string, string, number, string]>(
      `UPDATE code SET name = ?, abbreviation = ?, definition = ?, inclusion = ?, exclusion = ?, colour = ? WHERE id = ?`,
    )
    this.#place = db.prepare<[string | null, number, string]>(
      'UPDATE code SET parent_id = ?, position = ? WHERE id = ?',
    )
    this.#retire = db.prepare<[string | null, string]>('UPDATE code SET retired_at = ? WHERE id = ?')
    this.#retiredAt = db.prepare<[], { id: string; at: string }>(
      'SELECT id, retired_at AS at FROM code WHERE retired_at IS NOT NULL',
    )
    this.#remove = db.prepare<[string]>('DELETE FROM code WHERE id = ?')
    this.#uses = db.prepare<[string, string, string], CodeUses>(
      `SELECT (SELECT count(*) FROM coding WHERE code_id = ?) AS codings,
         (SELECT count(*) FROM instance WHERE code_id = ?) + (SELECT count(*) FROM code WHERE parent_id = ?) AS others`,
    )
  }

  all(): readonly Code[] {
    return this.#all.all().map(fromRow)
  }

  add(code: Code): void {
    this.#add.run(
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
    )
  }

  change({ id, name, abbreviation, definition, inclusion, exclusion, colour }: Code): void {
    this.#change.run(name, abbreviation, definition, inclusion, exclusion, colour, id)
  }

  place({ id, parentId, position }: CodePlace): void {
    this.#place.run(parentId, position, id)
  }

  /** Retires a code, or with null brings it back. */
  retire(id: CodeId, at: string | null): void {
    this.#retire.run(at, id)
  }

  /** When each retired code was retired: those of one action at the same time. */
  retiredAt(): ReadonlyMap<CodeId, string> {
    return new Map(this.#retiredAt.all().map(({ id, at }) => [asId<'code'>(id), at]))
  }

  remove(id: CodeId): void {
    this.#remove.run(id)
  }

  /** What rests on the code, whoever made it. */
  uses(id: CodeId): CodeUses {
    return this.#uses.get(id, id, id) ?? { codings: 0, others: 0 }
  }
}
