import { describe, expect, it } from 'vitest'
import type { Input } from '../../../app/contract.ts'
import { studyOfCodes } from '../../fixtures/study-of-codes.ts'

describe('the impact of a change', () => {
  it('counts codings, transcripts, coders, catalog items and rounds, finished ones by their name', async () => {
    const { call, ada, bea, code, apply, open, mismatch } = await studyOfCodes()
    const one = await code('missing value')
    const many = await code('missing values')
    await apply(ada.id, one, 43)
    await apply(ada.id, many, 43)
    await apply(bea.id, one, 50, 1)
    await open()
    mismatch('M1', one)
    expect(await call('codes.impact', { kind: 'merge', ids: [one], into: many, coderId: ada.id })).toEqual({
      codings: 2,
      transcripts: 2,
      coders: ['Ada', 'Bea'],
      subcodes: 0,
      doubled: 1,
      catalogItems: 1,
      rounds: [{ name: 'Round 1', isFinished: true, effect: 'figures' }],
      hidden: false,
    })
  })

  it('of a rename or a move counts the codes within it, and of a split what leaves the code', async () => {
    const { call, ada, code, apply } = await studyOfCodes()
    const data = await code('data')
    const labels = await code('labels', data)
    const first = await apply(ada.id, labels, 43)
    await apply(ada.id, labels, 50)
    const coderId = ada.id
    expect(await call('codes.impact', { kind: 'move', ids: [data], coderId })).toMatchObject({
      codings: 2,
      subcodes: 1,
    })
    expect(await call('codes.impact', { kind: 'remove', ids: [data], coderId })).toMatchObject({
      codings: 0,
      subcodes: 1,
    })
    const split: Input<'codes.impact'> = { kind: 'split', ids: [labels], codings: [first], coderId }
    expect(await call('codes.impact', split)).toMatchObject({ codings: 1, rounds: [{ isFinished: false }] })
  })
})
