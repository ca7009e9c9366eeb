import { asId, type CoderId, type RoundId, type TranscriptId } from '../domain/ids.ts'
import type { SpanKind } from '../domain/span-kinds.ts'
import { asOffset, type Span } from '../domain/span.ts'
import type { Connection } from './connection.ts'
import { SPAN_TABLES, type SpanTable } from './span-tables.ts'

/** A span of a transcript, whatever rests on it. */
export interface PlacedSpan extends Span {
  readonly kind: SpanKind
  readonly id: string
  /** Whose it is, and of which round; null where it is the study's. */
  readonly coderId: CoderId | null
  readonly roundId: RoundId | null
  /** Two spans of one place and one identity cannot both stand; null where any may. */
  readonly identity: string | null
}

/** Where a span goes; null: it is removed. */
export interface SpanMove {
  readonly span: PlacedSpan
  readonly to: Span | null
}

interface SpanRow {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly coder_id: string | null
  readonly round_id: string | null
  readonly identity: string | null
}

/** Beyond any text: where spans wait while another one still stands in their place. */
const ASIDE = 2 ** 40

/** All the spans of a study's transcripts, of every table, to be read and moved together. */
export class Spans {
  readonly #byKind

  constructor(db: Connection) {
    this.#byKind = SPAN_TABLES.map((table) => ({ kind: table.kind, ...prepare(db, table) }))
  }

  /** In the order of the tables; those of a table in order of their start. */
  ofTranscript(id: TranscriptId): readonly PlacedSpan[] {
    return this.#byKind.flatMap(({ kind, of }) =>
      of.all(id).map((row) => ({
        kind,
        id: row.id,
        start: asOffset(row.start),
        end: asOffset(row.end),
        coderId: row.coder_id === null ? null : asId<'coder'>(row.coder_id),
        roundId: row.round_id === null ? null : asId<'round'>(row.round_id),
        identity: row.identity,
      })),
    )
  }

  /**
   * Moves and removes the spans, in an order in which none comes where another one of its identity still stands: each of
   * them is changed once; only where they stand in each other's way all around, one is first put aside.
   */
  move(moves: readonly SpanMove[]): void {
    const waiting = new Map<string, { readonly span: PlacedSpan; readonly to: Span }>()
    for (const { span, to } of moves) {
      if (to === null) this.#of(span.kind).remove?.run(span.id)
      else waiting.set(keyOf(span, span), { span, to })
    }
    const aside: { readonly span: PlacedSpan; readonly to: Span }[] = []
    const above = new Set<string>()
    const place = (key: string): void => {
      const move = waiting.get(key)
      if (move === undefined) return
      const { span, to } = move
      const target = keyOf(span, to)
      above.add(key)
      if (!above.has(target)) place(target)
      above.delete(key)
      waiting.delete(key)
      if (target !== key && above.has(target)) {
        this.#put(span, ASIDE, ASIDE + 1)
        aside.push(move)
      } else this.#put(span, to.start, to.end)
    }
    for (const key of waiting.keys()) place(key)
    for (const { span, to } of aside) this.#put(span, to.start, to.end)
  }

  #put({ kind, id }: PlacedSpan, start: number, end: number): void {
    this.#of(kind).move.run(start, end, id)
  }

  #of(kind: SpanKind) {
    const found = this.#byKind.find((one) => one.kind === kind)
    if (found === undefined) throw new Error(`no table of ${kind}`)
    return found
  }
}

/** What tells that two spans are in each other's way. A span without an identity is in nobody's. */
function keyOf({ kind, id, identity }: PlacedSpan, { start, end }: Span): string {
  return identity === null ? `${kind} ${id}` : `${kind} ${identity} ${start} ${end}`
}

function prepare(db: Connection, { table, start, end, transcript, coder, round, identity, removal }: SpanTable) {
  const column = (name: string) => `row."${name}"`
  const optional = (name: string | null) => (name === null ? 'NULL' : column(name))
  const alike = identity === null ? 'NULL' : identity.map(column).join(` || ' ' || `)
  const removed =
    removal === 'row' ? `DELETE FROM "${table}"` : `UPDATE "${table}" SET "${start}" = NULL, "${end}" = NULL`
  return {
    of: db.prepare<[string], SpanRow>(
      `SELECT row.id, ${column(start)} AS start, ${column(end)} AS "end", ${optional(coder)} AS coder_id,
         ${optional(round)} AS round_id, ${alike} AS identity
       FROM "${table}" row WHERE ${transcript(column)} = ? AND ${column(start)} IS NOT NULL
       ORDER BY ${column(start)}, ${column(end)} DESC, row.id`,
    ),
    move: db.prepare<[number, number, string]>(`UPDATE "${table}" SET "${start}" = ?, "${end}" = ? WHERE id = ?`),
    remove: removal === null ? null : db.prepare<[string]>(`${removed} WHERE id = ?`),
  }
}
