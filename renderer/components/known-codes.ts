import { useMemo } from 'react'
import type { CountedCode } from '../../app/contract/codes.ts'
import { codebookOf, PATH_SEPARATOR, pathOf } from '../../domain/codebook/codebook.ts'
import type { CodeId } from '../../domain/ids.ts'
import { useSession } from '../session.ts'
import { useRead, type ReadOptions } from '../use-read.ts'

export interface KnownCodes {
  /** Null until read. */
  readonly codes: readonly CountedCode[] | null
  /** The name, or the path where several codes have that name. */
  readonly labelOf: (id: CodeId) => string
  readonly colourOf: (id: CodeId) => number
}

export function useCodes({ again = 'always' }: Pick<ReadOptions, 'again'> = {}): KnownCodes {
  const coderId = useSession((session) => session.coderId)
  const codes = useRead('codes.list', coderId === null ? null : { coderId }, { again }).value
  return useMemo(() => {
    const codebook = codebookOf(codes ?? [])
    const named = Map.groupBy(codes ?? [], ({ name }) => name)
    const labelOf = (id: CodeId) => {
      const name = codebook.get(id)?.name ?? ''
      return named.get(name)?.length === 1 ? name : pathOf(codebook, id).join(PATH_SEPARATOR)
    }
    return { codes, labelOf, colourOf: (id) => codebook.get(id)?.colour ?? 0 }
  }, [codes])
}
