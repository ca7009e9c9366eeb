import type { Keymap, Shortcut } from '../../../shortcuts.ts'

/**
 * What can be done in the transcript by keyboard. The list under `?` is this list.
 *
 * A symbol is written as it is typed, without Shift (`{`, not `Shift+[`): where it is differs from keyboard to keyboard.
 * Every command on a symbol that some keyboards hide behind AltGr is on a letter too.
 */
export const SHORTCUTS = [
  { id: 'palette', keys: ['C'], group: 'code' },
  { id: 'recent', keys: ['1 – 9'], group: 'code', isFixed: true, holds: /^[1-9]$/ },
  { id: 'remove', keys: ['X'], group: 'code' },
  { id: 'segment', keys: ['S'], group: 'code' },
  { id: 'screen', keys: ['Shift+S'], group: 'code' },
  { id: 'quote', keys: ['Q'], group: 'code' },
  { id: 'memo', keys: ['M'], group: 'code' },
  { id: 'undo', keys: ['Mod+Z'], group: 'code', isFixed: true },
  { id: 'redo', keys: ['Mod+Shift+Z', 'Mod+Y'], group: 'code', isFixed: true },
  { id: 'startOut', keys: ['[', 'J'], group: 'boundary' },
  { id: 'startIn', keys: ['{', 'Shift+J'], group: 'boundary' },
  { id: 'endOut', keys: [']', 'K'], group: 'boundary' },
  { id: 'endIn', keys: ['}', 'Shift+K'], group: 'boundary' },
  { id: 'startOutByLetter', keys: ['Alt+[', 'Alt+J'], group: 'boundary' },
  { id: 'startInByLetter', keys: ['Alt+{', 'Alt+Shift+J'], group: 'boundary' },
  { id: 'endOutByLetter', keys: ['Alt+]', 'Alt+K'], group: 'boundary' },
  { id: 'endInByLetter', keys: ['Alt+}', 'Alt+Shift+K'], group: 'boundary' },
  { id: 'wordOn', keys: ['ArrowRight'], group: 'move' },
  { id: 'wordBack', keys: ['ArrowLeft'], group: 'move' },
  { id: 'sentenceOn', keys: ['Alt+ArrowRight'], group: 'move' },
  { id: 'sentenceBack', keys: ['Alt+ArrowLeft'], group: 'move' },
  { id: 'turnOn', keys: ['ArrowDown'], group: 'move' },
  { id: 'turnBack', keys: ['ArrowUp'], group: 'move' },
  { id: 'codingOn', keys: ['N'], group: 'move' },
  { id: 'codingBack', keys: ['P'], group: 'move' },
  { id: 'first', keys: ['Mod+Home'], group: 'move' },
  { id: 'last', keys: ['Mod+End'], group: 'move' },
  { id: 'chooseWordOn', keys: ['Shift+ArrowRight'], group: 'choose' },
  { id: 'chooseWordBack', keys: ['Shift+ArrowLeft'], group: 'choose' },
  { id: 'chooseSentenceOn', keys: ['Alt+Shift+ArrowRight'], group: 'choose' },
  { id: 'chooseSentenceBack', keys: ['Alt+Shift+ArrowLeft'], group: 'choose' },
  { id: 'chooseTurnOn', keys: ['Shift+ArrowDown'], group: 'choose' },
  { id: 'chooseTurnBack', keys: ['Shift+ArrowUp'], group: 'choose' },
  { id: 'widen', keys: ['E'], group: 'choose' },
  { id: 'narrow', keys: ['Shift+E'], group: 'choose' },
  { id: 'chooseTurn', keys: ['Mod+A'], group: 'choose' },
  { id: 'clear', keys: ['Escape'], group: 'choose', isFixed: true },
  { id: 'copy', keys: ['Mod+C'], group: 'choose', isFixed: true },
  { id: 'find', keys: ['Mod+F'], group: 'other' },
  { id: 'findOn', keys: ['F3', 'Mod+G'], group: 'other' },
  { id: 'findBack', keys: ['Shift+F3', 'Mod+Shift+G'], group: 'other' },
  { id: 'larger', keys: ['Mod+Plus', 'Mod+='], group: 'other' },
  { id: 'smaller', keys: ['Mod+-'], group: 'other' },
  { id: 'usualSize', keys: ['Mod+0'], group: 'other' },
  { id: 'compare', keys: ['G', 'Mod+Enter'], group: 'other' },
  { id: 'filter', keys: ['/'], group: 'other' },
  { id: 'help', keys: ['?'], group: 'other' },
] as const satisfies readonly Shortcut[]

export type ShortcutId = (typeof SHORTCUTS)[number]['id']

export type Command = { readonly id: ShortcutId } | { readonly id: 'recent'; readonly digit: number }

/** What a key press in the transcript means, or null. `keys` are those of `keysOf`, `digit` that of `digitOf`. */
export function commandOf(keymap: Keymap<ShortcutId>, keys: string | null, digit: number | null): Command | null {
  if (digit !== null) return { id: 'recent', digit }
  if (keys === null) return null
  const found = SHORTCUTS.find(({ id }) => !LEFT_ALONE.includes(id) && keymap[id].includes(keys))
  return found === undefined ? null : { id: found.id }
}

/** These are the frame's or the browser's to act on. */
const LEFT_ALONE: readonly ShortcutId[] = ['undo', 'redo', 'copy', 'recent']
