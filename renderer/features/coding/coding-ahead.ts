import { asId, type CoderId } from '../../../domain/ids.ts'
import { useRoute, type Route } from '../../navigation.ts'
import { forgetReadAhead, readAhead } from '../../read-ahead.ts'
import { useSession } from '../../session.ts'
import { readTranscriptAhead } from '../../transcript-ahead.ts'
import { lastTranscript } from './places.ts'

/** Reads a transcript and its codings from the moment one goes to it, all at once, before the screen is drawn. */
export function readTranscriptsAhead(): () => void {
  return useRoute.subscribe((route, before) => {
    const { study, coderId } = useSession.getState()
    if (study === null || coderId === null || route.screen !== 'coding') {
      forgetReadAhead()
      return
    }
    const id = transcriptOf(route, study.path, coderId)
    const isOther = before.screen !== 'coding' || id !== transcriptOf(before, study.path, coderId)
    if (id !== null && isOther) readTranscriptAhead(asId<'transcript'>(id))
    if (before.screen === 'coding') return
    readAhead('transcripts.list', {})
    readAhead('codes.list', { coderId })
  })
}

function transcriptOf({ args }: Route, study: string, coder: CoderId): string | null {
  return args[0] ?? lastTranscript(study, coder)
}
