import { boundIndexAt, findAnchors, findExactly, gapsOf, type Range } from './exact-places.ts'
import { findLikely } from './likely-places.ts'
import { labelPattern, squeeze, squeezeTurns, type SqueezedTurns } from './squeezed-text.ts'
import { spanOf, type Span } from '../span.ts'
import type { TranscriptText } from '../transcript.ts'

/**
 * Where a coded turn lies in a transcript. `spans` has one span for each turn of the transcript that it covers, whole
 * or in part, in order; spans cover words, never labels. `exact`: the same characters, see `alignTurns` for what is
 * forgiven; `approximate`: most of the words, `likeness` 0.6 to 1; `unaligned`: nowhere between its neighbours.
 */
export type Alignment =
  | { readonly kind: 'exact'; readonly spans: readonly Span[] }
  | { readonly kind: 'approximate'; readonly spans: readonly Span[]; readonly likeness: number }
  | { readonly kind: 'unaligned' }

/**
 * Finds the turns of one coder's copy of an interview in the transcript, by their text: one answer for each coded turn,
 * in order. A coded turn may be a whole turn, a part of one, or several. White space, page breaks with their numbers,
 * soft hyphens, forms of quotes and dashes, and labels of the transcript's speakers within the words are forgiven.
 *
 * The order is kept: a coded turn is placed between its neighbours, which is how turns that recur ("Yeah.") find their
 * own place. First long turns that begin at a turn, or where the coded turn before them ends, are fixed as the heaviest
 * increasing chain; then, in each gap between them, exact passages; then passages by the words they have in common
 * (`LEAST_LIKENESS`). What is nowhere is `unaligned`: never put at a guess.
 */
export function alignTurns(
  transcript: TranscriptText,
  coded: readonly { readonly text: string }[],
): readonly Alignment[] {
  const labels = labelPattern(transcript.turns.map((turn) => turn.speaker))
  const whole = squeezeTurns(transcript, labels)
  const pieces = coded.map(({ text }) => squeeze(text, 0, text.length, labels))
  const ranges: (Range | null)[] = coded.map(() => null)
  const likeness = new Map<number, number>()
  for (const place of findAnchors(whole, pieces)) ranges[place.item] = place
  for (const gap of gapsOf(ranges, pieces, whole.units.length)) {
    for (const place of findExactly(whole, pieces, gap)) ranges[place.item] = place
  }
  for (const gap of gapsOf(ranges, pieces, whole.units.length)) {
    for (const place of findLikely(whole, pieces, gap)) {
      ranges[place.item] = place
      if (whole.units.slice(place.start, place.end) !== pieces[place.item]?.units) {
        likeness.set(place.item, place.likeness)
      }
    }
  }
  return ranges.map((range, item) => {
    const spans = range === null ? [] : spansOf(transcript, whole, range)
    const like = likeness.get(item)
    if (spans.length === 0) return { kind: 'unaligned' }
    return like === undefined ? { kind: 'exact', spans } : { kind: 'approximate', spans, likeness: like }
  })
}

/** One span a turn; where the range reaches the first or last unit of a turn, the span reaches the turn's edge. */
function spansOf(transcript: TranscriptText, whole: SqueezedTurns, range: Range): readonly Span[] {
  const spans: Span[] = []
  const { bounds } = whole
  for (let index = boundIndexAt(bounds, range.start); (bounds[index] ?? range.end) < range.end; index++) {
    const turn = transcript.turns[index]
    const opening = bounds[index] ?? 0
    const closing = bounds[index + 1] ?? 0
    const first = Math.max(opening, range.start)
    const last = Math.min(closing, range.end) - 1
    if (turn === undefined || first > last) continue
    const start = first === opening ? turn.start : whole.starts[first]
    const end = last === closing - 1 ? turn.end : whole.ends[last]
    const span = start === undefined || end === undefined ? null : spanOf(start, end)
    if (span !== null) spans.push(span)
  }
  return spans
}
