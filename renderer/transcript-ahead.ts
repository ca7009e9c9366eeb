import type { TranscriptId } from '../domain/ids.ts'
import { readAhead } from './read-ahead.ts'
import { useSession } from './session.ts'

/** Milliseconds for which the pointer or the keyboard rests on a transcript before it is taken for the one to be opened. */
const REST = 40

let resting: ReturnType<typeof setTimeout> | undefined

/** Reads the words of a transcript and its codings, and the lists that stand beside them. */
export async function readTranscriptAhead(id: TranscriptId): Promise<void> {
  clearTimeout(resting)
  const { coderId } = useSession.getState()
  const codings = coderId === null ? [] : [readAhead('codings.list', { transcriptId: id, coderId })]
  const codes = coderId === null ? [] : [readAhead('codes.list', { coderId })]
  await Promise.all([readAhead('transcripts.read', { id }), ...codings, readAhead('transcripts.list', {}), ...codes])
}

/** The pointer or the keyboard has come to where a transcript can be opened: it is read while they rest there. */
export function approachTranscript(id: TranscriptId): void {
  clearTimeout(resting)
  resting = setTimeout(() => void readTranscriptAhead(id), REST)
}

/** Reads transcripts one after the other whenever the window has nothing else to do, until what it gives is called. */
export function readTranscriptsWhileIdle(ids: readonly TranscriptId[]): () => void {
  let isStopped = false
  const readOn = async () => {
    for (const id of ids) {
      await new Promise((resolve) => requestIdleCallback(resolve))
      if (isStopped) return
      await readTranscriptAhead(id)
    }
  }
  void readOn()
  return () => {
    isStopped = true
  }
}
