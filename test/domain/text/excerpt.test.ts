import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptsOf } from '../../../domain/text/excerpt.ts'
import { spanOf, type Span } from '../../../domain/span.ts'

function span(start: number, end: number): Span {
  const found = spanOf(start, end)
  if (found === null) throw new Error('no span')
  return found
}

const LONG = Array.from({ length: 200 }, (_, index) => `word${String(index)}`).join(' ')

describe('an excerpt', () => {
  it('is the whole turn where that is short', () => {
    const text = 'A: the labels were missing'
    expect(excerptsOf(text, span(3, text.length), [span(7, 13)])).toEqual([
      { start: 3, end: text.length, isCutBefore: false, isCutAfter: false, hits: [span(7, 13)] },
    ])
  })

  it('is begun and ended at words', () => {
    const at = LONG.indexOf('word100')
    const [only] = excerptsOf(LONG, span(0, LONG.length), [span(at, at + 7)])
    const words = LONG.slice(only?.start, only?.end)
    expect(words).toMatch(/^word\d+ .* word100 .* word\d+$/)
    expect([LONG[(only?.start ?? 0) - 1], LONG[only?.end ?? 0]]).toEqual([' ', ' '])
    expect([only?.isCutBefore, only?.isCutAfter]).toEqual([true, true])
  })

  it('holds hits that are near each other together, and others apart', () => {
    const at = (word: string) => span(LONG.indexOf(word), LONG.indexOf(word) + word.length)
    const excerpts = excerptsOf(LONG, span(0, LONG.length), [at('word10 '), at('word12 '), at('word150')])
    expect(excerpts.map(({ hits }) => hits.length)).toEqual([2, 1])
  })

  it('never overlaps another, and together they hold every hit, each within its own', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 0, max: LONG.length }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(cuts, (offsets) => {
        const sorted = offsets.toSorted((a, b) => a - b)
        const hits = sorted.flatMap((start, index) =>
          index % 2 === 0 ? (spanOf(start, sorted[index + 1] ?? 0) ?? []) : [],
        )
        const excerpts = excerptsOf(LONG, span(0, LONG.length), hits)
        expect(excerpts.flatMap((excerpt) => excerpt.hits)).toEqual(hits)
        for (const [index, { start, end, hits: within }] of excerpts.entries()) {
          expect(start).toBeGreaterThanOrEqual(excerpts[index - 1]?.end ?? 0)
          for (const hit of within) expect(start <= hit.start && hit.end <= end).toBe(true)
        }
      }),
    )
  })
})
