import { useLanguage } from '../i18n/i18n.ts'
import { shortcutText } from '../keyboard.ts'

/** A keyboard shortcut, as this system writes it. Decoration beside what it belongs to: hidden from screen readers. */
export function Kbd({ shortcut }: { readonly shortcut: string }) {
  const language = useLanguage()
  if (shortcut === '') return null
  return (
    <kbd className="kbd" aria-hidden="true">
      {shortcutText(shortcut, language)}
    </kbd>
  )
}
