import { useMemo } from 'react'
import { create } from 'zustand'
import type { CodingScope } from '../../../../app/contract/comparison.ts'
import type { CoderId, RoundId, TranscriptId } from '../../../../domain/ids.ts'
import { useCoder, useRound, useSession } from '../../../session.ts'
import { useRead } from '../../../use-read.ts'

/** Which codings a person looks at, as they chose it; `usual` is what fits whoever looks. */
export interface ScopeChoice {
  readonly whose: 'usual' | 'mine' | 'everyone' | CoderId
  readonly round: 'usual' | 'present' | 'all' | RoundId
  readonly transcripts: readonly TranscriptId[]
  readonly attributes: readonly AttributeFilter[]
}

export interface AttributeFilter {
  readonly name: string
  /** Null: not noted. */
  readonly values: readonly (string | null)[]
}

export const EVERYTHING: ScopeChoice = { whose: 'everyone', round: 'all', transcripts: [], attributes: [] }

/** One's own codings in the round at work; everyone's in all rounds for whoever has none there, such as a moderator. */
export const USUAL: ScopeChoice = { ...EVERYTHING, whose: 'usual', round: 'usual' }

export type AskedScope = CodingScope

/** The choice with nothing left to find out; null until that is found out. */
export function useResolvedScope(choice: ScopeChoice): ScopeChoice | null {
  const coder = useCoder()
  const round = useRound()
  const isUsual = choice.whose === 'usual' || choice.round === 'usual'
  const { value } = useRead('study.progress', isUsual && coder !== null ? { coderId: coder.id } : null)
  return useMemo(() => {
    if (isUsual && value === null) return null
    const hasOwn = value?.transcripts.some(({ coded }) =>
      coded.some((pass) => pass.coder === coder?.name && pass.round === round?.name && pass.codings > 0),
    )
    return {
      ...choice,
      whose: choice.whose === 'usual' ? (hasOwn === true ? 'mine' : 'everyone') : choice.whose,
      round: choice.round === 'usual' ? (hasOwn === true ? 'present' : 'all') : choice.round,
    }
  }, [choice, isUsual, value, coder, round])
}

/** The same as the service is asked; null while that is not known. */
export function useAskedScope(choice: ScopeChoice): AskedScope | null {
  const resolved = useResolvedScope(choice)
  const coderId = useSession((session) => session.coderId)
  const roundId = useSession((session) => session.roundId)
  return useMemo(() => {
    if (coderId === null || resolved === null) return null
    const { whose, round, transcripts, attributes } = resolved
    const present = roundId === null ? [] : [roundId]
    return {
      coderId,
      coders: whose === 'mine' ? [coderId] : whose === 'everyone' || whose === 'usual' ? [] : [whose],
      rounds: round === 'present' ? present : round === 'all' || round === 'usual' ? [] : [round],
      transcripts: [...transcripts],
      attributes: attributes.map(({ name, values }) => ({ name, values: [...values] })),
    }
  }, [coderId, roundId, resolved])
}

/** What was chosen on a pane: it stays while one looks at passages elsewhere, for each study by itself. */
export function createChoice<Choice extends object>(
  usual: Choice,
): () => readonly [Choice, (change: Partial<Choice>) => void] {
  const useStore = create<Readonly<Record<string, Choice>>>()(() => ({}))
  return () => {
    const study = useSession((session) => session.study?.path ?? '')
    const choice = useStore((chosen) => chosen[study] ?? usual)
    return [choice, (change) => useStore.setState({ [study]: { ...choice, ...change } })]
  }
}
