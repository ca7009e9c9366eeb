import type { Code } from '../domain/codebook.ts'
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
}

function fromRow({ id, parent_id: parentId, ...row }: CodeRow): Code {
  return { ...row, id: asId(id), parentId: parentId === null ? null : asId(parentId) }
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
  readonly #remove
  readonly #uses

  constructor(db: Connection) {
    this.#all = db.prepare<[], CodeRow>(
      `SELECT id, parent_id, name, abbreviation, definition, inclusion, exclusion, colour, position, taxonomy
       FROM code ORDER BY position, name`,
    )
    this.#add = db.prepare<
      [string, string | null, string, string | null, string, string, string, number, number, string | null]
    >(
      `INSERT INTO code (id, parent_id, name, abbreviation, definition, inclusion, exclusion, colour, position, taxonomy)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#change = db.prepare<[string, string, string, string, number, string]>(
      'UPDATE code SET name = ?, definition = ?, inclusion = ?, exclusion = ?, colour = ? WHERE id = ?',
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

  change({ id, name, definition, inclusion, exclusion, colour }: Code): void {
    this.#change.run(name, definition, inclusion, exclusion, colour, id)
  }

  remove(id: CodeId): void {
    this.#remove.run(id)
  }

  /** What rests on the code, whoever made it. */
  uses(id: CodeId): CodeUses {
    return this.#uses.get(id, id, id) ?? { codings: 0, others: 0 }
  }
}
