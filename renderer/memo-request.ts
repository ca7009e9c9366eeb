import { create } from 'zustand'
import type { MemoSubject } from '../domain/memo.ts'

/** The memo that some screen asked to write; the window that writes it stands over every screen. */
export const useMemoRequest = create<{ readonly subject: MemoSubject | null }>()(() => ({ subject: null }))

/** Opens the window for the memos about this, to read them and to write one. */
export function writeMemo(subject: MemoSubject): void {
  useMemoRequest.setState({ subject })
}

export function closeMemo(): void {
  useMemoRequest.setState({ subject: null })
}
