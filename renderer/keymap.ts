import { createStore, type StoreApi } from 'zustand'
import { holderOf, readKeymap, refusalOf, usualKeys, type Keymap, type Refusal, type Shortcut } from './shortcuts.ts'
import { forget, keep, kept } from './kept.ts'

/** The keys of one screen on this machine, and the way to change them. */
export interface ScreenKeys<Id extends string> {
  readonly shortcuts: readonly Shortcut<Id>[]
  readonly usual: Keymap<Id>
  readonly store: StoreApi<{ readonly keys: Keymap<Id> }>
  /** Gives a command these keys in place of all it had; where they cannot be given, says why and changes nothing. */
  readonly change: (id: Id, keys: string) => Refusal<Id> | null
  /** Gives a command its usual keys back; where another one has them now, says which and changes nothing. */
  readonly reset: (id: Id) => Refusal<Id> | null
  readonly resetAll: () => void
  readonly isChanged: (keymap: Keymap<Id>, id: Id) => boolean
}

/** The keys of a screen; `place` is where this browser remembers those that were changed, as JSON by command. */
export function createKeys<Id extends string>(shortcuts: readonly Shortcut<Id>[], place: string): ScreenKeys<Id> {
  const usual = usualKeys(shortcuts)
  const store = createStore<{ readonly keys: Keymap<Id> }>()(() => ({
    keys: readKeymap(shortcuts, kept(place)),
  }))
  const isChanged = (keymap: Keymap<Id>, id: Id) => keymap[id].join(' ') !== usual[id].join(' ')
  const set = (id: Id, keys: readonly string[]) => {
    store.setState(({ keys: before }) => ({ keys: { ...before, [id]: keys } }))
    const { keys: now } = store.getState()
    const changed = shortcuts.filter((one) => isChanged(now, one.id)).map((one) => [one.id, now[one.id]] as const)
    keep(place, JSON.stringify(Object.fromEntries(changed)))
  }
  return {
    shortcuts,
    usual,
    store,
    isChanged,
    change: (id, keys) => {
      const refusal = refusalOf(shortcuts, store.getState().keys, id, keys)
      if (refusal === null) set(id, [keys])
      return refusal
    },
    reset: (id) => {
      const { keys } = store.getState()
      for (const one of usual[id]) {
        const holder = holderOf(shortcuts, keys, id, one)
        if (holder !== null) return { kind: 'taken', by: holder }
      }
      set(id, usual[id])
      return null
    },
    resetAll: () => {
      store.setState({ keys: usual })
      forget(place)
    },
  }
}
