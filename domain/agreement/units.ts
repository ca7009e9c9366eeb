import { itemsByUnit } from '../coding.ts'
import { spanOf, type Span } from '../span.ts'
import { wordsOf, type TranscriptText } from '../transcript.ts'
import type { CodeSet, UnitPair } from './figures.ts'

/**
 * What is compared: turns (the default), the sentences within them, segments, the characters within turns, or spans that
 * overlap enough to be taken as one.
 */
export const UNITS = ['turn', 'sentence', 'segment', 'character', 'overlap'] as const
export type UnitKind = (typeof UNITS)[number]

/** A code put on a span by one coder. */
export interface CodedSpan extends Span {
  readonly code: string
}

/** Sentence boundaries do not depend on the machine's language: the rules of UAX #29, the same for every transcript. */
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * The units of a transcript, in order, never overlapping: its turns, or the sentences (UAX #29) within each turn's
 * words, without the white space around them. A turn of nothing but white space has no sentence. Characters are never
 * listed one by one: `pairUnits` counts them.
 */
export function unitsOf(transcript: TranscriptText, unit: Exclude<UnitKind, 'character'>): readonly Span[] {
  return unit === 'turn' ? transcript.turns : transcript.turns.flatMap((turn) => sentencesOf(transcript.text, turn))
}

/**
 * The units of a transcript with the codes that each coder put on them. Units that both coded alike are merged, with
 * their number as weight, in the order in which each pattern first occurs. Every unit counts, coded or not; a coding
 * outside the turns' words touches no unit. A code that a coder put twice on a unit counts once.
 *
 * A character is a UTF-16 unit of a turn's words, white space within included; speaker labels and time stamps are none.
 */
export function pairUnits(
  transcript: TranscriptText,
  unit: UnitKind,
  first: readonly CodedSpan[],
  second: readonly CodedSpan[],
): readonly UnitPair[] {
  const units = unit === 'character' ? stretchesOf(transcript.turns, [...first, ...second]) : unitsOf(transcript, unit)
  const ofFirst = itemsByUnit(units, first)
  const ofSecond = itemsByUnit(units, second)
  const sets = new Map<string, { index: number; set: CodeSet }>()
  const intern = (items: readonly CodedSpan[]) => {
    const codes = [...new Set(items.map((item) => item.code))].sort()
    const key = JSON.stringify(codes)
    const known = sets.get(key) ?? { index: sets.size, set: new Set(codes) }
    sets.set(key, known)
    return known
  }
  const pairs = new Map<string, { first: CodeSet; second: CodeSet; weight: number }>()
  for (const [at, span] of units.entries()) {
    const a = intern(ofFirst[at] ?? [])
    const b = intern(ofSecond[at] ?? [])
    const key = `${a.index},${b.index}`
    const weight = unit === 'character' ? span.end - span.start : 1
    const pair = pairs.get(key)
    if (pair) pair.weight += weight
    else pairs.set(key, { first: a.set, second: b.set, weight })
  }
  return [...pairs.values()]
}

function sentencesOf(text: string, turn: Span): readonly Span[] {
  const spans: Span[] = []
  for (const { index, segment } of sentences.segment(wordsOf(text, turn))) {
    const start = turn.start + index + (segment.length - segment.trimStart().length)
    const span = spanOf(start, turn.start + index + segment.trimEnd().length)
    if (span) spans.push(span)
  }
  return spans
}

/** The turns, cut wherever a coding starts or ends: within a stretch all characters are coded alike. */
function stretchesOf(turns: readonly Span[], codings: readonly Span[]): readonly Span[] {
  const cuts = [...new Set(codings.flatMap((coding) => [coding.start, coding.end]))].sort((a, b) => a - b)
  const stretches: Span[] = []
  let at = 0
  for (const turn of turns) {
    let { start } = turn
    for (let cut = cuts[at]; cut !== undefined && cut < turn.end; cut = cuts[++at]) {
      if (cut <= start) continue
      stretches.push({ start, end: cut })
      start = cut
    }
    stretches.push({ start, end: turn.end })
  }
  return stretches
}
