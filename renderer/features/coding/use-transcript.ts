import { useEffect, useMemo, useState } from 'react'
import type { CountedCode } from '../../../app/contract/codes.ts'
import type { ListedCoding } from '../../../app/contract/codings.ts'
import type { ReadTranscript } from '../../../app/contract/transcripts.ts'
import { UNUSED } from '../../../domain/codebook/code-totals.ts'
import type { RevisionId, TranscriptId } from '../../../domain/ids.ts'
import { askOrTake } from '../../read-ahead.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { createFinder, type Finder } from './find/find.ts'
import { createReader, type Reader } from '../../components/reader.ts'
import { noteCodesRead, noteRead, useCodingScreen } from './store.ts'
import { standing } from './unread.ts'

export interface OpenTranscript {
  readonly transcript: ReadTranscript
  readonly reader: Reader
  readonly finder: Finder
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
      const transcript = await askOrTake('transcripts.read', { id }, { signal: controller.signal })
      if (transcript?.revisionId !== revisionId || controller.signal.aborted) return
      setOpened({ transcript, reader: createReader(transcript, transcript.language), finder: createFinder(transcript) })
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
  const revision = useSession((session) => session.unknownRevision)
  const unread = useCodingScreen((screen) => screen.unread)
  const whose = useCodingScreen((screen) => screen.whose)
  const { state, value } = useRead('codings.list', coderId === null ? null : { transcriptId, coderId }, {
    again: 'unknown',
  })
  useEffect(() => {
    if (state === 'ready') noteRead(revision)
  }, [state, revision])
  return useMemo(() => {
    if (value === null) return coderId === null ? NONE : null
    const here = unread.filter((change) => change.kind === 'removed' || change.coding.transcriptId === transcriptId)
    const all = standing(value, here)
    return whose === 'everyone' ? all : all.filter((one) => one.coderId === coderId && one.roundId === roundId)
  }, [value, unread, transcriptId, whose, coderId, roundId])
}

/** The codes of the study as the coder at work may count them, those just created included. Null while reading. */
export function useCodes(): readonly CountedCode[] | null {
  const coderId = useSession((session) => session.coderId)
  const revision = useSession((session) => session.unknownRevision)
  const newCodes = useCodingScreen((screen) => screen.newCodes)
  const { state, value } = useRead('codes.list', coderId === null ? null : { coderId }, { again: 'settled' })
  useEffect(() => {
    if (state === 'ready') noteCodesRead(revision)
  }, [state, revision])
  return useMemo(() => {
    if (value === null || newCodes.length === 0) return value
    const known = new Set(value.map(({ id }) => id))
    const added = newCodes.filter(({ code }) => !known.has(code.id))
    return [...value, ...added.map(({ code }) => ({ ...code, ...UNUSED, total: UNUSED }))]
  }, [value, newCodes])
}
