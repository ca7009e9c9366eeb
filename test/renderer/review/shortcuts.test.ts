import { describe, expect, it } from 'vitest'
import { commandOf, SHORTCUTS } from '../../../renderer/features/review/keys/shortcuts.ts'

describe('the keys of the review', () => {
  it('take the first three readings by their letters', () => {
    expect(['A', 'B', 'C'].map((keys) => commandOf(keys, null))).toEqual(
      ['A', 'B', 'C'].map((letter) => ({ id: 'take', letter })),
    )
  })

  it('take any further reading with Shift, and write a note with D alone', () => {
    expect(commandOf('Shift+D', null)).toEqual({ id: 'take', letter: 'D' })
    expect(commandOf('D', null)).toEqual({ id: 'note' })
  })

  it('choose a reason by its digit', () => {
    expect(commandOf('&', 1)).toEqual({ id: 'reason', digit: 1 })
  })

  it('go on by letter or by arrow', () => {
    expect([commandOf('J', null), commandOf('ArrowDown', null)]).toEqual([{ id: 'on' }, { id: 'on' }])
  })

  it('leave undoing to the frame, and what they do not know alone', () => {
    expect([commandOf('Mod+Z', null), commandOf('Q', null), commandOf(null, null)]).toEqual([null, null, null])
  })

  it('are each the key of one command only', () => {
    const keys = SHORTCUTS.flatMap((shortcut) => [...shortcut.keys])
    expect(new Set(keys).size).toBe(keys.length)
  })
})
