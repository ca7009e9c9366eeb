import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesHolding, costPerCode, differenceOfTable } from '../../../domain/agreement/code-cost.ts'
import { CELLS, TABLE_CELLS, unitsInCells, usedInstead } from '../../../domain/agreement/compared-units.ts'
import { pairUnits, type CodedSpan } from '../../../domain/agreement/units.ts'
import { compareCoders } from '../../../domain/agreement/comparison.ts'
import { compareGroup } from '../../../domain/agreement/group-comparison.ts'
import { spanOf, type Span } from '../../../domain/span.ts'
import { arbitraryPairs } from './unit-pairs.ts'

const table = (code: string, both: number, onlyFirst: number, onlySecond: number) =>
  differenceOfTable({ code, both, onlyFirst, onlySecond, neither: 0 })

describe('what codes cost', () => {
  it('is each code’s share of the cells in which two coders differ, the costliest first', () => {
    const costs = costPerCode([table('clear', 9, 0, 0), table('some', 5, 1, 0), table('vague', 2, 1, 2)])
    expect(costs).toEqual([
      { code: 'vague', differing: 3, everyone: 2, share: 0.75 },
      { code: 'some', differing: 1, everyone: 5, share: 0.25 },
    ])
  })

  // By hand, three coders: of a, one unit 2 against 1 (2 pairs), of b, one unit 1 against 2 and one 2 against 1 (4 pairs).
  it('is of three coders each code’s share of the pairs of readings that differ', () => {
    const unit = (...codes: readonly string[]) => ({ values: codes.map((each) => new Set(each)), weight: 1 })
    const { perCode, pairs } = compareGroup([unit('a', 'a', 'b'), unit('ab', 'ab', 'a'), unit('', '', '')])
    expect(pairs).toBe(9)
    expect(costPerCode(perCode)).toMatchObject([
      { code: 'b', differing: 4, everyone: 0, divided: 2, share: 4 / 6 },
      { code: 'a', differing: 2, everyone: 1, divided: 1, share: 2 / 6 },
    ])
  })

  it('is the same of two coders, whether they are taken as a pair or as a group', () => {
    fc.assert(
      fc.property(arbitraryPairs, (pairs) => {
        const two = compareCoders(pairs).perCode.map(({ code, table: cells }) => differenceOfTable({ code, ...cells }))
        const group = compareGroup(pairs.map(({ first, second, weight }) => ({ values: [first, second], weight })))
        const shares = (costs: ReturnType<typeof costPerCode>) => costs.map(({ code, share }) => [code, share])
        expect(shares(costPerCode(group.perCode))).toEqual(shares(costPerCode(two)))
      }),
    )
  })

  it('puts the code that was less often agreed on first among equals', () => {
    expect(costPerCode([table('often', 9, 1, 0), table('rare', 0, 0, 1)]).map(({ code }) => code)).toEqual([
      'rare',
      'often',
    ])
  })

  it('is nothing where nobody differs', () => {
    expect(costPerCode([table('a', 3, 0, 0)])).toEqual([])
    expect(codesHolding([], 0.5)).toBe(0)
  })

  it('tells how few codes hold half of it', () => {
    const costs = costPerCode([table('a', 0, 6, 0), table('b', 0, 3, 0), table('c', 0, 3, 0)])
    expect(codesHolding(costs, 0.5)).toBe(1)
    expect(codesHolding(costs, 0.75)).toBe(2)
  })
})

function span(start: number, end: number): Span {
  const made = spanOf(start, end)
  if (made === null) throw new Error('a span has words')
  return made
}
const coded = (start: number, end: number, code: string): CodedSpan => ({ ...span(start, end), code })

describe('the units behind the table of a code', () => {
  it('are the words of whoever used it, within the unit, with all that both gave the unit', () => {
    const units = [span(0, 10), span(11, 20)]
    const first = [coded(4, 14, 'a'), coded(0, 3, 'c')]
    const second = [coded(12, 18, 'a'), coded(2, 5, 'b')]
    expect(unitsInCells(units, { code: 'a', cells: ['onlyFirst'], isGroup: false }, [first, second])).toEqual([
      { span: span(4, 10), cell: 'onlyFirst', readings: [['a', 'c'], ['b']] },
    ])
    expect(unitsInCells(units, { code: 'a', cells: ['both'], isGroup: false }, [first, second])).toEqual([
      { span: span(11, 18), cell: 'both', readings: [['a'], ['a']] },
    ])
  })

  it('are as many as the code’s table counts, whatever was coded', () => {
    const turn = (start: number, end: number) => ({ number: 1, speaker: null, seconds: null, ...span(start, end) })
    const transcript = { text: 'x'.repeat(60), turns: [turn(0, 20), turn(20, 40), turn(40, 60)] }
    const coding = fc
      .tuple(fc.nat(55), fc.integer({ min: 1, max: 30 }), fc.constantFrom('a', 'b'))
      .map(([start, length, code]) => coded(start, Math.min(60, start + length), code))
    const codings = fc.array(coding, { maxLength: 6 })
    fc.assert(
      fc.property(codings, codings, (first, second) => {
        const { perCode } = compareCoders(pairUnits(transcript, 'turn', first, second))
        for (const code of ['a', 'b']) {
          const expected = perCode.find((one) => one.code === code)?.table
          for (const cell of TABLE_CELLS) {
            const found = unitsInCells(transcript.turns, { code, cells: [cell], isGroup: false }, [first, second])
            expect(found).toHaveLength(expected?.[cell] ?? 0)
          }
        }
      }),
    )
  })

  it('are of three coders as many as all used it on, and as many as they were divided on', () => {
    const units = [span(0, 10), span(10, 20), span(20, 30)]
    const all = units.map(({ start, end }) => coded(start, end, 'a'))
    const some = [coded(0, 5, 'a'), coded(10, 12, 'b')]
    const found = (cell: 'both' | 'divided') =>
      unitsInCells(units, { code: 'a', cells: [cell], isGroup: true }, [all, some, all]).map((unit) => [
        unit.span.start,
        unit.readings,
      ])
    expect(found('both')).toEqual([[0, [['a'], ['a'], ['a']]]])
    expect(found('divided')).toEqual([
      [10, [['a'], ['b'], ['a']]],
      [20, [['a'], [], ['a']]],
    ])
  })

  it('tell what the other coder used instead, the most frequent first', () => {
    const units = [span(0, 10), span(10, 20), span(20, 30)]
    const first = units.map(({ start, end }) => coded(start, end, 'a'))
    const second = [coded(0, 5, 'b'), coded(10, 12, 'b'), coded(20, 25, 'c')]
    expect(usedInstead(unitsInCells(units, { code: 'a', cells: CELLS, isGroup: false }, [first, second]), 'a')).toEqual(
      [
        { code: 'b', units: 2 },
        { code: 'c', units: 1 },
      ],
    )
  })
})
