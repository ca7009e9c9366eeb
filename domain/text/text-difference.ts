import { commonWords } from '../alignment/common-words.ts'
import { likenessOf } from './spelling.ts'

/**
 * A stretch of the old text, [start, end), and what stands in its place in the new one, [newStart, newEnd); either may be
 * empty. `respelled`: the same words written otherwise (a letter, a blank, a mark of punctuation); `replaced`: other words;
 * `removed` and `inserted`: nothing on the one side.
 */
export interface Edit {
  readonly kind: 'respelled' | 'replaced' | 'removed' | 'inserted'
  readonly start: number
  readonly end: number
  readonly newStart: number
  readonly newEnd: number
}

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly isWord: boolean
}

/**
 * A word with the apostrophes and hyphens inside it; a run of blanks; a run of pictographs with what joins them; any other
 * character with its accents. No token ends within a grapheme of ordinary text, so neither does an edit.
 */
const TOKENS =
  /(?<word>[\p{L}\p{M}\p{N}\u200C\u200D]+(?:['’‑-][\p{L}\p{M}\p{N}\u200C\u200D]+)*)|\n|[^\S\n]+|(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]|\u200D|\uFE0F|[\u{E0020}-\u{E007F}])+|.\p{M}*/gsu

/** Edits of the old text in order; they never overlap. Stretches between two of them are the same in both texts. */
export function differencesOf(oldText: string, newText: string): readonly Edit[] {
  const old = tokensOf(oldText)
  const fresh = tokensOf(newText)
  return differences(old, fresh)
}

function differences(old: readonly Token[], fresh: readonly Token[]): readonly Edit[] {
  const { from, to, freshTo } = differing(old, fresh)
  const oldWords = old.slice(from, to).flatMap((token, at) => (token.isWord ? [{ token, at: from + at }] : []))
  const freshWords = fresh.slice(from, freshTo).flatMap((token, at) => (token.isWord ? [{ token, at: from + at }] : []))
  const pairs = commonWords(
    oldWords.map(({ token }) => token.text),
    freshWords.map(({ token }) => token.text),
  )
  const edits: Edit[] = []
  let at = from
  let freshAt = from
  for (const pair of pairs) {
    const word = oldWords[pair.start]
    const freshWord = freshWords[pair.item]
    if (word === undefined || freshWord === undefined) continue
    edits.push(...between(old, at, word.at, fresh, freshAt, freshWord.at))
    at = word.at + 1
    freshAt = freshWord.at + 1
  }
  edits.push(...between(old, at, to, fresh, freshAt, freshTo))
  return edits
}

/** The tokens [from, to) of the old text and [from, freshTo) of the new one: before and after them both are the same. */
function differing(old: readonly Token[], fresh: readonly Token[]) {
  let from = 0
  while (from < old.length && from < fresh.length && old[from]?.text === fresh[from]?.text) from++
  let to = old.length
  let freshTo = fresh.length
  while (to > from && freshTo > from && old[to - 1]?.text === fresh[freshTo - 1]?.text) {
    to--
    freshTo--
  }
  return { from, to, freshTo }
}

/** The edits between two words that both texts have: what words are there have no equal on the other side. */
function between(
  old: readonly Token[],
  from: number,
  to: number,
  fresh: readonly Token[],
  freshFrom: number,
  freshTo: number,
): readonly Edit[] {
  const mine = old.slice(from, to)
  const theirs = fresh.slice(freshFrom, freshTo)
  const cut = differing(mine, theirs)
  const start = mine[cut.from]?.start ?? old[to]?.start ?? old.at(-1)?.end ?? 0
  const newStart = theirs[cut.from]?.start ?? fresh[freshTo]?.start ?? fresh.at(-1)?.end ?? 0
  const removed = mine.slice(cut.from, cut.to)
  const inserted = theirs.slice(cut.from, cut.freshTo)
  if (removed.length === 0 && inserted.length === 0) return []
  const end = removed.at(-1)?.end ?? start
  const newEnd = inserted.at(-1)?.end ?? newStart
  if (removed.length === 0) return [{ kind: 'inserted', start, end, newStart, newEnd }]
  if (inserted.length === 0) return [{ kind: 'removed', start, end, newStart, newEnd }]
  if (isRespelling(removed, inserted)) return [{ kind: 'respelled', start, end, newStart, newEnd }]
  const [pair] = likePairs(removed, inserted)
  if (pair === undefined) return [{ kind: 'replaced', start, end, newStart, newEnd }]
  const { oldAt, freshAt } = pair
  const word = old[from + cut.from + oldAt]
  const freshWord = fresh[freshFrom + cut.from + freshAt]
  if (word === undefined || freshWord === undefined) return []
  const oldBase = from + cut.from
  const freshBase = freshFrom + cut.from
  return [
    ...between(old, oldBase, oldBase + oldAt, fresh, freshBase, freshBase + freshAt),
    { kind: 'respelled', start: word.start, end: word.end, newStart: freshWord.start, newEnd: freshWord.end },
    ...between(old, oldBase + oldAt + 1, from + cut.to, fresh, freshBase + freshAt + 1, freshFrom + cut.freshTo),
  ]
}

/** The same letters with other blanks or marks between them ("data base", "database"), or no letters on either side. */
function isRespelling(removed: readonly Token[], inserted: readonly Token[]): boolean {
  const mine = removed.filter(({ isWord }) => isWord)
  const theirs = inserted.filter(({ isWord }) => isWord)
  const [only] = mine
  const [onlyFresh] = theirs
  if (only === undefined || onlyFresh === undefined) return only === onlyFresh
  if (mine.length === 1 && theirs.length === 1 && removed.length === 1 && inserted.length === 1) {
    return likenessOf(only.text, onlyFresh.text) >= LEAST_LIKENESS
  }
  const letters = (tokens: readonly Token[]) => tokens.map(({ text }) => text.replaceAll(/['’‑-]/g, '')).join('')
  return mine.length !== theirs.length && letters(mine).toLowerCase() === letters(theirs).toLowerCase()
}

/** From this share of common letters on, two words are one word written in two ways: "modle" and "model" have 0.8. */
const LEAST_LIKENESS = 0.6
/** Pairs of words that are compared by their letters; beyond, a stretch was written anew rather than corrected. */
const MOST_PAIRS = 4_000

/** The pair of words most alike, the first of equals; none where no two are like enough. */
function likePairs(
  removed: readonly Token[],
  inserted: readonly Token[],
): readonly { readonly oldAt: number; readonly freshAt: number }[] {
  if (removed.length * inserted.length > MOST_PAIRS) return []
  let best: { oldAt: number; freshAt: number } | null = null
  let likest = 0
  for (const [oldAt, word] of removed.entries()) {
    if (!word.isWord) continue
    for (const [freshAt, freshWord] of inserted.entries()) {
      if (!freshWord.isWord) continue
      const likeness = likenessOf(word.text, freshWord.text)
      if (likeness < LEAST_LIKENESS || likeness <= likest) continue
      likest = likeness
      best = { oldAt, freshAt }
    }
  }
  return best === null ? [] : [best]
}

function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKENS), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    isWord: match.groups?.['word'] !== undefined,
  }))
}
