import { describe, expect, it } from 'vitest'
import type { ListedMemo, NamedCode } from '../../../app/contract/memos.ts'
import { asId } from '../../../domain/ids.ts'
import { arrangeMemos, EVERY_MEMO, filterMemos } from '../../../renderer/features/memos/memo-order.ts'

const DATA: NamedCode = { id: asId('data'), path: 'Data', colour: 1 }
const LABELS: NamedCode = { id: asId('labels'), path: 'Data / Labels', colour: 1 }

function memo(id: string, more: Partial<ListedMemo> = {}): ListedMemo {
  return {
    id: asId(id),
    title: id,
    body: '',
    subject: { kind: 'study' },
    about: { name: 'Study', exists: true, passage: null },
    coderId: asId('ada'),
    coder: 'Ada',
    round: null,
    isBlind: false,
    mayChange: true,
    writtenAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    codes: [],
    links: { codes: [], passages: [] },
    ...more,
  }
}

const MEMOS = [
  memo('both', { codes: [DATA, LABELS] }),
  memo('labels', { codes: [LABELS], subject: { kind: 'code', id: LABELS.id } }),
  memo('none', { body: 'Un déjà-vu', coderId: null, coder: null }),
]
const names = (memos: readonly ListedMemo[]) => memos.map(({ title }) => title)

describe('the filter of memos', () => {
  it.each([
    ['words, accents put aside', { words: 'deja VU' }, ['none']],
    ['the names of codes as words', { words: 'data labels' }, ['both', 'labels']],
    ['what memos are about', { kind: 'code' as const }, ['labels']],
    ['a code', { code: 'data' }, ['both']],
    ['no code', { code: 'none' }, ['none']],
    ['a writer', { writer: 'ada' }, ['both', 'labels']],
    ['nobody', { writer: 'nobody' }, ['none']],
    ['nothing', {}, ['both', 'labels', 'none']],
  ])('by %s gives those that fit', (_, filter, expected) => {
    expect(names(filterMemos(MEMOS, { ...EVERY_MEMO, ...filter }))).toEqual(expected)
  })
})

describe('memos arranged', () => {
  it('by code stand under each of their codes, those under none last', () => {
    const groups = arrangeMemos(MEMOS, 'code')
    expect(groups.map(({ id, memos }) => [id, names(memos)])).toEqual([
      ['data', ['both']],
      ['labels', ['both', 'labels']],
      ['none', ['none']],
    ])
  })

  it('by subject stand under the kind of what they are about', () => {
    expect(arrangeMemos(MEMOS, 'subject').map(({ kind, memos }) => [kind, names(memos)])).toEqual([
      ['study', ['both', 'none']],
      ['code', ['labels']],
    ])
  })
})
