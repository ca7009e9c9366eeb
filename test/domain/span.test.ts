import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareSpans, contains, overlaps, snapToGraphemes, spanOf, type Span } from '../../domain/span.ts'

const ACUTE = '\u0301'
const ZWJ = '\u200D'
/** What people write that takes several code units, and what breaks or joins clusters around it. */
const PIECES = [
  'a',
  ' ',
  '\n',
  '\r\n',
  '\r',
  'é',
  `e${ACUTE}`,
  ACUTE.repeat(3),
  '🇫🇷',
  '🇨',
  '👩‍👩‍👧‍👦',
  '👍🏽',
  ZWJ,
  '한',
  '\u1112\u1161\u11AB',
  '\u0E01\u0E33',
  '\u0915\u094D\u0937',
  '\uD83D',
  '\uDE00',
]

/** The judge: the boundaries of the whole text at once. */
function snapNaively(text: string, { start, end }: Span): readonly [number, number] {
  const whole = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)
  const boundaries = [...[...whole].map(({ index }) => index), text.length]
  return [boundaries.findLast((at) => at <= start) ?? 0, boundaries.find((at) => at >= end) ?? text.length]
}

function expectAsNaively(text: string, span: Span): void {
  const { start, end } = snapToGraphemes(text, span)
  expect([start, end]).toEqual(snapNaively(text, span))
}

function everySpanOf(text: string): readonly Span[] {
  return Array.from({ length: text.length }, (_, at) => spanOf(at, at + 1)).filter((span) => span !== null)
}

describe('a span snapped to graphemes', () => {
  it('has the ends that the clusters of the whole text give it', () => {
    const texts = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 80 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const [low, high] = [a % text.length, b % text.length].sort((x, y) => x - y)
        const span = spanOf(low ?? 0, (high ?? 0) + 1)
        if (span !== null) expectAsNaively(text, span)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['flags', '🇫🇷'.repeat(60)],
    ['a letter with a hundred accents', `a${ACUTE.repeat(100)}b`],
    ['one family of many', `👩${`${ZWJ}👧`.repeat(40)}!`],
    ['Hangul written letter by letter', '\u1112\u1161\u11AB'.repeat(60)],
  ])('is right anywhere in a long run of %s', (_, text) => {
    for (const span of everySpanOf(text)) expectAsNaively(text, span)
  })

  it('never cuts an emoji, an accent or a line end in two', () => {
    const text = `x👍🏽e${ACUTE}\r\ny`
    const [thumb, accent, lineEnd] = [spanOf(2, 3), spanOf(6, 7), spanOf(8, 9)]
    if (thumb === null || accent === null || lineEnd === null) throw new Error('these are spans')
    expect(snapToGraphemes(text, thumb)).toEqual({ start: 1, end: 5 })
    expect(snapToGraphemes(text, accent)).toEqual({ start: 5, end: 7 })
    expect(snapToGraphemes(text, lineEnd)).toEqual({ start: 7, end: 9 })
  })
})

describe('spans', () => {
  it('are of whole numbers, never empty, and within their text', () => {
    expect(spanOf(0, 1, 1)).toEqual({ start: 0, end: 1 })
    for (const [start, end] of [
      [1, 1],
      [2, 1],
      [-1, 1],
      [0.5, 1],
      [0, 2],
      [0, Number.NaN],
    ] as const) {
      expect(spanOf(start, end, 1)).toBeNull()
    }
  })

  it('overlap exactly when they share a unit, and contain one another exactly when they share all of one', () => {
    const spans = fc
      .tuple(fc.nat({ max: 12 }), fc.integer({ min: 1, max: 6 }))
      .map(([start, length]) => spanOf(start, start + length))
    const unitsOf = ({ start, end }: Span) => Array.from({ length: end - start }, (_, index) => start + index)
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        if (a === null || b === null) return
        const shared = unitsOf(a).filter((unit) => unitsOf(b).includes(unit))
        expect(overlaps(a, b)).toBe(shared.length > 0)
        expect(contains(a, b)).toBe(shared.length === unitsOf(b).length)
        expect(Math.sign(compareSpans(a, b))).toBe(-Math.sign(compareSpans(b, a)) || 0)
      }),
    )
  })
})
