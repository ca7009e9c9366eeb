import { asId, type CodeId, type ScreeningId, type SegmentId, type TranscriptId } from '../domain/ids.ts'
import type { Answer, Criteria, Screening, ScreeningForm } from '../domain/screening.ts'
import { spanOf, type Span } from '../domain/span.ts'
import type { Pass } from './codings.ts'
import type { Connection } from './connection.ts'

type StoredAnswer = 'yes' | 'no' | null

interface ScreeningRow {
  readonly id: string
  readonly segment_id: string
  readonly coder_id: string
  readonly round_id: string
  readonly i1: StoredAnswer
  readonly i2: StoredAnswer
  readonly e1: StoredAnswer
  readonly e2: StoredAnswer
  readonly e3: StoredAnswer
  readonly e4: StoredAnswer
  readonly e5: StoredAnswer
  readonly quote: string
  readonly quote_start: number | null
  readonly quote_end: number | null
  readonly description: string
  readonly information: string
  /** The codes of its instances in order of their slot, as a JSON array. */
  readonly codes: string
}

const SELECT = `SELECT s.id, s.segment_id, s.coder_id, s.round_id, s.i1, s.i2, s.e1, s.e2, s.e3, s.e4, s.e5,
    s.quote, s.quote_start, s.quote_end, s.description, s.information,
    (SELECT json_group_array(code_id ORDER BY slot) FROM screening_instance WHERE screening_id = s.id) AS codes
  FROM screening s`

function fromRow(row: ScreeningRow): Screening {
  const { quote_start: start, quote_end: end, quote, description, information } = row
  const codes: unknown = JSON.parse(row.codes)
  return {
    id: asId(row.id),
    segmentId: asId(row.segment_id),
    coderId: asId(row.coder_id),
    roundId: asId(row.round_id),
    criteria: {
      I1: row.i1 ?? 'undecided',
      I2: row.i2 ?? 'undecided',
      E1: row.e1 ?? 'undecided',
      E2: row.e2 ?? 'undecided',
      E3: row.e3 ?? 'undecided',
      E4: row.e4 ?? 'undecided',
      E5: row.e5 ?? 'undecided',
    },
    quote,
    quoteSpan: start === null || end === null ? null : spanOf(start, end),
    description,
    information,
    instances: codes as CodeId[],
  }
}

function stored(answer: Answer): StoredAnswer {
  return answer === 'undecided' ? null : answer
}

function answersOf({ I1, I2, E1, E2, E3, E4, E5 }: Criteria) {
  return [stored(I1), stored(I2), stored(E1), stored(E2), stored(E3), stored(E4), stored(E5)] as const
}

type Answers = ReturnType<typeof answersOf>
type Texts = [quote: string, start: number | null, end: number | null, description: string, information: string]

function textsOf({ quote, quoteSpan, description, information }: ScreeningForm): Texts {
  return [quote, quoteSpan?.start ?? null, quoteSpan?.end ?? null, description, information]
}

/** The coders' screenings of segments, with their instances. */
export class Screenings {
  readonly #ofTranscript
  readonly #ofSegment
  readonly #add
  readonly #change
  readonly #move
  readonly #remove
  readonly #addInstance
  readonly #removeInstances
  readonly #usesOfCode

  constructor(db: Connection) {
    this.#ofTranscript = db.prepare<[string], ScreeningRow>(
      `${SELECT} JOIN segment g ON g.id = s.segment_id WHERE g.transcript_id = ? ORDER BY g.start, s.id`,
    )
    this.#ofSegment = db.prepare<[string], ScreeningRow>(`${SELECT} WHERE s.segment_id = ? ORDER BY s.id`)
    this.#add = db.prepare<[string, string, string, string, ...Answers, ...Texts]>(
      `INSERT INTO screening (id, segment_id, coder_id, round_id, i1, i2, e1, e2, e3, e4, e5,
         quote, quote_start, quote_end, description, information) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#change = db.prepare<[...Answers, ...Texts, string]>(
      `UPDATE screening SET i1 = ?, i2 = ?, e1 = ?, e2 = ?, e3 = ?, e4 = ?, e5 = ?,
         quote = ?, quote_start = ?, quote_end = ?, description = ?, information = ? WHERE id = ?`,
    )
    this.#move = db.prepare<[string, number | null, number | null, string]>(
      'UPDATE screening SET segment_id = ?, quote_start = ?, quote_end = ? WHERE id = ?',
    )
    this.#remove = db.prepare<[string]>('DELETE FROM screening WHERE id = ?')
    this.#addInstance = db.prepare<[string, string, number, string]>(
      'INSERT INTO screening_instance (id, screening_id, slot, code_id) VALUES (?, ?, ?, ?)',
    )
    this.#removeInstances = db.prepare<[string]>('DELETE FROM screening_instance WHERE screening_id = ?')
    this.#usesOfCode = db.prepare<[string], { coder_id: string; round_id: string }>(
      `SELECT s.coder_id, s.round_id FROM screening_instance i JOIN screening s ON s.id = i.screening_id
       WHERE i.code_id = ?`,
    )
  }

  /** Everyone's, in order of the segments. */
  ofTranscript(id: TranscriptId): readonly Screening[] {
    return this.#ofTranscript.all(id).map(fromRow)
  }

  ofSegment(id: SegmentId): readonly Screening[] {
    return this.#ofSegment.all(id).map(fromRow)
  }

  add(screening: Screening, newId: () => string): void {
    const { id, segmentId, coderId, roundId, criteria, instances } = screening
    this.#add.run(id, segmentId, coderId, roundId, ...answersOf(criteria), ...textsOf(screening))
    this.#addInstances(id, instances, newId)
  }

  /** Puts what the form says in place of what was there. */
  change(before: Screening, form: ScreeningForm, newId: () => string): void {
    this.#change.run(...answersOf(form.criteria), ...textsOf(form), before.id)
    if (before.instances.join() === form.instances.join()) return
    this.#removeInstances.run(before.id)
    this.#addInstances(before.id, form.instances, newId)
  }

  /** Lets it be about another segment, with its quote's place there. */
  move(id: ScreeningId, segmentId: SegmentId, quoteSpan: Span | null): void {
    this.#move.run(segmentId, quoteSpan?.start ?? null, quoteSpan?.end ?? null, id)
  }

  remove(id: ScreeningId): void {
    this.#removeInstances.run(id)
    this.#remove.run(id)
  }

  /** Whose instances name the code, an entry an instance. */
  usesOf(code: CodeId): readonly Pass[] {
    return this.#usesOfCode.all(code).map((row) => ({ coderId: asId(row.coder_id), roundId: asId(row.round_id) }))
  }

  #addInstances(id: ScreeningId, codes: readonly CodeId[], newId: () => string): void {
    for (const [index, code] of codes.entries()) this.#addInstance.run(newId(), id, index + 1, code)
  }
}
