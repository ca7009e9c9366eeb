import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanOf } from '../../domain/span.ts'
import { countWords, isBlank, saidWithin, turnIndexAt, wordsOf, type Turn } from '../../domain/transcript.ts'

describe('words', () => {
  it('are what white space separates, counted span by span', () => {
    const texts = fc.array(fc.constantFrom('a', 'bé', '😀', ' ', '\u00A0', '\t', '\n', '\u202F', '-', '’'))
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (parts, a, b) => {
        const text = parts.join('')
        const cuts = [0, a % (text.length + 1), b % (text.length + 1), text.length].sort((x, y) => x - y)
        const spans = cuts.flatMap((cut, index) => spanOf(cut, cuts[index + 1] ?? cut) ?? [])
        const naive = spans.flatMap((span) =>
          wordsOf(text, span)
            .split(/\s+/)
            .filter((word) => word !== ''),
        )
        expect(countWords(text, spans)).toBe(naive.length)
      }),
    )
  })

  it('end where JavaScript says that white space begins', () => {
    const wrong = Array.from({ length: 0x10000 }, (_, unit) => unit).filter(
      (unit) => isBlank(unit) !== /\s/.test(String.fromCharCode(unit)),
    )
    expect(wrong).toEqual([])
  })
})

describe('the turn at an offset', () => {
  it('is the last one that starts at it or before', () => {
    const gaps = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: 1, max: 5 })), { maxLength: 20 })
    fc.assert(
      fc.property(gaps, fc.nat({ max: 120 }), (shape, at) => {
        const turns: Turn[] = []
        let end = 0
        for (const [gap, length] of shape) {
          const span = spanOf(end + gap, end + gap + length)
          if (span === null) continue
          turns.push({ ...span, number: turns.length + 1, speaker: null, seconds: null })
          end = span.end
        }
        const offset = spanOf(at, at + 1)?.start
        if (offset === undefined) return
        expect(turnIndexAt(turns, offset)).toBe(turns.findLastIndex((turn) => turn.start <= at))
      }),
    )
  })
})

describe('what is said within a span', () => {
  const text = 'A: grams.\nB: no idea.\nA: well.'
  const turnAt = (words: string, number: number): Turn => {
    const span = spanOf(text.indexOf(words), text.indexOf(words) + words.length)
    if (span === null) throw new Error('no span')
    return { ...span, number, speaker: null, seconds: null }
  }
  const turns = [turnAt('grams.', 1), turnAt('no idea.', 2), turnAt('well.', 3)]
  const said = (start: number, end: number) => {
    const span = spanOf(start, end)
    if (span === null) throw new Error('no span')
    return wordsOf(text, saidWithin(turns, span))
  }

  it('ends with the last words in it, not with the label of the turn that comes after', () => {
    expect(said(text.indexOf('grams'), text.indexOf('no idea'))).toBe('grams.')
    expect(said(text.indexOf('grams'), text.indexOf('well'))).toBe('grams.\nB: no idea.')
  })

  it('begins with the first words in it, not with their label', () => {
    expect(said(0, text.indexOf('idea'))).toBe('grams.\nB: no ')
  })

  it('is the span itself within a turn, and where nothing is said in it', () => {
    expect(said(text.indexOf('idea'), text.indexOf('.\nA: well'))).toBe('idea')
    expect(said(0, 2)).toBe('A:')
  })
})
