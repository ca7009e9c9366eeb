import type { AssignmentId, CoderId, RoundId, TranscriptId } from '../domain/ids.ts'
import type { OpenStudy } from './study/open-study.ts'

/** The record that the coder went through the transcript in the round. To be called within an action. */
export function findOrAddAssignment(
  study: OpenStudy,
  transcriptId: TranscriptId,
  roundId: RoundId,
  coderId: CoderId,
): AssignmentId {
  const known = study.write.people.assignment(transcriptId, roundId, coderId)
  if (known !== null) return known.id
  const id = study.newId('assignment')
  study.write.people.addAssignment({ id, transcriptId, roundId, coderId })
  return id
}
