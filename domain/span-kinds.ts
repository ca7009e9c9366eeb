/** What a span of a transcript can be: everything that points at words and has to move with them when they are corrected. */
export const SPAN_KINDS = ['coding', 'segment', 'quote', 'screening', 'memo'] as const
export type SpanKind = (typeof SPAN_KINDS)[number]
