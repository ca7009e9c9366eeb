import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Code } from '../../../domain/codebook/codebook.ts'
import { countChanges, diffCodebooks, type CodebookDiff } from '../../../domain/codebook/codebook-diff.ts'
import { codebooks, codeId, plainCode } from '../../fixtures/codebooks.ts'

const byId = (codes: readonly Code[]) => codes.toSorted((a, b) => a.id.localeCompare(b.id))
const changes = (before: readonly Code[], after: readonly Code[]) =>
  diffCodebooks(before, after).changed.map(({ after, changes }) => [after.name, ...changes])

/** The codebook that the difference leads to, in no particular order. */
function applied(before: readonly Code[], { added, removed, changed }: CodebookDiff): readonly Code[] {
  const gone = new Set(removed.map(({ id }) => id))
  const changedTo = new Map(changed.map(({ after }) => [after.id, after]))
  return [...before.filter(({ id }) => !gone.has(id)).map((code) => changedTo.get(code.id) ?? code), ...added]
}

const raw = plainCode(1, 'Raw Data')
const metadata = plainCode(2, 'Metadata', { parent: 1 })

describe('the difference of two codebooks', () => {
  it('of equal ones is empty', () => {
    fc.assert(
      fc.property(codebooks, (codes) => {
        expect(diffCodebooks(codes, codes.toReversed())).toEqual({ added: [], removed: [], changed: [] })
      }),
    )
  })

  it('applied to the earlier one gives the later one', () => {
    fc.assert(
      fc.property(codebooks, codebooks, (before, after) => {
        expect(byId(applied(before, diffCodebooks(before, after)))).toEqual(byId(after))
      }),
    )
  })

  it('knows a code by its id, whatever it is called and wherever it stands', () => {
    expect(changes([raw, metadata], [raw, { ...metadata, name: 'Descriptions', parentId: null }])).toEqual([
      ['Descriptions', 'renamed', 'moved'],
    ])
    expect(changes([raw], [{ ...raw, retired: true, colour: 3, inclusion: 'Always.' }])).toEqual([
      ['Raw Data', 'redefined', 'retired', 'recoloured'],
    ])
    expect(changes([{ ...raw, retired: true }], [raw])).toEqual([['Raw Data', 'revived']])
  })

  it('tells what was added and what was removed', () => {
    const { added, removed } = diffCodebooks([raw, metadata], [raw, plainCode(3, 'New')])
    expect([added.map(({ name }) => name), removed.map(({ name }) => name)]).toEqual([['New'], ['Metadata']])
  })

  it('says of one code that it was put elsewhere among its siblings, and not of those it passed', () => {
    const siblings = ['a', 'b', 'c', 'd'].map((name, index) => plainCode(index, name))
    const first = siblings.map((code, index) => ({ ...code, position: index === 3 ? -1 : index }))
    const renumbered = first.map((code) => ({ ...code, position: code.position + 1 }))
    expect(changes(siblings, renumbered).filter(([, ...kinds]) => kinds.length > 0)).toEqual([['d', 'reordered']])
  })

  it('does not count codes that only got another number', () => {
    const inserted = [plainCode(9, 'before', { position: 0 }), { ...raw, position: 1 }]
    const diff = diffCodebooks([{ ...raw, position: 0 }], inserted)
    expect(countChanges(diff)).toEqual({ added: 1, removed: 0, changed: 0 })
    expect(diff.changed.map(({ after }) => after.id)).toEqual([codeId(1)])
  })
})
