import type { DecisionKind, HarmonisingDecision } from '../domain/harmonising/decision.ts'
import { asId, type CodeId, type RoundId } from '../domain/ids.ts'
import type { Connection } from './connection.ts'

interface DecisionRow {
  readonly id: string
  readonly round_id: string
  readonly kind: DecisionKind
  readonly code_id: string
  readonly other_code_id: string
  readonly name: string
  readonly other_name: string
  readonly decided_by: string | null
  readonly decided_at: string
}

function fromRow(row: DecisionRow): HarmonisingDecision {
  return {
    id: row.id,
    roundId: asId(row.round_id),
    kind: row.kind,
    codeId: asId(row.code_id),
    otherId: asId(row.other_code_id),
    name: row.name,
    otherName: row.other_name,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  }
}

/** The agreement of a round as it was before its codes were harmonised; `figures` as they were written. */
export interface Baseline {
  readonly takenAt: string
  readonly figures: string
}

/** What was decided about the names that coders gave, and the figures from before. */
export class Harmonising {
  readonly #ofRound
  readonly #add
  readonly #remove
  readonly #removePair
  readonly #codeTo
  readonly #otherTo
  readonly #removeWith
  readonly #baseline
  readonly #addBaseline

  constructor(db: Connection) {
    const columns = 'id, round_id, kind, code_id, other_code_id, name, other_name, decided_by, decided_at'
    this.#ofRound = db.prepare<[string], DecisionRow>(
      `SELECT ${columns} FROM harmonising_decision WHERE round_id = ? ORDER BY decided_at, id`,
    )
    this.#add = db.prepare<[string, string, string, string, string, string, string, string | null, string]>(
      `INSERT INTO harmonising_decision (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#remove = db.prepare<[string]>('DELETE FROM harmonising_decision WHERE id = ?')
    this.#removePair = db.prepare<{ round: string; code: string; other: string }>(
      `DELETE FROM harmonising_decision WHERE round_id = $round
         AND ((code_id = $code AND other_code_id = $other) OR (code_id = $other AND other_code_id = $code))`,
    )
    this.#codeTo = db.prepare<{ from: string; to: string }>(
      'UPDATE OR IGNORE harmonising_decision SET code_id = $to WHERE code_id = $from AND other_code_id <> $to',
    )
    this.#otherTo = db.prepare<{ from: string; to: string }>(
      `UPDATE OR IGNORE harmonising_decision SET other_code_id = $to
       WHERE other_code_id = $from AND code_id <> $to AND kind <> 'merge'`,
    )
    this.#removeWith = db.prepare<{ from: string }>(
      `DELETE FROM harmonising_decision WHERE (code_id = $from OR other_code_id = $from) AND kind <> 'merge'`,
    )
    this.#baseline = db.prepare<[string], { taken_at: string; figures: string }>(
      'SELECT taken_at, figures FROM harmonising_baseline WHERE round_id = ?',
    )
    this.#addBaseline = db.prepare<[string, string, string, string]>(
      'INSERT INTO harmonising_baseline (id, round_id, taken_at, figures) VALUES (?, ?, ?, ?)',
    )
  }

  /** The decisions of a round, in the order in which they were taken. */
  ofRound(id: RoundId): readonly HarmonisingDecision[] {
    return this.#ofRound.all(id).map(fromRow)
  }

  /** Adds a decision in place of an earlier one about the same two codes. */
  decide(decision: HarmonisingDecision): void {
    const { id, roundId, kind, codeId, otherId, name, otherName, decidedBy, decidedAt } = decision
    this.#removePair.run({ round: roundId, code: codeId, other: otherId })
    this.#add.run(id, roundId, kind, codeId, otherId, name, otherName, decidedBy, decidedAt)
  }

  remove(id: string): void {
    this.#remove.run(id)
  }

  /**
   * What was decided about a code that goes is decided about the one that takes its place, in every round. Where that one
   * has a decision with the same other code, its own stands; a decision about the two themselves goes.
   */
  recode(from: CodeId, to: CodeId): void {
    this.#codeTo.run({ from, to })
    this.#otherTo.run({ from, to })
    this.#removeWith.run({ from })
  }

  baseline(round: RoundId): Baseline | null {
    const row = this.#baseline.get(round)
    return row === undefined ? null : { takenAt: row.taken_at, figures: row.figures }
  }

  addBaseline(id: string, round: RoundId, { takenAt, figures }: Baseline): void {
    this.#addBaseline.run(id, round, takenAt, figures)
  }
}
