import { currentLanguage, type Language } from './i18n/i18n.ts'

/** Whether this system's shortcuts use the Command key. */
export const isApple = /mac|iphone|ipad/i.test(navigator.userAgent)

/** What is written on keys, where it is not what we call them. */
const KEY_NAMES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  fr: {
    Shift: 'Maj',
    Enter: 'Entrée',
    Escape: 'Échap',
    Space: 'Espace',
    Backspace: 'Retour arrière',
    Delete: 'Suppr',
    Home: 'Début',
    End: 'Fin',
    PageUp: 'Page préc.',
    PageDown: 'Page suiv.',
    ArrowUp: 'Flèche haut',
    ArrowDown: 'Flèche bas',
    ArrowLeft: 'Flèche gauche',
    ArrowRight: 'Flèche droite',
  },
}

/** A shortcut as this system writes it in this language: `Mod+Shift+Z` is ⇧⌘Z, Ctrl+Shift+Z, or Ctrl+Maj+Z. */
export function shortcutText(shortcut: string, language: Language = currentLanguage()): string {
  const names = KEY_NAMES[language]
  const keys = shortcut.split('+')
  if (!isApple) return keys.map((key) => (key === 'Mod' ? 'Ctrl' : (names[key] ?? key))).join('+')
  const signs: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' }
  const order = ['Ctrl', 'Alt', 'Shift', 'Mod']
  return [...keys]
    .sort((a, b) => rank(order, a) - rank(order, b))
    .map((key) => signs[key] ?? names[key] ?? key)
    .join('')
}

function rank(order: readonly string[], key: string): number {
  const at = order.indexOf(key)
  return at === -1 ? order.length : at
}

/** A shortcut as `aria-keyshortcuts` writes it, for either kind of system: `Control+1 Meta+1`. */
export function ariaShortcut(shortcut: string): string {
  return ['Control', 'Meta'].map((mod) => shortcut.replace('Mod', mod)).join(' ')
}

/** Whether the event is this shortcut: `Mod+1`, `Mod+Shift+Z`, `Escape`. */
export function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const keys = shortcut.split('+')
  const key = keys.at(-1) ?? ''
  const mod = isApple ? event.metaKey : event.ctrlKey
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    mod === keys.includes('Mod') &&
    event.shiftKey === keys.includes('Shift') &&
    event.altKey === keys.includes('Alt')
  )
}

/** Whether typing goes into a field there, so that plain keys and the field's own undo must be left to it. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  )
}
