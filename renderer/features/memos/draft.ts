import type { CodeId } from '../../../domain/ids.ts'
import type { MemoSubject } from '../../../domain/memo.ts'
import { useSession } from '../../session.ts'
import { keepUnsaved } from '../../kept-draft.ts'
import { forget, kept } from '../../kept.ts'

/** What was written and not saved. */
export interface Draft {
  readonly title: string
  readonly body: string
  readonly codes: readonly CodeId[]
  /** ISO 8601. */
  readonly at: string
}

/** A memo that is changed, or a new one about something. */
export type DraftOf = { readonly memo: string } | { readonly subject: MemoSubject }

const STORED = 'axial.memoDraft:'

/** Drafts of encrypted studies: nothing of such a study is written anywhere but into its file. */
const inMemory = new Map<string, string>()

/** Each coder has drafts of their own, so that none is shown to another who works at the same machine. */
function keyOf(of: DraftOf): string {
  const { study, coderId } = useSession.getState()
  return `${STORED}${study?.path ?? ''} ${coderId ?? ''} ${'memo' in of ? of.memo : JSON.stringify(of.subject)}`
}

export function staysInMemory(): boolean {
  return useSession.getState().study?.encrypted === true
}

export function keepDraft(of: DraftOf, draft: Draft): void {
  if (staysInMemory()) inMemory.set(keyOf(of), JSON.stringify(draft))
  else keepUnsaved(keyOf(of), JSON.stringify(draft))
}

export function dropDraft(of: DraftOf): void {
  inMemory.delete(keyOf(of))
  forget(keyOf(of))
}

/** The draft that was kept; null where there is none, or what is stored is none. */
export function keptDraft(of: DraftOf): Draft | null {
  const stored = inMemory.get(keyOf(of)) ?? kept(keyOf(of))
  if (stored === null) return null
  try {
    const value: unknown = JSON.parse(stored)
    return isDraft(value) ? value : null
  } catch {
    // Written by something else under our name: it is none of ours.
    return null
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const { title, body, codes, at } = value as Partial<Record<keyof Draft, unknown>>
  const areCodes = Array.isArray(codes) && codes.every((code) => typeof code === 'string')
  return typeof title === 'string' && typeof body === 'string' && areCodes && typeof at === 'string'
}
