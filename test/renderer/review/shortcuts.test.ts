import { describe, expect, it } from 'vitest'
import { commandOf, SHORTCUTS, takeKeys } from '../../../renderer/features/review/keys/shortcuts.ts'
import { usualKeys } from '../../../renderer/shortcuts.ts'

const usual = usualKeys(SHORTCUTS)
const meaning = (keys: string | null, digit: number | null = null) => commandOf(usual, keys, digit)

describe('the keys of the review', () => {
  it('take the first three readings by their letters', () => {
    expect(['A', 'B', 'C'].map((keys) => meaning(keys))).toEqual(
      ['A', 'B', 'C'].map((letter) => ({ id: 'take', letter })),
    )
  })

  it('take any reading with Shift and its letter, and write a note with D alone', () => {
    expect(['Shift+A', 'Shift+D'].map((keys) => meaning(keys))).toEqual([
      { id: 'take', letter: 'A' },
      { id: 'take', letter: 'D' },
    ])
    expect(meaning('D')).toEqual({ id: 'note' })
  })

  it('choose a reason by its digit', () => {
    expect(meaning('&', 1)).toEqual({ id: 'reason', digit: 1 })
  })

  it('go on by letter or by arrow', () => {
    expect([meaning('J'), meaning('ArrowDown')]).toEqual([{ id: 'on' }, { id: 'on' }])
  })

  it('move an edge by a bracket, or by a letter where the keyboard hides the brackets', () => {
    const move = { id: 'move', move: { edge: 'end', way: 'out', by: 'word' } }
    expect([meaning(']'), meaning('P')]).toEqual([move, move])
  })

  it('leave undoing to the frame, and what they do not know alone', () => {
    expect([meaning('Mod+Z'), meaning('Q'), meaning(null)]).toEqual([null, null, null])
  })

  it('are each the key of one command only', () => {
    const keys = SHORTCUTS.flatMap((shortcut) => [...shortcut.keys])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('are those that a person chose, and the readings are shown with them', () => {
    const chosen = { ...usual, takeA: ['Q'], neither: ['A'] }
    expect(commandOf(chosen, 'Q', null)).toEqual({ id: 'take', letter: 'A' })
    expect(commandOf(chosen, 'A', null)).toEqual({ id: 'neither' })
    expect([0, 1, 3].map((index) => takeKeys(chosen, index))).toEqual(['Q', 'B', 'Shift+D'])
  })
})
