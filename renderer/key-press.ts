/** What is known of a key press. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  readonly getModifierState: (key: 'AltGraph') => boolean
}

/**
 * The keys of a press as the table writes them, whatever the layout of the keyboard: letters by the letter they type, or
 * by their place where they type no Latin one; symbols as they are typed. Null for a modifier alone.
 */
export function keysOf(event: Press, isApple: boolean): string | null {
  const { key, code, shiftKey } = event
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'].includes(key)) return null
  // AltGr types the symbol; Windows says of it that Ctrl and Alt are down.
  const isTypedByAltGr = event.getModifierState('AltGraph') && key.length === 1
  const mod = isApple ? event.metaKey : event.ctrlKey
  const base = baseOf(key, code, event.altKey && !isTypedByAltGr, shiftKey)
  const isSymbol = base.length === 1 && !/[A-Z0-9]/.test(base)
  const modifiers = [
    mod && !isTypedByAltGr && 'Mod',
    event.altKey && !isTypedByAltGr && 'Alt',
    shiftKey && !isSymbol && base !== 'Plus' && 'Shift',
  ].filter((modifier) => modifier !== false)
  return [...modifiers, base].join('+')
}

function baseOf(key: string, code: string, isAlt: boolean, isShifted: boolean): string {
  if (key === ' ') return 'Space'
  if (key === '+') return 'Plus'
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  // With Alt some systems type other letters; other scripts have letters of their own.
  const isForeign = isAlt ? !/^[!-~]$/.test(key) : /^\p{L}$/u.test(key)
  if (key.length <= 2 || key === 'Dead') {
    if (isForeign && /^Key[A-Z]$/.test(code)) return code.slice(3)
    // A French keyboard types a letter there.
    if (isForeign && code === 'Digit0') return '0'
    if (isAlt && isForeign && code === 'BracketLeft') return isShifted ? '{' : '['
    if (isAlt && isForeign && code === 'BracketRight') return isShifted ? '}' : ']'
  }
  return key
}

/** The digit of a press, by the key's place too: on a French keyboard the digits are above `&é"`. */
export function digitOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Press): number | null {
  if (ctrlKey || metaKey || altKey) return null
  if (/^[1-9]$/.test(key)) return Number(key)
  return /^Digit[1-9]$/.test(code) && !shiftKey ? Number(code.slice(-1)) : null
}
