import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heaviestChain, type Place } from '../../../domain/alignment/heaviest-chain.ts'

/** Tries every subset: what the answer is by definition. */
function heaviestByTrying(places: readonly Place[]): number {
  let best = 0
  for (let subset = 0; subset < 1 << places.length; subset++) {
    const chosen = places.filter((_, index) => (subset & (1 << index)) !== 0)
    const chained = chosen.every((place, index) => {
      const before = chosen[index - 1]
      return before === undefined || (before.item < place.item && before.end <= place.start)
    })
    if (chained) best = Math.max(best, weightOf(chosen))
  }
  return best
}

function weightOf(places: readonly Place[]): number {
  return places.reduce((sum, { weight }) => sum + weight, 0)
}

const places = fc
  .array(
    fc.record({
      item: fc.integer({ min: 0, max: 5 }),
      start: fc.integer({ min: 0, max: 20 }),
      length: fc.integer({ min: 1, max: 6 }),
      weight: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 10 },
  )
  .map((list) =>
    list
      .map(({ item, start, length, weight }): Place => ({ item, start, end: start + length, weight }))
      .sort((a, b) => a.item - b.item || a.start - b.start),
  )

describe('the heaviest chain', () => {
  it('weighs as much as the best of all subsets, and is one', () => {
    fc.assert(
      fc.property(places, (list) => {
        const chain = heaviestChain(list)
        expect(weightOf(chain)).toBe(heaviestByTrying(list))
        for (const [index, place] of chain.entries()) {
          const next = chain[index + 1]
          if (next === undefined) continue
          expect(next.item).toBeGreaterThan(place.item)
          expect(next.start).toBeGreaterThanOrEqual(place.end)
        }
      }),
    )
  })

  it('of nothing is empty', () => {
    expect(heaviestChain([])).toEqual([])
  })
})
