import { useEffect, useMemo } from 'react'
import type { CountedCode } from '../../../../app/contract/codes.ts'
import { useSession } from '../../../session.ts'
import { useCodebook } from '../codebook.ts'
import { rememberedCodes } from '../places.ts'
import { setRecent, useCodingScreen } from '../store.ts'

export interface RecentCode {
  /** The digit that applies it, from 1. */
  readonly digit: number
  readonly code: CountedCode
  readonly label: string
}

/** The codes with a digit, for the coder at work. */
export function useRecentCodes(): readonly RecentCode[] {
  const { codes, labels } = useCodebook()
  const slots = useCodingScreen((screen) => screen.recent.slots)
  return useMemo(() => {
    const known = new Map(codes.map((code) => [code.id, code]))
    return slots.flatMap((id, index) => {
      const code = known.get(id)
      return code === undefined || code.retired ? [] : [{ digit: index + 1, code, label: labels.get(id) ?? code.name }]
    })
  }, [codes, labels, slots])
}

/** Brings back what this coder used last in this study. */
export function useRememberedCodes(): void {
  const study = useSession((session) => session.study?.path)
  const coderId = useSession((session) => session.coderId)
  useEffect(() => {
    if (study !== undefined && coderId !== null) setRecent(rememberedCodes(study, coderId))
  }, [study, coderId])
}
