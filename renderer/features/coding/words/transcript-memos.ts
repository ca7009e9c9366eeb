import type { Output } from '../../../../app/contract.ts'
import { overlaps, type Span } from '../../../../domain/span.ts'
import { useSession } from '../../../session.ts'
import { useRead } from '../../../use-read.ts'
import { create } from 'zustand'
import { useEffect } from 'react'
import { useCodingScreen } from '../store.ts'

export type PlacedMemo = Output<'memos.ofTranscript'>[number]

const NONE: readonly PlacedMemo[] = []

/** The memos on words of the transcript that is open, for its turns: read once, whatever is shown of it. */
export const usePlacedMemos = create<{ readonly memos: readonly PlacedMemo[] }>()(() => ({ memos: NONE }))

/** Reads the memos on words of the transcript that is open, as far as the coder at work may see them. */
export function useTranscriptMemos(): readonly PlacedMemo[] {
  const coderId = useSession((session) => session.coderId)
  const transcriptId = useCodingScreen((screen) => screen.transcriptId)
  const input = coderId === null || transcriptId === null ? null : { coderId, transcriptId }
  const { value } = useRead('memos.ofTranscript', input, { again: 'settled' })
  useEffect(() => {
    usePlacedMemos.setState({ memos: value ?? NONE })
    return () => usePlacedMemos.setState({ memos: NONE })
  }, [value])
  return value ?? NONE
}

/** The memos about these codings, and about exactly their words. */
export function memosOn(memos: readonly PlacedMemo[], marks: readonly (Span & { readonly id: string })[]) {
  return memos.filter(({ codingId, start, end }) =>
    marks.some((mark) => (codingId === null ? mark.start === start && mark.end === end : mark.id === codingId)),
  )
}

/** The memos on words of a turn that begin in it. */
export function memosIn(memos: readonly PlacedMemo[], turn: Span): readonly PlacedMemo[] {
  return memos.filter((memo) => overlaps(memo, turn) && memo.start >= turn.start)
}
