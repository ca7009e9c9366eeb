import type { DecisionReason, Verdict } from '../domain/adjudication/decision.ts'
import type { ItemId } from '../domain/adjudication/adjudication.ts'
import {
  asId,
  type CoderId,
  type CodingId,
  type DecisionId,
  type NoteId,
  type ReviewId,
  type RoundId,
  type TranscriptId,
} from '../domain/ids.ts'
import type { Connection } from './connection.ts'

/** The review of one independent round, into one moderated round, by one moderator. */
export interface Review {
  readonly id: ReviewId
  readonly roundId: RoundId
  readonly moderatedRoundId: RoundId
  readonly moderatorId: CoderId
  /** ISO 8601, UTC. */
  readonly startedAt: string
}

/** What was said about an item, by whom and of which codings. `roundId` is the moderated round. */
interface Said {
  readonly reviewId: ReviewId
  readonly transcriptId: TranscriptId
  readonly item: ItemId
  /** Those that make up the item; none for a segment's. */
  readonly codings: readonly CodingId[]
  readonly coderId: CoderId
  readonly roundId: RoundId
}

/** One version of the decision on an item. */
export interface StoredDecision extends Said {
  readonly id: DecisionId
  readonly verdict: Verdict
  readonly taken: readonly CoderId[]
  readonly reason: DecisionReason
  /** In the words of the time. */
  readonly told: readonly string[]
  /** The consolidated codings that stand for it; some of them may have gone by other ways since. */
  readonly results: readonly CodingId[]
  readonly decidedAt: string
}

export interface StoredNote extends Said {
  readonly id: NoteId
  readonly body: string
  readonly writtenAt: string
}

interface ReviewRow {
  readonly id: string
  readonly round_id: string
  readonly moderated_round_id: string
  readonly moderator_id: string
  readonly started_at: string
}

interface SaidRow {
  readonly id: string
  readonly review_id: string
  readonly transcript_id: string
  readonly item: ItemId
  readonly codings: string
  readonly coder_id: string
  readonly round_id: string
}

interface DecisionRow extends SaidRow {
  readonly verdict: Verdict
  readonly taken: string
  readonly reason_key: DecisionReason['key']
  readonly reason: string
  readonly told: string
  readonly results: string
  readonly decided_at: string
}

interface NoteRow extends SaidRow {
  readonly body: string
  readonly written_at: string
}

/** A JSON array of texts, as only this module writes it. */
function listOf(json: string): readonly string[] {
  const list: unknown = JSON.parse(json)
  return list as readonly string[]
}

/** Each once: two codings may have become one since. */
function codingsIn(json: string): readonly CodingId[] {
  return [...new Set(listOf(json).map((id) => asId<'coding'>(id)))]
}

function reviewFromRow(row: ReviewRow): Review {
  return {
    id: asId(row.id),
    roundId: asId(row.round_id),
    moderatedRoundId: asId(row.moderated_round_id),
    moderatorId: asId(row.moderator_id),
    startedAt: row.started_at,
  }
}

function saidFromRow(row: SaidRow): Said {
  return {
    reviewId: asId(row.review_id),
    transcriptId: asId(row.transcript_id),
    item: row.item,
    codings: codingsIn(row.codings),
    coderId: asId(row.coder_id),
    roundId: asId(row.round_id),
  }
}

function decisionFromRow(row: DecisionRow): StoredDecision {
  return {
    ...saidFromRow(row),
    id: asId(row.id),
    verdict: row.verdict,
    taken: listOf(row.taken).map((id) => asId<'coder'>(id)),
    reason: { key: row.reason_key, words: row.reason },
    told: listOf(row.told),
    results: codingsIn(row.results),
    decidedAt: row.decided_at,
  }
}

function noteFromRow(row: NoteRow): StoredNote {
  return { ...saidFromRow(row), id: asId(row.id), body: row.body, writtenAt: row.written_at }
}

const SAID = 'id, review_id, transcript_id, item, codings, coder_id, round_id'

/** The reviews of rounds, their decisions and what was noted on their items. */
export class Reviews {
  readonly #all
  readonly #add
  readonly #decisions
  readonly #decisionsOn
  readonly #decide
  readonly #notes
  readonly #note
  readonly #addNote
  readonly #removeNote
  readonly #reasons
  readonly #redirectDecisions
  readonly #redirectNotes

  constructor(db: Connection) {
    this.#all = db.prepare<[], ReviewRow>(
      'SELECT id, round_id, moderated_round_id, moderator_id, started_at FROM review ORDER BY started_at, id',
    )
    this.#add = db.prepare<[string, string, string, string, string]>(
      'INSERT INTO review (id, round_id, moderated_round_id, moderator_id, started_at) VALUES (?, ?, ?, ?, ?)',
    )
    const decision = `SELECT ${SAID}, verdict, taken, reason_key, reason, told, results, decided_at FROM review_decision`
    this.#decisions = db.prepare<[string], DecisionRow>(`${decision} WHERE review_id = ? ORDER BY decided_at, id`)
    this.#decisionsOn = db.prepare<[string, string], DecisionRow>(
      `${decision} WHERE review_id = ? AND item = ? ORDER BY decided_at, id`,
    )
    this.#decide = db.prepare<string[]>(
      `INSERT INTO review_decision
         (${SAID}, verdict, taken, reason_key, reason, told, results, decided_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?)`,
    )
    const note = `SELECT ${SAID}, body, written_at FROM review_note`
    this.#notes = db.prepare<[string], NoteRow>(`${note} WHERE review_id = ? ORDER BY written_at, id`)
    this.#note = db.prepare<[string], NoteRow>(`${note} WHERE id = ?`)
    this.#addNote = db.prepare<string[]>(
      `INSERT INTO review_note (${SAID}, body, written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#removeNote = db.prepare<[string]>('DELETE FROM review_note WHERE id = ?')
    this.#redirectDecisions = db.prepare<{ from: string; to: string }>(
      `UPDATE review_decision SET codings = replace(codings, $from, $to), results = replace(results, $from, $to)
       WHERE instr(codings, $from) > 0 OR instr(results, $from) > 0`,
    )
    this.#redirectNotes = db.prepare<{ from: string; to: string }>(
      'UPDATE review_note SET codings = replace(codings, $from, $to) WHERE instr(codings, $from) > 0',
    )
    this.#reasons = db.prepare<[], { reason_key: DecisionReason['key']; reason: string; n: number }>(
      `SELECT reason_key, reason, count(*) AS n FROM review_decision
       WHERE verdict <> 'identical' GROUP BY reason_key, reason ORDER BY n DESC, max(decided_at) DESC, reason`,
    )
  }

  all(): readonly Review[] {
    return this.#all.all().map(reviewFromRow)
  }

  ofRound(id: RoundId): Review | null {
    return this.all().find(({ roundId }) => roundId === id) ?? null
  }

  add({ id, roundId, moderatedRoundId, moderatorId, startedAt }: Review): void {
    this.#add.run(id, roundId, moderatedRoundId, moderatorId, startedAt)
  }

  /** Every version of every decision, the oldest first. */
  decisions(review: ReviewId): readonly StoredDecision[] {
    return this.#decisions.all(review).map(decisionFromRow)
  }

  decisionsOn(review: ReviewId, item: ItemId): readonly StoredDecision[] {
    return this.#decisionsOn.all(review, item).map(decisionFromRow)
  }

  addDecision(decision: StoredDecision): void {
    const { verdict, taken, reason, told, results, decidedAt } = decision
    this.#decide.run(
      ...saidOf(decision),
      verdict,
      JSON.stringify(taken),
      reason.key ?? '',
      reason.words,
      JSON.stringify(told),
      JSON.stringify(results),
      decidedAt,
    )
  }

  /** In the order of writing. */
  notes(review: ReviewId): readonly StoredNote[] {
    return this.#notes.all(review).map(noteFromRow)
  }

  note(id: NoteId): StoredNote | null {
    const row = this.#note.get(id)
    return row === undefined ? null : noteFromRow(row)
  }

  addNote(note: StoredNote): void {
    this.#addNote.run(...saidOf(note), note.body, note.writtenAt)
  }

  removeNote(id: NoteId): void {
    this.#removeNote.run(id)
  }

  /** Lets what was decided and noted about a coding be about the one that it became one with. */
  redirect(from: CodingId, to: CodingId): void {
    this.#redirectDecisions.run({ from, to })
    this.#redirectNotes.run({ from, to })
  }

  /** Why things were decided, the most frequent reason first. */
  reasons(): readonly (DecisionReason & { readonly uses: number })[] {
    return this.#reasons.all().map(({ reason_key: key, reason: words, n: uses }) => ({ key, words, uses }))
  }
}

function saidOf(said: Said & { readonly id: string }): readonly string[] {
  const { id, reviewId, transcriptId, item, codings, coderId, roundId } = said
  return [id, reviewId, transcriptId, item, JSON.stringify(codings), coderId, roundId]
}
