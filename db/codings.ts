import type { Coding } from '../domain/coding.ts'
import {
  asId,
  type AssignmentId,
  type CodeId,
  type CoderId,
  type CodingId,
  type ParticipantId,
  type RoundId,
  type TranscriptId,
} from '../domain/ids.ts'
import { asOffset, type Span } from '../domain/span.ts'
import type { Connection } from './connection.ts'

export interface CodingRow {
  readonly id: string
  readonly transcript_id: string
  readonly start: number
  readonly end: number
  readonly code_id: string
  readonly coder_id: string
  readonly round_id: string
}

/** A turn of a coder's file that could not be matched to the transcript. */
export interface UnalignedTurn {
  readonly number: number
  readonly speaker: string | null
  readonly text: string
  readonly codes: readonly string[]
}

/** All that one coder did in one round. */
export interface Pass {
  readonly coderId: CoderId
  readonly roundId: RoundId
}

/** How often a code was used, in how many transcripts and of how many participants: one with two transcripts counts once. */
export interface CodeCount {
  readonly codeId: CodeId
  readonly codings: number
  readonly transcripts: number
  readonly participants: number
}

/** How often a code was used in one transcript, and whose that is. */
export interface TranscriptCount {
  readonly codeId: CodeId
  readonly codings: number
  readonly transcriptId: TranscriptId
  readonly participantId: ParticipantId | null
}

/** What was noted on a coding. */
export interface CodingMemo {
  readonly codingId: CodingId
  readonly coderId: CoderId | null
  /** The round that was worked in when it was written. */
  readonly roundId: RoundId | null
  readonly body: string
}

interface CodingMemoRow {
  readonly subject_id: string
  readonly coder_id: string | null
  readonly round_id: string | null
  readonly body: string
}

/** Where a coding is, and whose. */
export type CodedPlace = Span & Pass

export const IN_PASSES = '(coder_id, round_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))'

export function pairsOf(passes: readonly Pass[]): string {
  return JSON.stringify(passes.map(({ coderId, roundId }) => [coderId, roundId]))
}

export const CODING_COLUMNS = 'id, transcript_id, start, "end", code_id, coder_id, round_id'

export function codingFromRow(row: CodingRow): Coding {
  return {
    id: asId(row.id),
    transcriptId: asId(row.transcript_id),
    start: asOffset(row.start),
    end: asOffset(row.end),
    codeId: asId(row.code_id),
    coderId: asId(row.coder_id),
    roundId: asId(row.round_id),
  }
}

/** The codings of a study, and what of coders' files could not be matched. */
export class Codings {
  readonly #ofTranscript
  readonly #ofPass
  readonly #spansOfPass
  readonly #byId
  readonly #same
  readonly #add
  readonly #recode
  readonly #moveMemos
  readonly #ofCodes
  readonly #resize
  readonly #remove
  readonly #removeOf
  readonly #places
  readonly #count
  readonly #codeCounts
  readonly #transcriptCounts
  readonly #unaligned
  readonly #addUnaligned
  readonly #addLabel
  readonly #removeLabels
  readonly #removeUnaligned
  readonly #memos

  constructor(db: Connection) {
    this.#ofTranscript = db.prepare<[string], CodingRow>(
      `SELECT ${CODING_COLUMNS} FROM coding WHERE transcript_id = ? ORDER BY start, "end" DESC, id`,
    )
    this.#ofPass = db.prepare<[string, string, string], CodingRow>(
      `SELECT ${CODING_COLUMNS} FROM coding WHERE transcript_id = ? AND round_id = ? AND coder_id = ? ORDER BY start, "end" DESC`,
    )
    this.#spansOfPass = db
      .prepare<[string, string, string], [string, number, number, string]>(
        `SELECT id, start, "end", code_id FROM coding WHERE transcript_id = ? AND round_id = ? AND coder_id = ?
         ORDER BY start, "end" DESC`,
      )
      .raw()
    this.#byId = db.prepare<[string], CodingRow>(`SELECT ${CODING_COLUMNS} FROM coding WHERE id = ?`)
    this.#same = db.prepare<[string, number, number, string, string, string], CodingRow>(
      `SELECT ${CODING_COLUMNS} FROM coding
       WHERE transcript_id = ? AND start = ? AND "end" = ? AND code_id = ? AND coder_id = ? AND round_id = ?`,
    )
    this.#add = db.prepare<[string, string, number, number, string, string, string]>(
      `INSERT INTO coding (${CODING_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#recode = db.prepare<[string, string]>('UPDATE coding SET code_id = ? WHERE id = ?')
    this.#moveMemos = db.prepare<[string, string]>(
      `UPDATE memo SET subject_id = ? WHERE subject_kind = 'coding' AND subject_id = ?`,
    )
    this.#ofCodes = db.prepare<[string], CodingRow>(
      `SELECT ${CODING_COLUMNS} FROM coding WHERE code_id IN (SELECT value FROM json_each(?))
       ORDER BY transcript_id, start, "end" DESC, id`,
    )
    this.#resize = db.prepare<[number, number, string]>('UPDATE coding SET start = ?, "end" = ? WHERE id = ?')
    this.#remove = db.prepare<[string]>('DELETE FROM coding WHERE id = ?')
    this.#removeOf = db.prepare<[string]>('DELETE FROM coding WHERE transcript_id = ?')
    this.#places = db
      .prepare<[string], [number, number, string, string]>(
        'SELECT start, "end", coder_id, round_id FROM coding WHERE transcript_id = ? ORDER BY start',
      )
      .raw()
    this.#count = db.prepare<[string], { n: number }>(
      `SELECT coalesce(sum(codings), 0) AS n FROM coding_count WHERE ${IN_PASSES}`,
    )
    this.#codeCounts = db.prepare<[string], { code_id: string; n: number; transcripts: number; participants: number }>(
      `SELECT code_id, sum(codings) AS n, count(DISTINCT transcript_id) AS transcripts,
         count(DISTINCT participant_id) AS participants
       FROM coding_count JOIN transcript ON transcript.id = transcript_id
       WHERE ${IN_PASSES} GROUP BY code_id`,
    )
    this.#transcriptCounts = db.prepare<
      [string],
      { code_id: string; n: number; transcript_id: string; participant_id: string | null }
    >(
      `SELECT code_id, sum(codings) AS n, transcript_id, participant_id
       FROM coding_count JOIN transcript ON transcript.id = transcript_id
       WHERE ${IN_PASSES} GROUP BY code_id, transcript_id`,
    )
    this.#unaligned = db.prepare<
      [string],
      { number: number; speaker: string | null; text: string; label: string | null; id: string }
    >(
      `SELECT u.id, u.number, u.speaker, u.text, l.label FROM unaligned_turn u
       LEFT JOIN unaligned_label l ON l.unaligned_turn_id = u.id
       WHERE u.assignment_id = ? ORDER BY u.number, l.id`,
    )
    this.#addUnaligned = db.prepare<[string, string, number, string | null, string]>(
      'INSERT INTO unaligned_turn (id, assignment_id, number, speaker, text) VALUES (?, ?, ?, ?, ?)',
    )
    this.#addLabel = db.prepare<[string, string, string]>(
      'INSERT INTO unaligned_label (id, unaligned_turn_id, label) VALUES (?, ?, ?)',
    )
    this.#removeLabels = db.prepare<[string]>(
      `DELETE FROM unaligned_label WHERE unaligned_turn_id IN (SELECT u.id FROM unaligned_turn u
         JOIN assignment a ON a.id = u.assignment_id WHERE a.transcript_id = ?)`,
    )
    this.#memos = db.prepare<[string], CodingMemoRow>(
      `SELECT m.subject_id, m.coder_id, m.round_id, m.body FROM memo m JOIN coding c ON c.id = m.subject_id
       WHERE m.subject_kind = 'coding' AND c.transcript_id = ? ORDER BY m.written_at, m.id`,
    )
    this.#removeUnaligned = db.prepare<[string]>(
      'DELETE FROM unaligned_turn WHERE assignment_id IN (SELECT id FROM assignment WHERE transcript_id = ?)',
    )
  }

  ofTranscript(id: TranscriptId): readonly Coding[] {
    return this.#ofTranscript.all(id).map(codingFromRow)
  }

  ofPass(transcriptId: TranscriptId, roundId: RoundId, coderId: CoderId): readonly Coding[] {
    return this.#ofPass.all(transcriptId, roundId, coderId).map(codingFromRow)
  }

  /** What a coder put where, without what is the same for all of it. */
  spansOfPass(
    transcriptId: TranscriptId,
    roundId: RoundId,
    coderId: CoderId,
  ): readonly Pick<Coding, 'id' | 'start' | 'end' | 'codeId'>[] {
    return this.#spansOfPass.all(transcriptId, roundId, coderId).map(([id, start, end, codeId]) => ({
      id: asId<'coding'>(id),
      start: asOffset(start),
      end: asOffset(end),
      codeId: asId<'code'>(codeId),
    }))
  }

  byId(id: CodingId): Coding | null {
    const row = this.#byId.get(id)
    return row === undefined ? null : codingFromRow(row)
  }

  /** The coding that says the same, whatever its id. */
  same({ transcriptId, start, end, codeId, coderId, roundId }: Omit<Coding, 'id'>): Coding | null {
    const row = this.#same.get(transcriptId, start, end, codeId, coderId, roundId)
    return row === undefined ? null : codingFromRow(row)
  }

  add({ id, transcriptId, start, end, codeId, coderId, roundId }: Coding): void {
    this.#add.run(id, transcriptId, start, end, codeId, coderId, roundId)
  }

  /** The codings with one of these codes, by transcript and place. */
  ofCodes(codes: readonly CodeId[]): readonly Coding[] {
    return this.#ofCodes.all(JSON.stringify(codes)).map(codingFromRow)
  }

  recode(id: CodingId, code: CodeId): void {
    this.#recode.run(code, id)
  }

  /** Removes a coding in favour of one that says the same, which takes over its memos. */
  mergeInto(id: CodingId, standing: CodingId): void {
    this.#moveMemos.run(standing, id)
    this.#remove.run(id)
  }

  /** Puts a coding on other words. */
  resize(id: CodingId, { start, end }: Span): void {
    this.#resize.run(start, end, id)
  }

  remove(id: CodingId): void {
    this.#remove.run(id)
  }

  /** Removes every coding of a transcript, and what was kept of its coders' unmatched turns. */
  removeOf(transcriptId: TranscriptId): void {
    this.#removeOf.run(transcriptId)
    this.#removeLabels.run(transcriptId)
    this.#removeUnaligned.run(transcriptId)
  }

  /** Where a transcript's codings are and whose, in order of their start, without saying of which code. */
  placesIn(transcriptId: TranscriptId): readonly CodedPlace[] {
    return this.#places.all(transcriptId).map(([start, end, coderId, roundId]) => ({
      start: asOffset(start),
      end: asOffset(end),
      coderId: asId<'coder'>(coderId),
      roundId: asId<'round'>(roundId),
    }))
  }

  /** What anyone noted on the codings of a transcript, in the order of writing. */
  memosIn(transcriptId: TranscriptId): readonly CodingMemo[] {
    return this.#memos.all(transcriptId).map((row) => ({
      codingId: asId<'coding'>(row.subject_id),
      coderId: row.coder_id === null ? null : asId<'coder'>(row.coder_id),
      roundId: row.round_id === null ? null : asId<'round'>(row.round_id),
      body: row.body,
    }))
  }

  /** How many codings these passes hold. */
  count(passes: readonly Pass[]): number {
    return this.#count.get(pairsOf(passes))?.n ?? 0
  }

  /** How often each code was used in these passes; a code that was not is left out. */
  codeCounts(passes: readonly Pass[]): readonly CodeCount[] {
    return this.#codeCounts.all(pairsOf(passes)).map((row) => ({
      codeId: asId<'code'>(row.code_id),
      codings: row.n,
      transcripts: row.transcripts,
      participants: row.participants,
    }))
  }

  /** How often each code was used in these passes in each transcript; where it was not, it is left out. */
  transcriptCounts(passes: readonly Pass[]): readonly TranscriptCount[] {
    return this.#transcriptCounts.all(pairsOf(passes)).map((row) => ({
      codeId: asId<'code'>(row.code_id),
      codings: row.n,
      transcriptId: asId<'transcript'>(row.transcript_id),
      participantId: row.participant_id === null ? null : asId<'participant'>(row.participant_id),
    }))
  }

  unaligned(assignment: AssignmentId): readonly UnalignedTurn[] {
    return Map.groupBy(this.#unaligned.all(assignment), (row) => row.id)
      .values()
      .flatMap((rows) => {
        const [first] = rows
        if (first === undefined) return []
        const codes = rows.flatMap((row) => (row.label === null ? [] : [row.label]))
        return [{ number: first.number, speaker: first.speaker, text: first.text, codes }]
      })
      .toArray()
  }

  addUnaligned(assignment: AssignmentId, turn: UnalignedTurn, newId: () => string): void {
    const id = newId()
    this.#addUnaligned.run(id, assignment, turn.number, turn.speaker, turn.text)
    for (const label of turn.codes) this.#addLabel.run(newId(), id, label)
  }
}
