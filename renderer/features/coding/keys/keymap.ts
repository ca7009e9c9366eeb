import { useStore } from 'zustand'
import { createKeys } from '../../../keymap.ts'
import type { Keymap } from '../../../shortcuts.ts'
import { SHORTCUTS, type ShortcutId } from './shortcuts.ts'

/** The keys of every command of the transcript on this machine. */
export const codingKeys = createKeys<ShortcutId>(SHORTCUTS, 'axial.coding.keys')

/** The same as they are now. */
export function currentKeys(): Keymap<ShortcutId> {
  return codingKeys.store.getState().keys
}

/** The keys that a command is shown with where there is room for one. */
export function useKeys(id: ShortcutId): string {
  return useStore(codingKeys.store, ({ keys }) => keys[id][0] ?? '')
}
