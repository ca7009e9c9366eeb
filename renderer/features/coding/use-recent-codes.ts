import { useMemo } from 'react'
import type { CountedCode } from '../../../app/contract/codings.ts'
import { useSession } from '../../session.ts'
import { useCodebook } from './codebook.ts'
import { rememberedCodes } from './places.ts'
import { keepOnly } from './recent-codes.ts'
import { useCodingScreen } from './store.ts'

export interface RecentCode {
  /** The digit that applies it, from 1. */
  readonly digit: number
  readonly code: CountedCode
  readonly label: string
}

/** The codes with a digit, for the coder at work. */
export function useRecentCodes(): readonly RecentCode[] {
  const { codes, labels } = useCodebook()
  const study = useSession((session) => session.study?.path)
  const coderId = useSession((session) => session.coderId)
  // What is saved changes them, and so does every new reading of the study.
  const unread = useCodingScreen((screen) => screen.unread)
  return useMemo(() => {
    if (study === undefined || coderId === null || unread === null) return []
    const known = new Map(codes.map((code) => [code.id, code]))
    const { slots } = keepOnly(rememberedCodes(study, coderId), (id) => known.has(id))
    return slots.flatMap((id, index) => {
      const code = known.get(id)
      return code === undefined ? [] : [{ digit: index + 1, code, label: labels.get(id) ?? code.name }]
    })
  }, [codes, labels, study, coderId, unread])
}
