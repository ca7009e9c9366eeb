import { useState } from 'react'
import type { ListedMemo } from '../../../app/contract/memos.ts'
import type { MemoSubject } from '../../../domain/memo.ts'
import { dropDraft, keepDraft, keptDraft, type Draft, type DraftOf } from './draft.ts'

type Words = Omit<Draft, 'at'>

/**
 * The words of a memo as they are being written: those of a draft that was `kept` before, else those that are saved. Each
 * change is kept at once; what is as it was saved is no draft.
 */
export function useDraft(memo: ListedMemo | null, subject: MemoSubject) {
  const of: DraftOf = memo === null ? { subject } : { memo: memo.id }
  const saved: Words = {
    title: memo?.title ?? '',
    body: memo?.body ?? '',
    codes: memo?.codes.map(({ id }) => id) ?? [],
  }
  const [kept, setKept] = useState(() => keptDraft(of))
  const [words, setWords] = useState<Words>(kept ?? saved)
  const change = (changes: Partial<Words>) => {
    const next = { ...words, ...changes }
    setWords(next)
    const isSame = JSON.stringify([next.title, next.body, next.codes]) === JSON.stringify(Object.values(saved))
    if (isSame) dropDraft(of)
    else keepDraft(of, { ...next, at: new Date().toISOString() })
  }
  const drop = () => dropDraft(of)
  const discard = () => {
    drop()
    setKept(null)
    setWords(saved)
  }
  return { words, kept, change, discard, drop }
}
