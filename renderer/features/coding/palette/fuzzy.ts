import { foldSought } from '../../../../domain/text/folded-text.ts'
import { isMisspelt } from '../../../../domain/text/misspelling.ts'

/**
 * How well a code fits what was typed: null where it does not, else higher is better. Every word typed must be found in
 * the code's path, as it stands or as beginnings of its words; the code's own name counts more than its categories, the
 * beginning of a word more than its middle. Of a typed path, `Category / Code`, the last part must be found in the code's
 * own name and the others in its categories: `Theme 2 / Part 22` is not `Theme 2 / Part 2`. Case and accents are ignored;
 * where `forgives`, so is one slip in each longer word.
 */
export function scoreOf(query: string, path: readonly string[], forgives = false): number | null {
  const typed = query.trimStart().split(/\s+\/\s+/)
  const last = typed.pop() ?? ''
  const names = path.map(foldSought)
  const name = names.pop() ?? ''
  const within = termsOf(typed.join(' '))
  const terms = termsOf(last)
  const isPath = typed.length > 0
  // One word alone may be put together from beginnings along the whole path, as `rdmeta` is from `Raw Data / Metadata`.
  const around = terms.length === 1 ? [[...names, name].join(' ')] : names
  let score = name === foldSought(last).trim() ? WHOLE : 0
  for (const term of terms) {
    const found = scoreIn(term, name, forgives) ?? (isPath ? null : half(bestIn(term, around, forgives)))
    if (found === null) return null
    score += found
  }
  for (const term of within) {
    const found = half(bestIn(term, names, forgives))
    if (found === null) return null
    score += found
  }
  // Of two that fit as well, the shorter one has less that was not asked for.
  return terms.length + within.length === 0 ? 0 : score - name.length / 1000
}

function termsOf(text: string): readonly string[] {
  return foldSought(text)
    .split(/[\s/]+/)
    .filter((term) => term !== '')
}

function bestIn(term: string, names: readonly string[], forgives: boolean): number | null {
  return names.reduce<number | null>((best, name) => {
    const score = scoreIn(term, name, forgives)
    return score === null || (best !== null && best >= score) ? best : score
  }, null)
}

function half(score: number | null): number | null {
  return score === null ? null : score / 2
}

const WHOLE = 1000
const AT_START = 100
const AT_WORD = 80
const INSIDE = 50
const IN_PARTS = 40
const MISSPELT = 10

function scoreIn(term: string, text: string, forgives: boolean): number | null {
  if (text.startsWith(term)) return AT_START
  const at = text.indexOf(term)
  if (at > 0) return startsWord(text, term, at) ? AT_WORD : INSIDE
  const parts = partsAtWords(term, text)
  if (parts !== null) return IN_PARTS / parts
  return forgives && isMisspelt(term, text) ? MISSPELT : null
}

function startsWord(text: string, term: string, from: number): boolean {
  for (let at = from; at !== -1; at = text.indexOf(term, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) return true
  }
  return false
}

/**
 * In how many parts the term is found when each part begins a word of the text and the words are in order, as `datdic` is
 * in `data dictionary`; null where it is not.
 */
function partsAtWords(term: string, text: string): number | null {
  if (term === '') return 0
  let least: number | null = null
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    let length = 0
    while (length < term.length && term[length] === text[index + length]) length++
    for (; length > 0; length--) {
      const rest = partsAtWords(term.slice(length), text.slice(index + length))
      if (rest !== null && (least === null || rest + 1 < least)) least = rest + 1
    }
  }
  return least
}
