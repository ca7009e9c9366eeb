import { AxialError } from './errors.ts'
import type { Correction } from './re-anchoring.ts'
import { asOffset, spanOf, type Span } from './span.ts'
import { differencesOf, type Edit } from './text/text-difference.ts'
import { wordsOf, type TranscriptText, type Turn } from './transcript.ts'

/** What a turn is to say from now on, and whose words it is to hold: its label, where it has one of its own. */
export interface TurnCorrection {
  /** From 1. */
  readonly number: number
  readonly words: string
  readonly speaker?: string | undefined
}

/** Where a turn's own label names its speaker; null where the speaker is only known from the turns before it. */
export function speakerPlace({ text, turns }: TranscriptText, index: number): Span | null {
  const turn = turns[index]
  if (turn?.speaker === undefined || turn.speaker === null || turn.speaker === '') return null
  const from = turns[index - 1]?.end ?? 0
  const at = text.slice(from, turn.start).lastIndexOf(turn.speaker)
  return at === -1 ? null : spanOf(from + at, from + at + turn.speaker.length)
}

/**
 * The transcript with these turns corrected, and what that did to its text. The other turns, the labels and the time stamps
 * stay as they are, and so does the division into turns. Blanks at the ends of the words given are left out.
 * @throws AxialError not-found, turn-empty, speaker-unwritten, nothing-corrected
 */
export function correctTurns(
  content: TranscriptText,
  corrections: readonly TurnCorrection[],
): { readonly content: TranscriptText; readonly correction: Correction } {
  const { text, turns } = content
  const byNumber = new Map(corrections.map((correction) => [correction.number, correction]))
  for (const { number } of corrections) {
    if (turns[number - 1]?.number !== number) throw new AxialError('not-found', { what: 'turn', name: number })
  }
  const draft = new Draft(text)
  const corrected = turns.map((turn, index): Turn => {
    const wanted = byNumber.get(turn.number)
    if (wanted === undefined) return moveTurn(draft, turn)
    const speaker = correctSpeaker(draft, content, index, wanted)
    const words = wanted.words.toWellFormed().replaceAll(/\r\n?/g, '\n').trim()
    if (words === '') throw new AxialError('turn-empty', { number: turn.number })
    const start = draft.copyTo(turn.start)
    const end = draft.replace(turn, words, differencesOf(wordsOf(text, turn), words))
    return { ...turn, speaker, start: asOffset(start), end: asOffset(end) }
  })
  draft.copyTo(text.length)
  if (draft.edits.length === 0) throw new AxialError('nothing-corrected')
  return {
    content: { text: draft.text, turns: corrected },
    correction: { oldText: text, newText: draft.text, edits: draft.edits },
  }
}

function moveTurn(draft: Draft, turn: Turn): Turn {
  const start = draft.copyTo(turn.start)
  return { ...turn, start: asOffset(start), end: asOffset(draft.copyTo(turn.end)) }
}

function correctSpeaker(
  draft: Draft,
  content: TranscriptText,
  index: number,
  { number, speaker: wanted }: TurnCorrection,
): string | null {
  const known = content.turns[index]?.speaker ?? null
  const speaker = wanted?.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
  if (speaker === undefined || speaker === known) return known
  const place = speakerPlace(content, index)
  if (place === null || speaker === '') throw new AxialError('speaker-unwritten', { number })
  const { start, end } = place
  draft.copyTo(start)
  const length = end - start
  draft.replace(place, speaker, [{ kind: 'respelled', start: 0, end: length, newStart: 0, newEnd: speaker.length }])
  return speaker
}

/** The new text as it is put together from the old one, and what was changed on the way. */
class Draft {
  readonly edits: Edit[] = []
  text = ''
  readonly #old: string
  #at = 0

  constructor(old: string) {
    this.#old = old
  }

  /** Takes over the old text up to `offset`; gives where that is in the new one. */
  copyTo(offset: number): number {
    this.text += this.#old.slice(this.#at, offset)
    this.#at = offset
    return this.text.length
  }

  /** Puts `words` in the place of the span, which starts where the draft stands; gives where they end. */
  replace({ start, end }: Span, words: string, edits: readonly Edit[]): number {
    const base = this.text.length
    for (const { kind, ...edit } of edits) {
      this.edits.push({
        kind,
        start: start + edit.start,
        end: start + edit.end,
        newStart: base + edit.newStart,
        newEnd: base + edit.newEnd,
      })
    }
    this.text += words
    this.#at = end
    return this.text.length
  }
}
