import type { ComparedCoding } from '../../../../app/contract/comparison.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import { ask, useSession } from '../../../session.ts'

/** Each is one action, which one undo takes back; null where it failed, and the person was told. */
export async function recode(codings: readonly ComparedCoding[], codeId: CodeId) {
  const { coderId } = useSession.getState()
  const ids = codings.map(({ id }) => id)
  return coderId === null ? null : ask('codings.recode', { ids, codeId, coderId })
}

/** As the coder and in the round at work. */
export async function addCode(codings: readonly ComparedCoding[], codeId: CodeId) {
  const { coderId, roundId } = useSession.getState()
  const ids = codings.map(({ id }) => id)
  return coderId === null || roundId === null ? null : ask('codings.addCode', { ids, codeId, coderId, roundId })
}

export async function remove(codings: readonly ComparedCoding[]) {
  const { coderId } = useSession.getState()
  const ids = codings.map(({ id }) => id)
  return coderId === null ? null : ask('codings.remove', { ids, coderId })
}
