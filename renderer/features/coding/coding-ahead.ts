import { asId } from '../../../domain/ids.ts'
import { useRoute, type Route } from '../../navigation.ts'
import { forgetReadAhead, readAhead } from '../../read-ahead.ts'
import { useSession } from '../../session.ts'
import { lastTranscript } from './places.ts'

/** Reads a transcript and its codings from the moment one goes to it, all at once, before the screen is drawn. */
export function readTranscriptsAhead(): () => void {
  return useRoute.subscribe((route, before) => {
    forgetReadAhead()
    const { study, coderId } = useSession.getState()
    if (study === null || coderId === null || route.screen !== 'coding') return
    const id = transcriptOf(route, study.path)
    if (before.screen !== 'coding') readAhead('transcripts.list', {})
    if (id === null || (before.screen === 'coding' && id === transcriptOf(before, study.path))) return
    readAhead('transcripts.read', { id: asId<'transcript'>(id) })
    readAhead('codings.list', { transcriptId: asId<'transcript'>(id), coderId })
    if (before.screen !== 'coding') readAhead('codes.list', { coderId })
  })
}

function transcriptOf({ args }: Route, study: string): string | null {
  return args[0] ?? lastTranscript(study)
}
