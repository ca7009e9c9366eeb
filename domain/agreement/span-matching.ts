import { countOverlapped, itemsByUnit } from '../coding.ts'
import { compareSpans, type Span } from '../span.ts'
import type { CodeSet, UnitPair } from './figures.ts'
import type { CodedSpan } from './units.ts'

/** The least share of overlap at which two spans are taken as one, unless another is chosen. */
export const DEFAULT_SHARE = 0.5

const NOTHING: CodeSet = new Set()

/** A stretch that a coder marked, with all codes they put on exactly that stretch. */
interface Marked extends Span {
  readonly codes: CodeSet
}

/**
 * The units of two coders who chose the stretches they code themselves. A coder's codings of one and the same stretch are
 * one span with a set of codes. A span of the one and a span of the other are one unit where the characters that both
 * cover are at least `share` (above 0, to 1) of the characters that either covers; each span is matched once at most, the
 * greatest shares first, then those that share more codes, then in order of place. A span without its like is a unit that
 * the other did not code. A turn that no span of either touches is a unit that neither coded, as it is where turns are the
 * units: so where both coded whole turns, the figures are those of turns.
 *
 * Of what either covers (intersection over union), not of the shorter span: else one word would match a page around it, and
 * one long span would match whatever lies within. Spans of one coder that do not overlap can have no more than one match
 * each where the share is above a half.
 */
export function matchUnits(
  turns: readonly Span[],
  first: readonly CodedSpan[],
  second: readonly CodedSpan[],
  share: number,
): readonly UnitPair[] {
  const ofFirst = markedBy(first)
  const ofSecond = markedBy(second)
  const matches = matchSpans(ofFirst, ofSecond, share)
  const matched = new Set(matches.values())
  const units: UnitPair[] = ofFirst.map((span) => ({
    first: span.codes,
    second: matches.get(span)?.codes ?? NOTHING,
    weight: 1,
  }))
  for (const span of ofSecond) if (!matched.has(span)) units.push({ first: NOTHING, second: span.codes, weight: 1 })
  const untouched = turns.length - countOverlapped(turns, [...first, ...second])
  if (untouched > 0) units.push({ first: NOTHING, second: NOTHING, weight: untouched })
  return units
}

function markedBy(codings: readonly CodedSpan[]): readonly Marked[] {
  const spans = new Map<string, { readonly start: Span['start']; readonly end: Span['end']; codes: Set<string> }>()
  for (const { start, end, code } of codings) {
    const key = `${String(start)} ${String(end)}`
    const span = spans.get(key) ?? { start, end, codes: new Set<string>() }
    span.codes.add(code)
    spans.set(key, span)
  }
  return [...spans.values()].sort(compareSpans)
}

function matchSpans(first: readonly Marked[], second: readonly Marked[], share: number): ReadonlyMap<Marked, Marked> {
  const pairs = overlapping(first, second)
    .map(([a, b]) => ({ a, b, share: shareOf(a, b), alike: a.codes.intersection(b.codes).size }))
    .filter((pair) => pair.share >= share)
    .sort((x, y) => y.share - x.share || y.alike - x.alike || compareSpans(x.a, y.a) || compareSpans(x.b, y.b))
  const matches = new Map<Marked, Marked>()
  const taken = new Set<Marked>()
  for (const { a, b } of pairs) {
    if (matches.has(a) || taken.has(b)) continue
    matches.set(a, b)
    taken.add(b)
  }
  return matches
}

/** Every pair that shares a character. The first's spans may overlap, so they are taken one at a time. */
function overlapping(first: readonly Marked[], second: readonly Marked[]): readonly (readonly [Marked, Marked])[] {
  const disjoint = disjointLayers(first)
  return disjoint.flatMap((layer) =>
    itemsByUnit(layer, second).flatMap((others, at) => {
      const span = layer[at]
      return span === undefined ? [] : others.map((other) => [span, other] as const)
    }),
  )
}

/** The spans, in order, dealt into as few layers as needed so that within one none overlap. */
function disjointLayers(spans: readonly Marked[]): readonly (readonly Marked[])[] {
  const layers: Marked[][] = []
  for (const span of spans) {
    const layer = layers.find((each) => (each.at(-1)?.end ?? 0) <= span.start)
    if (layer) layer.push(span)
    else layers.push([span])
  }
  return layers
}

function shareOf(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared / (a.end - a.start + (b.end - b.start) - shared)
}
