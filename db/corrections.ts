import { asId, type CoderId, type RevisionId, type TranscriptId } from '../domain/ids.ts'
import type { Connection } from './connection.ts'

/** That one text of a transcript took the place of another: when, by whom and why. */
export interface CorrectionRecord {
  readonly id: string
  readonly transcriptId: TranscriptId
  readonly formerId: RevisionId
  readonly revisionId: RevisionId
  readonly coderId: CoderId | null
  /** In the corrector's words; empty where none were given. */
  readonly reason: string
  /** ISO 8601, UTC. */
  readonly at: string
}

interface CorrectionRow {
  readonly id: string
  readonly transcript_id: string
  readonly former_id: string
  readonly revision_id: string
  readonly coder_id: string | null
  readonly reason: string
  readonly at: string
}

function fromRow(row: CorrectionRow): CorrectionRecord {
  return {
    id: row.id,
    transcriptId: asId(row.transcript_id),
    formerId: asId(row.former_id),
    revisionId: asId(row.revision_id),
    coderId: row.coder_id === null ? null : asId(row.coder_id),
    reason: row.reason,
    at: row.at,
  }
}

/** The corrections of transcripts that stand. */
export class Corrections {
  readonly #ofTranscript
  readonly #add
  readonly #removeOf

  constructor(db: Connection) {
    this.#ofTranscript = db.prepare<[string], CorrectionRow>(
      `SELECT id, transcript_id, former_id, revision_id, coder_id, reason, at FROM correction
       WHERE transcript_id = ? ORDER BY id DESC`,
    )
    this.#add = db.prepare<[string, string, string, string, string | null, string, string]>(
      `INSERT INTO correction (id, transcript_id, former_id, revision_id, coder_id, reason, at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#removeOf = db.prepare<[string]>('DELETE FROM correction WHERE transcript_id = ?')
  }

  /** The newest first. */
  ofTranscript(id: TranscriptId): readonly CorrectionRecord[] {
    return this.#ofTranscript.all(id).map(fromRow)
  }

  add({ id, transcriptId, formerId, revisionId, coderId, reason, at }: CorrectionRecord): void {
    this.#add.run(id, transcriptId, formerId, revisionId, coderId, reason, at)
  }

  /** Forgets them with their transcript. */
  removeOf(transcriptId: TranscriptId): void {
    this.#removeOf.run(transcriptId)
  }
}
