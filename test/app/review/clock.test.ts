import { afterEach, describe, expect, it, vi } from 'vitest'
import { createReviewedStudy, onlyItem } from '../../fixtures/reviewed-study.ts'

afterEach(() => vi.useRealTimers())

describe('a clock that was set back', () => {
  it('does not let an older decision stand for a newer one', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T12:00:00Z') })
    const study = await createReviewedStudy([
      ['Ada', 'Units', 'grams'],
      ['Ada', 'Labels', 'the rest'],
      ['Bea', 'Labels', 'the rest'],
    ])
    await study.open()
    await study.begin()
    const { call, round, mo, ada, bea, consolidated } = study
    const item = await onlyItem(study)
    const take = (coderId: typeof ada.id, words: string) =>
      call('review.decide', {
        roundId: round.id,
        itemId: item.id,
        coderId: mo.id,
        outcome: { kind: 'take', coders: [coderId] },
        reason: study.because(words),
      })
    await take(ada.id, 'first')
    vi.setSystemTime(new Date('2026-03-01T09:00:00Z'))
    await take(bea.id, 'second')
    const { decisions } = await call('review.item', { roundId: round.id, itemId: item.id, coderId: mo.id })
    expect(decisions.map(({ reason }) => reason.words)).toEqual(['first', 'second'])
    expect(await consolidated()).toEqual(['Labels: the rest'])
    await call('review.reopen', { roundId: round.id, itemId: item.id, coderId: mo.id, reason: study.because('third') })
    expect((await onlyItem(study)).state).toBe('open')
  })
})
