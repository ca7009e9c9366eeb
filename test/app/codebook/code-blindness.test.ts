import { describe, expect, it } from 'vitest'
import type { Input } from '../../../app/contract.ts'
import { studyOfCodes } from '../../fixtures/study-of-codes.ts'
import { reasonOf } from '../../fixtures/study.ts'

describe('while a round is blind', () => {
  it('Ada is told the same of codes with Bea’s codings as without them: that there may be work she does not see', async () => {
    const { call, ada, bea, code, apply } = await studyOfCodes()
    const one = await code('one')
    const two = await code('two')
    await apply(ada.id, two, 43)
    const coderId = ada.id
    const told = async () => [
      await call('codes.list', { coderId }),
      await call('codes.passages', { id: one, coderId }),
      await call('codes.impact', { kind: 'merge', ids: [one], into: two, coderId }),
      await call('codes.impact', { kind: 'retire', ids: [one], coderId }),
      await call('codes.impact', { kind: 'rename', ids: [one], coderId }),
      await call('codes.impact', { kind: 'split', ids: [one], codings: [], coderId }),
    ]
    const without = await told()
    const theirs = await apply(bea.id, one, 43)
    await call('codes.markExample', { codingId: theirs, coderId: bea.id })
    expect(await told()).toEqual(without)
    const { hidden } = await call('codes.impact', { kind: 'merge', ids: [one], into: two, coderId })
    expect(hidden).toBe(true)
    const split: Input<'codes.impact'> = { kind: 'split', ids: [one], codings: [theirs], coderId }
    expect(await call('codes.impact', split)).toMatchObject({ codings: 0, hidden: true })
    expect((await call('codes.passages', { id: one, coderId: bea.id })).examples).toHaveLength(1)
  })

  it('Bea’s coding can be made an example by Bea alone', async () => {
    const { call, ada, bea, code, apply } = await studyOfCodes()
    const codingId = await apply(bea.id, await code('one'), 43)
    expect(await reasonOf(() => call('codes.markExample', { codingId, coderId: ada.id }))).toBe('not-found')
    expect(await reasonOf(() => call('codes.markExample', { codingId, coderId: bea.id }))).toBe('no error')
    expect(await reasonOf(() => call('codes.unmarkExample', { codingId, coderId: ada.id }))).toBe('not-found')
  })

  it('a merge by Ada carries Bea’s codings over unseen', async () => {
    const { call, ada, bea, code, apply, counts } = await studyOfCodes()
    const one = await code('one')
    const two = await code('two')
    await apply(bea.id, one, 43)
    await call('codes.merge', { ids: [one], into: two, coderId: ada.id })
    expect(await counts(ada.id)).toEqual(['two: 0/0/0'])
    expect(await counts(bea.id)).toEqual(['two: 1/1/1'])
  })
})
