import { beforeEach, describe, expect, it, vi } from 'vitest'
import { SHORTCUTS as CODING } from '../../renderer/features/coding/keys/shortcuts.ts'
import { SHORTCUTS as REVIEW } from '../../renderer/features/review/keys/shortcuts.ts'
import { readKeymap, refusalOf, usualKeys, type Shortcut } from '../../renderer/shortcuts.ts'

const memory = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (key: string) => memory.get(key) ?? null,
  setItem: (key: string, value: string) => memory.set(key, value),
  removeItem: (key: string) => memory.delete(key),
})
const { codingKeys } = await import('../../renderer/features/coding/keys/keymap.ts')
const { reviewKeys } = await import('../../renderer/features/review/keys/keymap.ts')

const coding = usualKeys(CODING)
const now = () => codingKeys.store.getState().keys

describe('keys that a person chooses', () => {
  beforeEach(() => {
    codingKeys.resetAll()
    reviewKeys.resetAll()
  })

  it('take the place of those the command had', () => {
    expect(codingKeys.change('palette', 'Alt+C')).toBeNull()
    expect(now().palette).toEqual(['Alt+C'])
  })

  it('are refused where another command has them, which is named', () => {
    expect(codingKeys.change('palette', 'X')).toEqual({ kind: 'taken', by: 'remove' })
    expect(now()).toEqual(coding)
  })

  it('are free again once the other command has been given others', () => {
    codingKeys.change('remove', 'Delete')
    expect(codingKeys.change('palette', 'X')).toBeNull()
  })

  it('are never those of the frame', () => {
    for (const keys of ['Mod+1', 'Mod+9', 'Mod+K', 'Mod+Z', 'Mod+Shift+F']) {
      expect(refusalOf(CODING, coding, 'palette', keys)?.kind, keys).toBe('reserved')
    }
  })

  it('are never what every screen needs', () => {
    expect(refusalOf(CODING, coding, 'palette', 'Tab')).toEqual({ kind: 'needed' })
    expect(refusalOf(CODING, coding, 'palette', 'Mod+V')).toEqual({ kind: 'needed' })
  })

  it('are never among many that belong to one command: the digits, and in the review a letter with Shift', () => {
    expect(refusalOf(CODING, coding, 'palette', '3')).toEqual({ kind: 'taken', by: 'recent' })
    expect(reviewKeys.change('both', '3')).toEqual({ kind: 'taken', by: 'reason' })
    expect(reviewKeys.change('both', 'Shift+Q')).toEqual({ kind: 'taken', by: 'takeOther' })
  })

  it('are remembered, those of each screen apart', () => {
    codingKeys.change('palette', 'Alt+C')
    reviewKeys.change('neither', 'Q')
    expect(readKeymap(CODING, memory.get('axial.coding.keys') ?? null).palette).toEqual(['Alt+C'])
    expect(readKeymap(REVIEW, memory.get('axial.review.keys') ?? null).neither).toEqual(['Q'])
  })

  it('can be given up for the usual ones, one command or all', () => {
    codingKeys.change('palette', 'Alt+C')
    codingKeys.change('remove', 'Delete')
    expect(codingKeys.reset('palette')).toBeNull()
    expect(now()).toMatchObject({ palette: ['C'], remove: ['Delete'] })
    codingKeys.resetAll()
    expect(now()).toEqual(coding)
    expect(memory.has('axial.coding.keys')).toBe(false)
  })

  it('keep another command from its usual ones while they are in use', () => {
    codingKeys.change('palette', 'Alt+C')
    codingKeys.change('remove', 'C')
    expect(codingKeys.reset('palette')).toEqual({ kind: 'taken', by: 'remove' })
  })

  it('are the usual ones where what was remembered is not understood, or is not to be changed', () => {
    expect(readKeymap(CODING, '{"palette": ')).toEqual(coding)
    expect(readKeymap(CODING, '{"palette": 7, "copy": ["Q"]}')).toEqual(coding)
  })

  it('stay with the command they were given to when another one comes with the same', () => {
    const shortcuts: readonly Shortcut<'old' | 'new'>[] = [
      { id: 'new', keys: ['U', 'F7'], group: 'other' },
      { id: 'old', keys: ['O'], group: 'other' },
    ]
    expect(readKeymap(shortcuts, '{"old": ["U"]}')).toEqual({ old: ['U'], new: ['F7'] })
  })
})
