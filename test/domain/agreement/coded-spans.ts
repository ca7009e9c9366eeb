import * as fc from 'fast-check'
import type { CodedSpan } from '../../../domain/agreement/units.ts'
import { spanOf, type Span } from '../../../domain/span.ts'

export function spanAt(start: number, end: number): Span {
  const span = spanOf(start, end)
  if (span === null) throw new RangeError(`${String(start)} to ${String(end)} is no span`)
  return span
}

/** `XX.Y` is X on 0 to 2 and Y on 3 to 4; a letter and its neighbour of the same kind are one span. */
export function spansIn(picture: string): readonly CodedSpan[] {
  return [...picture.matchAll(/([A-Z])\1*/g)].map((match) => ({
    ...spanAt(match.index, match.index + match[0].length),
    code: match[1] ?? '',
  }))
}

/** Spans of up to 8 characters within 24, overlapping ones among them. */
export const arbitrarySpans: fc.Arbitrary<readonly CodedSpan[]> = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 8 }), fc.constantFrom('A', 'B', 'C'))
    .map(([start, length, code]) => ({ ...spanAt(start, Math.min(24, start + length)), code })),
  { maxLength: 6 },
)

/** Turns of `lengths` characters, with one character of a label between them. */
export function turnsOf(...lengths: readonly number[]): readonly Span[] {
  let start = 0
  return lengths.map((length) => {
    const turn = spanAt(start, start + length)
    start += length + 1
    return turn
  })
}
