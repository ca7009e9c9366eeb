import { overlaps, type Span } from '../../../../domain/span.ts'
import { wordsOf, type TranscriptText } from '../../../../domain/transcript.ts'

/** The words said within a span, a line a turn, without labels and time stamps. */
export function wordsWithin({ text, turns }: TranscriptText, span: Span): string {
  return turns
    .filter((turn) => overlaps(turn, span))
    .map((turn) =>
      wordsOf(text, {
        start: turn.start > span.start ? turn.start : span.start,
        end: turn.end < span.end ? turn.end : span.end,
      }),
    )
    .join('\n')
}
