import { isShortcut } from '../../keyboard.ts'

/** What can be done in the transcript by keyboard, and by which keys. The list under `?` is this list. */
export const SHORTCUTS = [
  { id: 'palette', keys: ['C'], group: 'code' },
  { id: 'recent', keys: ['1 – 9'], group: 'code' },
  { id: 'remove', keys: ['X'], group: 'code' },
  { id: 'segment', keys: ['S'], group: 'code' },
  { id: 'screen', keys: ['Shift+S'], group: 'code' },
  { id: 'quote', keys: ['Q'], group: 'code' },
  { id: 'undo', keys: ['Mod+Z'], group: 'code' },
  { id: 'redo', keys: ['Mod+Shift+Z', 'Mod+Y'], group: 'code' },
  { id: 'wordOn', keys: ['ArrowRight'], group: 'move' },
  { id: 'wordBack', keys: ['ArrowLeft'], group: 'move' },
  { id: 'turnOn', keys: ['ArrowDown'], group: 'move' },
  { id: 'turnBack', keys: ['ArrowUp'], group: 'move' },
  { id: 'first', keys: ['Mod+Home'], group: 'move' },
  { id: 'last', keys: ['Mod+End'], group: 'move' },
  { id: 'chooseWordOn', keys: ['Shift+ArrowRight'], group: 'choose' },
  { id: 'chooseWordBack', keys: ['Shift+ArrowLeft'], group: 'choose' },
  { id: 'chooseTurnOn', keys: ['Shift+ArrowDown'], group: 'choose' },
  { id: 'chooseTurnBack', keys: ['Shift+ArrowUp'], group: 'choose' },
  { id: 'chooseTurn', keys: ['Mod+A'], group: 'choose' },
  { id: 'clear', keys: ['Escape'], group: 'choose' },
  { id: 'copy', keys: ['Mod+C'], group: 'choose' },
  { id: 'filter', keys: ['/'], group: 'other' },
  { id: 'help', keys: ['?'], group: 'other' },
] as const

export type ShortcutId = (typeof SHORTCUTS)[number]['id']

/** These are the frame's or the browser's to act on. */
const OTHERS: readonly ShortcutId[] = ['undo', 'redo', 'copy', 'recent']

export type Command = { readonly id: ShortcutId } | { readonly id: 'recent'; readonly digit: number }

/** What a key press in the transcript means, or null. */
export function commandOf(event: KeyboardEvent): Command | null {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
  const digit = digitOf(event)
  if (isPlain && digit !== null) return { id: 'recent', digit }
  // Where these two are on the keyboard, and whether with Shift, differs from country to country.
  if (isPlain && event.key === '?') return { id: 'help' }
  if (isPlain && event.key === '/') return { id: 'filter' }
  const found = SHORTCUTS.find(({ id, keys }) => !OTHERS.includes(id) && keys.some((key) => isShortcut(event, key)))
  return found === undefined ? null : { id: found.id }
}

/** By the key's place too: on a French keyboard the digits are above `&é"`. */
function digitOf({ key, code, shiftKey }: KeyboardEvent): number | null {
  if (/^[1-9]$/.test(key)) return Number(key)
  return /^Digit[1-9]$/.test(code) && !shiftKey ? Number(code.slice(-1)) : null
}
