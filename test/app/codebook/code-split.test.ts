import { describe, expect, it } from 'vitest'
import type { CodingId } from '../../../domain/ids.ts'
import { contentOf } from '../../fixtures/study-content.ts'
import { studyOfCodes } from '../../fixtures/study-of-codes.ts'
import { reasonOf } from '../../fixtures/study.ts'

describe('splitting a code', () => {
  async function splitStudy() {
    const study = await studyOfCodes()
    const labels = await study.code('labels')
    const mine: CodingId[] = [await study.apply(study.ada.id, labels, 43), await study.apply(study.ada.id, labels, 50)]
    return { ...study, labels, mine }
  }

  it('gives each coding the code that was decided for it, and leaves the rest with the code', async () => {
    const { call, path, ada, labels, mine, apply, counts } = await splitStudy()
    await apply(ada.id, labels, 56)
    const before = contentOf(path)
    await call('codes.split', {
      id: labels,
      parts: [
        { kind: 'new', name: 'wrong labels' },
        { kind: 'new', name: 'missing labels' },
      ],
      decisions: mine.map((codingId, index) => ({ codingId, part: index === 0 ? 0 : 1 })),
      coderId: ada.id,
    })
    expect(await counts(ada.id)).toEqual(['labels: 1/1/1', 'missing labels: 1/1/1', 'wrong labels: 1/1/1'])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })

  it('into a path puts the new code into its category, which is created where it is not there', async () => {
    const { call, path, ada, labels, mine } = await splitStudy()
    const before = contentOf(path)
    await call('codes.split', {
      id: labels,
      parts: [
        { kind: 'new', name: 'Data / wrong labels' },
        { kind: 'new', name: 'Data / missing labels' },
      ],
      decisions: mine.map((codingId, index) => ({ codingId, part: index === 0 ? 0 : 1 })),
      coderId: ada.id,
    })
    const codes = await call('codes.list', {})
    const data = codes.filter(({ name }) => name === 'Data')
    expect(data).toHaveLength(1)
    const within = codes.filter(({ parentId }) => parentId === data[0]?.id).map(({ name, codings }) => [name, codings])
    expect(within).toEqual([
      ['wrong labels', 1],
      ['missing labels', 1],
    ])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })

  it('into a code that has the coding already keeps one of the two, and retires what was divided', async () => {
    const { call, ada, labels, mine, code, apply, counts } = await splitStudy()
    const known = await code('known')
    await apply(ada.id, known, 43)
    await call('codes.split', {
      id: labels,
      parts: [
        { kind: 'code', id: known },
        { kind: 'new', name: 'others' },
      ],
      decisions: mine.map((codingId) => ({ codingId, part: 0 })),
      retire: true,
      coderId: ada.id,
    })
    expect(await counts(ada.id)).toEqual(['known: 2/1/1', 'labels: 0/0/0', 'others: 0/0/0'])
    const codes = await call('codes.list', { coderId: ada.id })
    expect(codes.filter(({ retired }) => retired).map(({ name }) => name)).toEqual(['labels'])
  })

  it('into one code twice is refused', async () => {
    const { call, labels, mine } = await splitStudy()
    const decisions = mine.map((codingId) => ({ codingId, part: 0 as const }))
    const split = (name: string) =>
      call('codes.split', {
        id: labels,
        parts: [
          { kind: 'new', name },
          { kind: 'new', name: ' new  ' },
        ],
        decisions,
      })
    expect(await reasonOf(() => split('new'))).toBe('split-alike')
  })

  it('leaves what the splitter may not see with the code, and refuses to decide on it', async () => {
    const { call, path, ada, bea, labels, mine, apply, counts } = await splitStudy()
    const hidden = await apply(bea.id, labels, 43)
    const parts = [
      { kind: 'new', name: 'one' },
      { kind: 'code', id: labels },
    ] as const
    const before = contentOf(path)
    const decide = (codings: readonly CodingId[]) =>
      call('codes.split', {
        id: labels,
        parts: [...parts],
        decisions: codings.map((codingId) => ({ codingId, part: 0 })),
        coderId: ada.id,
      })
    expect(await reasonOf(() => decide([hidden]))).toBe('not-found')
    expect(contentOf(path)).toEqual(before)
    await decide(mine)
    expect(await counts(bea.id)).toEqual(['labels: 1/1/1', 'one: 0/0/0'])
  })
})
