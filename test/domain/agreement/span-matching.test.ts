import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCoders } from '../../../domain/agreement/comparison.ts'
import { PAIR_FIGURES, type UnitPair } from '../../../domain/agreement/figures.ts'
import { matchUnits } from '../../../domain/agreement/span-matching.ts'
import { pairUnits, type CodedSpan } from '../../../domain/agreement/units.ts'
import { arbitrarySpans, spanAt, spansIn, turnsOf } from './coded-spans.ts'

const TURN = turnsOf(24)

/** `A B|B`, in order. */
const show = (units: readonly UnitPair[]) =>
  units.map(({ first, second, weight }) => `${[...first].join(' ')}|${[...second].join(' ')} ×${String(weight)}`)
const match = (first: string, second: string, share = 0.5) =>
  show(matchUnits(TURN, spansIn(first), spansIn(second), share))

describe('units of overlapping spans', () => {
  it('take two spans as one where what both cover is at least the share of what either covers', () => {
    // Four characters of eight.
    expect(match('AAAAAA..', '..BBBBBB')).toEqual(['A|B ×1'])
    expect(match('AAAAAA..', '..BBBBBB', 0.51)).toEqual(['A| ×1', '|B ×1'])
  })

  it('do not take a word for the page around it', () => {
    expect(match('AAAAAAAAAA', '....A.....')).toEqual(['A| ×1', '|A ×1'])
  })

  it('match each span once, with the one it shares most with', () => {
    expect(match('AAAAAAAA', 'AAAAAAA.', 0.1)).toEqual(['A|A ×1'])
    expect(match('AAAAAAAA', 'BBAAAAAA', 0.1)).toEqual(['A|A ×1', '|B ×1'])
  })

  it('hold all codes that a coder put on one and the same stretch', () => {
    const first = [...spansIn('AAA'), ...spansIn('BBB')]
    expect(show(matchUnits(TURN, first, spansIn('BBB'), 0.5))).toEqual(['A B|B ×1'])
  })

  it('prefer a span with the same code where several share as much', () => {
    const first: CodedSpan[] = [{ ...spanAt(0, 4), code: 'A' }]
    const second: CodedSpan[] = [
      { ...spanAt(0, 3), code: 'B' },
      { ...spanAt(1, 4), code: 'A' },
    ]
    expect(show(matchUnits(TURN, first, second, 0.5))).toEqual(['A|A ×1', '|B ×1'])
  })

  it('count a turn that no span touches as one that neither coded', () => {
    expect(show(matchUnits(turnsOf(3, 3, 3), spansIn('AAA'), [], 0.5))).toEqual(['A| ×1', '| ×2'])
  })

  it('are the same for both coders swapped', () => {
    fc.assert(
      fc.property(arbitrarySpans, arbitrarySpans, (first, second) => {
        const there = compareCoders(matchUnits(TURN, first, second, 0.6))
        const back = compareCoders(matchUnits(TURN, second, first, 0.6))
        expect(back.units).toBe(there.units)
        expect(back.coded.either).toBe(there.coded.either)
      }),
    )
  })

  it('are the turns where both coded whole turns', () => {
    const turns = turnsOf(4, 7, 2, 9, 5)
    const pass = fc
      .array(fc.tuple(fc.nat({ max: 4 }), fc.constantFrom('A', 'B', 'C')), { maxLength: 8 })
      .map((codings) =>
        codings.flatMap(([turn, code]) => turns.slice(turn, turn + 1).map((span) => ({ ...span, code }))),
      )
    fc.assert(
      fc.property(pass, pass, (first, second) => {
        const spans = compareCoders(matchUnits(turns, first, second, 1))
        const whole = compareCoders(pairUnits({ text: '', turns }, 'turn', first, second))
        for (const name of PAIR_FIGURES) {
          const { value } = whole[name]
          if (value === null) expect(spans[name]).toEqual(whole[name])
          else expect(spans[name].value).toBeCloseTo(value, 9)
        }
      }),
    )
  })
})
