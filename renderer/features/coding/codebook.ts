import { createContext, useContext } from 'react'
import type { CountedCode } from '../../../app/contract/codes.ts'

/** The codes of the study with what each is called where it stands alone; read once for the whole screen. */
export interface ShownCodebook {
  readonly codes: readonly CountedCode[]
  readonly labels: ReadonlyMap<CountedCode['id'], string>
}

export const CodebookContext = createContext<ShownCodebook>({ codes: [], labels: new Map() })

export function useCodebook(): ShownCodebook {
  return useContext(CodebookContext)
}
