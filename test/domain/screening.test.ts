import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ANSWERS,
  CRITERIA,
  decide,
  isBlankForm,
  BLANK_FORM,
  nextAnswer,
  partOf,
  placeWithin,
  sameForm,
  withoutExclusion,
  type Criteria,
} from '../../domain/screening.ts'
import { spanOf } from '../../domain/span.ts'

const answer = fc.constantFrom(...ANSWERS)
const criteria: fc.Arbitrary<Criteria> = fc.record({
  I1: answer,
  I2: answer,
  E1: answer,
  E2: answer,
  E3: answer,
  E4: answer,
  E5: answer,
})

/** Every way in which the undecided criteria may yet be decided. */
function outcomes(given: Criteria): readonly Criteria[] {
  return CRITERIA.reduce<readonly Criteria[]>(
    (all, one) =>
      all.flatMap((each) =>
        each[one] === 'undecided'
          ? [
              { ...each, [one]: 'yes' as const },
              { ...each, [one]: 'no' as const },
            ]
          : [each],
      ),
    [given],
  )
}

/** The rule of the method, letter by letter, on criteria that are all decided. */
function isMismatch({ I1, I2, E1, E2, E3, E4, E5 }: Criteria): boolean {
  return I1 === 'yes' && I2 === 'yes' && E1 === 'no' && E2 === 'no' && E3 === 'no' && E4 === 'no' && E5 === 'no'
}

describe('the decision about a segment', () => {
  it('is the one that every way of deciding the rest would give, and open where they differ', () => {
    fc.assert(
      fc.property(criteria, (given) => {
        const possible = new Set(outcomes(given).map(isMismatch))
        const expected = possible.size === 2 ? 'open' : possible.has(true) ? 'included' : 'excluded'
        expect(decide(given).kind).toBe(expected)
      }),
    )
  })

  it('names the criteria that exclude, and those that are still to be decided', () => {
    const given: Criteria = { I1: 'yes', I2: 'no', E1: 'undecided', E2: 'yes', E3: 'no', E4: 'no', E5: 'no' }
    expect(decide(given)).toEqual({ kind: 'excluded', because: ['I2', 'E2'] })
    expect(decide({ ...given, I2: 'yes', E2: 'undecided' })).toEqual({ kind: 'open', undecided: ['E1', 'E2'] })
  })

  it('needs no criterion more once none of the exclusions applies', () => {
    expect(decide(withoutExclusion({ ...BLANK_FORM.criteria, I1: 'yes', I2: 'yes' }))).toEqual({ kind: 'included' })
    expect(decide(withoutExclusion({ ...BLANK_FORM.criteria, E4: 'yes' }))).toEqual({
      kind: 'excluded',
      because: ['E4'],
    })
  })
})

describe('an answer', () => {
  it('goes from undecided over yes and no back to undecided', () => {
    expect([nextAnswer('undecided'), nextAnswer('yes'), nextAnswer('no')]).toEqual(['yes', 'no', 'undecided'])
  })
})

describe('a form', () => {
  it('is blank as long as nothing is decided and nothing but blanks is written', () => {
    expect(isBlankForm(BLANK_FORM)).toBe(true)
    expect(isBlankForm({ ...BLANK_FORM, description: ' ' })).toBe(true)
    expect(isBlankForm({ ...BLANK_FORM, information: 'units' })).toBe(false)
    expect(isBlankForm({ ...BLANK_FORM, criteria: { ...BLANK_FORM.criteria, E5: 'no' } })).toBe(false)
  })

  it('says the same as another only where every field does', () => {
    expect(sameForm(BLANK_FORM, { ...BLANK_FORM })).toBe(true)
    expect(sameForm(BLANK_FORM, { ...BLANK_FORM, quoteSpan: spanOf(1, 2) })).toBe(false)
    expect(sameForm(BLANK_FORM, { ...BLANK_FORM, quote: 'a' })).toBe(false)
  })
})

describe('the quote of a segment that changes', () => {
  const [first, second, quote] = [spanOf(0, 10), spanOf(10, 20), spanOf(8, 12)]
  if (first === null || second === null || quote === null) throw new Error('no span')

  it('takes the screening with the part in which it begins; without one it stays with the first', () => {
    expect(partOf(quote, [first, second])).toBe(0)
    expect(partOf(spanOf(10, 12), [first, second])).toBe(1)
    expect(partOf(null, [first, second])).toBe(0)
  })

  it('keeps its place only where all of it is still within', () => {
    expect(placeWithin(first, quote)).toBeNull()
    expect(placeWithin(first, spanOf(8, 10))).toEqual(spanOf(8, 10))
  })
})
