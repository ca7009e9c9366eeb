import { describe, expect, it } from 'vitest'
import { commandOf, SHORTCUTS } from '../../../../renderer/features/coding/keys/shortcuts.ts'
import { digitOf, keysOf } from '../../../../renderer/key-press.ts'
import { usualKeys } from '../../../../renderer/shortcuts.ts'

const USUAL_KEYS = usualKeys(SHORTCUTS)
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

  it('are the nought above the letters of a French keyboard too', () => {
    expect(keysOf(press('à', { code: 'Digit0' }), false)).toBe('0')
  })

  it('leave undoing and copying to those who do it everywhere', () => {
    expect([meaning('z', { ctrl: true }), meaning('c', { ctrl: true })]).toEqual([null, null])
  })

  it('are none while only a modifier is down', () => {
    expect(keysOf(press('Shift', { shift: true }), false)).toBeNull()
  })
})
