import type { Span } from './span.ts'
import { wordsIn, type Word } from './text/words.ts'

/** One word or several that must stand one after the other; folded. With `isPrefix` the last need only begin so. */
export interface SearchTerm {
  readonly words: readonly [string, ...string[]]
  readonly isPrefix: boolean
}

/** What is looked for: in every group at least one of its terms, and none of the excluded. There is at least one group. */
export interface SearchQuery {
  readonly groups: readonly (readonly SearchTerm[])[]
  readonly excluded: readonly SearchTerm[]
}

/** Why nothing can be looked for: nothing was typed, no letter or digit, or only what is not to be there. */
export type NoQuery = 'empty' | 'no-words' | 'only-excluded'

export type ParsedQuery =
  | { readonly kind: 'query'; readonly query: SearchQuery }
  | { readonly kind: 'nothing'; readonly reason: NoQuery }

/** A phrase in quotation marks, open to the end where they are not closed, or what stands between blanks. */
const PIECE = /([-−]?)["“”«»]([^"“”«»]*)(?:["“”«»](\*?)|$)|\S+/gu

/**
 * Reads what a person typed. Words: all must be there. "A phrase": its words one after the other, as also the parts of
 * l’équipe and data-set. begin*: words that begin so. -word: not there. OR (OU, |) between two: one of them is enough; it
 * binds its two neighbours alone. Whatever is typed is read somehow: there is no wrong query.
 */
export function parseQuery(typed: string): ParsedQuery {
  const groups: SearchTerm[][] = []
  const excluded: SearchTerm[] = []
  let isAlternative = false
  let pendingOr: SearchTerm | null = null
  for (const piece of typed.matchAll(PIECE)) {
    const [whole] = piece
    if (piece[2] === undefined && isOr(whole) && groups.length > 0 && !isAlternative) {
      isAlternative = true
      pendingOr = termOf(whole, false)
      continue
    }
    const { term, isExcluded } = readPiece(piece)
    if (term === null) continue
    if (isExcluded) {
      excluded.push(term)
      continue
    }
    if (isAlternative) groups.at(-1)?.push(term)
    else groups.push([term])
    isAlternative = false
    pendingOr = null
  }
  // An OR with nothing after it joins nothing: it was the word.
  if (pendingOr !== null) groups.push([pendingOr])
  if (groups.length > 0) return { kind: 'query', query: { groups, excluded } }
  if (typed.trim() === '') return { kind: 'nothing', reason: 'empty' }
  return { kind: 'nothing', reason: excluded.length > 0 ? 'only-excluded' : 'no-words' }
}

function isOr(piece: string): boolean {
  return piece === 'OR' || piece === 'OU' || piece === '|'
}

function readPiece(piece: RegExpExecArray): { readonly term: SearchTerm | null; readonly isExcluded: boolean } {
  const [whole, sign = '', phrase, star = ''] = piece
  if (phrase !== undefined) return { term: termOf(phrase, star === '*'), isExcluded: sign !== '' }
  const isExcluded = /^[-−]./u.test(whole)
  return { term: termOf(whole, /[\p{L}\p{N}\p{M}]\*$/u.test(whole)), isExcluded }
}

function termOf(text: string, isPrefix: boolean): SearchTerm | null {
  const [first, ...others] = wordsIn(text).map(({ folded }) => folded)
  return first === undefined ? null : { words: [first, ...others], isPrefix }
}

/** Whether words, such as those of a turn, are what is looked for. */
export function isFound(words: readonly Word[], { groups, excluded }: SearchQuery): boolean {
  const occurs = (term: SearchTerm) => words.some((_, at) => startsAt(words, at, term))
  return groups.every((group) => group.some(occurs)) && !excluded.some(occurs)
}

/** Where the words looked for stand, in order; what overlaps is one. The words must be some in which it is found. */
export function hitsAmong(words: readonly Word[], { groups }: SearchQuery): readonly Span[] {
  const terms = groups.flat()
  const hits: Span[] = []
  let covered = -1
  for (const [at, word] of words.entries()) {
    let last = -1
    for (const term of terms) if (startsAt(words, at, term)) last = Math.max(last, at + term.words.length - 1)
    const end = words[last]?.end
    if (end === undefined) continue
    const standing = hits.at(-1)
    if (standing === undefined || at > covered) hits.push({ start: word.start, end })
    else if (last > covered) hits[hits.length - 1] = { start: standing.start, end }
    covered = Math.max(covered, last)
  }
  return hits
}

function startsAt(words: readonly Word[], at: number, { words: wanted, isPrefix }: SearchTerm): boolean {
  const last = wanted.length - 1
  for (let step = 0; step <= last; step++) {
    const folded = words[at + step]?.folded
    const sought = wanted[step]
    if (folded === undefined || sought === undefined) return false
    if (step === last && isPrefix ? !folded.startsWith(sought) : folded !== sought) return false
  }
  return true
}
