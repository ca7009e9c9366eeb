/**
 * Spans of a text. The one place where the unit of offsets is said: UTF-16 code units of the transcript's frozen text,
 * half-open: `start` is the first unit inside, `end` the first one after. `start < end` always; there is no empty span.
 */
declare const offsetBrand: unique symbol

export type Offset = number & { readonly [offsetBrand]: 'offset' }

export interface Span {
  readonly start: Offset
  readonly end: Offset
}

/** The span from `start` to `end`; null when the numbers are no span of a text of `length` units. */
export function spanOf(start: number, end: number, length = Number.MAX_SAFE_INTEGER): Span | null {
  const whole = Number.isInteger(start) && Number.isInteger(end)
  return whole && start >= 0 && start < end && end <= length ? { start: start as Offset, end: end as Offset } : null
}

/** Whether two spans share at least one unit. Spans that only touch do not overlap. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether `inner` lies within `outer`, the same span included. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Order of spans in a list: by start, the longer one first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}

/**
 * Widens a span so that neither end cuts a grapheme cluster (UAX #29) in two: a selection that a person made must never
 * hold half an accent or half an emoji. `text` is the whole text.
 */
export function snapToGraphemes(text: string, span: Span): Span {
  const start = boundaryAtOrBefore(text, span.start)
  const before = boundaryAtOrBefore(text, span.end)
  return { start, end: before === span.end ? span.end : boundaryAfter(text, before) }
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Clusters are short; a window of this many units around an offset always holds a whole one of written language. */
const WINDOW = 64

function boundaryAtOrBefore(text: string, offset: Offset): Offset {
  if (offset >= text.length) return text.length as Offset
  const from = Math.max(0, offset - WINDOW)
  let boundary = from
  for (const { index } of graphemes.segment(text.slice(from, offset + WINDOW))) {
    if (from + index > offset) break
    boundary = from + index
  }
  return boundary as Offset
}

function boundaryAfter(text: string, offset: Offset): Offset {
  for (const { index } of graphemes.segment(text.slice(offset, offset + 2 * WINDOW))) {
    if (index > 0) return (offset + index) as Offset
  }
  return text.length as Offset
}
