import { spanOf, type Span } from '../../domain/span.ts'
import type { Reader } from './reader.ts'

/** A boundary taken outward, so that more is held, or inward. Each bracket moves the boundary that it looks like. */
export interface BoundaryMove {
  readonly edge: 'start' | 'end'
  readonly way: 'out' | 'in'
  readonly by: 'word' | 'letter'
}

/** The span with one boundary moved; null at the ends of the transcript, and where nothing would be left. */
export function movedBoundary(
  { transcript, pieces }: Reader,
  span: Span,
  { edge, way, by }: BoundaryMove,
): Span | null {
  const { start, end } = span
  const { startingBefore, startingAfter, endingBefore, endingAfter } = pieces[by]
  if (edge === 'start') {
    const to = (way === 'out' ? startingBefore(start) : startingAfter(start))?.start
    return to === undefined ? null : spanOf(to, end, transcript.text.length)
  }
  const to = (way === 'out' ? endingAfter(end) : endingBefore(end))?.end
  return to === undefined ? null : spanOf(start, to, transcript.text.length)
}
