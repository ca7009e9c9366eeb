import { useEffect, useState } from 'react'
import type { CorrectionPreview } from '../../../../app/contract/corrections.ts'
import type { ReadTranscript } from '../../../../app/contract/transcripts.ts'
import type { FilePayload } from '../../../../app/contract/values.ts'
import type { AxialError } from '../../../../domain/errors.ts'
import { ask, useSession } from '../../../session.ts'
import { correctionIn, NO_DRAFT, type Draft } from './draft.ts'

/** What a correction would do: `waiting` until it is known, `none` where nothing is corrected yet. */
export type Previewed =
  | { readonly state: 'none' | 'waiting' }
  | { readonly state: 'known'; readonly preview: CorrectionPreview }
  | { readonly state: 'refused'; readonly error: AxialError }

/** Milliseconds without a key press before the preview is worked out. */
const PAUSE = 250

/** The preview of what is drafted, worked out anew when the typing pauses. */
export function usePreview({ id, revisionId }: ReadTranscript, { turns, file }: Draft): Previewed {
  const coderId = useSession((session) => session.coderId)
  const [last, setLast] = useState<{ subject: Subject; previewed: Previewed } | null>(null)
  const isEmpty = file === null && turns.size === 0

  useEffect(() => {
    const correction = correctionIn({ ...NO_DRAFT, turns, file })
    if (correction === null || coderId === null) return undefined
    const controller = new AbortController()
    const finish = (previewed: Previewed) => {
      if (!controller.signal.aborted) setLast({ subject: { turns, file }, previewed })
    }
    const onError = (error: AxialError) => {
      finish({ state: 'refused', error })
      return true
    }
    const work = async () => {
      const input = { transcriptId: id, revisionId, correction, coderId }
      const preview = await ask('corrections.preview', input, { signal: controller.signal, onError })
      if (preview !== null) finish({ state: 'known', preview })
    }
    const timer = setTimeout(() => void work(), PAUSE)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [id, revisionId, turns, file, coderId])

  if (isEmpty) return { state: 'none' }
  if (last === null || last.subject.turns !== turns || last.subject.file !== file) return { state: 'waiting' }
  return last.previewed
}

interface Subject {
  readonly turns: Draft['turns']
  readonly file: FilePayload | null
}
