import { asOffset, type Span } from '../span.ts'

/** A word of a text: where it stands, and how it is compared with others. */
export interface Word extends Span {
  readonly folded: string
}

/**
 * A word is a run of letters and digits with the marks that stand on them; a soft hyphen within it is not seen. Whatever
 * else there is parts words: blanks, apostrophes, hyphens, emoji.
 */
const WORD = /[\p{L}\p{N}](?:\u00AD*[\p{L}\p{N}\p{M}])*/gu

const PLAIN = /^[\0-\x7F]*$/
/**
 * What is no letter, digit or mark, and the marks that are accents: those of no script of their own, and Hebrew points. The
 * vowel signs of Indian scripts and the voicing of kana tell words apart and stay.
 */
const UNSEEN = /[^\p{L}\p{N}\p{M}]|(?![\u3099\u309A])\p{Script=Inherited}|[\u0591-\u05C7]/gu

/** Letters that Unicode does not take apart, as they are written where a keyboard lacks them. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
}
const SPELT_LETTERS = new RegExp(`[${Object.keys(SPELT).join('')}]`, 'g')

/**
 * A word as words are compared: no case, no accents, ligatures spelt out. It holds letters, digits and their vowel signs
 * alone, and may be empty where a letter is nothing but an accent that stands by itself. Folding twice changes nothing.
 */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase()
  return word
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(SPELT_LETTERS, (letter) => SPELT[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(UNSEEN, '')
}

/** The words of a stretch of a text, in order, the whole of it unless `span` says where. */
export function wordsIn(text: string, span?: Span): readonly Word[] {
  const from = span?.start ?? 0
  const stretch = span === undefined ? text : text.slice(span.start, span.end)
  const words: Word[] = []
  for (const match of stretch.matchAll(WORD)) {
    const folded = foldWord(match[0])
    if (folded === '') continue
    const start = from + match.index
    words.push({ start: asOffset(start), end: asOffset(start + match[0].length), folded })
  }
  return words
}
