import { onTestFinished, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { OpenStudy } from '../../../app/study/open-study.ts'
import { freeze, measureSnapshot } from '../../../app/agreement/snapshot-service.ts'
import { Task } from '../../../app/task.ts'
import { createReviewedStudy } from '../../fixtures/reviewed-study.ts'
import { createCodedStudy } from '../../fixtures/coded-study.ts'
import { reasonOf } from '../../fixtures/study.ts'

/** The coded study with Bea's work and an open round, opened beside the workspace that made it, as the review is to do it. */
async function openedStudy() {
  const made = await createCodedStudy()
  await made.put(made.bea, made.labels, 'P1', 'labels were missing')
  await made.put(made.bea, made.schema, 'P2', 'the schema for weeks')
  await made.open()
  await made.call('workspace.close', {})
  const study = OpenStudy.open(made.path, null, { now: () => new Date('2026-03-01T09:30:00Z'), newId: () => v7() })
  onTestFinished(() => study.close())
  const task = new Task({}, study)
  const { round, moderator } = made
  const begin = async () => {
    const snapshot = await measureSnapshot(study, { roundId: round.id, coderId: moderator.id, resamples: 50 }, task)
    const action = { action: 'review.start', detail: round.name, coderId: moderator.id }
    return study.act(action, () => freeze(study, snapshot))
  }
  return { ...made, study, task, begin }
}

describe('a snapshot', () => {
  it('holds every figure of each transcript of the round with its n, its interval and its reason', async () => {
    const { study, begin } = await openedStudy()
    await begin()
    const [snapshot] = study.read.snapshots.all()
    expect(snapshot).toMatchObject({ unit: 'turn', seed: 1, resamples: 50, takenAt: '2026-03-01T09:30:00.000Z' })
    const first = snapshot?.comparisons.find(({ transcript }) => transcript === 'P1')
    expect(first).toMatchObject({ coders: ['Ada', 'Bea'], units: 2, codes: 2, uncodedShare: 0.5 })
    expect(first?.figures.find(({ name }) => name === 'kappaCoded')).toMatchObject({ value: 1, reason: null })
    const perCode = first?.perCode.map((code) => ({ ...code, ac1: Number(code.ac1?.toFixed(10)) }))
    expect(perCode).toEqual([
      { code: 'labels', both: 1, onlyFirst: 0, onlySecond: 0, neither: 1, kappa: 1, ac1: 1, alpha: 1 },
      { code: 'silence', both: 0, onlyFirst: 1, onlySecond: 0, neither: 1, kappa: 0, ac1: 0.2, alpha: 0 },
    ])
  })

  it('holds of three coders together what all of them did with each code', async () => {
    const made = await createReviewedStudy([
      ['Ada', 'Units', 'grams'],
      ['Bea', 'Memory', 'grams'],
    ])
    const cem = await made.call('coders.create', { name: 'Cem', kind: 'coder' })
    await made.apply(cem.id, 'Units', 'grams')
    await made.open()
    await made.begin()
    const [snapshot] = await made.call('snapshots.list', {})
    const whole = snapshot?.comparisons.filter(
      ({ transcript, subject }) => transcript === null && subject === 'codings',
    )
    // A round of one transcript is a whole, too.
    expect(whole?.map(({ coders }) => coders.length)).toEqual([2, 2, 2, 3])
    const group = whole?.find(({ coders }) => coders.length === 3)
    expect(group?.perCode).toEqual([])
    expect(group?.perGroupCode).toMatchObject([
      { code: 'Data / Units', present: 2, absent: 16, everyone: 0, divided: 1, differing: 2 },
      { code: 'Operations / Memory', present: 1, absent: 17, everyone: 0, divided: 1, differing: 2 },
    ])
  })

  it('is the only one of its round: a second one is not kept', async () => {
    const { study, begin } = await openedStudy()
    const first = await begin()
    expect(await begin()).toEqual(first)
    expect(study.read.snapshots.all()).toEqual([first])
  })

  it('goes when the action that took it is undone, and is the same again when it is redone', async () => {
    const { study, begin, moderator, task } = await openedStudy()
    const taken = await begin()
    await study.undo(moderator.id, task)
    expect(study.read.snapshots.all()).toEqual([])
    await study.redo(moderator.id, task)
    expect(study.read.snapshots.all()).toEqual([taken])
  })

  it('stays as it was when the codes that it speaks of are renamed', async () => {
    const { study, begin, labels } = await openedStudy()
    const taken = await begin()
    study.act({ action: 'codes.update', detail: '' }, () => {
      const code = study.read.codes.all().find(({ id }) => id === labels.id)
      if (code !== undefined) study.write.codes.change({ ...code, name: 'tags' })
    })
    expect(study.read.snapshots.all()).toEqual([taken])
  })

  it('is refused of a round that is blind', async () => {
    const { call, path } = await createCodedStudy()
    const [round] = await call('rounds.list', {})
    await call('workspace.close', {})
    const study = OpenStudy.open(path, null, { now: () => new Date(), newId: () => v7() })
    onTestFinished(() => study.close())
    if (round === undefined) throw new Error('there is a round')
    const request = { roundId: round.id, coderId: null }
    expect(await reasonOf(() => measureSnapshot(study, request, new Task({}, study)))).toBe('round-blind')
  })
})
