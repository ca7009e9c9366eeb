import type { TFunction } from 'i18next'
import type { ListedMemo } from '../../../app/contract/memos.ts'
import { memoName } from '../../../domain/memo.ts'
import { announce, ask, useSession } from '../../session.ts'

/** Removes a memo, which can be undone. */
export async function removeMemo(t: TFunction<'memos'>, memo: ListedMemo): Promise<boolean> {
  const { coderId } = useSession.getState()
  if (coderId === null || (await ask('memos.remove', { id: memo.id, coderId })) === null) return false
  announce(t('removed', { name: memoName(memo) }), { canUndo: true })
  return true
}

export async function fileMemo(memo: ListedMemo, codes: ListedMemo['codes'][number]['id'][]): Promise<void> {
  const { coderId } = useSession.getState()
  if (coderId !== null) await ask('memos.file', { id: memo.id, coderId, codes })
}
