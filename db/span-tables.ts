import type { SpanKind } from '../domain/span-kinds.ts'

/** A table whose rows hold a span of a transcript's text, in UTF-16 code units of its current revision. */
export interface SpanTable {
  readonly kind: SpanKind
  readonly table: string
  readonly start: string
  readonly end: string
  /** SQL for the id of a row's transcript, NULL where the row holds no span; `column` gives the SQL for a column of it. */
  readonly transcript: (column: (name: string) => string) => string
  /** The columns that say whose the span is and of which round; null where it is the study's. */
  readonly coder: string | null
  readonly round: string | null
  /** Two spans in one place that are alike in these columns are one: the table refuses the second. Null: it does not. */
  readonly identity: readonly string[] | null
  /** Whether the row goes with its span, or stays without one; null where a person cannot remove it by a correction. */
  readonly removal: 'row' | 'span' | null
}

/**
 * Every table with spans of a transcript: the one list. Whoever corrects a text moves them all. A table with such columns
 * that is not here fails a test (test/db/span-tables.test.ts).
 */
export const SPAN_TABLES: readonly SpanTable[] = [
  {
    kind: 'coding',
    table: 'coding',
    start: 'start',
    end: 'end',
    transcript: (column) => column('transcript_id'),
    coder: 'coder_id',
    round: 'round_id',
    identity: ['code_id', 'coder_id', 'round_id'],
    removal: 'row',
  },
  // Much may rest on a segment: it can be put on other words, but it is not removed in passing.
  {
    kind: 'segment',
    table: 'segment',
    start: 'start',
    end: 'end',
    transcript: (column) => column('transcript_id'),
    coder: null,
    round: null,
    identity: null,
    removal: null,
  },
  {
    kind: 'quote',
    table: 'quote',
    start: 'start',
    end: 'end',
    transcript: (column) => column('transcript_id'),
    coder: 'coder_id',
    round: 'round_id',
    identity: ['transcript_id', 'coder_id', 'round_id'],
    removal: 'row',
  },
  // The words quoted are kept in the screening itself: without their place it still says them.
  {
    kind: 'screening',
    table: 'screening',
    start: 'quote_start',
    end: 'quote_end',
    transcript: (column) => `(SELECT transcript_id FROM segment WHERE id = ${column('segment_id')})`,
    coder: 'coder_id',
    round: 'round_id',
    identity: null,
    removal: 'span',
  },
  // What was thought is not removed with the words it was thought about.
  {
    kind: 'memo',
    table: 'memo',
    start: 'start',
    end: 'end',
    transcript: (column) => `iif(${column('subject_kind')} = 'passage', ${column('subject_id')}, NULL)`,
    coder: 'coder_id',
    round: 'round_id',
    identity: null,
    removal: null,
  },
]

/** The table of a kind of span. */
export function spanTable(kind: SpanKind): SpanTable {
  const found = SPAN_TABLES.find((table) => table.kind === kind)
  if (found === undefined) throw new Error(`no table of ${kind}`)
  return found
}
