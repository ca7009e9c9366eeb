import type { CountedCode } from '../../app/contract/codes.ts'
import { codebookOf, PATH_SEPARATOR, pathOf, treeOf, type CodeNode } from '../../domain/codebook/codebook.ts'
import type { CodeId } from '../../domain/ids.ts'
import { foldSought, holdsWords } from '../../domain/text/folded-text.ts'

/** A code among those found. */
export interface FoundCode {
  readonly id: CodeId
  readonly name: string
  readonly within: string
  readonly colour: number
  readonly codings: number
}

/** The codes whose path holds every word typed; those whose own name begins with what was typed come first. */
export function findCodes(codes: readonly CountedCode[], query: string): readonly FoundCode[] {
  const codebook = codebookOf(codes)
  const known = new Map(codes.map((code) => [code.id, code]))
  const found = treeOf(codes)
    .flatMap(flatten)
    .flatMap((id): readonly FoundCode[] => {
      const code = known.get(id)
      if (code === undefined) return []
      const path = pathOf(codebook, id)
      if (!holdsWords(query, path)) return []
      const within = path.slice(0, -1).join(PATH_SEPARATOR)
      return [{ id, name: code.name, within, colour: code.colour, codings: code.codings }]
    })
  const isAhead = ({ name }: FoundCode) => foldSought(name).startsWith(foldSought(query).trim())
  return [...found.filter(isAhead), ...found.filter((option) => !isAhead(option))]
}

function flatten({ code, children }: CodeNode): readonly CodeId[] {
  return [code.id, ...children.flatMap(flatten)]
}
