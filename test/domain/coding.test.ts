import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOverlapped, itemsByUnit, maySee, type Coder, type Round } from '../../domain/coding.ts'
import { asId } from '../../domain/ids.ts'
import { overlaps, spanOf, type Span } from '../../domain/span.ts'

/** Units in order that do not overlap, some of them touching, and spans anywhere among them. */
const gaps = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.integer({ min: 1, max: 4 })), { maxLength: 12 })
const spans = fc.array(fc.tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 12 })), { maxLength: 8 })

function unitsOf(shape: readonly (readonly [number, number])[]): readonly Span[] {
  let end = 0
  return shape.flatMap(([gap, length]) => {
    const span = spanOf(end + gap, end + gap + length)
    end += gap + length
    return span ?? []
  })
}

describe('what is coded in a unit', () => {
  it('is every item that overlaps it, and a unit counts once however many do', () => {
    fc.assert(
      fc.property(gaps, spans, (shape, drawn) => {
        const units = unitsOf(shape)
        const items = drawn.flatMap(([start, length]) => spanOf(start, start + length) ?? [])
        const naive = units.map((unit) => items.filter((item) => overlaps(unit, item)))
        const found = itemsByUnit(units, items)
        expect(found.map((each) => new Set(each))).toEqual(naive.map((each) => new Set(each)))
        expect(countOverlapped(units, items)).toBe(naive.filter((each) => each.length > 0).length)
      }),
    )
  })
})

describe('a viewer', () => {
  const coder = (name: string, kind: Coder['kind'] = 'coder'): Coder => ({ id: asId(name), name, kind })
  const round = (state: Round['state']): Round => ({ id: asId('r'), name: 'r', number: 1, kind: 'independent', state })

  it('sees their own codings always, and another’s only in an open round, a moderator included', () => {
    const [ada, bea, moderator] = [coder('Ada'), coder('Bea'), coder('Mo', 'moderator')]
    expect(maySee(ada, ada.id, round('blind'))).toBe(true)
    for (const viewer of [ada, moderator]) {
      expect(maySee(viewer, bea.id, round('blind'))).toBe(false)
      expect(maySee(viewer, bea.id, round('open'))).toBe(true)
    }
  })
})
