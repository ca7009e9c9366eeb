import { codebookOf, pathOf, PATH_SEPARATOR, treeOf, type Code, type CodeNode } from './codebook.ts'
import type { CodeId } from '../ids.ts'

/** The code, and every code within it, at any depth. */
export function branchOf(codes: readonly Code[], id: CodeId): readonly Code[] {
  const inside = Map.groupBy(codes, (code) => code.parentId)
  const found = new Set<Code>(codes.filter((code) => code.id === id))
  // A set is gone through in the order of its growth, and holds each code once even where codes hold each other.
  for (const code of found) for (const child of inside.get(code.id) ?? []) found.add(child)
  return [...found]
}

/** Whether one code is within the other, at any depth. A code is not within itself. */
export function isWithin(codes: readonly Code[], id: CodeId, outer: CodeId): boolean {
  return id !== outer && branchOf(codes, outer).some((code) => code.id === id)
}

/** These codes, and every code within them, each once. */
export function branchesOf(codes: readonly Code[], ids: readonly CodeId[]): readonly Code[] {
  return [...new Set(outermostOf(codes, ids).flatMap(({ id }) => branchOf(codes, id)))]
}

/** The codes of these that are in none of the others, at any depth, in the order of the tree: where they go, the rest goes. */
export function outermostOf(codes: readonly Code[], ids: Iterable<CodeId>): readonly Code[] {
  const wanted = new Set(ids)
  const found = new Set<Code>()
  const look = (nodes: readonly CodeNode[]): void => {
    for (const { code, children } of nodes) {
      if (wanted.has(code.id)) found.add(code)
      else look(children)
    }
  }
  look(treeOf(codes))
  return [...found]
}

/** The codes directly within a parent, as the tree shows them: in order of position, then name. */
export function siblingsIn(codes: readonly Code[], parentId: CodeId | null): readonly Code[] {
  return codes
    .filter((code) => code.parentId === parentId)
    .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'en'))
}

/**
 * A path that two codes would share after a change and did not before; null where there is none. In exports and figures
 * a code is told by its path alone, and a name may hold the separator itself.
 */
export function newClash(before: readonly Code[], after: readonly Code[]): string | null {
  const known = new Set(clashesIn(before))
  return clashesIn(after).find((path) => !known.has(path)) ?? null
}

function clashesIn(codes: readonly Code[]): readonly string[] {
  const codebook = codebookOf(codes)
  const seen = new Set<string>()
  return codes.flatMap((code) => {
    const path = pathOf(codebook, code.id).join(PATH_SEPARATOR)
    if (seen.has(path)) return [path]
    seen.add(path)
    return []
  })
}
