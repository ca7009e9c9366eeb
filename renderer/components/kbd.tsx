import { shortcutText } from '../keyboard.ts'

/** A keyboard shortcut, as this system writes it. Decoration beside what it belongs to: hidden from screen readers. */
export function Kbd({ shortcut }: { readonly shortcut: string }) {
  return (
    <kbd className="kbd" aria-hidden="true">
      {shortcutText(shortcut)}
    </kbd>
  )
}
