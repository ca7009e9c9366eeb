import type { Code } from '../codebook/codebook.ts'
import type { CoderId, RoundId, SnapshotId } from '../ids.ts'
import type { TwoByTwo } from './figures.ts'
import type { Subject } from './subject.ts'

/**
 * The agreement of a round as it stood when its moderation began. It holds names and figures, no ids of what was
 * compared: whatever is renamed, merged or removed later, a snapshot says what was measured.
 */
export interface Snapshot {
  readonly id: SnapshotId
  readonly roundId: RoundId
  /** What was counted: turn, sentence, character … */
  readonly unit: string
  /** Of the unit `overlap`: the least share, 0 to 1; null otherwise. */
  readonly share: number | null
  /** Of the bootstrap. */
  readonly seed: number
  readonly resamples: number
  /** SHA-256 of `codebookState` at that time. */
  readonly codebookSha256: string
  /** The newest named version that was equal to the codebook; null where none was. */
  readonly codebookVersion: string | null
  /** ISO 8601, UTC. */
  readonly takenAt: string
  /** Null from the command line. */
  readonly takenBy: CoderId | null
  readonly comparisons: readonly FrozenComparison[]
}

/** Coders compared over the units of one transcript, or of all that they went through in the round. */
export interface FrozenComparison {
  readonly subject: Subject
  /** Null: over all transcripts of the round. */
  readonly transcript: string | null
  /** Two, or all of them together. */
  readonly coders: readonly string[]
  readonly units: number
  readonly codes: number
  /** Share of units, 0 to 1, that no coder coded. */
  readonly uncodedShare: number | null
  readonly figures: readonly FrozenFigure[]
  /** Of two coders; empty of more. */
  readonly perCode: readonly FrozenCode[]
  /** Of more; empty of two, and in snapshots of before it was kept. */
  readonly perGroupCode: readonly FrozenGroupCode[]
  readonly leftOut: readonly FrozenOmission[]
}

export interface FrozenFigure {
  readonly name: string
  readonly value: number | null
  /** Why the value is null. */
  readonly reason: string | null
  /** What it rests on: units, cells, codes or characters. */
  readonly n: number
  /** 95 %; null where there is none. */
  readonly interval: readonly [low: number, high: number] | null
}

/** A code's path with its table of two coders, and the coefficients on it. */
export interface FrozenCode extends TwoByTwo {
  readonly code: string
  readonly kappa: number | null
  readonly ac1: number | null
  readonly alpha: number | null
}

/** A code's path with what three coders or more did with it together (`GroupCodeAgreement`). */
export interface FrozenGroupCode {
  readonly code: string
  readonly present: number
  readonly absent: number
  readonly everyone: number
  readonly divided: number
  readonly differing: number
  readonly fleiss: number | null
  readonly alpha: number | null
}

export interface FrozenOmission {
  readonly reason: string
  /** Null where it is nobody's alone. */
  readonly coder: string | null
  readonly count: number
}

/** What of a codebook decides how one codes by it, as text: two codebooks that say the same are equal letter by letter. */
export function codebookState(codes: readonly Code[]): string {
  const rows = [...codes]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, parentId, name, definition, inclusion, exclusion, retired }) => [
      id,
      parentId,
      name,
      definition,
      inclusion,
      exclusion,
      retired,
    ])
  return JSON.stringify(rows)
}
