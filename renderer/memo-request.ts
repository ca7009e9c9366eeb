import { create } from 'zustand'
import type { Id, TranscriptId } from '../domain/ids.ts'
import type { Span } from '../domain/span.ts'

/** What a memo can be about, by its id; a passage is words of a transcript, coded or not. */
export type MemoSubject =
  | { readonly kind: 'study' }
  | { readonly kind: 'participant'; readonly id: Id<'participant'> }
  | { readonly kind: 'transcript'; readonly id: TranscriptId }
  | { readonly kind: 'segment'; readonly id: Id<'segment'> }
  | { readonly kind: 'code'; readonly id: Id<'code'> }
  | { readonly kind: 'coding'; readonly id: Id<'coding'> }
  | { readonly kind: 'mismatch'; readonly id: Id<'mismatch'> }
  | { readonly kind: 'quality_issue'; readonly id: Id<'quality-issue'> }
  | { readonly kind: 'passage'; readonly transcriptId: TranscriptId; readonly span: Span }

/** The memo that some screen asked to write; the window that writes it stands over every screen. */
export const useMemoRequest = create<{ readonly subject: MemoSubject | null }>()(() => ({ subject: null }))

/** Opens the window for the memos about this, to read them and to write one. */
export function writeMemo(subject: MemoSubject): void {
  useMemoRequest.setState({ subject })
}

export function closeMemo(): void {
  useMemoRequest.setState({ subject: null })
}
