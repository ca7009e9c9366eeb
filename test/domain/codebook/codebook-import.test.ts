import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codebookOf, pathOf, treeOf, type Code, type CodeNode } from '../../../domain/codebook/codebook.ts'
import { changesOf, incomingOf, planImport, type ImportChoice } from '../../../domain/codebook/codebook-import.ts'
import { codebooks, codeId, plainCode } from '../../fixtures/codebooks.ts'

let last = 1000
const newId = () => codeId(++last)
const take = (codes: readonly Code[], theirs: readonly Code[], choices: Record<string, ImportChoice> = {}) =>
  changesOf(codes, planImport(codes, incomingOf(theirs)), new Map(Object.entries(choices)), newId)
const kinds = (codes: readonly Code[], theirs: readonly Code[]) =>
  planImport(codes, incomingOf(theirs)).map(({ path, kind }) => [path, kind])

/** The tree without ids: what a person sees of it. */
function seen(codes: readonly Code[]): unknown {
  const show = (nodes: readonly CodeNode[]): unknown =>
    nodes.map(({ code: { id: _, parentId: __, position: ___, ...code }, children }) => [code, show(children)])
  return show(treeOf(codes))
}

/** As if it came from a plain table, which has no ids. */
const stranger = (codes: readonly Code[]) =>
  codes.map((code) => ({ ...code, id: codeId(Number(code.id.slice(-6)) + 500) }))
function strangers(codes: readonly Code[]): readonly Code[] {
  const moved = new Map(codes.map((code, index) => [code.id, stranger(codes)[index]?.id ?? code.id]))
  return codes.map((code) => ({
    ...code,
    id: moved.get(code.id) ?? code.id,
    parentId: code.parentId === null ? null : (moved.get(code.parentId) ?? null),
  }))
}

describe('an import of a codebook', () => {
  it('into an empty one gives the same tree, ids and all', () => {
    fc.assert(
      fc.property(codebooks, (codes) => {
        const { added, changed } = take([], codes)
        expect(changed).toEqual([])
        expect(seen(added)).toEqual(seen(codes))
        expect(new Set(added.map(({ id }) => id))).toEqual(new Set(codes.map(({ id }) => id)))
      }),
    )
  })

  it('of what is there already changes nothing, whether ids are known or not', () => {
    fc.assert(
      fc.property(codebooks, (codes) => {
        for (const theirs of [codes, strangers(codes)]) expect(take(codes, theirs)).toEqual({ added: [], changed: [] })
      }),
    )
  })

  it('puts each new code after its parent, so that none stands before what holds it', () => {
    fc.assert(
      fc.property(codebooks, codebooks, (codes, theirs) => {
        const { added } = take(codes, strangers(theirs))
        const known = new Set(codes.map(({ id }) => id))
        for (const { id, parentId } of added) {
          if (parentId !== null) expect(known.has(parentId)).toBe(true)
          known.add(id)
        }
      }),
    )
  })

  it('keeps mine, takes theirs, or keeps both under two names', () => {
    const mine = [plainCode(1, 'Raw Data', { definition: 'As collected.' })]
    const theirs = [plainCode(501, 'Raw Data', { definition: 'Before cleaning.' })]
    expect(take(mine, theirs)).toEqual({ added: [], changed: [] })
    expect(take(mine, theirs, { 'Raw Data': 'theirs' }).changed).toMatchObject([{ definition: 'Before cleaning.' }])
    const both = take(mine, theirs, { 'Raw Data': 'both' })
    expect(both.changed).toEqual([])
    expect(both.added).toMatchObject([{ name: 'Raw Data (2)', definition: 'Before cleaning.', parentId: null }])
  })

  it('fills in what is still empty unless told otherwise, and erases nothing', () => {
    const filled = plainCode(501, 'Raw Data', { definition: 'Before cleaning.' })
    expect(take([plainCode(1, 'Raw Data')], [filled]).changed).toMatchObject([{ definition: 'Before cleaning.' }])
    const mine = [{ ...filled, id: codeId(1) }]
    expect(take(mine, [plainCode(501, 'Raw Data')], { 'Raw Data': 'theirs' })).toEqual({ added: [], changed: [] })
  })

  it('knows a renamed code of a copy of the study again by its id', () => {
    const mine = [plainCode(1, 'Raw Data'), plainCode(2, 'Labels', { parent: 1 })]
    const theirs = [plainCode(1, 'Source Data'), plainCode(2, 'Labels', { parent: 1 })]
    expect(kinds(mine, theirs)).toEqual([
      ['Source Data', 'differs'],
      ['Source Data / Labels', 'same'],
    ])
    expect(take(mine, theirs, { 'Source Data': 'theirs' }).changed).toMatchObject([{ name: 'Source Data' }])
  })

  it('does not offer a name that another code beside has already', () => {
    const mine = [plainCode(1, 'Raw Data'), plainCode(2, 'Source Data')]
    expect(kinds(mine, [plainCode(1, 'Source Data')])).toEqual([['Source Data', 'same']])
  })

  it('compares names of a taxonomy as people do, and open codes to the letter', () => {
    const mine = [plainCode(1, 'Raw Data', { taxonomy: 'ml-mismatch' }), plainCode(2, 'api')]
    const plan = planImport(mine, incomingOf([plainCode(501, '(RD) raw data'), plainCode(502, 'API')]))
    expect(plan.map(({ kind }) => kind)).toEqual(['same', 'new'])
    expect(plan[1]).toMatchObject({ alike: 'api' })
  })

  it('never makes two codes of one path out of different ones', () => {
    fc.assert(
      fc.property(
        codebooks,
        codebooks,
        fc.constantFrom<ImportChoice>('mine', 'theirs', 'both'),
        (codes, theirs, choice) => {
          const plan = planImport(codes, incomingOf(strangers(theirs)))
          const { added, changed } = changesOf(codes, plan, new Map(plan.map(({ path }) => [path, choice])), newId)
          const changedTo = new Map(changed.map((code) => [code.id, code]))
          const all = [...codes.map((code) => changedTo.get(code.id) ?? code), ...added]
          const paths = all.map(({ id }) => pathOf(codebookOf(all), id).join(' / '))
          expect(new Set(paths).size).toBe(paths.length)
        },
      ),
    )
  })
})
