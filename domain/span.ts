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

/** Brands a number that a database row, the contract or a text already knows to be an offset, as `asId` does a string. */
export function asOffset(value: number): Offset {
  return value as Offset
}

/** The span from `start` to `end`; null when the numbers are no span of a text of `length` units. */
export function spanOf(start: number, end: number, length = Number.MAX_SAFE_INTEGER): Span | null {
  const whole = Number.isInteger(start) && Number.isInteger(end)
  return whole && start >= 0 && start < end && end <= length ? { start: asOffset(start), end: asOffset(end) } : null
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
  return { start: clusterAt(text, span.start)?.start ?? span.start, end: endBoundary(text, span.end) }
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function endBoundary(text: string, end: Offset): Offset {
  const cluster = clusterAt(text, end)
  return cluster === null || cluster.start === end ? end : cluster.end
}

/**
 * The cluster that holds `offset`; null at the end of the text. Looked for in the line alone: there is always a boundary
 * after a line feed, and nowhere else is one certain without reading on, since flags pair up and accents pile up.
 */
function clusterAt(text: string, offset: Offset): Span | null {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const lineFeed = text.indexOf('\n', offset)
  const line = text.slice(lineStart, lineFeed === -1 ? text.length : lineFeed + 1)
  const cluster = graphemes.segment(line).containing(offset - lineStart)
  if (cluster === undefined) return null
  const start = lineStart + cluster.index
  return spanOf(start, start + cluster.segment.length)
}
