import type { Offset, Span } from './span.ts'

/**
 * One stretch of one speaker. `span` covers the words said (never the label or the time stamp, which stay in the text
 * around it); `label` covers what stands before them in the text, or is null when the speaker is inferred.
 */
export interface Turn extends Span {
  /** 1 for the first turn of the transcript. */
  readonly number: number
  /** The speaker as the transcript names them, blanks trimmed; null before the first label of a transcript without one. */
  readonly speaker: string | null
  /** Seconds from the start of the recording, when the transcript has a stamp for this turn. */
  readonly seconds: number | null
}

/** A transcript's frozen text and its division into turns, in order, never overlapping. */
export interface TranscriptText {
  readonly text: string
  readonly turns: readonly Turn[]
}

/** The words of one turn. */
export function wordsOf(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/**
 * A span from the first words said in it to the last: a label or a time stamp before or after them is left out, as that of
 * the turn after a segment, which ends where that one begins. The span itself where nothing is said in it.
 */
export function saidWithin(turns: readonly Turn[], { start, end }: Span): Span {
  const at = turnIndexAt(turns, start)
  const first = turns[at]
  const opening = first !== undefined && first.end > start ? first : turns[at + 1]
  const closing = turns[turnIndexAt(turns, end - 1)]
  if (opening === undefined || closing === undefined || opening.start >= end || closing.end <= start) {
    return { start, end }
  }
  return { start: later(start, opening.start), end: end < closing.end ? end : closing.end }
}

function later(one: Offset, other: Offset): Offset {
  return one > other ? one : other
}

/** How many words the spans hold: runs of characters that are not white space. */
export function countWords(text: string, spans: readonly Span[]): number {
  let words = 0
  for (const span of spans) {
    let inside = false
    for (let at: number = span.start; at < span.end; at++) {
      const blank = isBlank(text.charCodeAt(at))
      if (!blank && !inside) words++
      inside = !blank
    }
  }
  return words
}

/** Index of the turn that holds the offset, or of the last one that starts before it; -1 before the first turn. */
export function turnIndexAt(turns: readonly Turn[], offset: number): number {
  let low = 0
  let high = turns.length - 1
  let found = -1
  while (low <= high) {
    const middle = (low + high) >> 1
    const turn = turns[middle]
    if (turn !== undefined && turn.start <= offset) {
      found = middle
      low = middle + 1
    } else high = middle - 1
  }
  return found
}

/** White space in the sense of JavaScript's `\s`, told by its code unit because transcripts are scanned whole. */
export function isBlank(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  )
}
