import { describe, expect, it } from 'vitest'
import { isApple, shortcutText } from '../../renderer/keyboard.ts'

describe.skipIf(isApple)('a shortcut (skipped where keys are written as signs)', () => {
  it('is written with the words that are on the keys of its language', () => {
    expect(shortcutText('Mod+Shift+Z', 'en')).toBe('Ctrl+Shift+Z')
    expect(shortcutText('Shift+S', 'fr')).toBe('Maj+S')
    expect(shortcutText('Mod+Home', 'fr')).toBe('Ctrl+Début')
    expect(shortcutText('Escape', 'fr')).toBe('Échap')
  })
})
