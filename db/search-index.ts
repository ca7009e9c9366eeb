import type { RevisionId } from '../domain/ids.ts'
import type { Span } from '../domain/span.ts'
import { wordsIn } from '../domain/text/words.ts'
import type { Connection } from './connection.ts'

/** A frozen text to be found by its words. */
export interface IndexedText {
  readonly id: RevisionId
  readonly text: string
  readonly turns: readonly (Span & { readonly speaker: string | null })[]
}

/** Enters texts into the full-text index. */
export class SearchIndex {
  readonly #nextTurn
  readonly #addSpeaker
  readonly #addTurn
  readonly #addWords
  readonly #addRevision

  constructor(db: Connection) {
    this.#nextTurn = db.prepare<[], number>('SELECT coalesce(max(id), 0) + 1 FROM search_turn').pluck()
    this.#addSpeaker = db.prepare<[string]>('INSERT INTO search_speaker (name) VALUES (?) ON CONFLICT DO NOTHING')
    this.#addTurn = db.prepare<[number, string | null]>(
      'INSERT INTO search_turn (id, speaker_id) VALUES (?, (SELECT id FROM search_speaker WHERE name = ?))',
    )
    this.#addWords = db.prepare<[number, string]>('INSERT INTO search_word (rowid, words) VALUES (?, ?)')
    this.#addRevision = db.prepare<[string, number, number]>(
      'INSERT INTO search_revision (revision_id, first_turn, turn_count) VALUES (?, ?, ?)',
    )
  }

  /** Enters a text that was just added, with its turns in order. */
  add({ id, text, turns }: IndexedText): void {
    const first = this.#nextTurn.get() ?? 1
    for (const speaker of new Set(turns.map((turn) => turn.speaker)))
      if (speaker !== null) this.#addSpeaker.run(speaker)
    for (const [at, turn] of turns.entries()) {
      this.#addTurn.run(first + at, turn.speaker)
      this.#addWords.run(first + at, foldedWords(text.slice(turn.start, turn.end)))
    }
    this.#addRevision.run(id, first, turns.length)
  }
}

/** What stands between two blanks or control characters of ASCII and holds anything beyond ASCII. */
const BEYOND_ASCII = /[^\0- ]*[^\0-\x7F][^\0- ]*/g

/**
 * The words folded, for the ascii tokenizer. In plain ASCII it finds the very words that `wordsIn` finds, and folds them
 * alike: most of an English text is left to it, which takes a third of the time.
 */
function foldedWords(words: string): string {
  return words.replaceAll(BEYOND_ASCII, (stretch) =>
    wordsIn(stretch)
      .map(({ folded }) => folded)
      .join(' '),
  )
}

/** Enters every text of a study that was made before there was an index. */
export function fillSearchIndex(db: Connection): void {
  const index = new SearchIndex(db)
  const text = db.prepare<[string], string>('SELECT text FROM revision WHERE id = ?').pluck()
  const turns = db.prepare<[string], IndexedText['turns'][number]>(
    'SELECT speaker, start, "end" FROM turn WHERE revision_id = ? ORDER BY number',
  )
  for (const { id } of db.prepare<[], { id: RevisionId }>('SELECT id FROM revision ORDER BY id').all()) {
    index.add({ id, text: text.get(id) ?? '', turns: turns.all(id) })
  }
}
