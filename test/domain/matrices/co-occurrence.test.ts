import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  coefficientAt,
  countCoOccurrence,
  pairsTogether,
  type CodedTranscript,
  type CoOccurrence,
  type MarkedSpan,
  type Relation,
} from '../../../domain/matrices/co-occurrence.ts'
import { overlaps, spanOf, type Span } from '../../../domain/span.ts'

const OVERLAP: Relation = { kind: 'overlap' }
const near = (turns: number): Relation => ({ kind: 'near', turns })

function span(start: number, end: number): Span {
  const made = spanOf(start, end)
  if (made === null) throw new Error(`no span: ${String(start)} to ${String(end)}`)
  return made
}

const coding = (mark: number, start: number, end: number): MarkedSpan => ({ mark, ...span(start, end) })

/** Ten turns of ten characters each, with one character between them that belongs to none. */
const TURNS = Array.from({ length: 10 }, (_, index) => span(index * 11, index * 11 + 10))

function count(size: number, transcripts: readonly CodedTranscript[], relation: Relation): CoOccurrence {
  const work = countCoOccurrence(size, transcripts, relation)
  let next = work.next()
  while (next.done !== true) next = work.next()
  return next.value
}

const onePass = (...codings: readonly MarkedSpan[]): CodedTranscript => ({ turns: TURNS, passes: [codings] })

function cell({ size, turns, either, pairs }: CoOccurrence, a: number, b: number) {
  const at = a * size + b
  return { turns: turns[at], either: either[at], pairs: pairs[at] }
}

describe('co-occurrence', () => {
  it('by overlap needs one common character: codings that only touch do not co-occur', () => {
    const touching = count(2, [onePass(coding(0, 0, 4), coding(1, 4, 8))], OVERLAP)
    expect(cell(touching, 0, 1)).toEqual({ turns: 0, either: 1, pairs: 0 })
    const overlapping = count(2, [onePass(coding(0, 0, 5), coding(1, 4, 8))], OVERLAP)
    expect(cell(overlapping, 0, 1)).toEqual({ turns: 1, either: 1, pairs: 1 })
  })

  it('in the same turn needs no common character', () => {
    expect(cell(count(2, [onePass(coding(0, 0, 2), coding(1, 7, 9))], near(0)), 0, 1)).toEqual({
      turns: 1,
      either: 1,
      pairs: 1,
    })
  })

  it('within n turns counts each turn that holds one of the two and has the other so near', () => {
    const transcript = onePass(coding(0, 0, 2), coding(1, 22, 24))
    expect(cell(count(2, [transcript], near(1)), 0, 1)).toEqual({ turns: 0, either: 2, pairs: 0 })
    expect(cell(count(2, [transcript], near(2)), 0, 1)).toEqual({ turns: 2, either: 2, pairs: 1 })
  })

  it('counts a turn once, however often the two meet in it', () => {
    const counts = count(2, [onePass(coding(0, 0, 2), coding(0, 3, 5), coding(1, 0, 9))], OVERLAP)
    expect(cell(counts, 0, 1)).toEqual({ turns: 1, either: 1, pairs: 2 })
    expect(cell(counts, 0, 0)).toEqual({ turns: 1, either: 1, pairs: 2 })
  })

  it('counts every turn that codings over several turns share', () => {
    expect(cell(count(2, [onePass(coding(0, 0, 50), coding(1, 15, 60))], OVERLAP), 0, 1)).toMatchObject({ turns: 4 })
  })

  it('is never between the codings of two passes, whose turns still count once', () => {
    const apart: CodedTranscript = { turns: TURNS, passes: [[coding(0, 0, 5)], [coding(1, 0, 5)]] }
    expect(cell(count(2, [apart], near(0)), 0, 1)).toEqual({ turns: 0, either: 1, pairs: 0 })
    const both = [coding(0, 0, 5), coding(1, 0, 5)]
    const twice: CodedTranscript = { turns: TURNS, passes: [both, both] }
    expect(cell(count(2, [twice], near(0)), 0, 1)).toEqual({ turns: 1, either: 1, pairs: 2 })
  })

  it('is never between transcripts', () => {
    const counts = count(2, [onePass(coding(0, 0, 5)), onePass(coding(1, 0, 5))], near(9))
    expect(cell(counts, 0, 1)).toEqual({ turns: 0, either: 2, pairs: 0 })
  })

  it('has a coefficient of 0 where two codes never meet, and none where neither was used', () => {
    const counts = count(3, [onePass(coding(0, 0, 2))], near(0))
    expect([coefficientAt(counts, 0, 1), coefficientAt(counts, 1, 2)]).toEqual([0, null])
  })

  it('has Jaccard’s coefficient: 2 turns of both, 5 and 4 of each, give 2 / 7', () => {
    const at = (mark: number, turn: number) => coding(mark, turn * 11, turn * 11 + 3)
    const codings = [...[0, 1, 2, 3, 4].map((turn) => at(0, turn)), ...[3, 4, 5, 6].map((turn) => at(1, turn))]
    expect(coefficientAt(count(2, [onePass(...codings)], near(0)), 0, 1)).toBeCloseTo(2 / 7, 12)
  })

  it('counts as a naive reading of the definitions does', () => {
    const SIZE = 4
    const spans = fc
      .tuple(fc.nat(108), fc.integer({ min: 1, max: 30 }), fc.nat(SIZE - 1))
      .map(([start, length, mark]) => coding(mark, start, start + length))
    const transcripts = fc.array(
      fc.array(fc.array(spans, { maxLength: 8 }), { maxLength: 3 }).map((passes) => ({ turns: TURNS, passes })),
      { maxLength: 3 },
    )
    const relations = fc.oneof(fc.constant(OVERLAP), fc.nat(3).map(near))
    fc.assert(
      fc.property(transcripts, relations, (texts, relation) => {
        const counts = count(SIZE, texts, relation)
        for (let a = 0; a < SIZE; a++) {
          for (let b = 0; b < SIZE; b++) expect(cell(counts, a, b)).toEqual(naive(texts, relation, a, b))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives as many pairs as it counts', () => {
    const transcript = onePass(coding(0, 0, 30), coding(1, 5, 8), coding(1, 25, 40), coding(0, 90, 95))
    for (const relation of [OVERLAP, near(0), near(3)]) {
      const pairs = [...pairsTogether(transcript, relation)].filter(([a, b]) => a.mark !== b.mark)
      expect(pairs).toHaveLength(cell(count(2, [transcript], relation), 0, 1).pairs ?? -1)
    }
  })
})

/** The definitions, word for word. */
function naive(transcripts: readonly CodedTranscript[], relation: Relation, a: number, b: number) {
  const isIn = (turn: Span, one: Span) => overlaps(turn, one)
  const turnsOf = (turns: readonly Span[], one: Span) => [...turns.keys()].filter((at) => isIn(turns[at] ?? one, one))
  let together = 0
  let either = 0
  let pairs = 0
  for (const { turns, passes } of transcripts) {
    const belong = (one: Span, other: Span) =>
      relation.kind === 'overlap'
        ? overlaps(one, other)
        : turnsOf(turns, one).some((x) => turnsOf(turns, other).some((y) => Math.abs(x - y) <= relation.turns))
    for (const pass of passes) {
      const of = (mark: number) => pass.filter((one) => one.mark === mark)
      pairs += a === b ? of(a).length : of(a).flatMap((one) => of(b).filter((other) => belong(one, other))).length
    }
    for (const [index, turn] of turns.entries()) {
      if (passes.some((pass) => pass.some((one) => [a, b].includes(one.mark) && isIn(turn, one)))) either++
      const meets = passes.some((pass) => {
        const holds = (mark: number, at: number) =>
          pass.some((one) => one.mark === mark && isIn(turns[at] ?? turn, one))
        if (a === b) return holds(a, index)
        if (relation.kind === 'near') {
          const around = [...turns.keys()].filter((at) => Math.abs(at - index) <= relation.turns)
          return [
            [a, b],
            [b, a],
          ].some(([x = 0, y = 0]) => holds(x, index) && around.some((at) => holds(y, at)))
        }
        for (let at: number = turn.start; at < turn.end; at++) {
          const covers = (mark: number) => pass.some((one) => one.mark === mark && one.start <= at && at < one.end)
          if (covers(a) && covers(b)) return true
        }
        return false
      })
      if (meets) together++
    }
  }
  return { turns: together, either, pairs }
}
