import type { CodeId, CodingId, TranscriptId } from '../../../domain/ids.ts'
import type { Span } from '../../../domain/span.ts'
import { refreshAfter, save, useSession } from '../../session.ts'
import type { NewCode } from './palette/new-code.ts'
import { rememberCodes } from './places.ts'
import { noteCodeUse, noteNewCodes, noteRemoved, noteSaved } from './store.ts'

/**
 * Puts a code on a span as the coder and in the round at work. The coding is on the screen as soon as the service has it
 * in the file, and never before. False where it failed: the person has then been told.
 */
export async function applyCode(transcriptId: TranscriptId, { start, end }: Span, codeId: CodeId): Promise<boolean> {
  const { coderId, roundId, study } = useSession.getState()
  if (coderId === null || roundId === null || study === null) return false
  const coding = await save('codings.apply', { transcriptId, start, end, codeId, coderId, roundId })
  if (coding === null) return false
  noteSaved(coding, useSession.getState().unknownRevision)
  rememberCodes(study.path, coderId, noteCodeUse(codeId))
  void refreshAfter()
  return true
}

/** Takes codings of the coder at work away, in one action that one undo brings back. */
export async function removeCodings(ids: readonly CodingId[]): Promise<boolean> {
  const { coderId } = useSession.getState()
  if (coderId === null || ids.length === 0) return false
  if ((await save('codings.remove', { ids: [...ids], coderId })) === null) return false
  noteRemoved(ids, useSession.getState().unknownRevision)
  void refreshAfter()
  return true
}

/** Puts a coding of the coder at work on other words; false where that was refused, which the person has been told. */
export async function resizeCoding(id: CodingId, { start, end }: Span): Promise<boolean> {
  const { coderId } = useSession.getState()
  if (coderId === null) return false
  const coding = await save('codings.resize', { id, start, end, coderId })
  if (coding === null) return false
  noteSaved(coding, useSession.getState().unknownRevision)
  void refreshAfter()
  return true
}

/**
 * Creates the code that a label stands for, with the categories it needs, and puts it on a span, in one action. False
 * where it was refused.
 */
export async function applyNewCode(transcriptId: TranscriptId, { start, end }: Span, plan: NewCode): Promise<boolean> {
  const { coderId, roundId, study } = useSession.getState()
  if (coderId === null || roundId === null || study === null) return false
  const { parentId, names } = plan
  const saved = await save('codings.applyNew', {
    transcriptId,
    start,
    end,
    parentId,
    names: [...names],
    coderId,
    roundId,
  })
  if (saved === null) return false
  noteNewCodes(saved.codes, useSession.getState().unknownRevision)
  noteSaved(saved.coding, useSession.getState().unknownRevision)
  rememberCodes(study.path, coderId, noteCodeUse(saved.coding.codeId))
  void refreshAfter()
  return true
}
