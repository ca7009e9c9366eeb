import { describe, expect, it } from 'vitest'
import type { ReviewItem } from '../../../app/contract/review.ts'
import { REASON_KEYS } from '../../../domain/adjudication/decision.ts'
import { asId } from '../../../domain/ids.ts'
import { UNDECIDED } from '../../../domain/screening.ts'
import { spanOf, type Span } from '../../../domain/span.ts'
import {
  otherDraft,
  outcomeOf,
  takeAll,
  takeByLetter,
  withCode,
  withMovedEdge,
  withoutCode,
  type Draft,
  type Family,
} from '../../../renderer/features/review/decision/draft.ts'
import { listReasons } from '../../../renderer/features/review/decision/reasons.ts'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const coders = [1, 2, 3].map((number) => asId<'coder'>(id(number)))
const code = asId<'code'>(id(9))
const said = (codes: readonly (readonly number[])[], decisions: readonly ('included' | 'excluded' | null)[] = []) =>
  coders.map((coderId, index) => ({
    coderId,
    codes: (codes[index] ?? []).map((number) => asId<'code'>(id(number))),
    span: null,
    decision: decisions[index] ?? null,
  }))
const itemOf = (subject: Family, readings = said([[9], [9], [9]])): Pick<ReviewItem, 'id' | 'readings'> => ({
  id: `${subject}:${id(5)}`,
  readings,
})

function span(start: number, end: number): Span {
  const made = spanOf(start, end)
  if (made === null) throw new Error(`${start}–${end} is no span`)
  return made
}

describe('a decision', () => {
  it('takes the reading of a letter, and none that is not there', () => {
    expect(takeByLetter(itemOf('coding'), 'C')).toEqual({ kind: 'take', coders: [coders[2]] })
    expect(takeByLetter(itemOf('coding'), 'D')).toBeNull()
  })

  it('lets the codes of all stand, not that somebody coded nothing beside them', () => {
    const [ada, , cleo] = coders
    expect(takeAll(itemOf('coding', said([[8], [], [9]])))).toEqual({ kind: 'take', coders: [ada, cleo] })
    expect(takeAll(itemOf('coding', said([[8], [], []])))).toEqual({ kind: 'take', coders: [ada] })
  })

  it('lets the pairs of all stand as long as a mismatch may have so many', () => {
    const all = ['included', 'included', 'included'] as const
    expect(takeAll(itemOf('instance', said([[7], [8], [9]], all)))).toEqual({ kind: 'take', coders })
    expect(takeAll(itemOf('instance', said([[6, 7], [8], [9]], all)))).toBeNull()
  })

  it('takes nothing of who did not include the segment, or did not screen it', () => {
    const two = said([[8], [9], []], ['included', 'included', 'excluded'])
    expect(['A', 'C'].map((letter) => takeByLetter(itemOf('text', two), letter)?.kind)).toEqual(['take', undefined])
    expect(takeAll(itemOf('instance', two))).toEqual({ kind: 'take', coders: coders.slice(0, 2) })
    const screened = itemOf('screening', said([], ['excluded', 'included', null]))
    expect(['A', 'C'].map((letter) => takeByLetter(screened, letter)?.kind)).toEqual(['take', undefined])
    const none = itemOf('text', said([], ['excluded', 'excluded', 'excluded']))
    expect(takeByLetter(none, 'C')).toEqual({ kind: 'take', coders: coders.slice(2) })
  })

  it('lets all readings of codes stand, but not all texts of one segment', () => {
    expect(takeAll(itemOf('coding'))).toEqual({ kind: 'take', coders })
    expect(takeAll(itemOf('text'))).toBeNull()
  })

  it('puts several codes on the same words', () => {
    const other = asId<'code'>(id(8))
    const draft = withCode(
      { kind: 'codings', placed: [{ codeId: code, span: span(3, 7) }], span: span(3, 7), of: null },
      other,
    )
    expect(outcomeOf(draft)).toEqual({
      kind: 'codings',
      codings: [
        { codeId: code, start: 3, end: 7 },
        { codeId: other, start: 3, end: 7 },
      ],
    })
  })

  it('puts each code on words of its own where one is in hand, and moves all where none is', () => {
    const placed = [7, 8, 9].map((number) => ({ codeId: asId<'code'>(id(number)), span: span(3, 7) }))
    const draft = { kind: 'codings', placed, span: span(3, 7), of: 1 } as const
    const later = ({ end }: Span) => span(4, end)
    const told = (made: Draft) => (made.kind === 'codings' ? made.placed.map((one) => one.span.start) : [])
    expect(told(withMovedEdge(draft, later))).toEqual([3, 4, 3])
    expect(told(withMovedEdge({ ...draft, of: null }, later))).toEqual([4, 4, 4])
    expect(told(withMovedEdge(draft, () => null))).toEqual([3, 3, 3])
    expect(withoutCode(draft, 1)).toMatchObject({ placed: [placed[0], placed[2]], of: null })
  })

  it('is not complete without a code, nor with criteria that leave it open', () => {
    expect(outcomeOf({ kind: 'codings', placed: [], span: span(3, 7), of: null })).toBeNull()
    expect(outcomeOf({ kind: 'criteria', criteria: UNDECIDED })).toBeNull()
    expect(outcomeOf({ kind: 'criteria', criteria: { ...UNDECIDED, E5: 'yes' } })).not.toBeNull()
  })
})

describe('the short list of reasons', () => {
  it('gives the first nine a digit', () => {
    expect(listReasons([]).map(({ digit }) => digit)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, null])
    expect(listReasons([]).map(({ reason }) => reason.key)).toEqual([...REASON_KEYS])
  })

  it('grows by what was written in the study, the most frequent first, on the seventh digit and after', () => {
    const used = [
      { key: null, words: 'Rare', uses: 1 },
      { key: null, words: 'Frequent', uses: 5 },
      { key: 'overlooked' as const, words: '', uses: 9 },
    ]
    expect(
      listReasons(used)
        .slice(5, 9)
        .map(({ reason }) => reason.key ?? reason.words),
    ).toEqual([REASON_KEYS[5], 'Frequent', 'Rare', REASON_KEYS[6]])
  })
})

describe('something else about a segment', () => {
  const formOf = (decision: 'included' | 'excluded', description: string, codes: readonly number[]) => ({
    codings: [],
    form: {
      criteria: UNDECIDED,
      decision,
      quote: '',
      quoteSpan: null,
      description,
      information: '',
      instances: codes.map((number) => asId<'code'>(id(number))),
    },
  })
  const readings = [formOf('excluded', '', []), formOf('included', 'Units', [7, 8]), formOf('included', 'Unit', [8])]
  const about = (subject: Family) => ({
    item: { ...itemOf(subject), state: 'open' as const, ...span(0, 9) },
    readings,
    result: [],
    consolidated: null,
  })

  it('begins with what those wrote who included it, whoever comes first', () => {
    expect(otherDraft(about('text'))).toMatchObject({ kind: 'text', description: 'Units' })
  })

  it('begins with the pairs that all of them gave', () => {
    expect(otherDraft(about('instance'))).toEqual({ kind: 'instances', codes: [asId<'code'>(id(8))] })
  })
})
