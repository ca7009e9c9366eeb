import { codebookOf, type Code } from '../codebook/codebook.ts'
import type { CodeId } from '../ids.ts'

/** A row of a matrix: a code, and the codes whose codings count in it. */
export interface MatrixRow {
  readonly code: Code
  readonly members: readonly CodeId[]
}

/**
 * The rows for these codes, in their order. With `rollUp` a code's codings count in the nearest chosen code at or above it:
 * a sub-code with a row of its own is not counted again in its category's, so that no coding ever meets itself.
 */
export function matrixRows(codes: readonly Code[], chosen: readonly CodeId[], rollUp: boolean): readonly MatrixRow[] {
  const codebook = codebookOf(codes)
  const wanted = new Set(chosen)
  const rowOf = (code: Code): CodeId | null => {
    const passed = new Set<CodeId>()
    let at: Code | undefined = code
    while (at !== undefined && !passed.has(at.id)) {
      if (wanted.has(at.id)) return at.id
      if (!rollUp) return null
      passed.add(at.id)
      at = at.parentId === null ? undefined : codebook.get(at.parentId)
    }
    return null
  }
  const members = Map.groupBy(codes, rowOf)
  return [...wanted].flatMap((id) => {
    const code = codebook.get(id)
    return code === undefined ? [] : [{ code, members: (members.get(id) ?? []).map((member) => member.id) }]
  })
}

/** The code and every code below it. */
export function withSubCodes(codes: readonly Code[], id: CodeId): readonly CodeId[] {
  const inside = Map.groupBy(codes, (code) => code.parentId)
  const found = new Set([id])
  for (const one of found) for (const child of inside.get(one) ?? []) found.add(child.id)
  return [...found]
}
