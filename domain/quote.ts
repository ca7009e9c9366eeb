import type { CoderId, QuoteId, RoundId, TranscriptId } from './ids.ts'
import type { Span } from './span.ts'

/** Words of a transcript that one coder marked for the catalog in one round, with a note on why. */
export interface Quote extends Span {
  readonly id: QuoteId
  readonly transcriptId: TranscriptId
  readonly coderId: CoderId
  readonly roundId: RoundId
  /** Often empty. */
  readonly note: string
}
