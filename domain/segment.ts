import type { SegmentId, TranscriptId } from './ids.ts'
import { asOffset, spanOf, type Offset, type Span } from './span.ts'
import { isBlank, turnIndexAt, type Turn } from './transcript.ts'

/**
 * A stretch of a transcript that holds one example. The segments of a transcript are in order of their start and never
 * overlap; there may be talk between them that belongs to none. Labels and time stamps may lie within.
 */
export interface Segment extends Span {
  readonly id: SegmentId
  readonly transcriptId: TranscriptId
  /** What it is about, in the researcher's words; often empty. */
  readonly title: string
}

/** What starting a segment at a place comes to. `split`: the segment at `index` ends there and another begins. */
export type Start =
  | { readonly kind: 'begin'; readonly span: Span }
  | { readonly kind: 'split'; readonly index: number; readonly parts: readonly [Span, Span] }
  | { readonly kind: 'none' }

/**
 * Starts a segment at `offset`: within a segment it divides that one, elsewhere it begins one that reaches to the next
 * segment or to `textEnd`, the end of what was said. Nothing where a segment starts there already, or no text is left.
 */
export function startHere(segments: readonly Span[], offset: Offset, textEnd: number): Start {
  const index = segments.findIndex((segment) => segment.start <= offset && offset < segment.end)
  const around = segments[index]
  if (around !== undefined) {
    const parts = splitAt(around, offset)
    return parts === null ? { kind: 'none' } : { kind: 'split', index, parts }
  }
  const next = segments.find((segment) => segment.start > offset)
  const span = spanOf(offset, Math.min(next?.start ?? textEnd, textEnd))
  return span === null ? { kind: 'none' } : { kind: 'begin', span }
}

/** The two parts of a segment that is divided at `at`; null where one of them would be empty. */
export function splitAt({ start, end }: Span, at: Offset): readonly [Span, Span] | null {
  return start < at && at < end
    ? [
        { start, end: at },
        { start: at, end },
      ]
    : null
}

/** Two neighbours as one, with whatever lies between them. */
export function joined(first: Span, second: Span): Span {
  return { start: first.start, end: second.end }
}

/** A segment's new place, by its index. */
export interface Moved {
  readonly index: number
  readonly span: Span
}

/**
 * Moves one end of the segment at `index` to `to`. A neighbour that touches it there moves along, so that no words fall
 * out between the two; one that does not is never run over. Null where a segment would be left empty, run over another or
 * reach beyond `textEnd`. An empty list where the end is there already.
 */
export function moveBoundary(
  segments: readonly Span[],
  index: number,
  side: 'start' | 'end',
  to: Offset,
  textEnd: number,
): readonly Moved[] | null {
  const segment = segments[index]
  if (segment === undefined) return null
  if (segment[side] === to) return []
  const beside = side === 'start' ? index - 1 : index + 1
  const neighbour = segments[beside]
  const other = side === 'start' ? 'end' : 'start'
  const touches = neighbour !== undefined && neighbour[other] === segment[side]
  const wanted: Moved[] = [{ index, span: { ...placeOf(segment), [side]: to } }]
  if (touches) wanted.push({ index: beside, span: { ...placeOf(neighbour), [other]: to } })
  else if (neighbour !== undefined && (side === 'start' ? to < neighbour.end : to > neighbour.start)) return null
  return wanted.every(({ span }) => spanOf(span.start, span.end, textEnd) !== null) ? wanted : null
}

function placeOf({ start, end }: Span): Span {
  return { start, end }
}

/**
 * Where a segment can start that is to start at about `offset`: at the beginning of a turn where no word of it comes
 * before, else at the beginning of the word there, or of the next one. The end of what was said stands for itself and for
 * every place after the last word.
 */
export function snapToStart(text: string, turns: readonly Turn[], offset: Offset): Offset {
  const index = turnIndexAt(turns, offset)
  const turn = turns[index]
  const following = turns[index + 1]?.start ?? turns.at(-1)?.end ?? offset
  if (turn === undefined || offset >= turn.end) return following
  let at: number = offset
  if (isBlank(text.charCodeAt(at))) while (at < turn.end && isBlank(text.charCodeAt(at))) at++
  else while (at > turn.start && !isBlank(text.charCodeAt(at - 1))) at--
  if (at >= turn.end) return following
  return text.slice(turn.start, at).trim() === '' ? turn.start : asOffset(at)
}
