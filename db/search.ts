import { asId, type CodeId, type RevisionId, type TranscriptId } from '../domain/ids.ts'
import type { SearchQuery, SearchTerm } from '../domain/search-query.ts'
import { asOffset, type Span } from '../domain/span.ts'
import { pairsOf, type Pass } from './codings.ts'
import type { Connection } from './connection.ts'

/** Where a revision's turns are in the index: consecutive numbers from `first` on, in their order. */
export interface IndexedTurns {
  readonly first: number
  readonly count: number
}

export interface IndexedSpeaker {
  readonly name: string
  readonly turns: number
}

/** A question of the interview guide. */
export interface GuideQuestion {
  readonly id: string
  readonly text: string
  readonly position: number
}

const BY_SPEAKER = `SELECT id FROM search_turn
  WHERE speaker_id IN (SELECT id FROM search_speaker WHERE name IN (SELECT value FROM json_each(?)))`
const IN_PASSES = '(coder_id, round_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))'

/** Full-text search over the turns of a study, and the questions by which answers are found. */
export class Search {
  readonly #revisions
  readonly #speakers
  readonly #matching
  readonly #bySpeaker
  readonly #all
  readonly #places
  readonly #ofCodes
  readonly #ofAny
  readonly #questions
  readonly #addQuestion
  readonly #moveQuestion
  readonly #removeQuestion

  constructor(db: Connection) {
    this.#revisions = db
      .prepare<[], [string, number, number]>(
        `SELECT revision_id, first_turn, turn_count FROM search_revision
         WHERE revision_id IN (SELECT revision_id FROM transcript)`,
      )
      .raw()
    this.#speakers = db.prepare<[], IndexedSpeaker>(
      `SELECT s.name, count(*) AS turns FROM transcript t
       JOIN search_revision r ON r.revision_id = t.revision_id
       CROSS JOIN search_turn w ON w.id >= r.first_turn AND w.id < r.first_turn + r.turn_count
       JOIN search_speaker s ON s.id = w.speaker_id
       GROUP BY s.id ORDER BY turns DESC, s.name`,
    )
    this.#matching = db
      .prepare<[string], number>('SELECT rowid FROM search_word WHERE search_word MATCH ? ORDER BY rowid')
      .pluck()
    this.#bySpeaker = db.prepare<[string], number>(`${BY_SPEAKER} ORDER BY id`).pluck()
    this.#all = db.prepare<[], number>('SELECT id FROM search_turn ORDER BY id').pluck()
    this.#places = db
      .prepare<[string], [number, number]>('SELECT doc, count(*) FROM search_word_place WHERE term = ? GROUP BY doc')
      .raw()
    this.#ofCodes = db
      .prepare<[string, string], [string, number, number]>(
        `SELECT transcript_id, start, "end" FROM coding
         WHERE code_id IN (SELECT value FROM json_each(?)) AND ${IN_PASSES} ORDER BY transcript_id, start`,
      )
      .raw()
    this.#ofAny = db
      .prepare<[string], [string, number, number]>(
        `SELECT DISTINCT transcript_id, start, "end" FROM coding WHERE ${IN_PASSES} ORDER BY transcript_id, start`,
      )
      .raw()
    this.#questions = db.prepare<[], GuideQuestion>(
      'SELECT id, text, position FROM guide_question ORDER BY position, id',
    )
    this.#addQuestion = db.prepare<[string, string, number]>(
      'INSERT INTO guide_question (id, text, position) VALUES (?, ?, ?)',
    )
    this.#moveQuestion = db.prepare<[number, string]>('UPDATE guide_question SET position = ? WHERE id = ?')
    this.#removeQuestion = db.prepare<[string]>('DELETE FROM guide_question WHERE id = ?')
  }

  /** Where the turns of the texts are that transcripts stand on now. */
  revisions(): ReadonlyMap<RevisionId, IndexedTurns> {
    return new Map(this.#revisions.all().map(([id, first, count]) => [asId<'revision'>(id), { first, count }]))
  }

  /** Who speaks in the study, the most talkative first. */
  speakers(): readonly IndexedSpeaker[] {
    return this.#speakers.all()
  }

  /** The numbers of the turns in which it is found, ascending, of every text that ever was in the study. */
  matching(query: SearchQuery): readonly number[] {
    return this.#matching.all(expressionOf(query))
  }

  /** The numbers of the turns of these speakers, ascending; of everyone's, where none are named. */
  turnsOf(speakers: readonly string[] | null): readonly number[] {
    return speakers === null ? this.#all.all() : this.#bySpeaker.all(JSON.stringify(speakers))
  }

  /** How often a folded word occurs in each turn that holds it. */
  occurrences(word: string): readonly (readonly [turn: number, count: number])[] {
    return this.#places.all(word)
  }

  /** Where these codes were put in these passes, or any code where none are named, by transcript and start. */
  codedSpans(codes: readonly CodeId[] | null, passes: readonly Pass[]): ReadonlyMap<TranscriptId, readonly Span[]> {
    const pairs = pairsOf(passes)
    const rows = codes === null ? this.#ofAny.all(pairs) : this.#ofCodes.all(JSON.stringify(codes), pairs)
    const spans = new Map<TranscriptId, Span[]>()
    for (const [transcript, start, end] of rows) {
      const id = asId<'transcript'>(transcript)
      const span = { start: asOffset(start), end: asOffset(end) }
      const known = spans.get(id)
      if (known === undefined) spans.set(id, [span])
      else known.push(span)
    }
    return spans
  }

  questions(): readonly GuideQuestion[] {
    return this.#questions.all()
  }

  addQuestion({ id, text, position }: GuideQuestion): void {
    this.#addQuestion.run(id, text, position)
  }

  moveQuestion(id: string, position: number): void {
    this.#moveQuestion.run(position, id)
  }

  removeQuestion(id: string): void {
    this.#removeQuestion.run(id)
  }
}

/** The query in FTS5's own language. Every word is quoted, and folded words hold letters and digits alone. */
function expressionOf({ groups, excluded }: SearchQuery): string {
  const any = (terms: readonly SearchTerm[]) => `(${terms.map(writtenTerm).join(' OR ')})`
  const wanted = groups.map(any).join(' AND ')
  return excluded.length === 0 ? wanted : `(${wanted}) NOT ${any(excluded)}`
}

function writtenTerm({ words, isPrefix }: SearchTerm): string {
  return `"${words.join(' ')}"${isPrefix ? ' *' : ''}`
}
