/**
 * Something a screen does by keyboard, and by which keys unless the person chose others. A fixed one keeps its keys: they
 * are the frame's, the browser's or the system's.
 */
export interface Shortcut<Id extends string = string> {
  readonly id: Id
  /** As `keysOf` writes them. */
  readonly keys: readonly string[]
  readonly group: string
  readonly isFixed?: true
  /** All keys that belong to it, where those are more than can be listed: the digits, every letter with Shift. */
  readonly holds?: RegExp
}

/** The keys of each command, as they are set on this machine. */
export type Keymap<Id extends string> = Readonly<Record<Id, readonly string[]>>

/** Why keys cannot be given to a command. */
export type Refusal<Id extends string> =
  | { readonly kind: 'taken'; readonly by: Id }
  | { readonly kind: 'reserved' }
  /** Every screen or the browser needs them: Tab, Enter, copying. */
  | { readonly kind: 'needed' }

/**
 * The keymap in which each command has the keys given for it; null for its usual ones, but for those that another command
 * was given.
 */
export function keymapOf<Id extends string>(
  shortcuts: readonly Shortcut<Id>[],
  given: (id: Id) => readonly string[] | null,
): Keymap<Id> {
  const elsewhere = new Set(shortcuts.flatMap(({ id }) => given(id) ?? []))
  const entries = shortcuts.map(({ id, keys }) => [id, given(id) ?? keys.filter((key) => !elsewhere.has(key))] as const)
  return Object.fromEntries(entries) as Record<Id, readonly string[]>
}

export function usualKeys<Id extends string>(shortcuts: readonly Shortcut<Id>[]): Keymap<Id> {
  return keymapOf(shortcuts, () => null)
}

/** What was remembered, as far as it can still be used: what is not understood has its usual keys. */
export function readKeymap<Id extends string>(shortcuts: readonly Shortcut<Id>[], stored: string | null): Keymap<Id> {
  if (stored === null) return usualKeys(shortcuts)
  try {
    const changed = JSON.parse(stored) as unknown
    if (typeof changed !== 'object' || changed === null) return usualKeys(shortcuts)
    const kept = new Map<string, unknown>(Object.entries(changed))
    const fixed = new Set(shortcuts.filter(({ isFixed }) => isFixed === true).map(({ id }) => id))
    return keymapOf(shortcuts, (id) => {
      const keys = kept.get(id)
      return !fixed.has(id) && Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? keys : null
    })
  } catch {
    // Written by another version, or by hand: the usual keys do.
    return usualKeys(shortcuts)
  }
}

/** Whether a command may have these keys; null where it may. */
export function refusalOf<Id extends string>(
  shortcuts: readonly Shortcut<Id>[],
  keymap: Keymap<Id>,
  id: Id,
  keys: string,
): Refusal<Id> | null {
  const key = keys.split('+').at(-1) ?? ''
  if (NEEDED.includes(key) || BROWSERS.includes(keys)) return { kind: 'needed' }
  if (FRAMES.includes(keys) || /^Mod\+[1-9]$/.test(keys)) return { kind: 'reserved' }
  const holder = holderOf(shortcuts, keymap, id, keys)
  return holder === null ? null : { kind: 'taken', by: holder }
}

/** Which other command has these keys; null where none has. */
export function holderOf<Id extends string>(
  shortcuts: readonly Shortcut<Id>[],
  keymap: Keymap<Id>,
  id: Id,
  keys: string,
): Id | null {
  const holds = (other: Shortcut<Id>) => keymap[other.id].includes(keys) || other.holds?.test(keys) === true
  return shortcuts.find((other) => other.id !== id && holds(other))?.id ?? null
}

/** What the frame does on every screen, see navigation.ts and frame/app-frame.tsx. */
const FRAMES = ['Mod+K', 'Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+Shift+E', 'Mod+Shift+F', 'Mod+Shift+H']
const NEEDED = ['Tab', 'Enter', 'Space', 'Escape', 'Dead', 'Unidentified']
/** What browsers and systems do not give up. */
const BROWSERS = ['Mod+C', 'Mod+V', 'Mod+X', 'Mod+T', 'Mod+W', 'Mod+N', 'Mod+Q', 'Mod+R', 'Mod+L', 'Alt+F4']
