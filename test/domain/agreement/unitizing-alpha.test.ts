import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bootstrap } from '../../../domain/agreement/bootstrap.ts'
import { UnitizingSample, unitizingAlpha, type Continuum } from '../../../domain/agreement/unitizing-alpha.ts'
import type { CodedSpan } from '../../../domain/agreement/units.ts'
import { contains } from '../../../domain/span.ts'
import { randomOf } from '../../../domain/statistics/random.ts'
import { arbitrarySpans, spanAt, spansIn, turnsOf } from './coded-spans.ts'

/** One character as one coder has it: its value, and the unit it belongs to; a character of a gap is its own. */
interface Token {
  readonly place: string
  readonly coder: number
  readonly value: string
  readonly unit: string
}

/**
 * The definition, character by character: of all pairs of characters that chance could bring together (any two of any
 * coders, but never two of one unit), how many differ; against the pairs of coders at one place.
 * Krippendorff, Mathet, Bouvry and Widlöcher 2016.
 */
function naive(continua: readonly Continuum[]): number | null {
  const tokens = continua.flatMap(({ turns, coders }, text) =>
    coders.flatMap((spans, coder) => tokensOf(turns, spans, text, coder)),
  )
  let possible = 0
  let differing = 0
  let observed = 0
  for (const [at, a] of tokens.entries()) {
    for (const [other, b] of tokens.entries()) {
      if (at === other || a.unit === b.unit) continue
      possible++
      if (a.value !== b.value) differing++
    }
  }
  const byPlace = Map.groupBy(tokens, ({ place }) => place)
  for (const here of byPlace.values()) {
    for (const a of here) for (const b of here) if (a.value !== b.value) observed += 1 / (here.length - 1)
  }
  return differing === 0 ? null : 1 - observed / tokens.length / (differing / possible)
}

function tokensOf(turns: Continuum['turns'], spans: readonly CodedSpan[], text: number, coder: number): Token[] {
  const tokens: Token[] = []
  const name = `${String(text)} ${String(coder)}`
  let before: readonly number[] = []
  let unit = 0
  for (let at = 0; at < 40; at++) {
    const character = spanAt(at, at + 1)
    const covering = [...spans.keys()].filter((index) => {
      const span = spans[index]
      return span !== undefined && contains(span, character)
    })
    if (covering.join() !== before.join()) unit++
    before = covering
    const codes = new Set(covering.map((index) => spans[index]?.code ?? ''))
    if (!turns.some((turn) => contains(turn, character))) continue
    tokens.push({
      place: `${String(text)} ${String(at)}`,
      coder,
      value: [...codes].sort().join(' '),
      unit: codes.size === 0 ? `${name} gap ${String(at)}` : `${name} ${String(unit)}`,
    })
  }
  return tokens
}

const texts = fc.array(
  fc.record({
    turns: fc.constantFrom(turnsOf(24), turnsOf(5, 9, 8), turnsOf(11, 12), turnsOf(1, 20)),
    coders: fc.array(arbitrarySpans, { minLength: 2, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 2 },
)

describe('the unitizing alpha', () => {
  it('is what the pairs of characters give one by one, for any spans, turns, texts and number of coders', () => {
    fc.assert(
      fc.property(texts, (continua) => {
        const { value } = unitizingAlpha(continua)
        const expected = naive(continua)
        if (expected === null) expect(value).toBeNull()
        else expect(value).toBeCloseTo(expected, 9)
      }),
      { numRuns: 150 },
    )
  })

  // By hand, ten characters: both mark 0 to 4 as A, the second B on 6 to 8 besides. T = 20; two places differ, both ways: 4.
  // ℓ(A) = 8, ℓ(B) = 2, ℓ(gap) = 10, so T² − Σℓ² = 400 − 168 = 232; self-pairs 4² + 4² + 2² + 10 = 46.
  // α = 1 − 4 · (400 − 46) / (20 · 232).
  it('is what a hand gives on ten characters', () => {
    const continuum = { turns: turnsOf(10), coders: [spansIn('AAAA......'), spansIn('AAAA..BB..')] }
    expect(unitizingAlpha([continuum]).value).toBeCloseTo(1 - (4 * 354) / (20 * 232), 12)
  })

  // By hand, three coders on sixty characters. On 2 to 5 one of three differs, on 10 to 15 and on 15 to 20 too: 13 characters,
  // each 4 ordered pairs of coders over 3 − 1, so 26 of T = 180. ℓ(A) = 6, ℓ(B) = 18, ℓ(gap) = 156; self-pairs
  // 3² + 3² + 10² + 3² + 5² + 156 = 308. α = 1 − 26 · (180² − 308) / (180 · (180² − 6² − 18² − 156²)).
  it('is what a hand gives for three coders', () => {
    const coded = (start: number, end: number, code: string): CodedSpan => ({ ...spanAt(start, end), code })
    const coders = [[coded(2, 5, 'A')], [coded(2, 5, 'A'), coded(10, 20, 'B')], [coded(2, 5, 'B'), coded(15, 20, 'B')]]
    const { value } = unitizingAlpha([{ turns: turnsOf(60), coders }])
    expect(value).toBeCloseTo(1 - (26 * (180 ** 2 - 308)) / (180 * (180 ** 2 - 6 ** 2 - 18 ** 2 - 156 ** 2)), 12)
    expect(value).toBeCloseTo(0.398, 3)
  })

  // K. Krippendorff, Content Analysis: An Introduction to Its Methodology, 4th edition, Sage 2019, figure 12.11 (p. 340):
  // three observers of a continuum of 60. The spans and the figure stand in the tests of the R package quallmer.
  it('is what Krippendorff’s own example with three observers gives', () => {
    const observed = (...units: readonly (readonly [first: number, last: number, code: string])[]) =>
      units.map(([first, last, code]): CodedSpan => ({ ...spanAt(first - 1, last), code }))
    const coders = [
      observed([1, 7, '1'], [8, 13, '2'], [31, 32, '5'], [33, 37, '6'], [38, 44, '6'], [45, 60, '7']),
      observed([1, 7, '1'], [8, 13, '3'], [14, 21, '5'], [33, 44, '6']),
      observed([1, 7, '1'], [8, 13, '4'], [14, 21, '5'], [33, 37, '6'], [38, 41, '6'], [42, 44, '6']),
    ]
    expect(unitizingAlpha([{ turns: turnsOf(60), coders }]).value?.toFixed(3)).toBe('0.510')
  })

  it('is 1 where both marked the same stretches with the same codes', () => {
    const spans = spansIn('AAA..BBB.A')
    expect(unitizingAlpha([{ turns: turnsOf(10), coders: [spans, spans] }])).toEqual({ value: 1 })
  })

  it('counts only the words of turns', () => {
    const coders = [spansIn('AAA..BBB'), spansIn('AAA.BBBB')]
    const sample = new UnitizingSample([{ turns: turnsOf(3, 4), coders }])
    expect(sample.characters).toBe(7)
  })

  it('is undefined where nobody marked anything, and where there are no words', () => {
    const reason = 'expected-disagreement-is-zero'
    expect(unitizingAlpha([{ turns: turnsOf(10), coders: [[], []] }])).toEqual({ value: null, reason })
    expect(unitizingAlpha([])).toEqual({ value: null, reason: 'no-units' })
    expect(unitizingAlpha([{ turns: turnsOf(10), coders: [[]] }])).toEqual({ value: null, reason: 'no-units' })
  })

  it('is resampled in pieces that tear no unit: turns that a span joins stay together', () => {
    const coders = [spansIn('AA.AAA...'), spansIn('AA....BB.')]
    const sample = new UnitizingSample([{ turns: turnsOf(2, 1, 1, 2), coders }])
    // The A from 3 to 6 joins the second and the third turn.
    expect(sample.counts).toHaveLength(3)
    const twice = sample.of(Float64Array.of(2, 2, 2)).value
    expect(twice).toBeTypeOf('number')
  })

  it('has an interval around it', () => {
    const text = (index: number) => ({
      turns: turnsOf(10, 10),
      coders: [spansIn('AAAA......'), spansIn(index % 3 === 0 ? '..AAAA....' : 'AAAA......')],
    })
    const sample = new UnitizingSample(Array.from({ length: 30 }, (_, index) => text(index)))
    const resampling = bootstrap(sample.counts, (counts) => [sample.of(counts).value], {
      resamples: 300,
      random: randomOf(4),
    })
    let step = resampling.next()
    while (step.done !== true) step = resampling.next()
    const value = sample.of(sample.counts).value ?? NaN
    expect(step.value[0]?.[0]).toBeLessThan(value)
    expect(step.value[0]?.[1]).toBeGreaterThan(value)
  })
})
