import type { CountedCode } from '../../../../app/contract/codes.ts'
import { siblingsIn } from '../../../../domain/codebook/code-paths.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import { foldSought } from '../../../../domain/text/folded-text.ts'

/** A code in the tree as it is shown. */
export interface CountedNode {
  readonly id: CodeId
  readonly code: CountedCode
  readonly children: readonly CountedNode[]
}

/**
 * The tree of the codes whose name, short form or definition holds what was typed, with the categories they are in and
 * the codes in them; everything where nothing was typed. A code whose category is absent stands at the top. A node that
 * is as it was `before` is the same object, so that it is not drawn again.
 */
export function nodesOf(
  codes: readonly CountedCode[],
  filter: string,
  before: ReadonlyMap<CodeId, CountedNode>,
): readonly CountedNode[] {
  const wanted = foldSought(filter).trim()
  const known = new Set(codes.map((code) => code.id))
  const inside = Map.groupBy(codes, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const build = (parent: CodeId | null, isWithin: boolean): readonly CountedNode[] => {
    const here = inside.get(parent) ?? []
    const sorted = new Map(here.map((code) => [code.id, code]))
    return siblingsIn(
      here.map((code) => ({ ...code, parentId: parent })),
      parent,
    ).flatMap(({ id }) => {
      const code = sorted.get(id)
      if (code === undefined) return []
      const isFound = isWithin || holds(code, wanted)
      const children = build(id, isFound)
      return isFound || children.length > 0 ? [keep(before.get(id), { id, code, children })] : []
    })
  }
  return build(null, wanted === '')
}

function holds({ name, abbreviation, definition }: CountedCode, wanted: string): boolean {
  return [name, abbreviation ?? '', definition].some((text) => foldSought(text).includes(wanted))
}

/** Builds the nodes again and again, keeping those that did not change. */
export function createNodeBuilder(): (codes: readonly CountedCode[], filter: string) => readonly CountedNode[] {
  let last: ReadonlyMap<CodeId, CountedNode> = new Map()
  return (codes, filter) => {
    const nodes = nodesOf(codes, filter, last)
    last = new Map(flatten(nodes).map((node) => [node.id, node]))
    return nodes
  }
}

export function flatten(nodes: readonly CountedNode[]): readonly CountedNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)])
}

function keep(before: CountedNode | undefined, now: CountedNode): CountedNode {
  if (before === undefined || before.children.length !== now.children.length) return now
  const isSame =
    before.children.every((child, index) => child === now.children[index]) &&
    JSON.stringify(before.code) === JSON.stringify(now.code)
  return isSame ? before : now
}
