import { CatalogRows } from './catalog.ts'
import { CodePassages } from './code-passages.ts'
import { Codes } from './codes.ts'
import { Codings } from './codings.ts'
import type { Connection } from './connection.ts'
import { Harmonising } from './harmonising.ts'
import { JournalRecord } from './journal-record.ts'
import { Corrections } from './corrections.ts'
import { Journal } from './journal.ts'
import { Memos } from './memos.ts'
import { Packets } from './packets.ts'
import { Participants } from './participants.ts'
import { People } from './people.ts'
import { Recodings } from './recodings.ts'
import { Search } from './search.ts'
import { Quotes } from './quotes.ts'
import { Reviews } from './reviews.ts'
import { Screenings } from './screenings.ts'
import { Segments } from './segments.ts'
import { Snapshots } from './snapshots.ts'
import { Spans } from './spans.ts'
import { Surveys } from './surveys.ts'
import { Transcripts } from './transcripts.ts'
import { Versions } from './versions.ts'
import { WorkRows } from './work.ts'

/** Every aggregate of a study over one connection, its statements prepared once. */
export class Aggregates {
  readonly people: People
  readonly participants: Participants
  readonly transcripts: Transcripts
  readonly codes: Codes
  readonly versions: Versions
  readonly codings: Codings
  readonly codePassages: CodePassages
  readonly recodings: Recodings
  readonly harmonising: Harmonising
  readonly segments: Segments
  readonly screenings: Screenings
  readonly quotes: Quotes
  readonly reviews: Reviews
  readonly spans: Spans
  readonly corrections: Corrections
  readonly catalog: CatalogRows
  readonly surveys: Surveys
  readonly snapshots: Snapshots
  readonly search: Search
  readonly memos: Memos
  readonly packets: Packets
  readonly work: WorkRows
  readonly journal: Journal
  readonly record: JournalRecord
  readonly #title
  readonly #setTitle
  readonly #create

  constructor(db: Connection) {
    this.people = new People(db)
    this.participants = new Participants(db)
    this.transcripts = new Transcripts(db)
    this.codes = new Codes(db)
    this.versions = new Versions(db)
    this.codings = new Codings(db)
    this.codePassages = new CodePassages(db)
    this.recodings = new Recodings(db)
    this.harmonising = new Harmonising(db)
    this.segments = new Segments(db)
    this.screenings = new Screenings(db)
    this.quotes = new Quotes(db)
    this.reviews = new Reviews(db)
    this.spans = new Spans(db)
    this.corrections = new Corrections(db)
    this.catalog = new CatalogRows(db)
    this.surveys = new Surveys(db)
    this.snapshots = new Snapshots(db)
    this.search = new Search(db)
    this.memos = new Memos(db)
    this.packets = new Packets(db)
    this.work = new WorkRows(db)
    this.journal = new Journal(db)
    this.record = new JournalRecord(db)
    this.#title = db.prepare<[], { title: string }>('SELECT title FROM study')
    this.#setTitle = db.prepare<[string]>('UPDATE study SET title = ?')
    this.#create = db.prepare<[string, string, string]>('INSERT INTO study (id, title, created_at) VALUES (?, ?, ?)')
  }

  title(): string {
    return this.#title.get()?.title ?? ''
  }

  rename(title: string): void {
    this.#setTitle.run(title)
  }

  create(id: string, title: string, at: string): void {
    this.#create.run(id, title, at)
  }
}
