import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  placeAfter,
  placeAt,
  planMove,
  withPlaces,
  type Placement,
  type Step,
} from '../../../domain/codebook/code-move.ts'
import { branchOf, siblingsIn } from '../../../domain/codebook/code-paths.ts'
import { treeOf, type Code, type CodeNode } from '../../../domain/codebook/codebook.ts'
import { asId } from '../../../domain/ids.ts'
import { smallCode } from '../../fixtures/codes.ts'

const codes = [
  smallCode('a', { position: 0 }),
  smallCode('x', { parent: 'a', position: 0 }),
  smallCode('y', { parent: 'a', position: 1 }),
  smallCode('b', { position: 1 }),
  smallCode('c', { position: 2 }),
]

/** `a(x y) b c`. */
function written(given: readonly Code[]): string {
  const write = (nodes: readonly CodeNode[]): string =>
    nodes
      .map(({ code, children }) => (children.length === 0 ? code.name : `${code.name}(${write(children)})`))
      .join(' ')
  return write(treeOf(given))
}

function moved(id: string, placement: Placement | null): string {
  if (placement === null) return 'nowhere'
  const outcome = planMove(codes, [asId(id)], placement)
  return outcome.kind === 'planned' ? written(withPlaces(codes, outcome.places)) : outcome.kind
}

describe('a code', () => {
  it.each([
    ['c', 'up', 'a(x y) c b'],
    ['a', 'up', 'nowhere'],
    ['a', 'down', 'b a(x y) c'],
    ['y', 'down', 'nowhere'],
    ['b', 'in', 'a(x y b) c'],
    ['a', 'in', 'nowhere'],
    ['x', 'out', 'a(y) x b c'],
    ['b', 'out', 'nowhere'],
  ] as const)('%s goes one step %s: %s', (id, step: Step, tree) => {
    expect(moved(id, placeAfter(codes, [asId(id)], step))).toBe(tree)
  })

  it.each([
    ['c', 'x', 'before', 'a(c x y) b'],
    ['c', 'x', 'after', 'a(x c y) b'],
    ['c', 'b', 'on', 'a(x y) b(c)'],
    ['x', 'c', 'after', 'a(y) b c x'],
    ['a', 'y', 'before', 'within-itself'],
    ['a', 'a', 'on', 'within-itself'],
  ] as const)('%s dropped on %s (%s): %s', (id, target, where, tree) => {
    expect(moved(id, placeAt(codes, asId(target), where))).toBe(tree)
  })

  it('does not move where a code has its name, and its path is told', () => {
    const twins = [...codes, smallCode('x', { id: 'other x', position: 3 })]
    expect(planMove(twins, [asId('other x')], { parentId: asId('a'), before: null })).toEqual({
      kind: 'taken',
      path: 'a / x',
    })
  })

  it('does not move where a code would read alike whose name holds the separator', () => {
    const twins = [smallCode('a / x'), smallCode('a'), smallCode('x')]
    expect(planMove(twins, [asId('x')], { parentId: asId('a'), before: null })).toEqual({
      kind: 'taken',
      path: 'a / x',
    })
  })

  it('that stays where it is changes nothing', () => {
    expect(planMove(codes, [asId('b')], { parentId: null, before: asId('c') })).toEqual({ kind: 'planned', places: [] })
  })

  it('put anywhere leaves a tree with the same codes, the others in the order they had', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.option(fc.nat(4)), fc.option(fc.nat(4)), (at, into, before) => {
        const code = codes[at]
        if (code === undefined) return
        const parentId = into === null ? null : (codes[into]?.id ?? null)
        const outcome = planMove(codes, [code.id], {
          parentId,
          before: before === null ? null : (codes[before]?.id ?? null),
        })
        if (outcome.kind !== 'planned') return
        const after = withPlaces(codes, outcome.places)
        expect(siblingsIn(after, null).flatMap(({ id }) => branchOf(after, id))).toHaveLength(codes.length)
        const others = (given: readonly Code[]) => siblingsIn(given, parentId).filter(({ id }) => id !== code.id)
        expect(others(after).map(({ id }) => id)).toEqual(others(codes).map(({ id }) => id))
      }),
    )
  })
})

describe('several codes', () => {
  const all = [...codes, smallCode('z', { parent: 'b', position: 0 })]
  const ids = (names: string) => names.split(' ').map((name) => asId<'code'>(name))
  const together = (names: string, placement: Placement | null) => {
    if (placement === null) return 'nowhere'
    const outcome = planMove(all, ids(names), placement)
    return outcome.kind === 'planned' ? written(withPlaces(all, outcome.places)) : outcome.kind
  }
  const at = (parent: string | null, before: string | null): Placement => ({
    parentId: parent === null ? null : asId(parent),
    before: before === null ? null : asId(before),
  })

  it.each([
    ['c x', at('b', null), 'a(y) b(z x c)'],
    ['b z', at('a', 'y'), 'a(x b(z) y) c'],
    ['c a', at(null, 'b'), 'a(x y) c b(z)'],
    ['a b', at(null, 'b'), 'a(x y) b(z) c'],
    ['c a', at('x', null), 'within-itself'],
  ] as const)('%s go together, in the order of the tree, a code with the one it is in', (names, placement, tree) => {
    expect(together(names, placement)).toBe(tree)
  })

  it.each([
    ['b c', 'up', 'b(z) c a(x y)'],
    ['a b', 'down', 'c a(x y) b(z)'],
    ['b c', 'in', 'a(x y b(z) c)'],
    ['x y', 'out', 'a x y b(z) c'],
    ['x c', 'up', 'nowhere'],
  ] as const)('%s go one step %s: %s', (names, step: Step, tree) => {
    expect(together(names, placeAfter(all, ids(names), step))).toBe(tree)
  })

  it('of one name do not come under one parent', () => {
    const twins = [...all, smallCode('z', { id: 'other z', parent: 'a', position: 5 })]
    const outcome = planMove(twins, [asId('z'), asId('other z')], { parentId: null, before: null })
    expect(outcome).toEqual({ kind: 'taken', path: 'z' })
  })
})
