import { spanOf, type Offset, type Span } from '../../../domain/span.ts'
import type { TranscriptText } from '../../../domain/transcript.ts'
import { caretAt, chosenSpan, rangeOf, type Selection } from './words/selection.ts'
import type { Reader } from '../../components/reader.ts'

/** The place in a transcript that an address names: a turn by its number, and words by their offsets. */
export interface AskedPlace {
  readonly turn: number | null
  readonly span: Span | null
}

export const NOWHERE: AskedPlace = { turn: null, span: null }

/** The place that the end of an address stands for: `12` or `12/340-352`. What is no number names nothing. */
export function placeIn([turn = '', words = '']: readonly string[]): AskedPlace {
  if (!/^\d{1,9}$/.test(turn)) return NOWHERE
  const offsets = /^(\d{1,12})-(\d{1,12})$/.exec(words)
  return { turn: Number(turn), span: offsets === null ? null : spanOf(Number(offsets[1]), Number(offsets[2])) }
}

/** Tells places apart. */
export function keyOf({ turn, span }: AskedPlace): string {
  return `${turn ?? ''} ${span?.start ?? ''} ${span?.end ?? ''}`
}

/** What is chosen when one comes to that place: its words; where those are none of the transcript's, its turn's beginning. */
export function selectionAt(reader: Reader, { turn, span }: AskedPlace): Selection | null {
  const { text, turns } = reader.transcript
  const words = span === null || !holdsWords(reader.transcript, span) ? null : spanOf(span.start, span.end, text.length)
  if (words !== null && chosenSpan(reader, rangeOf(words)) !== null) return rangeOf(words)
  const start: Offset | undefined = turns.find(({ number }) => number === turn)?.start
  return start === undefined ? null : caretAt(start)
}

function holdsWords({ turns }: TranscriptText, span: Span): boolean {
  return turns.some((turn) => turn.start < span.end && span.start < turn.end)
}
