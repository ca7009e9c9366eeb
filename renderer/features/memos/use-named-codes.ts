import { useMemo } from 'react'
import type { NamedCode } from '../../../app/contract/memos.ts'
import { codebookOf, PATH_SEPARATOR, pathOf } from '../../../domain/codebook/codebook.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'

const NONE: readonly NamedCode[] = []

/** The codes of the study by their paths, in the order of those. */
export function useNamedCodes(): readonly NamedCode[] {
  const coderId = useSession((session) => session.coderId)
  const { value } = useRead('codes.list', coderId === null ? null : { coderId })
  return useMemo(() => {
    if (value === null) return NONE
    const codebook = codebookOf(value)
    return value
      .map(({ id, colour }) => ({ id, colour, path: pathOf(codebook, id).join(PATH_SEPARATOR) }))
      .toSorted((a, b) => a.path.localeCompare(b.path))
  }, [value])
}
