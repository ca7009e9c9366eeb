import type { CodeId } from '../../../../domain/ids.ts'
import type { Span } from '../../../../domain/span.ts'
import { turnIndexAt } from '../../../../domain/transcript.ts'
import { navigate } from '../../../navigation.ts'
import { useCodingScreen } from '../store.ts'
import type { OpenTranscript } from '../use-transcript.ts'
import { chosenSpan, turnOf } from '../words/selection.ts'

/**
 * Shows all passages of a code side by side. The address says where one came from, so that one key leads back to exactly
 * these words: those of the coding, or what was chosen.
 */
export function comparePassages(codeId: CodeId, { transcript, reader }: OpenTranscript, words: Span | null): void {
  const { turns } = transcript
  const { selection } = useCodingScreen.getState()
  const span = words ?? chosenSpan(reader, selection)
  const index = span === null ? (selection === null ? 0 : turnOf(reader, selection)) : turnIndexAt(turns, span.start)
  const turn = turns[Math.max(0, index)]
  const place = [
    ...(turn === undefined ? [] : [String(turn.number)]),
    ...(turn === undefined || span === null ? [] : [`${String(span.start)}-${String(span.end)}`]),
  ]
  navigate('codebook', 'comparison', codeId, transcript.id, ...place)
}
