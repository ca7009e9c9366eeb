import type { CountedCode } from '../../../app/contract/codings.ts'
import type { CodeId } from '../../../domain/ids.ts'
import { fold } from './fuzzy.ts'

/** A code in the tree as the panel shows it. */
export interface CountedNode {
  readonly id: CodeId
  readonly code: CountedCode
  readonly children: readonly CountedNode[]
}

/**
 * The tree of the codes whose name holds what was typed, with the categories they are in and the codes in them; siblings
 * in order of position. Everything where nothing was typed. A code whose category is absent stands at the top.
 */
export function filterTree(codes: readonly CountedCode[], filter: string): readonly CountedNode[] {
  const wanted = fold(filter).trim()
  const known = new Set(codes.map((code) => code.id))
  const inside = Map.groupBy(codes, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const build = (parent: CodeId | null, isWithin: boolean): readonly CountedNode[] =>
    [...(inside.get(parent) ?? [])]
      .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'en'))
      .flatMap((code) => {
        const isFound = isWithin || fold(code.name).includes(wanted)
        const children = build(code.id, isFound)
        return isFound || children.length > 0 ? [{ id: code.id, code, children }] : []
      })
  return build(null, wanted === '')
}
