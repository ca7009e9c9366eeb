import type { ReviewItemDetail } from '../../../../app/contract/review.ts'
import { spanOf, type Offset, type Span } from '../../../../domain/span.ts'
import type { TranscriptText } from '../../../../domain/transcript.ts'

export type NearTurn = ReviewItemDetail['turns'][number]

/** A turn as far as it is shown around a passage. */
export interface ShownTurn {
  readonly turn: NearTurn
  /** What of its words is shown, in the offsets of the transcript. */
  readonly shown: Span
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

/** The least a reader needs before and after, in characters: a few lines. */
const BEFORE = 180
const AFTER = 260

/**
 * What to read around a passage: the turns that hold it, and as many before and after as give so many characters there, the
 * outermost cut at a word. A turn that holds the passage is cut only far from it.
 */
export function contextOf(
  turns: readonly NearTurn[],
  passage: Span,
  before = BEFORE,
  after = AFTER,
): readonly ShownTurn[] {
  const from = passage.start - before
  const to = passage.end + after
  return turns.flatMap((turn) => {
    const isHolding = turn.start < passage.end && turn.end > passage.start
    if (!isHolding && (turn.end <= from || turn.start >= to)) return []
    const start = turn.start < from ? (wordAfter(turn, from) ?? (isHolding ? from : turn.end)) : turn.start
    const end = turn.end > to ? (wordBefore(turn, to) ?? (isHolding ? to : turn.start)) : turn.end
    const shown = spanOf(isHolding ? Math.min(start, Math.max(turn.start, passage.start)) : start, end)
    if (shown === null) return []
    return [{ turn, shown, isCutBefore: shown.start > turn.start, isCutAfter: shown.end < turn.end }]
  })
}

/** The words of a turn in a stretch of the transcript. */
export function wordsIn({ start, text }: NearTurn, span: Span): string {
  return text.slice(span.start - start, span.end - start)
}

/** The first beginning of a word after an offset; null where the turn has none. */
function wordAfter({ start, text }: NearTurn, offset: number): number | null {
  const blank = text.slice(offset - start).search(/\s\S/)
  return blank === -1 ? null : offset + blank + 1
}

/** The last end of a word before an offset; null where the turn has none. */
function wordBefore({ start, text }: NearTurn, offset: number): number | null {
  const blank = text.slice(0, offset - start).search(/\S\s+\S*$/)
  return blank === -1 ? null : start + blank + 1
}

/** The turns as a small transcript of their own, and from where its offsets count in the whole one. */
export function nearTranscript(turns: readonly NearTurn[]): { readonly near: TranscriptText; readonly base: number } {
  const base = turns[0]?.start ?? 0
  let text = ''
  const near = turns.map(({ number, speaker, start, end, text: words }) => {
    text = text.padEnd(start - base, '\n') + words
    return { number, speaker, seconds: null, start: (start - base) as Offset, end: (end - base) as Offset }
  })
  return { near: { text, turns: near }, base }
}
