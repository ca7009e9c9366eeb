import type { Connection } from './connection.ts'
import { SPAN_TABLES, type SpanTable } from './span-tables.ts'

/** A span that ends at `end` of one text and would from now on be read in another one. */
interface Slip {
  readonly end: number
  readonly made_in: string
  readonly read_in: string
}

/**
 * Whether taking an action back would leave spans on other words than they were put on. The journal keeps a row as it was,
 * and offsets mean words only in the revision that was the transcript's text at that time. So a span that comes back must
 * come into its own revision, and where a correction is taken back, no span may stand that was made since. A span is left
 * alone by a correction of what stands behind it: both texts are then the same up to its end.
 */
export class SlippingSpans {
  readonly #returning
  readonly #staying
  readonly #text

  constructor(db: Connection) {
    this.#returning = SPAN_TABLES.map((table) => db.prepare<[number], Slip>(returningSpans(table)))
    this.#staying = SPAN_TABLES.map((table) => db.prepare<[number], Slip>(stayingSpans(table)))
    this.#text = db.prepare<[string], { text: string }>('SELECT text FROM revision WHERE id = ?')
  }

  wouldSlip(transaction: number): boolean {
    const texts = new Map<string, string>()
    const textOf = (id: string): string => {
      const known = texts.get(id) ?? this.#text.get(id)?.text ?? ''
      texts.set(id, known)
      return known
    }
    const slips = ({ end, made_in: madeIn, read_in: readIn }: Slip) =>
      textOf(madeIn).slice(0, end) !== textOf(readIn).slice(0, end)
    return [...this.#returning, ...this.#staying].some((statement) => statement.all(transaction).some(slips))
  }
}

/** The spans that the reversal puts back where they were, and the revision that was then their transcript's. */
function returningSpans({ table, start, end, transcript }: SpanTable): string {
  const before = (name: string) => `c.before ->> '${name}'`
  return `
    WITH returning_span AS (
      SELECT ${before(end)} AS "end", t.revision_id AS read_in, coalesce(
          (SELECT later.before ->> 'revision_id' FROM journal_change later
           WHERE later.row_id = t.id AND later.table_name = 'transcript' AND later.before IS NOT NULL
             AND later.transaction_id >= c.transaction_id ORDER BY later.id LIMIT 1), t.revision_id) AS made_in
      FROM journal_change c
      JOIN transcript t ON t.id = ${transcript(before)}
      LEFT JOIN "${table}" now ON now.id = c.row_id
      WHERE c.transaction_id = ? AND c.table_name = '${table}' AND c.before IS NOT NULL
        AND ${before(start)} IS NOT NULL
        AND (now.id IS NULL OR now."${start}" IS NOT ${before(start)} OR now."${end}" IS NOT ${before(end)})
        AND NOT EXISTS (SELECT 1 FROM journal_change own WHERE own.transaction_id = c.transaction_id
          AND own.row_id = t.id AND own.table_name = 'transcript')
    )
    SELECT "end", made_in, read_in FROM returning_span WHERE made_in <> read_in`
}

/**
 * The spans that a correction taken back would find elsewhere than it left them, or made since. One that was taken away and
 * brought back to where it was is as it was left.
 */
function stayingSpans({ table, start, end, transcript }: SpanTable): string {
  const column = (name: string) => `row."${name}"`
  return `
    SELECT ${column(end)} AS "end", t.revision_id AS made_in, c.before ->> 'revision_id' AS read_in
    FROM journal_change c
    JOIN transcript t ON t.id = c.row_id AND t.revision_id <> c.before ->> 'revision_id'
    JOIN "${table}" row ON ${transcript(column)} = t.id AND ${column(end)} IS NOT NULL
    WHERE c.transaction_id = ? AND c.table_name = 'transcript' AND c.before IS NOT NULL
      AND EXISTS (SELECT 1 FROM journal_change next WHERE next.id = (
          SELECT min(later.id) FROM journal_change later
          WHERE later.row_id = row.id AND later.transaction_id > c.transaction_id)
        AND (next.before IS NULL OR next.before ->> '${start}' IS NOT ${column(start)}
          OR next.before ->> '${end}' IS NOT ${column(end)}))
      AND NOT EXISTS (SELECT 1 FROM journal_change own WHERE own.row_id = row.id
        AND own.transaction_id = c.transaction_id)`
}
