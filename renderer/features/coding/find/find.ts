import { snapToGraphemes, spanOf, type Span } from '../../../../domain/span.ts'
import { isBlank, type TranscriptText } from '../../../../domain/transcript.ts'

/** What is looked for in a transcript. */
export interface Wanted {
  readonly words: string
  /** Where it must not be a part of a longer word. */
  readonly isWholeWord: boolean
  /** Where case and accents count. */
  readonly isExact: boolean
}

/** A transcript made ready for finding in it; read letter by letter once, when first asked. */
export interface Finder {
  /** Every place in what was said, in order, never overlapping; labels and time stamps are not looked at. */
  readonly find: (wanted: Wanted) => readonly Span[]
}

/** Finding costs one pass over the text; 600,000 letters take a few milliseconds. */
export function createFinder({ text, turns }: TranscriptText): Finder {
  let folded: Folded | null = null
  let plain: Folded | null = null
  const textFor = (isExact: boolean): Folded =>
    isExact ? (plain ??= { text: foldMarks(text), offsetOf: (at) => at }) : (folded ??= foldText(text))

  return {
    find: ({ words, isWholeWord, isExact }) => {
      const source = textFor(isExact)
      const wanted = isExact ? foldMarks(words) : foldText(words).text
      const found: Span[] = []
      if (wanted.trim() === '') return found
      let turn = 0
      for (let at = source.text.indexOf(wanted); at !== -1; at = source.text.indexOf(wanted, at + wanted.length)) {
        if (isWholeWord && !isWhole(source.text, at, at + wanted.length)) continue
        const span = spanOf(source.offsetOf(at), source.offsetOf(at + wanted.length))
        if (span === null) continue
        while (turn < turns.length && (turns[turn]?.end ?? 0) <= span.start) turn++
        const inside = turns[turn]
        if (inside === undefined) break
        if (span.start >= inside.start && span.end <= inside.end) {
          found.push(mayCutLetter(text, span, isExact) ? snapToGraphemes(text, span) : span)
        }
      }
      return found
    },
  }
}

/** The first place at or after the offset, from the beginning again where there is none; -1 without any. */
export function indexFrom(found: readonly Span[], offset: number): number {
  if (found.length === 0) return -1
  const next = firstEndingAfter(found, offset)
  return next < found.length ? next : 0
}

/** The next place or the one before, round the ends. */
export function stepFrom(found: readonly Span[], index: number, direction: 'on' | 'back'): number {
  const { length } = found
  return length === 0 ? -1 : (index + (direction === 'on' ? 1 : -1) + length) % length
}

/** The places that lie in a stretch of the text, at most so many of them, beginning with the first. */
export function foundWithin(found: readonly Span[], { start, end }: Span, most: number): readonly Span[] {
  const first = firstEndingAfter(found, start)
  let last = first
  while (last < found.length && last - first < most && (found[last]?.start ?? end) < end) last++
  return found.slice(first, last)
}

function firstEndingAfter(found: readonly Span[], offset: number): number {
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((found[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** A text as it is compared, and where each of its letters stands in the text it was made from. */
interface Folded {
  readonly text: string
  readonly offsetOf: (at: number) => number
}

/** Case and accents dropped, signs that mean the same made one. Where lengths differ, the place is remembered. */
function foldText(text: string): Folded {
  const parts: string[] = []
  const foldedAt: number[] = [0]
  const originalAt: number[] = [0]
  let length = 0
  let from = 0
  for (const { 0: run, index } of text.matchAll(/[^\0-\x7f]+/g)) {
    parts.push(text.slice(from, index).toLowerCase())
    length += index - from
    let original = index
    for (const letter of run) {
      const folded = foldLetter(letter)
      parts.push(folded)
      length += folded.length
      original += letter.length
      if (folded.length !== letter.length) {
        foldedAt.push(length)
        originalAt.push(original)
      }
    }
    from = original
  }
  parts.push(text.slice(from).toLowerCase())
  const offsetOf = (at: number): number => {
    let low = 0
    let high = foldedAt.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((foldedAt[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return (originalAt[low - 1] ?? 0) + at - (foldedAt[low - 1] ?? 0)
  }
  return { text: foldBlanks(parts.join('')), offsetOf }
}

const known = new Map<string, string>()

function foldLetter(letter: string): string {
  const before = known.get(letter)
  if (before !== undefined) return before
  const folded = foldMarks(letter).toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
  known.set(letter, folded)
  return folded
}

/** Typed and printed quotation marks and hyphens are the same to whoever looks for them. Keeps the length. */
function foldMarks(text: string): string {
  return foldBlanks(text.replaceAll(/[‘’‛]/g, "'").replaceAll(/[“”„]/g, '"').replaceAll(/[‐‑]/g, '-'))
}

function foldBlanks(text: string): string {
  return text.replaceAll(/[^\S ]/g, ' ')
}

function isWhole(text: string, start: number, end: number): boolean {
  return !isWordLetter(text, start - 1) && !isWordLetter(text, end)
}

function isWordLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (Number.isNaN(unit) || isBlank(unit)) return false
  return /[\p{L}\p{N}\p{M}_\ud800-\udfff]/u.test(text.charAt(at))
}

/**
 * Whether an end may lie within what people see as one letter. Telling for sure costs a look at the whole line, which may
 * be the whole transcript: it is asked only where signs are that join. Accents were dropped with what they stand on.
 */
function mayCutLetter(text: string, { start, end }: Span, isExact: boolean): boolean {
  const edges = text.slice(Math.max(0, start - 1), start + 1) + text.slice(end - 1, end + 1)
  return JOINING.test(edges) || (isExact && /\p{M}/u.test(text.charAt(end)))
}

/** Halves of signs beyond the first plane, the joiner of emoji, and Korean syllables, which fold into several letters. */
const JOINING = /\u200d|[\ud800-\udfff\u1100-\u11ff\uac00-\ud7ff]/
