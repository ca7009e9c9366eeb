import { beforeEach, describe, expect, it } from 'vitest'
import { createCodedStudy, type CodedStudy } from '../../fixtures/coded-study.ts'
import { rowsOf } from '../../fixtures/study-content.ts'
import { reasonOf } from '../../fixtures/study.ts'

let study: CodedStudy
beforeEach(async () => {
  study = await createCodedStudy()
})

const ownCodes = async ({ call, ada, one }: CodedStudy) =>
  (await call('codings.list', { transcriptId: one.id, coderId: ada.id })).map(({ id, codeId }) => [id, codeId])

describe('recoding', () => {
  it('puts another code on the same words, and the coding stays the same one', async () => {
    const { call, ada, codings, schema } = study
    const ids = [codings.labels1.id, codings.labels2.id]
    expect(await call('codings.recode', { ids, codeId: schema.id, coderId: ada.id })).toEqual({ changed: 2, merged: 0 })
    expect(await ownCodes(study)).toContainEqual([codings.labels1.id, schema.id])
    const counted = await call('codes.list', { coderId: ada.id })
    expect(counted.filter(({ codings: n }) => n > 0).map(({ name, codings: n }) => [name, n])).toEqual([
      ['schema', 2],
      ['silence', 2],
    ])
  })

  it('is one action, named by both codes, that one undo takes back', async () => {
    const { call, ada, path, codings, schema } = study
    const before = rowsOf(path)
    const ids = [codings.labels1.id, codings.silence2.id]
    await call('codings.recode', { ids, codeId: schema.id, coderId: ada.id })
    expect((await call('history.state', { coderId: ada.id })).undo).toEqual({
      action: 'codings.recode',
      detail: 'labels, silence → schema',
    })
    await call('history.undo', { coderId: ada.id })
    expect(rowsOf(path)).toEqual(before)
  })

  it('onto a coding that already says the same makes the two one, and an undo makes them two again', async () => {
    const { call, ada, path, codings, silence, put } = study
    const twin = await put(ada, silence, 'P1', 'labels were missing')
    const before = rowsOf(path)
    const recode = { ids: [codings.labels1.id], codeId: silence.id, coderId: ada.id }
    expect(await call('codings.recode', recode)).toEqual({ changed: 1, merged: 1 })
    expect((await ownCodes(study)).map(([id]) => id)).toEqual([twin.id, codings.silence1.id])
    await call('history.undo', { coderId: ada.id })
    expect(rowsOf(path)).toEqual(before)
  })

  it('of two codings on the same words to one code leaves one', async () => {
    const { call, ada, codings, silence, schema, put } = study
    const twin = await put(ada, silence, 'P1', 'labels were missing')
    const ids = [codings.labels1.id, twin.id]
    expect(await call('codings.recode', { ids, codeId: schema.id, coderId: ada.id })).toEqual({ changed: 2, merged: 1 })
    expect(await ownCodes(study)).toHaveLength(2)
  })

  it('to the code that it has already is no action', async () => {
    const { call, ada, codings, labels } = study
    const before = await call('history.state', { coderId: ada.id })
    const recode = { ids: [codings.labels1.id], codeId: labels.id, coderId: ada.id }
    expect(await call('codings.recode', recode)).toEqual({ changed: 0, merged: 0 })
    expect(await call('history.state', { coderId: ada.id })).toEqual(before)
  })

  it('is refused for another coder’s coding and in a finished round, and then changes nothing', async () => {
    const { call, ada, bea, path, codings, schema, put, labels, open } = study
    const theirs = await put(bea, labels, 'P1', 'nobody')
    const before = rowsOf(path)
    const recode = (...ids: (typeof theirs.id)[]) =>
      reasonOf(() => call('codings.recode', { ids, codeId: schema.id, coderId: ada.id }))
    expect(await recode(codings.labels1.id, theirs.id)).toBe('not-found')
    await open()
    expect([await recode(theirs.id), await recode(codings.labels1.id)]).toEqual(['not-found', 'round-finished'])
    expect(rowsOf(path)['coding']).toEqual(before['coding'])
  })
})

describe('adding a further code', () => {
  it('puts it on the places of the codings in one action, where it is not yet', async () => {
    const { call, ada, path, round, codings, silence } = study
    const before = rowsOf(path)
    const ids = [codings.labels1.id, codings.labels2.id, codings.silence1.id]
    const add = () => call('codings.addCode', { ids, codeId: silence.id, coderId: ada.id, roundId: round.id })
    expect(await add()).toEqual({ added: 2 })
    expect(await add()).toEqual({ added: 0 })
    await call('history.undo', { coderId: ada.id })
    expect(rowsOf(path)).toEqual(before)
  })

  it('adds one where two codings are on the same words', async () => {
    const { call, ada, round, codings, silence, schema, put } = study
    const twin = await put(ada, silence, 'P1', 'labels were missing')
    const ids = [codings.labels1.id, twin.id]
    expect(await call('codings.addCode', { ids, codeId: schema.id, coderId: ada.id, roundId: round.id })).toEqual({
      added: 1,
    })
  })

  it('does not find what the coder may not see', async () => {
    const { call, ada, bea, round, labels, silence, put } = study
    const theirs = await put(bea, labels, 'P1', 'nobody')
    const add = () =>
      call('codings.addCode', { ids: [theirs.id], codeId: silence.id, coderId: ada.id, roundId: round.id })
    expect(await reasonOf(add)).toBe('not-found')
  })
})
