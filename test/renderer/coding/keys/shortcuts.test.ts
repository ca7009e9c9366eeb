import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  commandOf,
  isFixed,
  refusalOf,
  SHORTCUTS,
  USUAL_KEYS,
} from '../../../../renderer/features/coding/keys/shortcuts.ts'
import { digitOf, keysOf } from '../../../../renderer/key-press.ts'

const memory = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (key: string) => memory.get(key) ?? null,
  setItem: (key: string, value: string) => memory.set(key, value),
  removeItem: (key: string) => memory.delete(key),
})
const { changeKeys, readKeymap, resetAllKeys, resetKeys, useKeymap } =
  await import('../../../../renderer/features/coding/keys/keymap.ts')

const press = (
  key: string,
  { code = '', ctrl = false, alt = false, shift = false, meta = false, altGr = false } = {},
) => ({
  key,
  code,
  ctrlKey: ctrl,
  altKey: alt,
  shiftKey: shift,
  metaKey: meta,
  getModifierState: () => altGr,
})
const meaning = (...args: Parameters<typeof press>) => {
  const event = press(...args)
  return commandOf(USUAL_KEYS, keysOf(event, false), digitOf(event))
}

describe('the keys of the transcript', () => {
  it('stand for one command each', () => {
    const all = SHORTCUTS.flatMap(({ keys }) => [...keys])
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([])
  })

  it('are letters whether Caps Lock is on or not', () => {
    expect([meaning('c'), meaning('C')]).toEqual([{ id: 'palette' }, { id: 'palette' }])
  })

  it('tell a letter with Shift from the letter', () => {
    expect([meaning('e'), meaning('E', { shift: true })]).toEqual([{ id: 'widen' }, { id: 'narrow' }])
  })

  it('are brackets as they are typed on an American keyboard', () => {
    expect(meaning('[', { code: 'BracketLeft' })).toEqual({ id: 'startOut' })
    expect(meaning('{', { code: 'BracketLeft', shift: true })).toEqual({ id: 'startIn' })
    expect(meaning(']', { code: 'BracketRight', alt: true })).toEqual({ id: 'endOutByLetter' })
    expect(meaning('}', { code: 'BracketRight', shift: true, alt: true })).toEqual({ id: 'endInByLetter' })
  })

  it('are brackets as AltGr types them on a French keyboard, on Windows and on Linux', () => {
    expect(meaning('[', { code: 'Digit5', ctrl: true, alt: true, altGr: true })).toEqual({ id: 'startOut' })
    expect(meaning('}', { code: 'Equal', altGr: true })).toEqual({ id: 'endIn' })
  })

  it('have a letter for each bracket, with Alt too where Alt types another sign', () => {
    expect(meaning('j')).toEqual({ id: 'startOut' })
    expect(meaning('K', { shift: true })).toEqual({ id: 'endIn' })
    expect(meaning('∆', { code: 'KeyJ', alt: true })).toEqual({ id: 'startOutByLetter' })
    expect(meaning('“', { code: 'BracketLeft', alt: true })).toEqual({ id: 'startOutByLetter' })
  })

  it('are found by their place where the keyboard types another script', () => {
    expect(meaning('с', { code: 'KeyC' })).toEqual({ id: 'palette' })
  })

  it('apply codes by the digits above the letters of a French keyboard', () => {
    expect(meaning('é', { code: 'Digit2' })).toEqual({ id: 'recent', digit: 2 })
  })

  it('leave undoing and copying to those who do it everywhere', () => {
    expect([meaning('z', { ctrl: true }), meaning('c', { ctrl: true })]).toEqual([null, null])
  })

  it('are none while only a modifier is down', () => {
    expect(keysOf(press('Shift', { shift: true }), false)).toBeNull()
  })
})

describe('keys that a person chooses', () => {
  beforeEach(() => resetAllKeys())

  it('take the place of those the command had', () => {
    expect(changeKeys('palette', 'Alt+C')).toBeNull()
    const { keys } = useKeymap.getState()
    expect([commandOf(keys, 'Alt+C', null), commandOf(keys, 'C', null)]).toEqual([{ id: 'palette' }, null])
  })

  it('are refused where another command has them, which is named', () => {
    expect(changeKeys('palette', 'X')).toEqual({ kind: 'taken', by: 'remove' })
    expect(useKeymap.getState().keys).toEqual(USUAL_KEYS)
  })

  it('are free again once the other command has been given others', () => {
    changeKeys('remove', 'Delete')
    expect(changeKeys('palette', 'X')).toBeNull()
  })

  it('are never those of the frame', () => {
    for (const keys of ['Mod+1', 'Mod+9', 'Mod+K', 'Mod+Z', 'Mod+Shift+F']) {
      expect(refusalOf(USUAL_KEYS, 'palette', keys)?.kind, keys).toBe('reserved')
    }
  })

  it('are never a digit, which applies a code, nor what every screen needs', () => {
    expect(refusalOf(USUAL_KEYS, 'palette', '3')).toEqual({ kind: 'reserved' })
    expect(refusalOf(USUAL_KEYS, 'palette', 'Tab')).toEqual({ kind: 'needed' })
    expect(refusalOf(USUAL_KEYS, 'palette', 'Mod+V')).toEqual({ kind: 'needed' })
  })

  it('are remembered', () => {
    changeKeys('palette', 'Alt+C')
    expect(readKeymap(memory.get('axial.coding.keys') ?? null).palette).toEqual(['Alt+C'])
  })

  it('can be given up for the usual ones, one command or all', () => {
    changeKeys('palette', 'Alt+C')
    changeKeys('remove', 'Delete')
    expect(resetKeys('palette')).toBeNull()
    expect(useKeymap.getState().keys).toMatchObject({ palette: ['C'], remove: ['Delete'] })
    resetAllKeys()
    expect(useKeymap.getState().keys).toEqual(USUAL_KEYS)
    expect(memory.has('axial.coding.keys')).toBe(false)
  })

  it('keep another command from its usual ones while they are in use', () => {
    changeKeys('palette', 'Alt+C')
    changeKeys('remove', 'C')
    expect(resetKeys('palette')).toEqual({ kind: 'taken', by: 'remove' })
  })

  it('are the usual ones where what was remembered is not understood, or is not to be changed', () => {
    expect(readKeymap('{"palette": ')).toEqual(USUAL_KEYS)
    expect(readKeymap('{"palette": 7, "copy": ["Q"]}')).toEqual(USUAL_KEYS)
    expect(isFixed('copy')).toBe(true)
  })
})
