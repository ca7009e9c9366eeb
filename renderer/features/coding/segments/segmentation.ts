import { createContext, useContext } from 'react'
import type { ListedQuote, ListedScreening, ListedSegment } from '../../../../app/contract/segments.ts'
import type { SegmentId } from '../../../../domain/ids.ts'
import type { Span } from '../../../../domain/span.ts'
import { turnIndexAt, type Turn } from '../../../../domain/transcript.ts'

/** What begins at a turn, or within it: a segment, or talk that belongs to none. */
export interface Boundary {
  /** Null: after a segment, before the next one. */
  readonly segment: ListedSegment | null
  /** Whether words of the turn come before. */
  readonly isWithin: boolean
}

/** A transcript's segments and quotes, with what the person at work may see of their screening. */
export interface Segmentation {
  readonly segments: readonly ListedSegment[]
  /** Those of the coder at work in the round at work. */
  readonly own: ReadonlyMap<SegmentId, ListedScreening>
  /** All others that may be seen. */
  readonly others: ReadonlyMap<SegmentId, readonly ListedScreening[]>
  readonly quotes: readonly ListedQuote[]
  /** By index of the turn. */
  readonly boundaries: ReadonlyMap<number, readonly Boundary[]>
  readonly quotedTurns: ReadonlySet<number>
  /** The session's unknown revision that `own` was read at; -1 while it is read again. */
  readonly readAt: number
}

const NOTHING: Segmentation = {
  segments: [],
  own: new Map(),
  others: new Map(),
  quotes: [],
  boundaries: new Map(),
  quotedTurns: new Set(),
  readAt: -1,
}

export const SegmentationContext = createContext<Segmentation>(NOTHING)

export function useSegmentation(): Segmentation {
  return useContext(SegmentationContext)
}

/** Where a rule is drawn: at each segment's start, and after one that the next does not follow at once. */
export function boundariesOf(
  turns: readonly Turn[],
  segments: readonly ListedSegment[],
): ReadonlyMap<number, readonly Boundary[]> {
  const last = turns.at(-1)?.end ?? 0
  const found = segments.flatMap((segment, index) => {
    const next = segments[index + 1]
    const hasGap = segment.end < last && next?.start !== segment.end
    return [{ at: segment.start, segment }, ...(hasGap ? [{ at: segment.end, segment: null }] : [])]
  })
  const placed = found.map(({ at, segment }) => {
    const turn = Math.max(0, turnIndexAt(turns, at))
    return { turn, segment, isWithin: at > (turns[turn]?.start ?? 0) }
  })
  return Map.groupBy(placed, ({ turn }) => turn)
}

/** The turns that hold words of a quote, by index. */
export function turnsOf(turns: readonly Turn[], spans: readonly Span[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { start, end } of spans) {
    for (let index = Math.max(0, turnIndexAt(turns, start)); (turns[index]?.start ?? end) < end; index++)
      found.add(index)
  }
  return found
}
