import { overlaps, type Span } from '../../../../domain/span.ts'
import type { TranscriptText } from '../../../../domain/transcript.ts'

/** Seconds as a time stamp: 0:03:12. */
export function timeStamp(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}

/**
 * The words of a span as they are quoted: a line a turn, with its speaker, number and time stamp, and at the end where
 * they are from.
 */
export function quote({ text, turns }: TranscriptText, span: Span, source: string): string {
  const lines = turns
    .filter((turn) => overlaps(turn, span))
    .map((turn) => {
      const words = text.slice(Math.max(turn.start, span.start), Math.min(turn.end, span.end))
      const place = [String(turn.number), ...(turn.seconds === null ? [] : [timeStamp(turn.seconds)])].join(', ')
      return `${turn.speaker ?? '—'} [${place}]: ${words}`
    })
  return [...lines, `— ${source}`].join('\n')
}

/** Where words are from, as they are cited: the transcript, and whose words it holds where its name does not say so. */
export function sourceOf(transcript: { readonly name: string; readonly participant: string | null }): string {
  const { name, participant } = transcript
  return participant === null || name.includes(participant) ? name : `${participant}, ${name}`
}
