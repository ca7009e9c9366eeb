import { describe, expect, it } from 'vitest'
import type { ItemId } from '../../../domain/adjudication/adjudication.ts'
import { asId, type CodeId } from '../../../domain/ids.ts'
import {
  alikeIn,
  EVERY_DISAGREEMENT,
  filterQueue,
  nextOpen,
  shownOf,
  sortQueue,
  type QueueFilter,
} from '../../../renderer/features/review/queue/queue-view.ts'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const data = asId<'code'>(id(1))
const labels = asId<'code'>(id(2))
const memory = asId<'code'>(id(3))
const codes = [
  { id: data, parentId: null },
  { id: labels, parentId: data },
  { id: memory, parentId: null },
]
const names = new Map([
  [data, 'Data'],
  [labels, 'Labels'],
  [memory, 'Memory'],
])
const first = asId<'transcript'>(id(11))
const second = asId<'transcript'>(id(12))
const ada = asId<'coder'>(id(21))
const ben = asId<'coder'>(id(22))

function item(number: number, given: Partial<ReturnType<typeof usual>> = {}) {
  return { ...usual(number), ...given }
}

function usual(number: number) {
  return {
    id: `coding:${id(number)}` as ItemId,
    kind: 'one-sided' as 'one-sided' | 'boundary' | 'text',
    state: 'open' as 'open' | 'decided' | 'settled',
    transcriptId: first,
    readings: [
      { coderId: ada, codes: [memory], span: null, decision: null },
      { coderId: ben, codes: [] as CodeId[], span: null, decision: null },
    ],
    cost: 1,
    characters: 10,
    notes: 0,
  }
}

const read = (code: CodeId) => [{ coderId: ada, codes: [code], span: null, decision: null }]
const shown = (items: readonly ReturnType<typeof item>[], filter: Partial<QueueFilter>) =>
  filterQueue(items, { ...EVERY_DISAGREEMENT, ...filter }, codes).map((one) => items.indexOf(one))

describe('what of the queue is shown', () => {
  const items = [
    item(1),
    item(2, { state: 'decided', notes: 1 }),
    item(3, { state: 'settled' }),
    item(4, { kind: 'boundary', transcriptId: second, readings: read(labels) }),
  ]

  it('is every disagreement, and nothing that was settled at once, unless something else is chosen', () => {
    expect(shown(items, {})).toEqual([0, 1, 3])
  })

  it('is chosen by state, by notes, by kind and by transcript', () => {
    expect(shown(items, { state: 'open' })).toEqual([0, 3])
    expect(shown(items, { state: 'decided' })).toEqual([1])
    expect(shown(items, { state: 'notes' })).toEqual([1])
    expect(shown(items, { state: 'settled' })).toEqual([2])
    expect(shown(items, { kind: 'boundary' })).toEqual([3])
    expect(shown(items, { transcriptId: second })).toEqual([3])
  })

  it('has the codes within a code with it', () => {
    expect(shown(items, { codeId: data })).toEqual([3])
    expect(shown(items, { codeId: memory })).toEqual([0, 1])
  })
})

describe('the order of the queue', () => {
  const items = [
    item(1, { kind: 'text', cost: 0 }),
    item(2, { cost: 2, readings: read(memory) }),
    item(3, { cost: 2, characters: 50, readings: read(labels) }),
  ]
  const order = (sort: Parameters<typeof sortQueue>[1]) =>
    sortQueue(items, sort, (code) => names.get(code) ?? '').map((one) => items.indexOf(one))

  it('is that of the places where nothing else is asked for', () => {
    expect(order('place')).toEqual([0, 1, 2])
  })

  it('puts the costliest first, and of equal ones that with more characters', () => {
    expect(order('cost')).toEqual([2, 1, 0])
  })

  it('follows the names of the codes', () => {
    expect(order('code')).toEqual([2, 0, 1])
  })

  it('puts kinds together in their order, those of segments last', () => {
    expect(order('kind')).toEqual([1, 2, 0])
  })
})

it('a row says of each reading what it is about, whatever its kind', () => {
  const none = { codes: [], decision: 'included' as const }
  expect(shownOf('text', none)).toBe('draft')
  expect(shownOf('text', { ...none, decision: 'excluded' })).toBe('decision')
  expect(shownOf('instance', none)).toBe('uncoded')
  expect(shownOf('screening', none)).toBe('decision')
  expect(shownOf('screening', { ...none, decision: null })).toBe('unscreened')
  expect(shownOf('coding', { ...none, decision: null })).toBe('uncoded')
})

describe('the next open item', () => {
  const items = [item(1), item(2, { state: 'decided' }), item(3)]
  const after = (number: number) => nextOpen(items, `coding:${id(number)}`)?.id

  it('is the next one that is open, going round at the end', () => {
    expect(after(1)).toBe(items[2]?.id)
    expect(after(3)).toBe(items[0]?.id)
  })

  it('is the first one where none is in hand', () => {
    expect(nextOpen(items, null)).toBe(items[0])
  })

  it('is none where no other is open', () => {
    expect(nextOpen([item(1)], `coding:${id(1)}`)).toBeNull()
  })
})

it('says once what several coders read alike, with the place of each', () => {
  const reading = (coderId: typeof ada, used: CodeId[], decision: 'included' | 'excluded' | null = null) => ({
    coderId,
    codes: used,
    decision,
  })
  const cleo = asId<'coder'>(id(23))
  const placesOf = (...asked: Parameters<typeof alikeIn>) => alikeIn(...asked).map(({ places }) => places)
  const coded = [reading(ada, []), reading(ben, [labels]), reading(cleo, [])]
  expect(placesOf('coding', coded)).toEqual([[0, 2], [1]])
  const paired = [reading(ada, [data, labels], 'included'), reading(ben, [labels, data], 'included')]
  expect(placesOf('instance', paired)).toEqual([[0, 1]])
  const screened = [reading(ada, [], 'excluded'), reading(ben, [], 'included'), reading(cleo, [], 'excluded')]
  expect(placesOf('screening', screened)).toEqual([[0, 2], [1]])
  expect(placesOf('text', screened)).toEqual([[0, 2], [1]])
})
