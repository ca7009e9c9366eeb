import type { TranscriptId } from '../domain/ids.ts'
import { forgetReadAhead, readAhead, subjectOf } from './read-ahead.ts'
import { useSession } from './session.ts'

/** Milliseconds for which the pointer or the keyboard rests on a transcript before it is taken for the one to be opened. */
const REST = 40

let resting: ReturnType<typeof setTimeout> | undefined

/** Reads the words of a transcript and its codings; what was read of another one is forgotten. */
export function readTranscriptAhead(id: TranscriptId): void {
  clearTimeout(resting)
  const { coderId } = useSession.getState()
  const codings = coderId === null ? null : { transcriptId: id, coderId }
  forgetReadAhead([
    subjectOf('transcripts.read', { id }),
    ...(codings === null ? [] : [subjectOf('codings.list', codings)]),
  ])
  readAhead('transcripts.read', { id })
  if (codings !== null) readAhead('codings.list', codings)
}

/** The pointer or the keyboard has come to where a transcript can be opened: it is read while they rest there. */
export function approachTranscript(id: TranscriptId): void {
  clearTimeout(resting)
  resting = setTimeout(() => readTranscriptAhead(id), REST)
}
