import type { Coding } from '../domain/coding.ts'
import { asId, type CodeId, type CodingId, type MismatchId } from '../domain/ids.ts'
import { codingFromRow, CODING_COLUMNS, type CodingRow } from './codings.ts'
import type { Connection } from './connection.ts'

/** An instance of a mismatch as its row says it. */
export interface InstancePlace {
  readonly id: string
  readonly mismatchId: MismatchId
  readonly codeId: CodeId
}

/** An instance that a coder gave to a segment in screening it. */
export interface ScreeningInstance {
  readonly id: string
  readonly screeningId: string
  readonly codeId: CodeId
}

const AMONG = 'IN (SELECT value FROM json_each(?))'

/** Everything that names a code, given another one: where codes become one, or one becomes two. */
export class Recodings {
  readonly #db: Connection
  readonly #codings
  readonly #recode
  readonly #remove
  readonly #exampleOfCoding
  readonly #exampleToCoding
  readonly #memosTo
  readonly #instances
  readonly #recodeInstance
  readonly #removeInstance
  readonly #removeExamples
  readonly #screeningInstances
  readonly #recodeScreeningInstance
  readonly #removeScreeningInstance
  readonly #filedTo
  readonly #unfile
  readonly #succeed
  readonly #successors

  constructor(db: Connection) {
    this.#db = db
    this.#codings = db.prepare<[string], CodingRow>(
      `SELECT ${CODING_COLUMNS} FROM coding WHERE code_id ${AMONG} ORDER BY transcript_id, start, "end" DESC, id`,
    )
    this.#recode = db.prepare<[string, string]>('UPDATE coding SET code_id = ? WHERE id = ?')
    this.#remove = db.prepare<[string]>('DELETE FROM coding WHERE id = ?')
    this.#exampleOfCoding = db.prepare<[string, string]>(
      'UPDATE OR IGNORE code_example SET code_id = ? WHERE coding_id = ?',
    )
    this.#exampleToCoding = db.prepare<[string, string, string]>(
      'UPDATE OR IGNORE code_example SET coding_id = ?, code_id = (SELECT code_id FROM coding WHERE id = ?) WHERE coding_id = ?',
    )
    this.#memosTo = db.prepare<[string, string, string]>(
      'UPDATE memo SET subject_id = ? WHERE subject_kind = ? AND subject_id = ?',
    )
    this.#instances = db.prepare<[string], { id: string; mismatch_id: string; code_id: string }>(
      `SELECT id, mismatch_id, code_id FROM instance WHERE mismatch_id IN
         (SELECT mismatch_id FROM instance WHERE code_id ${AMONG}) ORDER BY mismatch_id, slot`,
    )
    this.#recodeInstance = db.prepare<[string, string]>('UPDATE instance SET code_id = ? WHERE id = ?')
    this.#removeInstance = db.prepare<[string]>('DELETE FROM instance WHERE id = ?')
    this.#screeningInstances = db.prepare<[string], { id: string; screening_id: string; code_id: string }>(
      `SELECT id, screening_id, code_id FROM screening_instance WHERE screening_id IN
         (SELECT screening_id FROM screening_instance WHERE code_id ${AMONG}) ORDER BY screening_id, slot`,
    )
    this.#recodeScreeningInstance = db.prepare<[string, string]>(
      'UPDATE screening_instance SET code_id = ? WHERE id = ?',
    )
    this.#removeScreeningInstance = db.prepare<[string]>('DELETE FROM screening_instance WHERE id = ?')
    this.#filedTo = db.prepare<[string, string]>('UPDATE OR IGNORE memo_code SET code_id = ? WHERE code_id = ?')
    this.#unfile = db.prepare<[string]>('DELETE FROM memo_code WHERE code_id = ?')
    this.#succeed = db.prepare<[string, string]>(
      `INSERT INTO code_successor (id, successor_id) VALUES (?, ?)
       ON CONFLICT (id) DO UPDATE SET successor_id = excluded.successor_id`,
    )
    this.#successors = db.prepare<[], { id: string; successor_id: string }>(
      'SELECT id, successor_id FROM code_successor ORDER BY id',
    )
    this.#removeExamples = db.prepare<[string]>('DELETE FROM code_example WHERE code_id = ?')
  }

  /** Lets rows point at codes that are not there until the action is over. */
  deferChecks(): void {
    this.#db.pragma('defer_foreign_keys = ON')
  }

  /** Every coding with one of these codes, whoever made it, in the order of the transcripts. */
  codingsOf(codes: readonly CodeId[]): readonly Coding[] {
    return this.#codings.all(JSON.stringify(codes)).map(codingFromRow)
  }

  recodeCoding(id: CodingId, codeId: CodeId): void {
    this.#recode.run(codeId, id)
    this.#exampleOfCoding.run(codeId, id)
  }

  /** Removes a coding that says what another one says; what was written about it goes over to the other. */
  removeDoubled(id: CodingId, keptId: CodingId): void {
    this.#memosTo.run(keptId, 'coding', id)
    this.#exampleToCoding.run(keptId, keptId, id)
    this.#remove.run(id)
  }

  /** The instances of every mismatch that names one of these codes, in the order of their slots. */
  instancesBeside(codes: readonly CodeId[]): readonly InstancePlace[] {
    return this.#instances.all(JSON.stringify(codes)).map(({ id, mismatch_id: mismatchId, code_id: codeId }) => ({
      id,
      mismatchId: asId(mismatchId),
      codeId: asId(codeId),
    }))
  }

  recodeInstance(id: string, codeId: CodeId): void {
    this.#recodeInstance.run(codeId, id)
  }

  removeInstance(id: string): void {
    this.#removeInstance.run(id)
  }

  /** The instances of every screening that names one of these codes, whoever made it, in the order of their slots. */
  screeningInstancesBeside(codes: readonly CodeId[]): readonly ScreeningInstance[] {
    return this.#screeningInstances
      .all(JSON.stringify(codes))
      .map(({ id, screening_id: screeningId, code_id: codeId }) => ({ id, screeningId, codeId: asId(codeId) }))
  }

  recodeScreeningInstance(id: string, codeId: CodeId): void {
    this.#recodeScreeningInstance.run(codeId, id)
  }

  removeScreeningInstance(id: string): void {
    this.#removeScreeningInstance.run(id)
  }

  /** What was written about one code, or filed under it, is about the other from now on, or under it. */
  memosOfCode(from: CodeId, to: CodeId): void {
    this.#memosTo.run(to, 'code', from)
    this.#filedTo.run(to, from)
    this.#unfile.run(from)
  }

  /** Keeps where a code went, for work that comes later from another machine. */
  succeed(from: CodeId, to: CodeId): void {
    this.#succeed.run(from, to)
  }

  /** For each code that ever went in a merge the one that it went into. */
  successors(): ReadonlyMap<string, string> {
    return new Map(this.#successors.all().map(({ id, successor_id: to }) => [id, to]))
  }

  /** Examples of a code that its codings no longer carry. */
  removeExamples(code: CodeId): void {
    this.#removeExamples.run(code)
  }
}
