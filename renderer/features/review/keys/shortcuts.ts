import type { BoundaryMove } from '../../../components/moved-boundary.ts'
import type { Keymap, Shortcut } from '../../../shortcuts.ts'
import { letterOf } from '../decision/draft.ts'

/**
 * What can be done on the Review screen by keyboard: the list under `?` is this list. Every command on a symbol that some
 * keyboards hide behind AltGr is on a letter too.
 */
export const SHORTCUTS = [
  { id: 'takeA', keys: ['A'], group: 'decide' },
  { id: 'takeB', keys: ['B'], group: 'decide' },
  { id: 'takeC', keys: ['C'], group: 'decide' },
  { id: 'takeOther', keys: ['Shift+A – Z'], group: 'decide', isFixed: true, holds: /^Shift\+[A-Z]$/ },
  { id: 'both', keys: ['T'], group: 'decide' },
  { id: 'neither', keys: ['N'], group: 'decide' },
  { id: 'else', keys: ['E'], group: 'decide' },
  { id: 'reason', keys: ['1 – 9'], group: 'decide', isFixed: true, holds: /^[1-9]$/ },
  { id: 'ownReason', keys: ['R'], group: 'decide' },
  { id: 'keepReason', keys: ['0'], group: 'decide' },
  { id: 'withdraw', keys: ['X'], group: 'decide' },
  { id: 'undo', keys: ['Mod+Z'], group: 'decide', isFixed: true },
  { id: 'nextOpen', keys: ['Enter'], group: 'move', isFixed: true },
  { id: 'on', keys: ['J', 'ArrowDown'], group: 'move' },
  { id: 'back', keys: ['K', 'ArrowUp'], group: 'move' },
  { id: 'first', keys: ['Home'], group: 'move' },
  { id: 'last', keys: ['End'], group: 'move' },
  { id: 'note', keys: ['D'], group: 'other' },
  { id: 'filter', keys: ['/'], group: 'other' },
  { id: 'leave', keys: ['Escape'], group: 'other', isFixed: true },
  { id: 'help', keys: ['?'], group: 'other' },
  { id: 'ofCode', keys: ['W'], group: 'words' },
  { id: 'startOut', keys: ['[', 'U'], group: 'words' },
  { id: 'startIn', keys: ['{', 'I'], group: 'words' },
  { id: 'endIn', keys: ['}', 'O'], group: 'words' },
  { id: 'endOut', keys: [']', 'P'], group: 'words' },
] as const satisfies readonly Shortcut[]

export const SHORTCUT_GROUPS = ['decide', 'words', 'move', 'other'] as const

export type ShortcutId = (typeof SHORTCUTS)[number]['id']

export type EdgeShortcut = 'startOut' | 'startIn' | 'endOut' | 'endIn'
type TakeShortcut = 'takeA' | 'takeB' | 'takeC'

export type Command =
  /** Takes the reading of this letter, A for the first. */
  | { readonly id: 'take'; readonly letter: string }
  | { readonly id: 'reason'; readonly digit: number }
  | { readonly id: 'move'; readonly move: BoundaryMove }
  | { readonly id: Exclude<ShortcutId, TakeShortcut | EdgeShortcut | 'takeOther' | 'reason' | 'undo'> }

export const EDGE_MOVES: Readonly<Record<EdgeShortcut, BoundaryMove>> = {
  startOut: { edge: 'start', way: 'out', by: 'word' },
  startIn: { edge: 'start', way: 'in', by: 'word' },
  endIn: { edge: 'end', way: 'in', by: 'word' },
  endOut: { edge: 'end', way: 'out', by: 'word' },
}

/**
 * What a key press means, or null. `keys` are those of `keysOf`, `digit` that of `digitOf`. The first three readings have
 * keys of their own; with Shift any letter takes the reading that has it, so that D, which writes a note, is within reach
 * too.
 */
export function commandOf(keymap: Keymap<ShortcutId>, keys: string | null, digit: number | null): Command | null {
  if (digit !== null) return { id: 'reason', digit }
  if (keys === null) return null
  const [, letter] = /^Shift\+([A-Z])$/.exec(keys) ?? []
  if (letter !== undefined) return { id: 'take', letter }
  const found = SHORTCUTS.find(({ id }) => keymap[id].includes(keys))
  if (found === undefined) return null
  switch (found.id) {
    case 'takeA':
    case 'takeB':
    case 'takeC':
      return { id: 'take', letter: found.id.slice(-1) }
    case 'startOut':
    case 'startIn':
    case 'endOut':
    case 'endIn':
      return { id: 'move', move: EDGE_MOVES[found.id] }
    case 'takeOther':
    case 'reason':
    // The frame's to act on.
    case 'undo':
      return null
    default:
      return { id: found.id }
  }
}

const TAKES: readonly ShortcutId[] = ['takeA', 'takeB', 'takeC'] satisfies readonly TakeShortcut[]

/** The keys that take the reading in this place. */
export function takeKeys(keymap: Keymap<ShortcutId>, index: number): string {
  const own = TAKES[index]
  return (own === undefined ? undefined : keymap[own][0]) ?? `Shift+${letterOf(index)}`
}
