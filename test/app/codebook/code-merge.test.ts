import { describe, expect, it } from 'vitest'
import { contentOf } from '../../fixtures/study-content.ts'
import { studyOfCodes } from '../../fixtures/study-of-codes.ts'
import { reasonOf } from '../../fixtures/study.ts'

describe('merging codes', () => {
  it('moves codings, instances, memos and examples, in one action that undo takes back byte for byte', async () => {
    const { call, path, ada, bea, code, apply, open, counts, mismatch, memo, column } = await studyOfCodes()
    const one = await code('missing value')
    const many = await code('missing values')
    const same = await apply(ada.id, one, 43)
    const kept = await apply(ada.id, many, 43)
    const other = await apply(bea.id, one, 50, 1)
    await open()
    await call('codes.markExample', { codingId: same, coderId: ada.id })
    await call('codes.markExample', { codingId: other, coderId: ada.id })
    mismatch('M1', one, many)
    mismatch('M2', one)
    memo('m1', 'code', one)
    memo('m2', 'coding', same)
    const before = contentOf(path)

    await call('codes.merge', { ids: [one], into: many, coderId: ada.id })
    expect(await counts(ada.id)).toEqual(['missing values: 2/2/1'])
    expect(column('SELECT mismatch_id || slot FROM instance ORDER BY id')).toEqual(['M12', 'M21'])
    expect(column('SELECT subject_id FROM memo ORDER BY id')).toEqual([many, kept])
    expect(
      (await call('codes.passages', { id: many, coderId: ada.id })).examples.map(({ codingId }) => codingId),
    ).toEqual([kept, other])
    const { undo } = await call('history.state', { coderId: ada.id })
    expect(undo).toMatchObject({ action: 'codes.merge', detail: 'missing value → missing values' })

    const merged = contentOf(path)
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
    await call('history.redo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(merged)
  })

  it('brings sub-codes along, also where one has the name of the code that goes', async () => {
    const { call, path, ada, code, apply, counts } = await studyOfCodes()
    const data = await code('data')
    const labels = await code('labels', data)
    const inner = await code('labels', labels)
    await apply(ada.id, inner, 43)
    const before = contentOf(path)
    await call('codes.merge', { ids: [labels], into: data, coderId: ada.id })
    expect(await counts(ada.id)).toEqual(['data / labels: 1/1/1', 'data: 0/0/0'])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })

  it('of a category into a code within it is refused with the way out', async () => {
    const { call, code } = await studyOfCodes()
    const data = await code('data')
    const labels = await code('labels', data)
    expect(await reasonOf(() => call('codes.merge', { ids: [data], into: labels }))).toBe('merge-within')
  })

  it('concerns everything in a study that names a code', async () => {
    const { column } = await studyOfCodes()
    const names = column(
      `SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) k ON k."table" = 'code'
       WHERE m.type = 'table' ORDER BY m.name`,
    )
    // Whoever adds a table that names codes adds it to app/codebook/code-operations.ts too, and then here.
    expect(names).toEqual(['code', 'code_example', 'coding', 'instance', 'screening_instance'])
  })
})

describe('merging codes that were used in screening, or under which memos are filed', () => {
  it('leaves each screening and each memo with one of the two, and undo brings both back', async () => {
    const { call, path, ada, code, screening, insert, memo, column } = await studyOfCodes()
    const one = await code('one')
    const two = await code('two')
    screening('S1', one, two)
    screening('S2', one)
    memo('m1', 'study', '')
    insert('memo_code', { id: 'f1', memo_id: 'm1', code_id: one })
    insert('memo_code', { id: 'f2', memo_id: 'm1', code_id: two })
    const before = contentOf(path)
    await call('codes.merge', { ids: [one], into: two, coderId: ada.id })
    expect(column('SELECT screening_id || slot FROM screening_instance ORDER BY id')).toEqual(['S12', 'S21'])
    expect(column('SELECT DISTINCT code_id FROM screening_instance')).toEqual([two])
    expect(column('SELECT code_id FROM memo_code')).toEqual([two])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })
})
