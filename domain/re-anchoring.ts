import { commonLetters } from './text/spelling.ts'
import { snapToGraphemes, spanOf, type Span } from './span.ts'
import { differencesOf, type Edit } from './text/text-difference.ts'

/**
 * A correction of a text: both texts whole, and where they differ. Offsets are UTF-16 code units, those of `start` and
 * `end` in the old text, of `newStart` and `newEnd` in the new one.
 */
export interface Correction {
  readonly oldText: string
  readonly newText: string
  readonly edits: readonly Edit[]
}

/**
 * What a correction does to a span. `kept`: the same words, wherever they now stand; `changed`: its words were corrected
 * with it. `asked`: a person has to say where it goes, because its words are `gone`, or because its end lies in the
 * middle of words that were replaced by others (`uncertain`); `proposal` is where it would go, null where nowhere is near.
 */
export type Reanchored =
  | { readonly kind: 'kept' | 'changed'; readonly span: Span }
  | { readonly kind: 'asked'; readonly reason: 'gone' | 'uncertain'; readonly proposal: Span | null }

/** Where two texts differ when nothing is known but the texts. */
export function correctionOf(oldText: string, newText: string): Correction {
  return { oldText, newText, edits: differencesOf(oldText, newText) }
}

/**
 * Moves a span of the old text to the same words in the new one. An end outside every edit moves with its word. An edit
 * within a span stretches it; words inserted at its end stay outside. An end within words that were removed goes to the
 * words left; within a word that is only spelled otherwise, to the same letter; at the edge of replaced words, to the edge
 * of those in their place. A span is certain when both its ends are and it kept at least half its letters or its first and
 * last word.
 */
export function reanchor(correction: Correction, span: Span): Reanchored {
  const { oldText, newText, edits } = correction
  const old = oldText.slice(span.start, span.end)
  const start = startOf(correction, span.start)
  const end = endOf(correction, span.end)
  const straight = spanOf(start.at, end.at, newText.length)
  const same = [straight, ...slidSpans(correction, span, start, end)].find(
    (found) => found !== null && newText.slice(found.start, found.end) === old,
  )
  if (same !== undefined && same !== null) return settled(correction, span, same)
  const place = straight === null ? null : tidied(newText, straight, start, end)
  const kept = lettersKept(oldText, edits, span)
  if (place === null || (kept.of > 0 && kept.letters === 0)) {
    const proposal = newPlace(correction, old) ?? place
    return { kind: 'asked', reason: 'gone', proposal: proposal && whole(correction, span, proposal) }
  }
  const isEdgeLost = start.isLost || end.isLost
  if (start.isInside || end.isInside || (isEdgeLost && kept.letters * 2 < kept.of)) {
    return { kind: 'asked', reason: 'uncertain', proposal: whole(correction, span, place) }
  }
  return settled(correction, span, place)
}

function settled(correction: Correction, old: Span, place: Span): Reanchored {
  const span = whole(correction, old, place)
  const words = correction.newText.slice(span.start, span.end)
  return { kind: words === correction.oldText.slice(old.start, old.end) ? 'kept' : 'changed', span }
}

/** An end of a span in the new text. */
interface Place {
  readonly at: number
  /** The edit that the word at this end is in, or null. */
  readonly edit: Edit | null
  /** In the middle of words that others took the place of: where it goes is a guess. */
  readonly isInside: boolean
  /** Its word was replaced by another. */
  readonly isLost: boolean
}

function startOf({ oldText, newText, edits }: Correction, offset: number): Place {
  const edit = lastStartingBefore(edits, offset + 1)
  if (edit === null) return outside(offset)
  const { kind, start, end, newStart, newEnd } = edit
  if (end <= offset) return outside(offset - end + newEnd)
  if (kind === 'removed') return { at: newEnd, edit, isInside: false, isLost: false }
  if (offset === start) return { at: newStart, edit, isInside: false, isLost: kind === 'replaced' }
  if (kind === 'replaced') return { at: newStart, edit, isInside: true, isLost: true }
  return { at: letterPlace(oldText, newText, edit, offset, 'start'), edit, isInside: false, isLost: false }
}

function endOf({ oldText, newText, edits }: Correction, offset: number): Place {
  const edit = lastStartingBefore(edits, offset)
  if (edit === null) return outside(offset)
  const { kind, end, newStart, newEnd } = edit
  if (end < offset || kind === 'inserted') return outside(offset - end + newEnd)
  if (kind === 'removed') return { at: newStart, edit, isInside: false, isLost: false }
  if (offset === end) return { at: newEnd, edit, isInside: false, isLost: kind === 'replaced' }
  if (kind === 'replaced') return { at: newEnd, edit, isInside: true, isLost: true }
  return { at: letterPlace(oldText, newText, edit, offset, 'end'), edit, isInside: false, isLost: false }
}

function outside(at: number): Place {
  return { at, edit: null, isInside: false, isLost: false }
}

/** The last edit that starts before `offset`; edits are in order. */
function lastStartingBefore(edits: readonly Edit[], offset: number): Edit | null {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edits[middle]?.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return edits[low - 1] ?? null
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Where a boundary within a respelled word lies among its new letters: beside the letter that it stands beside. */
function letterPlace(oldText: string, newText: string, edit: Edit, offset: number, side: 'start' | 'end'): number {
  const old = clusters(oldText.slice(edit.start, edit.end))
  const fresh = clusters(newText.slice(edit.newStart, edit.newEnd))
  const fold = (list: readonly Cluster[]) => list.map(({ text }) => text.toLowerCase())
  const pairs = commonLetters(fold(old), fold(fresh))
  const before = old.filter(({ index }) => edit.start + index < offset).length
  const next = pairs.find(({ a }) => a >= before)
  const last = pairs.findLast(({ a }) => a < before)
  const cluster = side === 'start' ? fresh[next?.b ?? (last?.b ?? -1) + 1] : fresh[last === undefined ? 0 : last.b + 1]
  if (side === 'end' && last === undefined) return edit.newStart
  return cluster === undefined ? edit.newEnd : edit.newStart + cluster.index
}

interface Cluster {
  readonly text: string
  readonly index: number
}

function clusters(text: string): readonly Cluster[] {
  return Array.from(graphemes.segment(text), ({ segment, index }) => ({ text: segment, index }))
}

/**
 * Which of two equal words in a row was removed, nobody can tell from the texts: words that a removal seems to have
 * reached may stand right before it or right after it.
 */
function slidSpans({ newText }: Correction, { start, end }: Span, first: Place, last: Place): readonly (Span | null)[] {
  const edit = first.edit?.kind === 'removed' ? first.edit : last.edit
  if (edit?.kind !== 'removed') return []
  const shift = edit.newStart - edit.start
  const before = shift - (edit.end - edit.start)
  return [shift, before].map((by) => spanOf(start + by, end + by, newText.length))
}

/** Without the blanks that a removal left at an end; null when nothing else is left. */
function tidied(newText: string, span: Span, start: Place, end: Place): Span | null {
  const words = newText.slice(span.start, span.end)
  if (words.trim() === '') return null
  const first = start.edit === null ? 0 : words.length - words.trimStart().length
  const last = end.edit === null ? words.length : words.trimEnd().length
  return spanOf(span.start + first, span.start + last)
}

/** With no end within a grapheme, unless it cut one before: an edit beside it may have put an accent on its letter. */
function whole({ oldText, newText, edits }: Correction, old: Span, span: Span): Span {
  const isBeside = (offset: number) => (lastStartingBefore(edits, offset + 1)?.end ?? -1) >= offset
  if (!isBeside(old.start) && !isBeside(old.end)) return span
  const wasWhole = snapToGraphemes(oldText, old)
  const snapped = snapToGraphemes(newText, span)
  return {
    start: wasWhole.start === old.start ? snapped.start : span.start,
    end: wasWhole.end === old.end ? snapped.end : span.end,
  }
}

/** How many of the span's letters and digits are still there, respelled words included. */
function lettersKept(oldText: string, edits: readonly Edit[], { start, end }: Span): { letters: number; of: number } {
  const count = (from: number, to: number) => oldText.slice(from, to).match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const of = count(start, end)
  let letters = of
  for (const edit of edits) {
    if (edit.start >= end) break
    if (edit.end <= start || edit.kind === 'respelled') continue
    letters -= count(Math.max(start, edit.start), Math.min(end, edit.end))
  }
  return { letters, of }
}

/** Where the words were moved to: the one place among what was newly written where they stand, or null. */
function newPlace({ newText, edits }: Correction, words: string): Span | null {
  if (words.trim() === '') return null
  let found: Span | null = null
  for (const { kind, newStart, newEnd } of edits) {
    if (kind !== 'inserted' && kind !== 'replaced') continue
    const stretch = newText.slice(newStart, newEnd)
    for (let at = stretch.indexOf(words); at !== -1; at = stretch.indexOf(words, at + 1)) {
      if (found !== null) return null
      found = spanOf(newStart + at, newStart + at + words.length)
    }
  }
  return found
}
