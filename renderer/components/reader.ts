import { asOffset, type Offset } from '../../domain/span.ts'
import { isBlank, turnIndexAt, type TranscriptText, type Turn } from '../../domain/transcript.ts'
import { stretchesOf, type Stretch } from './stretches.ts'

/**
 * A stretch of the transcript's text, in its UTF-16 offsets, half-open. Unlike a span it may be empty (`start === end`):
 * a point that the pointer was put on.
 */
export interface Extent {
  readonly start: Offset
  readonly end: Offset
}

/** What a turn is divided into, found as it is asked for. Each look-up costs one search around the offset. */
export interface Pieces {
  /** The piece that holds `offset`, or the nearest one of its turn; the point itself in a turn without any. */
  readonly at: (offset: Offset) => Extent
  /** The first piece that ends after `offset`. */
  readonly endingAfter: (offset: Offset) => Extent | null
  /** The first piece that starts after `offset`. */
  readonly startingAfter: (offset: Offset) => Extent | null
  /** The last piece that ends before `offset`. */
  readonly endingBefore: (offset: Offset) => Extent | null
  /** The last piece that starts before `offset`. */
  readonly startingBefore: (offset: Offset) => Extent | null
}

/** The pieces that the keyboard and the pointer take. */
export type Piece = 'letter' | 'word' | 'sentence'

/**
 * A transcript to be moved about in: its turns and their pieces. Only what was said counts; labels and time stamps
 * between the turns are stepped over.
 */
export interface Reader {
  readonly transcript: TranscriptText
  /** What is drawn as one row each. */
  readonly stretches: readonly Stretch[]
  readonly pieces: Readonly<Record<Piece, Pieces>>
}

/**
 * The pieces are those of UAX #29 in the transcript's language. A letter is a grapheme cluster that is no blank; a word
 * holds no punctuation (`l’équipe` is one); a sentence holds no blanks around it, and ends after an abbreviation too.
 */
export function createReader(transcript: TranscriptText, language: string | null): Reader {
  return {
    transcript,
    stretches: stretchesOf(transcript),
    pieces: {
      letter: createPieces(transcript, language, 'grapheme'),
      word: createPieces(transcript, language, 'word'),
      sentence: createPieces(transcript, language, 'sentence'),
    },
  }
}

function createPieces(
  { text, turns }: TranscriptText,
  language: string | null,
  granularity: 'grapheme' | 'word' | 'sentence',
): Pieces {
  const segmenter = new Intl.Segmenter(language ?? undefined, { granularity })
  const known = new Map<number, Intl.Segments>()
  const segmentAt = (index: number, turn: Turn, at: number): Intl.SegmentData | undefined => {
    const segments = known.get(index) ?? segmenter.segment(text.slice(turn.start, turn.end))
    known.set(index, segments)
    return segments.containing(at)
  }
  const pieceIn = (turn: Turn, one: Intl.SegmentData): Extent | null => {
    if (granularity === 'word' && one.isWordLike !== true) return null
    let start = turn.start + one.index
    let end = start + one.segment.length
    while (start < end && isBlank(text.charCodeAt(start))) start++
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--
    return start === end ? null : { start: asOffset(start), end: asOffset(end) }
  }

  const forward = (offset: number): Extent | null => {
    for (let index = Math.max(0, turnIndexAt(turns, offset)); index < turns.length; index++) {
      const turn = turns[index]
      if (turn === undefined || turn.end <= offset) continue
      let at = Math.max(0, offset - turn.start)
      for (let one = segmentAt(index, turn, at); one; one = segmentAt(index, turn, at)) {
        const piece = pieceIn(turn, one)
        if (piece !== null && piece.end > offset) return piece
        at = one.index + one.segment.length
      }
    }
    return null
  }

  const backward = (offset: number): Extent | null => {
    for (let index = turnIndexAt(turns, offset); index >= 0; index--) {
      const turn = turns[index]
      if (turn === undefined) continue
      let at = Math.min(turn.end, offset) - turn.start - 1
      while (at >= 0) {
        const one = segmentAt(index, turn, at)
        if (one === undefined) break
        const piece = pieceIn(turn, one)
        if (piece !== null && piece.start < offset) return piece
        at = one.index - 1
      }
    }
    return null
  }

  const at = (offset: Offset): Extent => {
    const turn = turns[Math.max(0, turnIndexAt(turns, offset))]
    const inside = (piece: Extent | null) =>
      piece !== null && turn !== undefined && piece.start < turn.end && piece.end > turn.start
    const next = forward(offset)
    if (next !== null && inside(next)) return next
    const last = backward(offset)
    return last !== null && inside(last) ? last : { start: offset, end: offset }
  }
  return {
    at,
    endingAfter: forward,
    startingAfter: (offset) => {
      const piece = forward(offset)
      return piece !== null && piece.start <= offset ? forward(piece.end) : piece
    },
    endingBefore: (offset) => {
      const piece = backward(offset)
      return piece !== null && piece.end >= offset ? backward(piece.start) : piece
    },
    startingBefore: backward,
  }
}
