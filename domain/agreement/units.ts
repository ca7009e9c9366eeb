import { itemsByUnit } from '../coding.ts'
import { spanOf, type Span } from '../span.ts'
import { wordsOf, type TranscriptText } from '../transcript.ts'
import { CodeSets } from './code-sets.ts'
import type { CodeSet, UnitPair, UnitValues } from './figures.ts'

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

/** What of a transcript units are made of: its turns and its segments, in order. Only sentences need the words. */
export interface SegmentedText extends Pick<TranscriptText, 'text'> {
  readonly turns: readonly Span[]
  readonly segments?: readonly Span[]
}

/** The units that every coder has alike. Spans that overlap enough are of two coders: see `matchUnits`. */
export type SharedUnitKind = Exclude<UnitKind, 'overlap'>

/**
 * The units of a transcript, in order, never overlapping: its turns; the sentences (UAX #29) within each turn's words,
 * without the white space around them; or its segments. A turn of nothing but white space has no sentence. Characters are
 * never listed one by one: `unitValues` counts them.
 */
export function unitsOf(transcript: SegmentedText, unit: Exclude<SharedUnitKind, 'character'>): readonly Span[] {
  switch (unit) {
    case 'turn':
      return transcript.turns
    case 'sentence':
      return transcript.turns.flatMap((turn) => sentencesOf(transcript.text, turn))
    case 'segment':
      return transcript.segments ?? []
  }
}

/**
 * The units of a transcript with the set of codes that each coder put on them, in the coders' order. Units that all coded
 * alike are merged, with their number as weight, in the order in which each pattern first occurs. Every unit counts, coded
 * or not; a coding outside the units touches none. A code that a coder put twice on a unit counts once.
 *
 * A character is a UTF-16 unit of a turn's words, white space within included; speaker labels and time stamps are none.
 * Characters are counted in runs that all coders coded alike throughout. With `sets` of the caller's own, the same codes
 * are the same set in transcript after transcript.
 */
export function unitValues(
  transcript: SegmentedText,
  unit: SharedUnitKind,
  coders: readonly (readonly CodedSpan[])[],
  sets = new CodeSets(),
): readonly UnitValues[] {
  const units = unit === 'character' ? stretchesOf(transcript.turns, coders.flat()) : unitsOf(transcript, unit)
  const items = coders.map((codings) => itemsByUnit(units, codings))
  const indexes = new Map<CodeSet, number>()
  const merged = new Map<string, { readonly values: readonly CodeSet[]; weight: number }>()
  for (const [at, span] of units.entries()) {
    let key = ''
    const values = items.map((byUnit) => {
      const value = sets.of(codesOf(byUnit[at] ?? []))
      const index = indexes.get(value) ?? indexes.size
      indexes.set(value, index)
      key += `${String(index)} `
      return value
    })
    const weight = unit === 'character' ? span.end - span.start : 1
    const pattern = merged.get(key)
    if (pattern) pattern.weight += weight
    else merged.set(key, { values, weight })
  }
  return [...merged.values()]
}

function codesOf(codings: readonly CodedSpan[]): readonly string[] {
  return codings.map(({ code }) => code)
}

/** The same of two coders. */
export function pairUnits(
  transcript: SegmentedText,
  unit: SharedUnitKind,
  first: readonly CodedSpan[],
  second: readonly CodedSpan[],
  sets = new CodeSets(),
): readonly UnitPair[] {
  return pairsIn(unitValues(transcript, unit, [first, second], sets))
}

/** Units with two values each, as pairs. */
export function pairsIn(units: readonly UnitValues[]): readonly UnitPair[] {
  return units.map(({ values: [first = NOTHING, second = NOTHING], weight }) => ({ first, second, weight }))
}

const NOTHING: CodeSet = new Set()

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
