/** Shorter words end in an s of their own: bus, gas, axis. */
const LEAST_LETTERS = 4

/**
 * A word, or a name by its last word, without the mark of the plural, in English and French: values, issues, policies,
 * processes, niveaux. Both of two words are put through it before they are compared, so that it matters little that a few
 * singulars lose a letter, too (bias).
 */
export function singularOf(word: string): string {
  if (word.length < LEAST_LETTERS || /(?:ss|us|is)$/.test(word)) return word
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('eaux')) return word.slice(0, -1)
  return word.replace(/s$/, '')
}
