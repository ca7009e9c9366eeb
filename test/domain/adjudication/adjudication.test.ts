import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCodings, type CodedSpan, type CodingItem, type Pin } from '../../../domain/adjudication/adjudication.ts'
import { codebookOf, type Code } from '../../../domain/codebook/codebook.ts'
import { asId, type CodeId, type CoderId } from '../../../domain/ids.ts'
import { overlaps, spanOf, type Span } from '../../../domain/span.ts'

/** Root 0 holds codes 1 and 2, root 3 holds 4 and 5; 6 stands alone. */
const PARENTS = [null, 0, 0, null, 3, 3, null]
const codeOf = (number: number) => asId<'code'>(`code-${String(number)}`)
const codebook = codebookOf(
  PARENTS.map((parent, number): Code => {
    return {
      id: codeOf(number),
      parentId: parent === null ? null : codeOf(parent),
      name: String(number),
      abbreviation: null,
      definition: '',
      inclusion: '',
      exclusion: '',
      colour: 0,
      position: number,
      taxonomy: null,
      retired: false,
    }
  }),
)
const coderOf = (number: number) => asId<'coder'>(`coder-${String(number)}`)
const [ada, bea, cy] = [coderOf(0), coderOf(1), coderOf(2)] as const

function span(start: number, end: number): Span {
  const found = spanOf(start, end)
  if (found === null) throw new Error('a span')
  return found
}

/** Turns of ten characters each. */
const TURNS = Array.from({ length: 20 }, (_, index) => span(index * 10, index * 10 + 10))

let made = 0
function coded(coderId: CoderId, code: number, start: number, end: number): CodedSpan {
  const id = asId<'coding'>(`coding-${String(made++).padStart(6, '0')}`)
  return { id, coderId, codeId: codeOf(code), ...span(start, end) }
}

function compare(codings: readonly CodedSpan[], coders: readonly CoderId[] = [ada, bea], pins: readonly Pin[] = []) {
  return compareCodings({ coders, codings, turns: TURNS, codebook, pins })
}

/** `kind: a b`, each coding by its place in the list. */
function told(items: readonly CodingItem[], codings: readonly CodedSpan[]): readonly string[] {
  return items.map(({ kind, readings }) => {
    const indexes = readings.flatMap((one) => one.codings.map((id) => codings.findIndex((coding) => coding.id === id)))
    return `${kind}: ${indexes.join(' ')}`
  })
}

const anyCodings = (coders: number) =>
  fc
    .array(fc.tuple(fc.nat(coders - 1), fc.nat(PARENTS.length - 1), fc.nat(150), fc.integer({ min: 1, max: 40 })), {
      maxLength: 30,
    })
    .map((given) => {
      // As the database has it: a coder puts a code on a span once.
      const alike = new Map(given.map((one) => [one.join(), one]))
      return [...alike.values()].map(([coder, code, start, length]) =>
        coded(coderOf(coder), code, start, start + length),
      )
    })

describe('readings of two coders', () => {
  it('go together by the same code before they go together by the words', () => {
    const codings = [coded(ada, 1, 0, 10), coded(bea, 4, 0, 10), coded(bea, 1, 8, 20)]
    expect(told(compare(codings), codings)).toEqual(['boundary: 0 2', 'one-sided: 1'])
  })

  it('go together with the one that shares most characters', () => {
    const codings = [coded(ada, 1, 10, 30), coded(bea, 1, 5, 14), coded(bea, 1, 15, 40)]
    expect(told(compare(codings), codings)).toEqual(['one-sided: 1', 'boundary: 0 2'])
  })

  it('of identical spans go together though a longer one shares as much', () => {
    const codings = [coded(ada, 1, 10, 20), coded(bea, 1, 5, 25), coded(bea, 1, 10, 20)]
    expect(told(compare(codings), codings)).toEqual(['one-sided: 1', 'identical: 0 2'])
  })

  it('that only touch do not go together', () => {
    const codings = [coded(ada, 1, 0, 10), coded(bea, 1, 10, 20)]
    expect(told(compare(codings), codings)).toEqual(['one-sided: 0', 'one-sided: 1'])
  })

  it('are of siblings within one branch, and of branches where each stands alone', () => {
    const codings = [coded(ada, 1, 0, 10), coded(bea, 2, 0, 10), coded(ada, 6, 20, 30), coded(bea, 3, 20, 30)]
    expect(told(compare(codings), codings)).toEqual(['sibling: 0 1', 'branch: 2 3'])
  })

  it('are one where two codes were harmonised into one', () => {
    const codings = [coded(ada, 1, 0, 10), coded(bea, 4, 0, 10), coded(bea, 5, 0, 10)]
    const harmonised = new Map<CodeId, CodeId>([
      [codeOf(4), codeOf(1)],
      [codeOf(5), codeOf(1)],
    ])
    const items = compareCodings({ coders: [ada, bea], codings, turns: TURNS, codebook, harmonised })
    expect(told(items, codings)).toEqual(['identical: 0 1 2'])
  })

  it('stay together once somebody decided on them, whatever they would go with now', () => {
    const codings = [coded(ada, 1, 0, 10), coded(bea, 4, 0, 10), coded(bea, 1, 0, 10)]
    const [first, second] = codings
    if (first === undefined || second === undefined) throw new Error('there are three')
    const pins: Pin[] = [{ item: `coding:${first.id}`, codings: [first.id, second.id] }]
    expect(told(compare(codings, [ada, bea], pins), codings)).toEqual(['branch: 0 1', 'one-sided: 2'])
  })
})

describe('readings of three coders', () => {
  it('are identical only where all three say the same', () => {
    const codings = [coded(ada, 1, 0, 10), coded(bea, 1, 0, 10), coded(cy, 1, 0, 10), coded(cy, 4, 20, 30)]
    const items = compare(codings, [ada, bea, cy])
    expect(told(items, codings)).toEqual(['identical: 0 1 2', 'one-sided: 3'])
    expect(items.map(({ cost }) => cost)).toEqual([0, 2])
  })
})

describe('the cost of an item', () => {
  it.each([
    ['three turns that one of two coded', [coded(ada, 1, 0, 30)], 3],
    ['another code on one turn', [coded(ada, 1, 0, 10), coded(bea, 2, 0, 10)], 2],
    ['a boundary two turns further', [coded(ada, 1, 0, 10), coded(bea, 1, 5, 30)], 2],
    ['a boundary within a turn', [coded(ada, 1, 0, 10), coded(bea, 1, 2, 10)], 0],
    ['nothing where both say the same', [coded(ada, 1, 0, 10), coded(bea, 1, 0, 10)], 0],
  ] as const)('counts %s', (_, codings, cost) => {
    expect(compare(codings).map((item) => item.cost)).toEqual([cost])
  })

  it('adds up to the cells of turn and code in which the coders differ, where no coder has a code twice in a turn', () => {
    fc.assert(
      fc.property(anyCodings(2), (codings) => {
        const cells = new Map<string, Set<CoderId>>()
        let isOnce = true
        for (const coding of codings) {
          for (const [turn, place] of TURNS.entries()) {
            if (!overlaps(place, coding)) continue
            const cell = `${String(turn)} ${coding.codeId}`
            const coders = cells.get(cell) ?? new Set()
            if (coders.has(coding.coderId)) isOnce = false
            cells.set(cell, coders.add(coding.coderId))
          }
        }
        fc.pre(isOnce)
        const items = compare(codings)
        // Two codings of one code in one turn that do not overlap are two readings, and one cell.
        const apart = items.some((one) =>
          items.some(
            (other) =>
              one !== other &&
              one.readings.some((a) =>
                other.readings.some(
                  (b) => a.codeId === b.codeId && TURNS.some((turn) => overlaps(turn, a) && overlaps(turn, b)),
                ),
              ),
          ),
        )
        fc.pre(!apart)
        const differing = [...cells.values()].filter((coders) => coders.size === 1).length
        expect(items.reduce((sum, { cost }) => sum + cost, 0)).toBe(differing)
      }),
    )
  })
})

describe('whatever two or three coders coded', () => {
  it('each coding is in exactly one item, in none twice, and no item has two readings of a coder', () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 3), anyCodings(3), (number, all) => {
        const coders = [ada, bea, cy].slice(0, number)
        const codings = all.filter(({ coderId }) => coders.includes(coderId))
        const items = compare(codings, coders)
        const found = items.flatMap(({ readings }) => readings.flatMap((one) => one.codings))
        expect(found.toSorted()).toEqual(codings.map(({ id }) => id).toSorted())
        for (const { readings } of items) {
          expect(new Set(readings.map(({ coderId }) => coderId)).size).toBe(readings.length)
        }
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
      }),
    )
  })

  it('the items are the same whatever the order in which the codings come', () => {
    fc.assert(
      fc.property(anyCodings(3), fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), (codings, numbers) => {
        const shuffled = codings
          .map((coding, index) => ({ coding, at: numbers[index] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ coding }) => coding)
        expect(compare(shuffled, [ada, bea, cy])).toEqual(compare(codings, [ada, bea, cy]))
      }),
    )
  })

  it('of two coders, no two readings are left alone that could have gone together', () => {
    fc.assert(
      fc.property(anyCodings(2), (codings) => {
        const alone = compare(codings).flatMap(({ readings }) => (readings.length === 1 ? readings : []))
        for (const a of alone) for (const b of alone) if (a.coderId !== b.coderId) expect(overlaps(a, b)).toBe(false)
      }),
    )
  })

  it('of two coders, they go together as a judge finds who takes the best pair that is left, over and over', () => {
    fc.assert(
      fc.property(anyCodings(2), (codings) => {
        const pairs = compare(codings).map(({ readings }) => readings.flatMap((one) => one.codings).toSorted())
        expect(new Set(pairs.map(String))).toEqual(new Set(judge(codings).map(String)))
      }),
    )
  })
})

it('an item that was settled keeps its name when a reading with an earlier id joins it', () => {
  const late = coded(cy, 2, 0, 10)
  const [one, other] = [coded(ada, 1, 0, 10), coded(bea, 1, 0, 10)]
  const names = new Map([[one.id, `coding:${one.id}` as const]])
  const items = compareCodings({ coders: [ada, bea, cy], codings: [late, one, other], turns: TURNS, codebook, names })
  expect(items.map(({ id, kind }) => [id, kind])).toEqual([[`coding:${one.id}`, 'sibling']])
})

/** Slow and plain: of all pairs that are left, the best one; the same code before another. */
function judge(codings: readonly CodedSpan[]): readonly (readonly string[])[] {
  const left = new Set(codings)
  const found: string[][] = []
  const shared = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start)
  const apart = (a: Span, b: Span) => Math.abs(a.start - b.start) + Math.abs(a.end - b.end)
  const inOrder = (a: CodedSpan, b: CodedSpan) =>
    a.start - b.start || a.end - b.end || (a.id === b.id ? 0 : a.id < b.id ? -1 : 1)
  for (const sameCode of [true, false]) {
    for (;;) {
      const pairs = [...left].flatMap((a) =>
        [...left]
          .filter((b) => a.coderId !== b.coderId && inOrder(a, b) < 0 && overlaps(a, b))
          .filter((b) => !sameCode || a.codeId === b.codeId)
          .map((b) => [a, b] as const),
      )
      const [best] = pairs.sort(
        ([a, b], [c, d]) => shared(c, d) - shared(a, b) || apart(a, b) - apart(c, d) || inOrder(a, c) || inOrder(b, d),
      )
      if (best === undefined) break
      for (const one of best) left.delete(one)
      found.push(best.map(({ id }) => id).toSorted())
    }
  }
  return [...found, ...[...left].map(({ id }) => [id])]
}
