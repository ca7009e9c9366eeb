import { asId, type QuoteId, type TranscriptId } from '../domain/ids.ts'
import type { Quote } from '../domain/quote.ts'
import { asOffset } from '../domain/span.ts'
import type { Connection } from './connection.ts'

interface QuoteRow {
  readonly id: string
  readonly transcript_id: string
  readonly start: number
  readonly end: number
  readonly coder_id: string
  readonly round_id: string
  readonly note: string
}

function fromRow(row: QuoteRow): Quote {
  return {
    id: asId(row.id),
    transcriptId: asId(row.transcript_id),
    start: asOffset(row.start),
    end: asOffset(row.end),
    coderId: asId(row.coder_id),
    roundId: asId(row.round_id),
    note: row.note,
  }
}

const COLUMNS = 'id, transcript_id, start, "end", coder_id, round_id, note'

/** The quotes that coders marked for the catalog. */
export class Quotes {
  readonly #all
  readonly #ofTranscript
  readonly #byId
  readonly #same
  readonly #add
  readonly #annotate
  readonly #remove

  constructor(db: Connection) {
    this.#all = db.prepare<[], QuoteRow>(`SELECT ${COLUMNS} FROM quote ORDER BY transcript_id, start, "end", id`)
    this.#ofTranscript = db.prepare<[string], QuoteRow>(
      `SELECT ${COLUMNS} FROM quote WHERE transcript_id = ? ORDER BY start, "end", id`,
    )
    this.#byId = db.prepare<[string], QuoteRow>(`SELECT ${COLUMNS} FROM quote WHERE id = ?`)
    this.#same = db.prepare<[string, number, number, string, string], QuoteRow>(
      `SELECT ${COLUMNS} FROM quote
       WHERE transcript_id = ? AND start = ? AND "end" = ? AND coder_id = ? AND round_id = ?`,
    )
    this.#add = db.prepare<[string, string, number, number, string, string, string]>(
      `INSERT INTO quote (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#annotate = db.prepare<[string, string]>('UPDATE quote SET note = ? WHERE id = ?')
    this.#remove = db.prepare<[string]>('DELETE FROM quote WHERE id = ?')
  }

  /** Everyone's, in order of transcript and place. */
  all(): readonly Quote[] {
    return this.#all.all().map(fromRow)
  }

  ofTranscript(id: TranscriptId): readonly Quote[] {
    return this.#ofTranscript.all(id).map(fromRow)
  }

  byId(id: QuoteId): Quote | null {
    const row = this.#byId.get(id)
    return row === undefined ? null : fromRow(row)
  }

  /** The one that the same coder put on the same words in the same round. */
  same({ transcriptId, start, end, coderId, roundId }: Omit<Quote, 'id' | 'note'>): Quote | null {
    const row = this.#same.get(transcriptId, start, end, coderId, roundId)
    return row === undefined ? null : fromRow(row)
  }

  add({ id, transcriptId, start, end, coderId, roundId, note }: Quote): void {
    this.#add.run(id, transcriptId, start, end, coderId, roundId, note)
  }

  annotate(id: QuoteId, note: string): void {
    this.#annotate.run(note, id)
  }

  remove(id: QuoteId): void {
    this.#remove.run(id)
  }
}
