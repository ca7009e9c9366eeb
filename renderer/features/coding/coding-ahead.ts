import { asId, type TranscriptId } from '../../../domain/ids.ts'
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
    if (study === null || coderId === null || route.screen !== 'coding') {
      if (route.screen !== before.screen) forgetReadAhead()
      const last = study === null || coderId === null ? null : lastTranscript(study.path)
      stop = readTranscriptsWhileIdle(last === null ? [] : [asId<'transcript'>(last)])
      return
    }
    const id = transcriptOf(route, study.path)
    const isOther = before.screen !== 'coding' || id !== transcriptOf(before, study.path)
    if (id !== null && isOther) void readTranscriptAhead(id)
  })
  return () => {
    stop()
    unsubscribe()
  }
}

function transcriptOf({ args }: Route, study: string): TranscriptId | null {
  const id = args[0] ?? lastTranscript(study)
  return id === null ? null : asId<'transcript'>(id)
}
