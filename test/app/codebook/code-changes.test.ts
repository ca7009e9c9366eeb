import { describe, expect, it } from 'vitest'
import { contentOf } from '../../fixtures/study-content.ts'
import { studyOfCodes } from '../../fixtures/study-of-codes.ts'
import { reasonOf, textFile } from '../../fixtures/study.ts'

describe('the counts of a code', () => {
  it('tell its codings, its transcripts, and its participants: one with two transcripts counts once', async () => {
    const { ada, code, apply, counts } = await studyOfCodes()
    const labels = await code('labels')
    for (const [start, at] of [
      [43, 0],
      [50, 0],
      [43, 1],
      [43, 2],
    ] as const) {
      await apply(ada.id, labels, start, at)
    }
    expect(await counts(ada.id)).toEqual(['labels: 4/3/2'])
  })
})

describe('moving a code', () => {
  it('puts it into another, and undo brings it back to its place', async () => {
    const { call, path, ada, code, counts } = await studyOfCodes()
    const data = await code('data')
    const labels = await code('labels')
    const before = contentOf(path)
    await call('codes.move', { ids: [labels], parentId: data, before: null, coderId: ada.id })
    expect(await counts(ada.id)).toEqual(['data / labels: 0/0/0', 'data: 0/0/0'])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })

  it('into itself, or to where its name is taken, is refused with the way out', async () => {
    const { call, path, code } = await studyOfCodes()
    const data = await code('data')
    const labels = await code('labels', data)
    const twin = await code('labels')
    const before = contentOf(path)
    expect(await reasonOf(() => call('codes.move', { ids: [data], parentId: labels }))).toBe('code-within-itself')
    expect(await reasonOf(() => call('codes.move', { ids: [twin], parentId: data }))).toBe('code-name-taken')
    expect(contentOf(path)).toEqual(before)
  })
})

describe('a retired code', () => {
  it('keeps its codings, goes with the codes within it, and comes back with them', async () => {
    const { call, path, ada, code, apply, counts } = await studyOfCodes()
    const data = await code('data')
    const labels = await code('labels', data)
    await apply(ada.id, labels, 43)
    const retired = async () =>
      (await call('codes.list', { coderId: ada.id })).filter((one) => one.retired).map(({ name }) => name)
    await call('codes.retire', { ids: [data], coderId: ada.id })
    expect([await retired(), await counts(ada.id)]).toEqual([
      ['data', 'labels'],
      ['data / labels: 1/1/1', 'data: 0/0/0'],
    ])
    const before = contentOf(path)
    await call('codes.restore', { ids: [labels], coderId: ada.id })
    expect(await retired()).toEqual([])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })

  it('is meant by an imported label only where no other code has the name', async () => {
    const { call, ada, code, counts } = await studyOfCodes()
    const file = (interview: string, label: string) =>
      textFile(
        `${interview}.json`,
        JSON.stringify({
          interview,
          sources: [{ coder: 'C1', pass: 'independent', turns: [{ text: `Said in ${interview}.`, codes: [label] }] }],
        }),
      )
    const labels = await code('labels')
    await call('codes.retire', { ids: [labels] })
    await call('codings.import', { files: [file('X', 'labels')] })
    expect(await counts(ada.id)).toEqual(['labels: 1/1/0'])
    await code('labels', await code('data'))
    await call('codings.import', { files: [file('Y', 'labels')] })
    expect(await counts(ada.id)).toEqual(['data / labels: 1/1/0', 'data: 0/0/0', 'labels: 1/1/0'])
  })

  it('keeps its name: another of that name in its place is refused with the way out', async () => {
    const { call, code } = await studyOfCodes()
    await call('codes.retire', { ids: [await code('labels')] })
    expect(await reasonOf(() => code('labels'))).toBe('code-retired-there')
  })
})

describe('a path of codes', () => {
  it('is created in one action, under what is there of it', async () => {
    const { call, ada, counts } = await studyOfCodes()
    await call('codes.createPath', { names: ['data', 'labels'], coderId: ada.id })
    await call('codes.createPath', { names: ['data', 'values'], definition: 'Of a cell.', coderId: ada.id })
    expect(await counts(ada.id)).toEqual(['data / labels: 0/0/0', 'data / values: 0/0/0', 'data: 0/0/0'])
    await call('history.undo', { coderId: ada.id })
    await call('history.undo', { coderId: ada.id })
    expect(await counts(ada.id)).toEqual([])
  })

  it('that is there in full is refused', async () => {
    const { call } = await studyOfCodes()
    await call('codes.createPath', { names: ['data', 'labels'] })
    expect(await reasonOf(() => call('codes.createPath', { names: ['data', 'labels'] }))).toBe('name-taken')
  })
})

describe('an example of a code', () => {
  it('goes with its coding, and undo brings both back', async () => {
    const { call, path, ada, code, apply } = await studyOfCodes()
    const labels = await code('labels')
    const codingId = await apply(ada.id, labels, 43)
    await call('codes.markExample', { codingId, coderId: ada.id })
    const before = contentOf(path)
    await call('codings.remove', { ids: [codingId], coderId: ada.id })
    expect((await call('codes.passages', { id: labels, coderId: ada.id })).examples).toEqual([])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
    await call('codes.unmarkExample', { codingId, coderId: ada.id })
    expect((await call('codes.passages', { id: labels, coderId: ada.id })).examples).toEqual([])
  })
})
