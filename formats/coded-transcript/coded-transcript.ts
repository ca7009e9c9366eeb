import { overlaps, type Span } from '../../domain/span.ts'
import type { Turn } from '../../domain/transcript.ts'

/** A coding as a reader of the document needs it: what, whose, in which round, and what was noted on it. */
export interface CodedPassage extends Span {
  /** The code with the codes it lies in: `Raw Data / Metadata`. */
  readonly code: string
  /** Index into the palette of code colours. */
  readonly colour: number
  readonly coder: string
  readonly round: string
  readonly memos: readonly { readonly author: string | null; readonly body: string }[]
}

/** A transcript with the codings to be shown, in order of their start, the longer ones first. */
export interface CodedTranscript {
  readonly study: string
  readonly name: string
  readonly participant: string | null
  readonly language: string | null
  readonly text: string
  readonly turns: readonly Turn[]
  readonly codings: readonly CodedPassage[]
  readonly coders: readonly string[]
  readonly rounds: readonly string[]
  /** The day it is written, ISO 8601. */
  readonly at: string
  readonly hasSpeakers: boolean
  readonly hasStamps: boolean
}

/** A coding with its number in the document, from 1. */
export interface NumberedPassage extends CodedPassage {
  readonly number: number
}

/** Words of one turn over which the codings do not change. */
export interface Stretch {
  readonly text: string
  /** The codings that begin with its first and end with its last unit, outermost first and innermost first. */
  readonly opened: readonly NumberedPassage[]
  readonly closed: readonly NumberedPassage[]
  /** Whether any coding covers it. */
  readonly isCoded: boolean
}

export interface CodedTurn {
  readonly turn: Turn
  readonly stretches: readonly Stretch[]
  /** The codings that begin in it, and those that go on from turns before. */
  readonly begun: readonly NumberedPassage[]
  readonly continued: readonly NumberedPassage[]
}

/**
 * The turns with their words cut where codings begin and end. Each coding begins in one turn and ends in one: one that
 * begins or ends in a label or between turns does so at the nearest words inside it; one that holds no words of any turn
 * is at the end of the turn before it.
 */
export function codedTurns({ text, turns, codings }: CodedTranscript): readonly CodedTurn[] {
  const placed = codings.map((coding, index) => ({
    ...placeIn(turns, coding),
    coding: { ...coding, number: index + 1 },
  }))
  const inTurn: (typeof placed)[number][][] = turns.map(() => [])
  for (const one of placed) for (let at = one.first; at <= one.last; at++) inTurn[at]?.push(one)
  return turns.map((turn, index) => {
    const here = inTurn[index] ?? []
    const starts = Map.groupBy(
      here.filter(({ first }) => first === index),
      ({ start }) => Math.min(Math.max(start, turn.start), turn.end),
    )
    const ends = Map.groupBy(
      here.filter(({ last }) => last === index),
      ({ end }) => Math.max(Math.min(end, turn.end), turn.start),
    )
    const cuts = [...new Set([turn.start, ...starts.keys(), ...ends.keys(), turn.end])].sort((a, b) => a - b)
    const stretches = cuts.slice(0, -1).map((from, at): Stretch => {
      const to = cuts[at + 1] ?? turn.end
      const isLast = to === turn.end
      const opened = [...(starts.get(from) ?? []), ...(isLast ? (starts.get(to) ?? []) : [])]
      const closed = [...(at === 0 ? (ends.get(from) ?? []) : []), ...(ends.get(to) ?? [])]
      return {
        text: text.slice(from, to),
        opened: opened.map(({ coding }) => coding),
        closed: closed.map(({ coding }) => coding).toReversed(),
        isCoded: here.some(({ start, end }) => start < to && end > from),
      }
    })
    return {
      turn,
      stretches,
      begun: here.filter(({ first }) => first === index).map(({ coding }) => coding),
      continued: here.filter(({ first }) => first < index).map(({ coding }) => coding),
    }
  })
}

/** The turns that a span begins and ends in, of those whose words it holds. */
function placeIn(turns: readonly Turn[], { start, end }: Span) {
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((turns[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const first = turns[low]
  if (first === undefined || !overlaps(first, { start, end })) {
    const before = Math.max(0, low - 1)
    const at = turns[before]?.end ?? start
    return { first: before, last: before, start: at, end: at }
  }
  let last = low
  while ((turns[last + 1]?.start ?? Infinity) < end) last++
  return { first: low, last, start, end }
}

/** Time since the recording began: `1:02:03`. */
export function stampOf(seconds: number): string {
  const whole = Math.floor(seconds)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(whole / 3600)}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`
}
