import { useStore } from 'zustand'
import { shortcutText } from '../../../keyboard.ts'
import { createKeys } from '../../../keymap.ts'
import type { Keymap } from '../../../shortcuts.ts'
import { SHORTCUTS, takeKeys, type ShortcutId } from './shortcuts.ts'

/** The keys of every command of the review on this machine. */
export const reviewKeys = createKeys<ShortcutId>(SHORTCUTS, 'axial.review.keys')

/** The same as they are now. */
export function currentKeys(): Keymap<ShortcutId> {
  return reviewKeys.store.getState().keys
}

export function useKeymap(): Keymap<ShortcutId> {
  return useStore(reviewKeys.store, ({ keys }) => keys)
}

/** The keys that a command is shown with where there is room for one. */
export function useKeys(id: ShortcutId): string {
  return useKeymap()[id][0] ?? ''
}

/** The same as it is written in a sentence. */
export function useWrittenKeys(id: ShortcutId): string {
  return shortcutText(useKeys(id))
}

/** The keys that take the reading in this place. */
export function useTakeKeys(): (index: number) => string {
  const keys = useKeymap()
  return (index) => takeKeys(keys, index)
}
