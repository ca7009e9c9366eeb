import type { ListedMemo, MemoKind } from '../../../app/contract/memos.ts'
import { MEMO_KINDS, memoName, withoutLinks } from '../../../domain/memo.ts'
import { holdsWords } from '../../../domain/text/folded-text.ts'

export type Arrangement = 'newest' | 'subject' | 'code'

export interface MemoFilter {
  readonly words: string
  readonly kind: MemoKind | 'any'
  /** A code's id; `none` for memos under no code. */
  readonly code: string
  /** A coder's id; `nobody` for memos of nobody. */
  readonly writer: string
}

export const EVERY_MEMO: MemoFilter = { words: '', kind: 'any', code: 'any', writer: 'any' }

export function filterMemos(memos: readonly ListedMemo[], filter: MemoFilter): readonly ListedMemo[] {
  return memos.filter((memo) => {
    const { title, body, subject, about, coderId, coder, codes } = memo
    const isKind = filter.kind === 'any' || subject.kind === filter.kind
    const isWriter = filter.writer === 'any' || (coderId ?? 'nobody') === filter.writer
    const isUnder = codes.some(({ id }) => id === filter.code)
    const isCode = filter.code === 'any' || (filter.code === 'none' ? codes.length === 0 : isUnder)
    return (
      isKind &&
      isWriter &&
      isCode &&
      holdsWords(filter.words, [
        title,
        withoutLinks(body),
        about.name,
        about.passage?.words ?? '',
        about.passage?.transcript ?? '',
        coder ?? '',
        ...codes.map(({ path }) => path),
      ])
    )
  })
}

export interface MemoGroup {
  readonly id: string
  /** Null for all in one, and for memos under no code. */
  readonly code: ListedMemo['codes'][number] | null
  readonly kind: MemoKind | null
  readonly memos: readonly ListedMemo[]
}

/**
 * The memos in order: newest first in one group; or a group for each kind of subject, by its name; or a group for each
 * code, in the codebook's order of paths, a memo standing under each of its codes, and those under none last.
 */
export function arrangeMemos(memos: readonly ListedMemo[], arrangement: Arrangement): readonly MemoGroup[] {
  if (arrangement === 'newest') return [{ id: 'all', code: null, kind: null, memos }]
  if (arrangement === 'subject') {
    return MEMO_KINDS.flatMap((kind) => {
      const about = memos.filter(({ subject }) => subject.kind === kind)
      const sorted = about.toSorted((a, b) => nameOfSubject(a).localeCompare(nameOfSubject(b)))
      return sorted.length === 0 ? [] : [{ id: kind, code: null, kind, memos: sorted }]
    })
  }
  const codes = new Map(memos.flatMap((memo) => memo.codes.map((code) => [code.id, code] as const)))
  const under = [...codes.values()]
    .toSorted((a, b) => a.path.localeCompare(b.path))
    .map((code) => ({
      id: code.id,
      code,
      kind: null,
      memos: memos.filter((memo) => memo.codes.some(({ id }) => id === code.id)),
    }))
  const none = memos.filter((memo) => memo.codes.length === 0)
  return none.length === 0 ? under : [...under, { id: 'none', code: null, kind: null, memos: none }]
}

function nameOfSubject({ about, title, body }: ListedMemo): string {
  const { name, passage } = about
  return [
    name,
    passage === null ? '' : `${passage.transcript} ${String(passage.turn).padStart(6, '0')}`,
    memoName({ title, body }),
  ]
    .filter((text) => text !== '')
    .join(' ')
}
