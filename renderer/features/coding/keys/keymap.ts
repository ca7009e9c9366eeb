import { create } from 'zustand'
import { rememberedKeys, rememberKeys } from '../places.ts'
import {
  isFixed,
  keymapOf,
  refusalOf,
  SHORTCUTS,
  USUAL_KEYS,
  type Keymap,
  type Refusal,
  type ShortcutId,
} from './shortcuts.ts'

/** The keys of every command on this machine. */
export const useKeymap = create<{ readonly keys: Keymap }>()(() => ({ keys: readKeymap(rememberedKeys()) }))

/** The keys that a command is shown with where there is room for one. */
export function useKeys(id: ShortcutId): string {
  return useKeymap(({ keys }) => keys[id][0] ?? '')
}

/** Gives a command these keys in place of all it had; where they cannot be given, says why and changes nothing. */
export function changeKeys(id: ShortcutId, keys: string): Refusal | null {
  const refusal = refusalOf(useKeymap.getState().keys, id, keys)
  if (refusal === null) setKeys(id, [keys])
  return refusal
}

/** Gives a command its usual keys back; where another one has them now, says which and changes nothing. */
export function resetKeys(id: ShortcutId): Refusal | null {
  const { keys } = useKeymap.getState()
  for (const usual of USUAL_KEYS[id]) {
    const holder = SHORTCUTS.find((other) => other.id !== id && keys[other.id].includes(usual))
    if (holder !== undefined) return { kind: 'taken', by: holder.id }
  }
  setKeys(id, USUAL_KEYS[id])
  return null
}

export function resetAllKeys(): void {
  useKeymap.setState({ keys: USUAL_KEYS })
  rememberKeys(null)
}

export function isChanged(keymap: Keymap, id: ShortcutId): boolean {
  return keymap[id].join(' ') !== USUAL_KEYS[id].join(' ')
}

function setKeys(id: ShortcutId, keys: readonly string[]): void {
  useKeymap.setState(({ keys: before }) => ({ keys: { ...before, [id]: keys } }))
  const { keys: now } = useKeymap.getState()
  const changed = SHORTCUTS.map((shortcut) => shortcut.id).filter((one) => isChanged(now, one))
  rememberKeys(JSON.stringify(Object.fromEntries(changed.map((one) => [one, now[one]]))))
}

/** What was remembered, as far as it can still be used: what is not understood has its usual keys. */
export function readKeymap(stored: string | null): Keymap {
  if (stored === null) return USUAL_KEYS
  try {
    const changed = JSON.parse(stored) as unknown
    if (typeof changed !== 'object' || changed === null) return USUAL_KEYS
    const kept = new Map<string, unknown>(Object.entries(changed))
    const read = (id: ShortcutId) => {
      const keys = kept.get(id)
      return !isFixed(id) && Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? keys : null
    }
    return keymapOf(read)
  } catch {
    // Written by another version, or by hand: the usual keys do.
    return USUAL_KEYS
  }
}
