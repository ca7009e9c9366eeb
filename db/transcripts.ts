import { asId, type ParticipantId, type RevisionId, type TranscriptId } from '../domain/ids.ts'
import { asOffset, type Span } from '../domain/span.ts'
import type { Turn } from '../domain/transcript.ts'
import type { Connection } from './connection.ts'
import { SearchIndex } from './search-index.ts'

/** A text, frozen: its SHA-256 (hex, of its UTF-8 bytes), its turns, and how many words they hold. */
export interface Revision {
  readonly id: RevisionId
  readonly sha256: string
  readonly text: string
  readonly turns: readonly Turn[]
  readonly words: number
}

export interface Transcript {
  readonly id: TranscriptId
  readonly name: string
  readonly revisionId: RevisionId
  readonly participantId: ParticipantId | null
  readonly language: string | null
  readonly sourceName: string
  readonly importedAt: string
}

/** A transcript as lists show it, with what is known of who spoke. */
export interface ListedTranscript extends Transcript {
  readonly participant: string | null
  readonly role: string | null
  readonly organization: string | null
  readonly turns: number
  readonly words: number
}

interface ListedRow {
  readonly id: string
  readonly name: string
  readonly revision_id: string
  readonly participant_id: string | null
  readonly language: string | null
  readonly source_name: string
  readonly imported_at: string
  readonly participant: string | null
  readonly role: string | null
  readonly organization: string | null
  readonly turn_count: number
  readonly word_count: number
}

interface TurnRow {
  readonly number: number
  readonly speaker: string | null
  readonly seconds: number | null
  readonly start: number
  readonly end: number
}

const LISTED = `SELECT t.id, t.name, t.revision_id, t.participant_id, t.language, t.source_name, t.imported_at,
    p.pseudonym AS participant, p.role, o.name AS organization, r.turn_count, r.word_count
  FROM transcript t
  JOIN revision r INDEXED BY revision_size ON r.id = t.revision_id
  LEFT JOIN participant p ON p.id = t.participant_id
  LEFT JOIN organization o ON o.id = p.organization_id`

function listedFromRow(row: ListedRow): ListedTranscript {
  return {
    id: asId(row.id),
    name: row.name,
    revisionId: asId(row.revision_id),
    participantId: row.participant_id === null ? null : asId(row.participant_id),
    language: row.language,
    sourceName: row.source_name,
    importedAt: row.imported_at,
    participant: row.participant,
    role: row.role,
    organization: row.organization,
    turns: row.turn_count,
    words: row.word_count,
  }
}

function turnFromRow(row: TurnRow): Turn {
  return { ...row, start: asOffset(row.start), end: asOffset(row.end) }
}

interface Details {
  readonly name: string
  readonly participantId: ParticipantId | null
  readonly language: string | null
}

/** The transcripts of a study, and the frozen revisions of their texts. */
export class Transcripts {
  readonly #all
  readonly #byId
  readonly #byHash
  readonly #text
  readonly #hash
  readonly #turns
  readonly #turnSpans
  readonly #totals
  readonly #index
  readonly #addRevision
  readonly #addTurn
  readonly #add
  readonly #describe
  readonly #remove
  readonly #setRevision

  constructor(db: Connection) {
    this.#all = db.prepare<[], ListedRow>(`${LISTED} ORDER BY t.id`)
    this.#byId = db.prepare<[string], ListedRow>(`${LISTED} WHERE t.id = ?`)
    this.#byHash = db.prepare<[string], ListedRow>(
      `${LISTED} WHERE t.revision_id IN (SELECT id FROM revision WHERE sha256 = ?) LIMIT 1`,
    )
    this.#text = db.prepare<[string], { text: string }>('SELECT text FROM revision WHERE id = ?')
    this.#hash = db.prepare<[string], { sha256: string }>('SELECT sha256 FROM revision WHERE id = ?')
    this.#turns = db.prepare<[string], TurnRow>(
      'SELECT number, speaker, seconds, start, "end" FROM turn WHERE revision_id = ? ORDER BY number',
    )
    this.#turnSpans = db
      .prepare<[string], [number, number]>('SELECT start, "end" FROM turn WHERE revision_id = ? ORDER BY number')
      .raw()
    this.#totals = db.prepare<[], { transcripts: number; turns: number; words: number }>(
      `SELECT count(*) AS transcripts, coalesce(sum(r.turn_count), 0) AS turns, coalesce(sum(r.word_count), 0) AS words
       FROM transcript t JOIN revision r INDEXED BY revision_size ON r.id = t.revision_id`,
    )
    this.#index = new SearchIndex(db)
    this.#addRevision = db.prepare<[string, string, string, number, number]>(
      'INSERT INTO revision (id, sha256, text, turn_count, word_count) VALUES (?, ?, ?, ?, ?)',
    )
    this.#addTurn = db.prepare<[string, number, string | null, number | null, number, number]>(
      'INSERT INTO turn (revision_id, number, speaker, seconds, start, "end") VALUES (?, ?, ?, ?, ?, ?)',
    )
    this.#add = db.prepare<[string, string, string, string | null, string | null, string, string]>(
      `INSERT INTO transcript (id, name, revision_id, participant_id, language, source_name, imported_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#describe = db.prepare<[string, string | null, string | null, string]>(
      'UPDATE transcript SET name = ?, participant_id = ?, language = ? WHERE id = ?',
    )
    this.#remove = db.prepare<[string]>('DELETE FROM transcript WHERE id = ?')
    this.#setRevision = db.prepare<[string, string]>('UPDATE transcript SET revision_id = ? WHERE id = ?')
  }

  all(): readonly ListedTranscript[] {
    return this.#all.all().map(listedFromRow)
  }

  byId(id: TranscriptId): ListedTranscript | null {
    const row = this.#byId.get(id)
    return row === undefined ? null : listedFromRow(row)
  }

  /** A transcript whose text is this one, word for word. */
  byHash(sha256: string): ListedTranscript | null {
    const row = this.#byHash.get(sha256)
    return row === undefined ? null : listedFromRow(row)
  }

  text(id: RevisionId): string {
    return this.#text.get(id)?.text ?? ''
  }

  /** The SHA-256 of a text; null where there is no such revision. */
  hash(id: RevisionId): string | null {
    return this.#hash.get(id)?.sha256 ?? null
  }

  turns(id: RevisionId): readonly Turn[] {
    return this.#turns.all(id).map(turnFromRow)
  }

  /** Where the turns are, in order, without who speaks in them. */
  turnSpans(id: RevisionId): readonly Span[] {
    return this.#turnSpans.all(id).map(([start, end]) => ({ start: asOffset(start), end: asOffset(end) }))
  }

  totals(): { readonly transcripts: number; readonly turns: number; readonly words: number } {
    return this.#totals.get() ?? { transcripts: 0, turns: 0, words: 0 }
  }

  addRevision({ id, sha256, text, turns, words }: Revision): void {
    this.#addRevision.run(id, sha256, text, turns.length, words)
    for (const turn of turns) this.#addTurn.run(id, turn.number, turn.speaker, turn.seconds, turn.start, turn.end)
    this.#index.add({ id, text, turns })
  }

  add(transcript: Transcript): void {
    const { id, name, revisionId, participantId, language, sourceName, importedAt } = transcript
    this.#add.run(id, name, revisionId, participantId, language, sourceName, importedAt)
  }

  /** What the study says of it; its words stay as they are. */
  describe(id: TranscriptId, { name, participantId, language }: Details): void {
    this.#describe.run(name, participantId, language, id)
  }

  remove(id: TranscriptId): void {
    this.#remove.run(id)
  }

  /** Lets another revision be its text. Whoever does so moves the spans that point into it. */
  setRevision(id: TranscriptId, revisionId: RevisionId): void {
    this.#setRevision.run(revisionId, id)
  }
}
