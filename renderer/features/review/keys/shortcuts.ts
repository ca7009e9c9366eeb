import type { BoundaryMove } from '../../../components/moved-boundary.ts'

/** What can be done on the Review screen by keyboard: the list under `?` is this list. */
export const SHORTCUTS = [
  { id: 'takeA', keys: ['A'], group: 'decide' },
  { id: 'takeB', keys: ['B'], group: 'decide' },
  { id: 'takeOther', keys: ['C', 'Shift+C', 'Shift+D'], group: 'decide' },
  { id: 'both', keys: ['T'], group: 'decide' },
  { id: 'neither', keys: ['N'], group: 'decide' },
  { id: 'else', keys: ['E'], group: 'decide' },
  { id: 'reason', keys: ['1 – 9'], group: 'decide' },
  { id: 'ownReason', keys: ['R'], group: 'decide' },
  { id: 'keepReason', keys: ['0'], group: 'decide' },
  { id: 'withdraw', keys: ['X'], group: 'decide' },
  { id: 'undo', keys: ['Mod+Z'], group: 'decide' },
  { id: 'nextOpen', keys: ['Enter'], group: 'move' },
  { id: 'on', keys: ['J', 'ArrowDown'], group: 'move' },
  { id: 'back', keys: ['K', 'ArrowUp'], group: 'move' },
  { id: 'first', keys: ['Home'], group: 'move' },
  { id: 'last', keys: ['End'], group: 'move' },
  { id: 'note', keys: ['D'], group: 'other' },
  { id: 'filter', keys: ['/'], group: 'other' },
  { id: 'leave', keys: ['Escape'], group: 'other' },
  { id: 'help', keys: ['?'], group: 'other' },
  { id: 'ofCode', keys: ['W'], group: 'words' },
  { id: 'startOut', keys: ['['], group: 'words' },
  { id: 'startIn', keys: ['{'], group: 'words' },
  { id: 'endOut', keys: [']'], group: 'words' },
  { id: 'endIn', keys: ['}'], group: 'words' },
] as const

export const SHORTCUT_GROUPS = ['decide', 'words', 'move', 'other'] as const

export type ShortcutId = (typeof SHORTCUTS)[number]['id']

export type Command =
  /** Takes the reading of this letter, A for the first. */
  | { readonly id: 'take'; readonly letter: string }
  | { readonly id: 'reason'; readonly digit: number }
  | { readonly id: 'move'; readonly move: BoundaryMove }
  | {
      readonly id: Exclude<
        ShortcutId,
        'takeA' | 'takeB' | 'takeOther' | 'reason' | 'undo' | 'startOut' | 'startIn' | 'endOut' | 'endIn'
      >
    }

const MOVES: Readonly<Record<string, BoundaryMove>> = {
  '[': { edge: 'start', way: 'out', by: 'word' },
  '{': { edge: 'start', way: 'in', by: 'word' },
  ']': { edge: 'end', way: 'out', by: 'word' },
  '}': { edge: 'end', way: 'in', by: 'word' },
}

/**
 * What a key press means, or null. `keys` are those of `keysOf`, `digit` that of `digitOf`. A, B and C take the first three
 * readings; with Shift any letter takes the reading that has it, so that D, which writes a note, is within reach too.
 */
export function commandOf(keys: string | null, digit: number | null): Command | null {
  if (digit !== null) return { id: 'reason', digit }
  if (keys === null) return null
  const letter = /^(?:([ABC])|Shift\+([A-Z]))$/.exec(keys)?.slice(1).find(Boolean)
  if (letter !== undefined) return { id: 'take', letter }
  const move = MOVES[keys]
  if (move !== undefined) return { id: 'move', move }
  const found = SHORTCUTS.find((shortcut) => shortcut.keys.some((one) => one === keys))
  if (found === undefined) return null
  switch (found.id) {
    case 'takeA':
    case 'takeB':
    case 'takeOther':
    case 'reason':
    // The frame's to act on.
    case 'undo':
    case 'startOut':
    case 'startIn':
    case 'endOut':
    case 'endIn':
      return null
    default:
      return { id: found.id }
  }
}
