import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctionOf, reanchor } from '../../domain/re-anchoring.ts'
import { snapToGraphemes, spanOf, type Span } from '../../domain/span.ts'

/** `[` and `]` stand around the span's words; `?` in front says that a person is asked, and the brackets what is proposed. */
function moved(marked: string, newText: string): string {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const oldText = marked.replaceAll(/[[\]]/g, '')
  const result = reanchor(correctionOf(oldText, newText), at(start, end))
  if (result.kind !== 'asked') return mark(newText, result.span)
  return `? ${result.reason}: ${result.proposal === null ? 'nowhere' : mark(newText, result.proposal)}`
}

function at(start: number, end: number): Span {
  const span = spanOf(start, end)
  if (span === null) throw new Error('no span')
  return span
}

function mark(text: string, { start, end }: Span): string {
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`
}

describe('a span whose ends lie outside what was edited', () => {
  it.each([
    ['moves on by what was inserted before it', 'a [b c] d', 'a new b c d', 'a new [b c] d'],
    ['moves back by what was removed before it', 'a old [b c] d', 'a b c d', 'a [b c] d'],
    ['stays where the edit is after it', 'a [b c] d', 'a b c and d', 'a [b c] and d'],
    ['grows by what was inserted within it', 'a [b c] d', 'a b not c d', 'a [b not c] d'],
    ['shrinks by what was removed within it', 'a [b not c] d', 'a b c d', 'a [b c] d'],
    [
      'holds the other words written within it',
      'we [saw the red car] go',
      'we saw the blue car go',
      'we [saw the blue car] go',
    ],
    ['is not grown by words inserted right before it', 'a [b]', 'a new b', 'a new [b]'],
    ['is not grown by words inserted right after it', 'a [b] c', 'a b new c', 'a [b] new c'],
    ['keeps a line break put within it', 'a [b c] d', 'a b\nc d', 'a [b\nc] d'],
    ['moves over a line break', 'a\n[b c] d', 'a\n\nb c d', 'a\n\n[b c] d'],
  ])('%s', (_, marked, corrected, expected) => {
    expect(moved(marked, corrected)).toBe(expected)
  })
})

describe('a span with a misspelled word at its end', () => {
  it.each([
    ['holds the word as it is spelled now', 'the [modle] broke', 'the model broke', 'the [model] broke'],
    ['holds it where it grew longer', 'the [model] broke', 'the models broke', 'the [models] broke'],
    ['holds it where it is the first word', 'the [modle broke] down', 'the model broke down', 'the [model broke] down'],
    ['holds an accent put on its last letter', 'the [cafe] was', 'the café was', 'the [café] was'],
    ['holds a combining accent', 'the [cafe] was', 'the cafe\u0301 was', 'the [cafe\u0301] was'],
    ['holds two words for one', 'our [database] is', 'our data base is', 'our [data base] is'],
    ['holds one word for two', 'our [data base] is', 'our database is', 'our [database] is'],
    ['holds its part of the word', 'the un[label]d rows', 'the unlabeled rows', 'the un[label]ed rows'],
    ['holds an emoji with the tone it was given', 'so [👍] then', 'so 👍🏽 then', 'so [👍🏽] then'],
    ['keeps to its word when the one beside it is mended', 'teh [model] brok', 'the model broke', 'the [model] broke'],
  ])('%s', (_, marked, corrected, expected) => {
    expect(moved(marked, corrected)).toBe(expected)
  })
})

describe('a span that an edit reaches into', () => {
  it.each([
    ['keeps the words left of it', 'a [very good model] b', 'a model b', 'a [model] b'],
    ['ends where its last words were removed, without the blank', 'a [model very good] b', 'a model b', 'a [model] b'],
    ['asks when all its words are gone', 'we [quickly] went', 'we went', '? gone: nowhere'],
    ['asks when other words took the place of all of it', 'a [red] car', 'a sunny car', '? gone: a [sunny] car'],
    [
      'asks when it ends in the middle of what was replaced',
      'a [big red] fox ran',
      'a tiny ran',
      '? gone: a [tiny] ran',
    ],
    [
      'asks when half of it is other words now',
      'then [we saw extraordinary] trees fall',
      'then we saw nobody fall',
      '? uncertain: then [we saw nobody] fall',
    ],
    [
      'proposes the place its words were moved to',
      'one [two three] four five six seven',
      'one four five six two three seven',
      '? gone: one four five six [two three] seven',
    ],
    ['stays on the equal word beside the one removed', 'no. [no]. yes', 'no. yes', '[no]. yes'],
  ])('%s', (_, marked, corrected, expected) => {
    expect(moved(marked, corrected)).toBe(expected)
  })
})

const WORDS = [
  'the',
  'model',
  'a',
  'cafe\u0301',
  'labels',
  '👩‍🔬',
  '🇫🇷',
  'no',
  'data-set',
  'l’équipe',
  '.',
  ',',
  'e',
  'naïve',
  '한국어',
]
const word = fc.constantFrom(...WORDS)
const separator = fc.constantFrom(' ', ' ', ' ', '\n', '  ', '')
const text = fc.array(fc.tuple(word, separator), { minLength: 1, maxLength: 25 }).map((parts) => parts.flat().join(''))

/** One edit made as a person makes it: at grapheme boundaries, anywhere, of anything. */
const edited = fc
  .tuple(
    text,
    fc.nat(),
    fc.nat(6),
    fc.oneof(text, word, fc.constant(''), fc.constantFrom('\u0301', 'x', '\n', '🏽', ' ')),
  )
  .map(([oldText, from, length, inserted]) => {
    const bounds = boundaries(oldText)
    const first = from % bounds.length
    const start = bounds[first] ?? 0
    const end = bounds[Math.min(bounds.length - 1, first + length)] ?? start
    return { oldText, newText: oldText.slice(0, start) + inserted + oldText.slice(end), start, end, inserted }
  })

function boundaries(of: string): readonly number[] {
  return [
    ...Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(of), ({ index }) => index),
    of.length,
  ]
}

function isWhole(of: string, span: Span): boolean {
  const snapped = snapToGraphemes(of, span)
  return snapped.start === span.start && snapped.end === span.end
}

/** Every span of a short text, whole graphemes. */
function spansOf(of: string): readonly Span[] {
  const bounds = boundaries(of)
  return bounds.flatMap((start, index) => bounds.slice(index + 1).map((end) => at(start, end)))
}

/** The edit widened to the words it touches: what the naive judge holds for edited. */
function touched(oldText: string, start: number, end: number): readonly [number, number] {
  const isBlank = (unit: string | undefined) => unit === undefined || /\s/.test(unit)
  let from = start
  let to = end
  while (!isBlank(oldText[from - 1])) from--
  while (!isBlank(oldText[to])) to++
  return [from, to]
}

describe('whatever was edited', () => {
  it('no end lies outside the new text, and none cuts a grapheme that it did not cut before', () => {
    fc.assert(
      fc.property(edited, ({ oldText, newText }) => {
        const correction = correctionOf(oldText, newText)
        for (const span of spansOf(oldText)) {
          const result = reanchor(correction, span)
          const place = result.kind === 'asked' ? result.proposal : result.span
          if (place === null) continue
          expect(place.start).toBeLessThan(place.end)
          expect(place.end).toBeLessThanOrEqual(newText.length)
          expect(isWhole(newText, place), JSON.stringify([oldText, newText, span, place])).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('a span whose words do not occur in the edited stretch still covers exactly the same words', () => {
    fc.assert(
      fc.property(edited, ({ oldText, newText, start, end }) => {
        const correction = correctionOf(oldText, newText)
        const [from, to] = touched(oldText, start, end)
        for (const span of spansOf(oldText)) {
          const words = oldText.slice(span.start, span.end)
          const isApart = span.end <= from || span.start >= to
          if (!isApart || words.trim() !== words || oldText.slice(from, to).includes(words)) continue
          const result = reanchor(correction, span)
          const now = result.kind === 'asked' ? 'asked' : newText.slice(result.span.start, result.span.end)
          expect(now, JSON.stringify([oldText, newText, span])).toBe(words)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('a span before and after words of its own moves exactly by what the edit added or took away', () => {
    const own = fc
      .array(fc.constantFrom('alpha', 'beta', 'gamma'), { minLength: 1, maxLength: 3 })
      .map((all) => all.join(' '))
    fc.assert(
      fc.property(edited, own, fc.boolean(), ({ oldText, newText }, words, isAfter) => {
        const shift = isAfter ? newText.length - oldText.length : 0
        const place = isAfter ? oldText.length + 3 : 0
        const around = (middle: string) => (isAfter ? `${middle} | ${words}` : `${words} | ${middle}`)
        const result = reanchor(correctionOf(around(oldText), around(newText)), at(place, place + words.length))
        expect(result).toEqual({ kind: 'kept', span: at(place + shift, place + shift + words.length) })
      }),
    )
  })

  it('nothing changes where nothing was edited', () => {
    fc.assert(
      fc.property(text, (same) => {
        for (const span of spansOf(same))
          expect(reanchor(correctionOf(same, same), span)).toEqual({ kind: 'kept', span })
      }),
      { numRuns: 30 },
    )
  })
})
