import {
  codebookOf,
  foldName,
  parsePath,
  PATH_SEPARATOR,
  pathOf,
  type Code,
} from '../../../../domain/codebook/codebook.ts'
import type { CodeId } from '../../../../domain/ids.ts'

/** What a typed label would add to the codebook: the names to create, outermost first, each in the one before. */
export interface NewCode {
  /** The code that is there already and takes the first of them; null for the top of the codebook. */
  readonly parentId: CodeId | null
  readonly parentPath: string
  readonly names: readonly string[]
}

/**
 * What to create for a label such as `Raw Data / Missing values`, or null where a code goes by that path, or where the
 * label holds no name. A category is one that is there, as people compare names.
 */
export function planNewCode(codes: readonly Code[], label: string): NewCode | null {
  const path = parsePath(label)
  let parentId: CodeId | null = null
  let depth = 0
  for (const name of path) {
    const found = codes.find((code) => code.parentId === parentId && foldName(code.name) === foldName(name))
    if (found === undefined) break
    parentId = found.id
    depth++
  }
  const names = path.slice(depth)
  if (names.length === 0) return null
  const parentPath = parentId === null ? '' : pathOf(codebookOf(codes), parentId).join(PATH_SEPARATOR)
  return { parentId, parentPath, names }
}
