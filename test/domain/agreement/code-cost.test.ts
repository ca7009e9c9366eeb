import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesHolding, costPerCode } from '../../../domain/agreement/code-cost.ts'
import { CELLS, unitsInCells, usedInstead } from '../../../domain/agreement/compared-units.ts'
import { pairUnits, type CodedSpan } from '../../../domain/agreement/units.ts'
import { compareCoders } from '../../../domain/agreement/comparison.ts'
import { spanOf, type Span } from '../../../domain/span.ts'

const table = (code: string, both: number, onlyFirst: number, onlySecond: number) => ({
  code,
  both,
  onlyFirst,
  onlySecond,
  neither: 0,
})

describe('what codes cost', () => {
  it('is each code’s share of the cells in which the coders differ, the costliest first', () => {
    const costs = costPerCode([table('clear', 9, 0, 0), table('some', 5, 1, 0), table('vague', 2, 1, 2)])
    expect(costs).toEqual([
      { code: 'vague', disagreeing: 3, onlyFirst: 1, onlySecond: 2, used: 5, share: 0.75 },
      { code: 'some', disagreeing: 1, onlyFirst: 1, onlySecond: 0, used: 6, share: 0.25 },
    ])
  })

  it('puts the code that was less often agreed on first among equals', () => {
    expect(costPerCode([table('often', 9, 1, 0), table('rare', 0, 0, 1)]).map(({ code }) => code)).toEqual([
      'rare',
      'often',
    ])
  })

  it('adds up the tables of one code', () => {
    expect(costPerCode([table('a', 1, 1, 0), table('a', 0, 0, 2)])).toMatchObject([{ disagreeing: 3, used: 4 }])
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
    expect(unitsInCells(units, { code: 'a', cells: ['onlyFirst'] }, first, second)).toEqual([
      { span: span(4, 10), cell: 'onlyFirst', first: ['a', 'c'], second: ['b'] },
    ])
    expect(unitsInCells(units, { code: 'a', cells: ['both'] }, first, second)).toEqual([
      { span: span(11, 18), cell: 'both', first: ['a'], second: ['a'] },
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
          for (const cell of CELLS) {
            const found = unitsInCells(transcript.turns, { code, cells: [cell] }, first, second)
            expect(found).toHaveLength(expected?.[cell] ?? 0)
          }
        }
      }),
    )
  })

  it('tell what the other coder used instead, the most frequent first', () => {
    const units = [span(0, 10), span(10, 20), span(20, 30)]
    const first = units.map(({ start, end }) => coded(start, end, 'a'))
    const second = [coded(0, 5, 'b'), coded(10, 12, 'b'), coded(20, 25, 'c')]
    expect(usedInstead(unitsInCells(units, { code: 'a', cells: CELLS }, first, second))).toEqual([
      { code: 'b', units: 2 },
      { code: 'c', units: 1 },
    ])
  })
})
