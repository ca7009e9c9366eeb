import type { Offset, Span } from '../../../domain/span.ts'
import { turnIndexAt, type TranscriptText } from '../../../domain/transcript.ts'

/**
 * A stretch of the transcript's text, in its UTF-16 offsets, half-open. Unlike a span it may be empty (`start === end`):
 * a point that the pointer was put on.
 */
export interface Extent {
  readonly start: Offset
  readonly end: Offset
}

/**
 * A transcript to be moved about in: its turns and, found as they are asked for, its words. Only what was said counts;
 * labels and time stamps between the turns are stepped over.
 */
export interface Reader {
  readonly transcript: TranscriptText
  /** The word that holds `offset`, or the nearest one of its turn; the point itself in a turn without words. */
  readonly wordAt: (offset: Offset) => Extent
  /** The first word that ends after `offset`. */
  readonly wordEndingAfter: (offset: Offset) => Extent | null
  /** The first word that starts after `offset`. */
  readonly wordStartingAfter: (offset: Offset) => Extent | null
  /** The last word that ends before `offset`. */
  readonly wordEndingBefore: (offset: Offset) => Extent | null
  /** The last word that starts before `offset`. */
  readonly wordStartingBefore: (offset: Offset) => Extent | null
}

/**
 * Words are those of UAX #29 in the transcript's language (`l’équipe` is one word; punctuation is none). Cost: one look-up
 * around the offset, whatever the length of the turn.
 */
export function createReader(transcript: TranscriptText, language: string | null): Reader {
  const { text, turns } = transcript
  const segmenter = new Intl.Segmenter(language ?? undefined, { granularity: 'word' })
  const known = new Map<number, Intl.Segments>()
  const segmentsOf = (index: number, turn: Span): Intl.Segments => {
    const segments = known.get(index) ?? segmenter.segment(text.slice(turn.start, turn.end))
    known.set(index, segments)
    return segments
  }

  const forward = (offset: number): Extent | null => {
    for (let index = Math.max(0, turnIndexAt(turns, offset as Offset)); index < turns.length; index++) {
      const turn = turns[index]
      if (turn === undefined || turn.end <= offset) continue
      let at = Math.max(0, offset - turn.start)
      for (let one = segmentsOf(index, turn).containing(at); one; one = segmentsOf(index, turn).containing(at)) {
        if (one.isWordLike === true) return extentOf(turn.start, one)
        at = one.index + one.segment.length
      }
    }
    return null
  }

  const backward = (offset: number): Extent | null => {
    for (let index = turnIndexAt(turns, offset as Offset); index >= 0; index--) {
      const turn = turns[index]
      if (turn === undefined) continue
      let at = Math.min(turn.end, offset) - turn.start - 1
      while (at >= 0) {
        const one = segmentsOf(index, turn).containing(at)
        if (one === undefined) break
        if (one.isWordLike === true) return extentOf(turn.start, one)
        at = one.index - 1
      }
    }
    return null
  }

  const wordStartingAfter = (offset: Offset): Extent | null => {
    const word = forward(offset)
    return word !== null && word.start <= offset ? forward(word.end) : word
  }
  const wordEndingBefore = (offset: Offset): Extent | null => {
    const word = backward(offset)
    return word !== null && word.end >= offset ? backward(word.start) : word
  }
  const wordAt = (offset: Offset): Extent => {
    const turn = turns[Math.max(0, turnIndexAt(turns, offset))]
    const inside = (word: Extent | null) =>
      word !== null && turn !== undefined && word.start < turn.end && word.end > turn.start
    const next = forward(offset)
    if (next !== null && inside(next)) return next
    const last = backward(offset)
    return last !== null && inside(last) ? last : { start: offset, end: offset }
  }
  return {
    transcript,
    wordAt,
    wordEndingAfter: forward,
    wordStartingAfter,
    wordEndingBefore,
    wordStartingBefore: backward,
  }
}

function extentOf(base: number, { index, segment }: { readonly index: number; readonly segment: string }): Extent {
  return { start: (base + index) as Offset, end: (base + index + segment.length) as Offset }
}
