import { asId, type CoderId, type TranscriptId } from '../../../domain/ids.ts'
import { useRoute, type Route } from '../../navigation.ts'
import { forgetReadAhead } from '../../read-ahead.ts'
import { useSession } from '../../session.ts'
import { readTranscriptAhead, readTranscriptsWhileIdle } from '../../transcript-ahead.ts'
import { lastTranscript } from './places.ts'

/**
 * Reads a transcript and its codings from the moment one goes to it, all at once, before the screen is drawn. On another
 * screen, the one worked on last is read while nothing else is to be done: it is where most will go next.
 */
export function readTranscriptsAhead(): () => void {
  let stop = (): void => undefined
  const unsubscribe = useRoute.subscribe((route, before) => {
    const { study, coderId } = useSession.getState()
    stop()
    if (study === null || coderId === null) return
    const id = transcriptOf(route, study.path, coderId)
    if (route.screen !== 'coding') {
      if (route.screen !== before.screen) forgetReadAhead()
      stop = readTranscriptsWhileIdle(id === null ? [] : [id])
      return
    }
    const isOther = before.screen !== 'coding' || id !== transcriptOf(before, study.path, coderId)
    if (id !== null && isOther) void readTranscriptAhead(id)
  })
  return () => {
    stop()
    unsubscribe()
  }
}

/** The one that the coding screen shows, or would show. */
function transcriptOf({ screen, args }: Route, study: string, coder: CoderId): TranscriptId | null {
  const id = (screen === 'coding' ? args[0] : undefined) ?? lastTranscript(study, coder)
  return id === null ? null : asId<'transcript'>(id)
}
