import { describe, expect, it } from 'vitest'
import { spanOf } from '../../../domain/span.ts'
import { createReviewedStudy } from '../../fixtures/reviewed-study.ts'
import { textFile } from '../../fixtures/study.ts'

/** A review that Mo began of what Ada, Bea and Cem coded. */
async function reviewOfThree() {
  const study = await createReviewedStudy([
    ['Ada', 'Units', 'grams'],
    ['Bea', 'Memory', 'grams'],
    ['Ada', 'Labels', 'the rest'],
    ['Bea', 'Labels', 'the rest'],
  ])
  const cem = await study.call('coders.create', { name: 'Cem', kind: 'coder' })
  await study.apply(cem.id, 'Units', 'grams')
  await study.open()
  await study.begin()
  const after = () => study.call('snapshots.after', { roundId: study.round.id })
  const frozen = async () => {
    const [snapshot] = await study.call('snapshots.list', {})
    return (snapshot?.comparisons ?? []).filter(({ subject }) => subject === 'codings')
  }
  return { ...study, cem, after, frozen }
}

describe('agreement after decisions', () => {
  it('is of all together and of every two, what was frozen, intervals and all, until something is decided', async () => {
    const { after, frozen } = await reviewOfThree()
    const whole = (await frozen()).filter(({ transcript }) => transcript === null)
    const compared = await after()
    expect(compared.map(({ coders }) => coders.join(' '))).toEqual(['Ada Bea Cem', 'Ada Bea', 'Ada Cem', 'Bea Cem'])
    for (const { coders, figures } of compared) {
      const before = whole.find((one) => one.coders.join() === coders.join())
      expect(figures).toEqual(before?.figures.filter(({ name }) => name !== 'alphaUnitizing'))
    }
    expect(compared[0]?.figures.some(({ interval }) => interval !== null)).toBe(true)
  })

  it('is 1 of everyone once a moderator has decided everything', async () => {
    const { call, after, queue, round, ada, mo, because } = await reviewOfThree()
    for (const { id: itemId } of (await queue()).items) {
      const outcome = { kind: 'take' as const, coders: [ada.id] }
      await call('review.decide', { roundId: round.id, itemId, coderId: mo.id, outcome, reason: because('so') })
    }
    for (const { figures } of await after()) {
      expect(figures.map(({ value }) => value)).toEqual(figures.map(() => 1))
      // Of so few turns some resamples leave alpha undefined; coded agreement is 1 in all of them.
      expect(figures.find(({ name }) => name === 'codedAgreement')?.interval).toEqual([1, 1])
    }
  })

  it('counts a transcript that two went through without a code, as what was frozen does', async () => {
    const study = await createReviewedStudy([
      ['Ada', 'Units', 'grams'],
      ['Bea', 'Units', 'grams'],
    ])
    const { call, round, ada, bea, codeId } = study
    const { imported } = await call('transcripts.import', {
      files: [textFile('P2.txt', 'Int: And?\nP2: Nothing went wrong here.')],
    })
    const [second] = imported
    if (second === undefined) throw new Error('it was imported')
    for (const coder of [ada, bea]) {
      const span = spanOf(0, 4)
      if (span === null) throw new Error('it has words')
      const made = await call('codings.apply', {
        transcriptId: second.id,
        ...span,
        codeId: codeId('Units'),
        coderId: coder.id,
        roundId: round.id,
      })
      await call('codings.remove', { ids: [made.id], coderId: coder.id })
    }
    await study.open()
    await study.begin()
    const [snapshot] = await call('snapshots.list', {})
    const whole = snapshot?.comparisons.find(({ transcript, subject }) => transcript === null && subject === 'codings')
    const [compared] = await call('snapshots.after', { roundId: round.id })
    expect(compared?.figures.find(({ name }) => name === 'codedAgreement')?.n).toBe(whole?.units)
    expect(whole?.units).toBe(8)
  })
})
