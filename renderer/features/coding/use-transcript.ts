import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { CountedCode } from '../../../app/contract/codes.ts'
import type { ListedCoding } from '../../../app/contract/codings.ts'
import type { ReadTranscript } from '../../../app/contract/transcripts.ts'
import type { AxialError } from '../../../domain/errors.ts'
import type { RevisionId, TranscriptId } from '../../../domain/ids.ts'
import { ask, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { createFinder, type Finder } from './find.ts'
import { createReader, type Reader } from './reader.ts'
import { noteCodesRead, noteRead, useCodingScreen } from './store.ts'
import { standing } from './unread.ts'

export interface OpenTranscript {
  readonly transcript: ReadTranscript
  readonly reader: Reader
  readonly finder: Finder
}

/**
 * The words of a transcript, read once for each revision: they are frozen, only a correction puts other ones in their
 * place. Null while reading, and while it is not known which revision is the present one: whether there is such a
 * transcript at all is not known then either.
 */
export function useTranscript(id: TranscriptId, revisionId: RevisionId | null): OpenTranscript | null {
  const [opened, setOpened] = useState<OpenTranscript | null>(null)
  const isHere = opened?.transcript.id === id
  const isPresent = isHere && opened.transcript.revisionId === revisionId
  const isOutdated = isHere && revisionId !== null && !isPresent
  const read = useEffectEvent(async (signal: AbortSignal) => {
    if (isPresent) return
    const transcript = await ask('transcripts.read', { id }, { signal, onError: revisionId === null ? isGone : isTold })
    if (transcript === null || signal.aborted) return
    setOpened({ transcript, reader: createReader(transcript, transcript.language), finder: createFinder(transcript) })
  })
  useEffect(() => {
    const controller = new AbortController()
    void read(controller.signal)
    return () => controller.abort()
  }, [id, isOutdated])
  return isPresent ? opened : null
}

/** Of a transcript that is not in the list either, the list's first is opened: there is nothing to tell. */
function isGone({ reason }: AxialError): boolean {
  return reason === 'not-found' || reason === 'bad-request'
}

function isTold(): boolean {
  return false
}

const NONE: readonly ListedCoding[] = []

/**
 * The codings of a transcript that the person at work may see and wants to see, those just saved included. Null while
 * reading. `isListed`: whether it is known that there is such a transcript.
 */
export function useCodings(transcriptId: TranscriptId, isListed: boolean): readonly ListedCoding[] | null {
  const coderId = useSession((session) => session.coderId)
  const roundId = useSession((session) => session.roundId)
  const revision = useSession((session) => session.unknownRevision)
  const unread = useCodingScreen((screen) => screen.unread)
  const whose = useCodingScreen((screen) => screen.whose)
  const { state, value } = useRead('codings.list', coderId === null ? null : { transcriptId, coderId }, {
    again: 'unknown',
    ownErrors: isListed ? false : isGone,
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
    return [...value, ...added.map(({ code }) => ({ ...code, codings: 0, transcripts: 0, participants: 0 }))]
  }, [value, newCodes])
}
