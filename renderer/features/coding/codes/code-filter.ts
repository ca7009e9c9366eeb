import type { CountedCode } from '../../../../app/contract/codes.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import { foldSought } from '../../../../domain/text/folded-text.ts'

/** A code in the tree as the panel shows it. */
export interface CountedNode {
  readonly id: CodeId
  readonly code: CountedCode
  readonly children: readonly CountedNode[]
}

/**
 * The tree of the codes whose name holds what was typed, with the categories they are in and the codes in them; siblings
 * in order of position. Everything where nothing was typed. A code whose category is absent stands at the top. A node that
 * is as it was `before` is the same object, so that it is not drawn again.
 */
export function filterTree(
  codes: readonly CountedCode[],
  filter: string,
  before: ReadonlyMap<CodeId, CountedNode> = NOTHING,
): readonly CountedNode[] {
  const wanted = foldSought(filter).trim()
  const known = new Set(codes.map((code) => code.id))
  const inside = Map.groupBy(codes, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const build = (parent: CodeId | null, isWithin: boolean): readonly CountedNode[] =>
    [...(inside.get(parent) ?? [])]
      .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'en'))
      .flatMap((code) => {
        const isFound = isWithin || foldSought(code.name).includes(wanted)
        const children = build(code.id, isFound)
        return isFound || children.length > 0 ? [keep(before.get(code.id), { id: code.id, code, children })] : []
      })
  return build(null, wanted === '')
}

/** Builds the tree again and again, keeping the nodes that did not change. */
export function createTreeBuilder(): (codes: readonly CountedCode[], filter: string) => readonly CountedNode[] {
  let last: ReadonlyMap<CodeId, CountedNode> = NOTHING
  return (codes, filter) => {
    const nodes = filterTree(codes, filter, last)
    last = new Map(flatten(nodes).map((node) => [node.id, node]))
    return nodes
  }
}

const NOTHING: ReadonlyMap<CodeId, CountedNode> = new Map()

function flatten(nodes: readonly CountedNode[]): readonly CountedNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)])
}

function keep(before: CountedNode | undefined, now: CountedNode): CountedNode {
  if (before === undefined || before.children.length !== now.children.length) return now
  const { code } = before
  const isSame =
    before.children.every((child, index) => child === now.children[index]) &&
    code.name === now.code.name &&
    code.definition === now.code.definition &&
    code.colour === now.code.colour &&
    code.parentId === now.code.parentId &&
    code.codings === now.code.codings &&
    code.total.codings === now.code.total.codings
  return isSame ? before : now
}
