import { describe, expect, it } from 'vitest'
import type { CodeId } from '../../../domain/ids.ts'
import { contentOf } from '../../fixtures/study-content.ts'
import { studyOfCodes } from '../../fixtures/study-of-codes.ts'
import { reasonOf } from '../../fixtures/study.ts'

describe('several codes', () => {
  it('are moved, retired, brought back and merged in one action each, which undo takes back byte for byte', async () => {
    const { call, path, ada, code, apply, counts } = await studyOfCodes()
    const coderId = ada.id
    const [data, labels, drift, other] = [
      await code('data'),
      await code('labels'),
      await code('drift'),
      await code('o'),
    ]
    await apply(coderId, labels, 43)
    await apply(coderId, drift, 43)
    const before = contentOf(path)
    const undone = async () => {
      await call('history.undo', { coderId })
      return contentOf(path)
    }
    const retired = async () => (await call('codes.list', { coderId })).filter((one) => one.retired).length

    await call('codes.move', { ids: [drift, labels], parentId: data, coderId })
    expect(await counts(coderId)).toEqual(['data / drift: 1/1/1', 'data / labels: 1/1/1', 'data: 0/0/0', 'o: 0/0/0'])
    expect(await undone()).toEqual(before)

    await call('codes.retire', { ids: [labels, drift], coderId })
    const afterwards = contentOf(path)
    expect(await retired()).toBe(2)
    await call('codes.restore', { ids: [labels, drift, other], coderId })
    expect(await retired()).toBe(0)
    expect(await undone()).toEqual(afterwards)
    expect(await undone()).toEqual(before)

    await call('codes.merge', { ids: [data, labels, drift, other], into: labels, coderId })
    expect(await counts(coderId)).toEqual(['labels: 1/1/1'])
    expect(await undone()).toEqual(before)
  })

  it('are named one by one only as far as a person reads', async () => {
    const { call, ada, code } = await studyOfCodes()
    const ids: CodeId[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) ids.push(await code(name))
    await call('codes.retire', { ids, coderId: ada.id })
    const { undo } = await call('history.state', { coderId: ada.id })
    expect(undo?.detail).toBe('a, b, c, d, e, … (+2)')
  })
})

describe('removing several codes', () => {
  it('is one step, a category with its sub-codes included, in whatever order they are given', async () => {
    const { call, path, ada, code } = await studyOfCodes()
    const top = await code('top')
    const sub = (await call('codes.create', { name: 'sub', parentId: top })).id
    const other = await code('other')
    const before = contentOf(path)
    await call('codes.remove', { ids: [top, other, sub], coderId: ada.id })
    const left = new Set((await call('codes.list', {})).map(({ id }) => id))
    expect([top, sub, other].filter((id) => left.has(id))).toEqual([])
    expect((await call('history.state', { coderId: ada.id })).undo).toMatchObject({ detail: 'top, other, sub' })
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })

  it('removes none where one of them is in use, or keeps a sub-code', async () => {
    const { call, path, ada, code, apply } = await studyOfCodes()
    const [used, free] = [await code('used'), await code('free')]
    await apply(ada.id, used, 43)
    const parent = await code('parent')
    await call('codes.create', { name: 'sub', parentId: parent })
    const before = contentOf(path)
    expect(await reasonOf(() => call('codes.remove', { ids: [free, used], coderId: ada.id }))).toBe('in-use')
    expect(await reasonOf(() => call('codes.remove', { ids: [free, parent], coderId: ada.id }))).toBe('in-use')
    expect(contentOf(path)).toEqual(before)
  })
})
