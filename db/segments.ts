import { asId, type SegmentId, type TranscriptId } from '../domain/ids.ts'
import type { Segment } from '../domain/segment.ts'
import { asOffset, type Span } from '../domain/span.ts'
import type { Connection } from './connection.ts'

interface SegmentRow {
  readonly id: string
  readonly transcript_id: string
  readonly start: number
  readonly end: number
  readonly title: string
}

function fromRow(row: SegmentRow): Segment {
  return {
    id: asId(row.id),
    transcriptId: asId(row.transcript_id),
    start: asOffset(row.start),
    end: asOffset(row.end),
    title: row.title,
  }
}

/** The segments of the study's transcripts. */
export class Segments {
  readonly #ofTranscript
  readonly #byId
  readonly #add
  readonly #place
  readonly #rename
  readonly #remove
  readonly #mismatches
  readonly #moveMismatches
  readonly #moveMemos

  constructor(db: Connection) {
    this.#ofTranscript = db.prepare<[string], SegmentRow>(
      'SELECT id, transcript_id, start, "end", title FROM segment WHERE transcript_id = ? ORDER BY start',
    )
    this.#byId = db.prepare<[string], SegmentRow>(
      'SELECT id, transcript_id, start, "end", title FROM segment WHERE id = ?',
    )
    this.#add = db.prepare<[string, string, number, number, string]>(
      'INSERT INTO segment (id, transcript_id, start, "end", title) VALUES (?, ?, ?, ?, ?)',
    )
    this.#place = db.prepare<[number, number, string]>('UPDATE segment SET start = ?, "end" = ? WHERE id = ?')
    this.#rename = db.prepare<[string, string]>('UPDATE segment SET title = ? WHERE id = ?')
    this.#remove = db.prepare<[string]>('DELETE FROM segment WHERE id = ?')
    this.#mismatches = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM mismatch WHERE segment_id = ?')
    this.#moveMismatches = db.prepare<[string, string]>('UPDATE mismatch SET segment_id = ? WHERE segment_id = ?')
    this.#moveMemos = db.prepare<[string, string]>(
      "UPDATE memo SET subject_id = ? WHERE subject_kind = 'segment' AND subject_id = ?",
    )
  }

  /** In order, never overlapping. */
  ofTranscript(id: TranscriptId): readonly Segment[] {
    return this.#ofTranscript.all(id).map(fromRow)
  }

  byId(id: SegmentId): Segment | null {
    const row = this.#byId.get(id)
    return row === undefined ? null : fromRow(row)
  }

  add({ id, transcriptId, start, end, title }: Segment): void {
    this.#add.run(id, transcriptId, start, end, title)
  }

  place(id: SegmentId, { start, end }: Span): void {
    this.#place.run(start, end, id)
  }

  rename(id: SegmentId, title: string): void {
    this.#rename.run(title, id)
  }

  /** Nothing may rest on it any more. */
  remove(id: SegmentId): void {
    this.#remove.run(id)
  }

  /** How many mismatches of the catalog came from it. */
  countMismatches(id: SegmentId): number {
    return this.#mismatches.get(id)?.n ?? 0
  }

  /** Lets what the catalog and the memos say of one segment be about another. */
  redirect(from: SegmentId, to: SegmentId): void {
    this.#moveMismatches.run(to, from)
    this.#moveMemos.run(to, from)
  }
}
