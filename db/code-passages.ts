import type { Coding } from '../domain/coding.ts'
import { asId, type CodeId, type CoderId, type CodingId, type RoundId, type TranscriptId } from '../domain/ids.ts'
import { codingFromRow, CODING_COLUMNS, IN_PASSES, pairsOf, type CodingRow, type Pass } from './codings.ts'
import type { Connection } from './connection.ts'

/** How often codes were used by one coder in one round of one transcript. */
export interface CodeUse {
  readonly transcriptId: TranscriptId
  readonly coderId: CoderId
  readonly roundId: RoundId
  readonly codings: number
}

/** Where codes were used, and which of their codings are shown as examples. */
export class CodePassages {
  readonly #codings
  readonly #examples
  readonly #isExample
  readonly #mark
  readonly #unmark
  readonly #uses

  constructor(db: Connection) {
    const columns = CODING_COLUMNS.split(', ')
      .map((column) => `coding.${column}`)
      .join(', ')
    this.#codings = db.prepare<[string, string, number], CodingRow>(
      `SELECT ${columns} FROM coding JOIN transcript ON transcript.id = coding.transcript_id
       WHERE code_id = ? AND ${IN_PASSES} ORDER BY transcript.name, start, "end" DESC, coding.id LIMIT ?`,
    )
    this.#examples = db.prepare<[string, string], CodingRow>(
      `SELECT ${columns} FROM code_example JOIN coding ON coding.id = coding_id AND coding.code_id = code_example.code_id
       WHERE code_example.code_id = ? AND ${IN_PASSES} ORDER BY code_example.id`,
    )
    this.#isExample = db.prepare<[string], { found: 1 }>(
      `SELECT 1 AS found FROM code_example JOIN coding ON coding.id = coding_id AND coding.code_id = code_example.code_id
       WHERE coding_id = ?`,
    )
    this.#mark = db.prepare<[string, string, string]>(
      'INSERT INTO code_example (id, code_id, coding_id) VALUES (?, ?, ?)',
    )
    this.#unmark = db.prepare<[string]>('DELETE FROM code_example WHERE coding_id = ?')
    this.#uses = db.prepare<[string], { transcript_id: string; coder_id: string; round_id: string; codings: number }>(
      `SELECT transcript_id, coder_id, round_id, sum(codings) AS codings FROM coding_count
       WHERE code_id IN (SELECT value FROM json_each(?)) GROUP BY transcript_id, coder_id, round_id`,
    )
  }

  /** The first codings with a code in these passes, in the order of the transcripts' names. */
  codingsOf(code: CodeId, passes: readonly Pass[], limit: number): readonly Coding[] {
    return this.#codings.all(code, pairsOf(passes), limit).map(codingFromRow)
  }

  /** Those shown as examples, in the order in which they were marked. */
  examplesOf(code: CodeId, passes: readonly Pass[]): readonly Coding[] {
    return this.#examples.all(code, pairsOf(passes)).map(codingFromRow)
  }

  isExample(coding: CodingId): boolean {
    return this.#isExample.get(coding) !== undefined
  }

  mark(id: string, code: CodeId, coding: CodingId): void {
    this.#mark.run(id, code, coding)
  }

  unmark(coding: CodingId): void {
    this.#unmark.run(coding)
  }

  /** How often one of these codes was used in each pass over each transcript, whoever may see it. */
  usesOf(codes: readonly CodeId[]): readonly CodeUse[] {
    return this.#uses.all(JSON.stringify(codes)).map((row) => ({
      transcriptId: asId(row.transcript_id),
      coderId: asId(row.coder_id),
      roundId: asId(row.round_id),
      codings: row.codings,
    }))
  }
}
