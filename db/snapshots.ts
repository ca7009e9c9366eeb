import type { FrozenComparison, Snapshot } from '../domain/agreement/snapshot.ts'
import { asId, type RoundId } from '../domain/ids.ts'
import type { Connection } from './connection.ts'

interface SnapshotRow {
  readonly id: string
  readonly round_id: string
  readonly unit: string
  readonly share: number | null
  readonly seed: number
  readonly resamples: number
  readonly codebook_sha256: string
  readonly codebook_version: string | null
  readonly taken_at: string
  readonly taken_by: string | null
  readonly content: string
}

/** What `content` holds: written here alone, so that it is read back as it was written, by this Axial or an older one. */
interface Content {
  readonly comparisons: readonly (Omit<FrozenComparison, Later> & Partial<Pick<FrozenComparison, Later>>)[]
}

/** What the first snapshots did not hold. */
type Later = 'perGroupCode'

function fromRow({ content, ...row }: SnapshotRow): Snapshot {
  const { comparisons } = JSON.parse(content) as Content
  return {
    id: asId(row.id),
    roundId: asId(row.round_id),
    unit: row.unit,
    share: row.share,
    seed: row.seed,
    resamples: row.resamples,
    codebookSha256: row.codebook_sha256,
    codebookVersion: row.codebook_version,
    takenAt: row.taken_at,
    takenBy: row.taken_by === null ? null : asId(row.taken_by),
    comparisons: comparisons.map((comparison) => ({ perGroupCode: [], ...comparison })),
  }
}

const COLUMNS =
  'id, round_id, unit, share, seed, resamples, codebook_sha256, codebook_version, taken_at, taken_by, content'

/** The frozen agreement of rounds, one a round. */
export class Snapshots {
  readonly #all
  readonly #ofRound
  readonly #add

  constructor(db: Connection) {
    this.#all = db.prepare<[], SnapshotRow>(`SELECT ${COLUMNS} FROM snapshot ORDER BY taken_at, id`)
    this.#ofRound = db.prepare<[string], SnapshotRow>(`SELECT ${COLUMNS} FROM snapshot WHERE round_id = ?`)
    this.#add = db.prepare<
      [
        ...[id: string, round: string, unit: string, share: number | null, seed: number, resamples: number],
        ...[codebook: string, version: string | null, at: string, by: string | null, content: string],
      ]
    >(`INSERT INTO snapshot (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  }

  /** Oldest first. */
  all(): readonly Snapshot[] {
    return this.#all.all().map(fromRow)
  }

  ofRound(id: RoundId): Snapshot | null {
    const row = this.#ofRound.get(id)
    return row === undefined ? null : fromRow(row)
  }

  add(snapshot: Snapshot): void {
    const content: Content = { comparisons: snapshot.comparisons }
    this.#add.run(
      snapshot.id,
      snapshot.roundId,
      snapshot.unit,
      snapshot.share,
      snapshot.seed,
      snapshot.resamples,
      snapshot.codebookSha256,
      snapshot.codebookVersion,
      snapshot.takenAt,
      snapshot.takenBy,
      JSON.stringify(content),
    )
  }
}
