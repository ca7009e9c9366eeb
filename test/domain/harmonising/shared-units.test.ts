import { describe, expect, it } from 'vitest'
import type { UnitPair } from '../../../domain/agreement/figures.ts'
import { liftOf, lowestLiftOf, overlapOf, SharedUnitCounts } from '../../../domain/harmonising/shared-units.ts'
import { asId } from '../../../domain/ids.ts'

const a = asId<'code'>('a')
const b = asId<'code'>('b')
const c = asId<'code'>('c')

const unit = (first: string, second: string, weight = 1): UnitPair => ({
  first: new Set(first === '' ? [] : first.split(' ')),
  second: new Set(second === '' ? [] : second.split(' ')),
  weight,
})

function countsOf(...comparisons: (readonly UnitPair[])[]) {
  const counts = new SharedUnitCounts()
  for (const pairs of comparisons) {
    counts.add(pairs)
    counts.addTogether(
      pairs.map(({ first, second, weight }) => ({ values: [first, second], weight })),
      ['Ada', 'Bea'],
    )
  }
  return counts
}

describe('the units that two codes of two coders share', () => {
  const pairs = [unit('a', 'b', 3), unit('a', '', 1), unit('', 'b', 2), unit('', '', 94)]

  it('are counted against what both margins give by chance: 4 and 5 of 100 are 0.2', () => {
    const shared = countsOf(pairs).of(a, b)
    expect(shared).toEqual({ shared: 3, distinct: 3, first: 4, second: 5, units: 100, expected: 0.2 })
    expect(liftOf(shared)).toBeCloseTo(15, 10)
  })

  it('have a lower bound of their lift: of 3 observed, 0.818 (Garwood 1936) over 0.2', () => {
    expect(lowestLiftOf(countsOf(pairs).of(a, b))).toBeCloseTo(4.09, 2)
  })

  it('count a turn once that a moderator says again, and rest the lower bound on it', () => {
    const [ada, bea, mo] = [new Set(['a']), new Set(['b']), new Set(['b'])]
    const nobody = { first: new Set<string>(), second: new Set<string>(), weight: 97 }
    const counts = new SharedUnitCounts()
    counts.add([{ first: ada, second: bea, weight: 3 }, nobody])
    counts.add([{ first: ada, second: mo, weight: 3 }, nobody])
    counts.add([{ first: bea, second: mo, weight: 3 }, nobody])
    counts.addTogether([{ values: [ada, bea, mo], weight: 3 }], ['Ada', 'Bea', 'Mo'])
    const found = counts.of(a, b)
    expect(found).toMatchObject({ shared: 6, distinct: 3 })
    // Of 3 observed 0.818 (Garwood 1936), of which chance gives 0.09: no more than one coder beside Ada would tell.
    expect(lowestLiftOf(found)).toBeCloseTo(0.8177 / 0.09, 2)
  })

  it('are none between two readings of one person', () => {
    const counts = new SharedUnitCounts()
    counts.addTogether([{ values: [new Set(['a']), new Set(['b'])], weight: 2 }], ['Mo', 'Mo'])
    expect(counts.of(a, b).distinct).toBe(0)
  })

  it('overlap by their share of the units where either stands', () => {
    expect(overlapOf(countsOf(pairs).of(a, b))).toBe(0.5)
  })

  it('stand the other way round for the codes the other way round', () => {
    expect(countsOf(pairs).of(b, a)).toEqual({ shared: 3, distinct: 3, first: 5, second: 4, units: 100, expected: 0.2 })
  })

  it('are counted over the second coder’s use of the one code and the first one’s of the other, too', () => {
    const both = countsOf([unit('a', 'b', 2), unit('b', 'a', 1), unit('', '', 7)]).of(a, b)
    expect(both.shared).toBe(3)
    expect(both.expected).toBeCloseTo((2 * 2) / 10 + (1 * 1) / 10, 10)
  })

  it('leave out a unit where both used the same code: it says nothing of names', () => {
    const shared = countsOf([unit('a b', 'b', 4), unit('a', 'b', 1), unit('', '', 5)]).of(a, b)
    expect(shared).toMatchObject({ shared: 1, first: 5, second: 1 })
  })

  it('add up over comparisons, each with its own margins', () => {
    const sum = countsOf(pairs, [unit('b', 'a', 1), unit('', '', 9)]).of(a, b)
    expect(sum).toMatchObject({ shared: 4, first: 5, second: 6, units: 110 })
    expect(sum.expected).toBeCloseTo(0.3, 10)
  })

  it('have no lift where one of the codes was never used apart', () => {
    expect(liftOf(countsOf(pairs).of(a, c))).toBeNull()
    expect(lowestLiftOf(countsOf(pairs).of(a, c))).toBeNull()
    expect(overlapOf(countsOf(pairs).of(a, c))).toBe(0)
  })
})
