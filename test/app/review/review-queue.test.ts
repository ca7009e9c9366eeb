import { describe, expect, it } from 'vitest'
import { createReviewedStudy, onlyItem, type CodedWords } from '../../fixtures/reviewed-study.ts'
import { reasonOf } from '../../fixtures/study.ts'

async function reviewed(coded: CodedWords) {
  const study = await createReviewedStudy(coded)
  await study.open()
  await study.begin()
  return study
}

describe('the queue of a review', () => {
  it.each([
    ['one-sided', 'one coded and the other not', [['Ada', 'Units', 'grams']]],
    [
      'boundary',
      'the same code on other words',
      [
        ['Ada', 'Units', 'grams'],
        ['Bea', 'Units', 'got grams'],
      ],
    ],
    [
      'sibling',
      'another code of the same branch',
      [
        ['Ada', 'Units', 'grams'],
        ['Bea', 'Labels', 'grams'],
      ],
    ],
    [
      'branch',
      'a code of another branch',
      [
        ['Ada', 'Units', 'grams'],
        ['Bea', 'Memory', 'got grams'],
      ],
    ],
  ] as const)('calls it %s where there is %s', async (kind, _, coded) => {
    const study = await reviewed([...coded, ['Bea', 'Speed', 'how much memory'], ['Ada', 'Speed', 'how much memory']])
    expect((await onlyItem(study)).kind).toBe(kind)
  })

  it('counts what is identical, and shows it only where it is asked for', async () => {
    const { queue } = await reviewed([
      ['Ada', 'Units', 'grams'],
      ['Bea', 'Units', 'grams'],
    ])
    expect(await queue()).toMatchObject({ items: [], tally: { disagreements: 0, identical: 1, unsettled: 0 } })
    expect((await queue({ states: ['settled'] })).items).toMatchObject([{ kind: 'identical', state: 'settled' }])
  })

  it('costs the cells of turn and code in which the two differ', async () => {
    const { queue } = await reviewed([
      [
        'Ada',
        'Units',
        'The model got grams where it was trained on kilograms.\nInterviewer: And after that?\nP1: Operations',
      ],
      ['Bea', 'Labels', 'no idea how much memory'],
      ['Bea', 'Speed', 'the rest'],
    ])
    const { items } = await queue({ sort: 'cost' })
    expect(items.map(({ cost, kind }) => [kind, cost])).toEqual([
      ['one-sided', 3],
      ['one-sided', 1],
      ['one-sided', 1],
    ])
  })

  it('filters by kind, state and code, a code standing for those within it', async () => {
    const { queue, codeId } = await reviewed([
      ['Ada', 'Units', 'grams'],
      ['Bea', 'Memory', 'no idea'],
    ])
    expect((await queue({ codes: [codeId('Data')] })).items).toHaveLength(1)
    expect((await queue({ codes: [codeId('Speed')] })).items).toEqual([])
    expect((await queue({ kinds: ['boundary'] })).items).toEqual([])
    expect((await queue({ states: ['decided'] })).items).toEqual([])
    expect((await queue()).codes.map(({ codeId: id }) => id).toSorted()).toEqual(
      [codeId('Units'), codeId('Memory')].toSorted(),
    )
  })

  it('can be read before the review is started, and not before the round is opened', async () => {
    const study = await createReviewedStudy([['Ada', 'Units', 'grams']])
    await study.apply(study.bea.id, 'Units', 'the rest')
    expect(await reasonOf(() => study.queue())).toBe('round-blind')
    expect(await study.call('review.rounds', {})).toMatchObject([{ state: 'blind', tally: null, review: null }])
    await study.open()
    expect((await study.queue()).tally).toMatchObject({ disagreements: 2, open: 2 })
  })
})
