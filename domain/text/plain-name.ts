/**
 * Marks that nobody sees and that come along when words are copied from pages and documents: soft hyphens, zero-width
 * spaces, marks of direction, byte order marks. Not the two joiners (U+200C, U+200D), which change how letters look.
 */
const UNSEEN = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g

/**
 * A name as it is kept: in Unicode's composed form, blanks folded and trimmed, without marks that nobody sees; so that two
 * names that look alike because of how they came here are one. Empty where nothing can be seen of it.
 */
export function plainName(text: string): string {
  return text.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(/\s+/g, ' ').trim()
}
