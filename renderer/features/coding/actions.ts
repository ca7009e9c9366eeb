import type { Input, Output, ProcedureName } from '../../../app/contract.ts'
import type { CodeId, CodingId, TranscriptId } from '../../../domain/ids.ts'
import type { Span } from '../../../domain/span.ts'
import { ask, refresh, report, useSession } from '../../session.ts'
import type { NewCode } from './new-code.ts'
import { rememberCodes } from './places.ts'
import { noteAdded, noteCodeUse, noteRemoved } from './store.ts'

/**
 * Puts a code on a span as the coder and in the round at work. The coding is on the screen as soon as the service has it
 * in the file, and never before. False where it failed: the person has then been told.
 */
export async function applyCode(transcriptId: TranscriptId, { start, end }: Span, codeId: CodeId): Promise<boolean> {
  const { coderId, roundId, study } = useSession.getState()
  if (coderId === null || roundId === null || study === null) return false
  const coding = await save('codings.apply', { transcriptId, start, end, codeId, coderId, roundId })
  if (coding === null) return false
  noteAdded(coding, useSession.getState().revision)
  rememberCodes(study.path, coderId, noteCodeUse(codeId))
  void refresh()
  return true
}

/** Takes codings of the coder at work away, in one action that one undo brings back. */
export async function removeCodings(ids: readonly CodingId[]): Promise<boolean> {
  const { coderId } = useSession.getState()
  if (coderId === null || ids.length === 0) return false
  if ((await save('codings.remove', { ids: [...ids], coderId })) === null) return false
  noteRemoved(ids, useSession.getState().revision)
  void refresh()
  return true
}

/** Creates the code that a label stands for, with the categories it needs; null where one of them was refused. */
export async function createCode(plan: NewCode): Promise<CodeId | null> {
  const { coderId } = useSession.getState()
  let parentId = plan.parentId
  for (const name of plan.names) {
    const code = await ask('codes.create', { name, parentId, ...(coderId !== null && { coderId }) })
    if (code === null) return null
    parentId = code.id
  }
  return parentId
}

/** Like `ask`, but the answer does not wait until everything else has been read again. */
export async function save<Name extends ProcedureName>(name: Name, input: Input<Name>): Promise<Output<Name> | null> {
  const { call } = useSession.getState()
  if (call === null) return null
  try {
    return await call(name, input)
  } catch (error) {
    report(error)
    return null
  }
}
