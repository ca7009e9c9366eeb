import { useEffect, useMemo, useState } from 'react'
import type { ListedCoding } from '../../../app/contract/codings.ts'
import type { ReadTranscript } from '../../../app/contract/transcripts.ts'
import type { RevisionId, TranscriptId } from '../../../domain/ids.ts'
import { ask, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { createReader, type Reader } from './reader.ts'
import { noteRead, useCodingScreen } from './store.ts'
import { standing } from './unread.ts'

export interface OpenTranscript {
  readonly transcript: ReadTranscript
  readonly reader: Reader
}

/**
 * The words of a transcript, read once for each revision: they are frozen, only a correction puts other ones in their place.
 * Null while reading.
 */
export function useTranscript(id: TranscriptId | null, revisionId: RevisionId | null): OpenTranscript | null {
  const [opened, setOpened] = useState<OpenTranscript | null>(null)
  useEffect(() => {
    if (id === null) return undefined
    const controller = new AbortController()
    const open = async () => {
      const transcript = await ask('transcripts.read', { id }, { signal: controller.signal })
      if (transcript?.revisionId !== revisionId || controller.signal.aborted) return
      setOpened({ transcript, reader: createReader(transcript, transcript.language) })
    }
    void open()
    return () => controller.abort()
  }, [id, revisionId])
  return opened !== null && opened.transcript.id === id && opened.transcript.revisionId === revisionId ? opened : null
}

const NONE: readonly ListedCoding[] = []

/** The codings of a transcript that the person at work may see and wants to see, those just saved included. */
export function useCodings(transcriptId: TranscriptId): readonly ListedCoding[] | null {
  const coderId = useSession((session) => session.coderId)
  const roundId = useSession((session) => session.roundId)
  const revision = useSession((session) => session.revision)
  const unread = useCodingScreen((screen) => screen.unread)
  const whose = useCodingScreen((screen) => screen.whose)
  const { state, value } = useRead('codings.list', coderId === null ? null : { transcriptId, coderId })
  useEffect(() => {
    if (state === 'ready') noteRead(revision)
  }, [state, revision])
  return useMemo(() => {
    if (value === null) return coderId === null ? NONE : null
    const all = standing(value, unread)
    return whose === 'everyone' ? all : all.filter((one) => one.coderId === coderId && one.roundId === roundId)
  }, [value, unread, whose, coderId, roundId])
}
