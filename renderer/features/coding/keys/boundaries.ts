import { contains, overlaps, type Offset } from '../../../../domain/span.ts'
import { turnIndexAt } from '../../../../domain/transcript.ts'
import type { CodingId } from '../../../../domain/ids.ts'
import type { Mark, Marks } from '../words/marks.ts'
import type { BoundaryMove } from '../../../components/moved-boundary.ts'
import type { Reader } from '../../../components/reader.ts'
import { chosenSpan, type Selection } from '../words/selection.ts'
import type { ShortcutId } from './shortcuts.ts'

const MOVES: Partial<Record<ShortcutId, BoundaryMove>> = {
  startOut: { edge: 'start', way: 'out', by: 'word' },
  startIn: { edge: 'start', way: 'in', by: 'word' },
  endOut: { edge: 'end', way: 'out', by: 'word' },
  endIn: { edge: 'end', way: 'in', by: 'word' },
  startOutByLetter: { edge: 'start', way: 'out', by: 'letter' },
  startInByLetter: { edge: 'start', way: 'in', by: 'letter' },
  endOutByLetter: { edge: 'end', way: 'out', by: 'letter' },
  endInByLetter: { edge: 'end', way: 'in', by: 'letter' },
}

/** The move that a command makes; null for every other command. */
export function boundaryMoveOf(command: ShortcutId): BoundaryMove | null {
  return MOVES[command] ?? null
}

/**
 * The coding of the person's own that a command at this selection means: one on exactly the chosen words, or one that
 * holds the caret. Of several, the one they last pointed at or made (`aimed`); else the shortest, of those the newest.
 */
export function ownCodingAt(
  reader: Reader,
  marks: Marks,
  selection: Selection | null,
  aimed: CodingId | null,
): Mark | null {
  return codingAt(reader, marks, selection, aimed, ({ isOwn }) => isOwn)
}

/** The coding that a command at this selection means, of those that count for it: as `ownCodingAt` says, whosever it is. */
export function codingAt(
  reader: Reader,
  marks: Marks,
  selection: Selection | null,
  aimed: CodingId | null,
  counts: (mark: Mark) => boolean = () => true,
): Mark | null {
  if (selection === null) return null
  const span = chosenSpan(reader, selection)
  const at: Offset = span?.start ?? (selection.kind === 'caret' ? selection.at : selection.focus.start)
  const here = marks.byStretch[Math.max(0, turnIndexAt(reader.stretches, at))] ?? []
  const meant = here.filter(
    (mark) =>
      counts(mark) &&
      (span === null ? mark.start <= at && at < mark.end : mark.start === span.start && mark.end === span.end),
  )
  const [first] = meant.toSorted((a, b) => a.end - a.start - (b.end - b.start) || (a.id < b.id ? 1 : -1))
  return meant.find(({ id }) => id === aimed) ?? first ?? null
}

/**
 * The coding whose boundary a move at this selection means: the one meant there, or else the one that a caret has just
 * left, with no word between them.
 */
export function codingToMoveAt(
  reader: Reader,
  marks: Marks,
  selection: Selection | null,
  aimed: CodingId | null,
): Mark | null {
  const here = ownCodingAt(reader, marks, selection, aimed)
  if (here !== null || selection?.kind !== 'caret') return here
  const { stretches } = reader
  const { text } = reader.transcript
  const { at } = selection
  const stretch = Math.max(0, turnIndexAt(stretches, at))
  // A caret at the beginning of a turn has left the one before.
  const around = stretches.slice(Math.max(0, stretch - 1), stretch + 1)
  const isWordBetween = (end: Offset) =>
    around.some((one) => /[\p{L}\p{N}]/u.test(text.slice(Math.max(one.start, end), Math.min(one.end, at))))
  const near = [...(marks.byStretch[stretch - 1] ?? []), ...(marks.byStretch[stretch] ?? [])]
  const left = near.filter(({ isOwn, end }) => isOwn && end <= at && !isWordBetween(end))
  const [nearest] = left.toSorted((a, b) => b.end - a.end || a.end - a.start - (b.end - b.start))
  return left.find(({ id }) => id === aimed) ?? nearest ?? null
}

/**
 * The codings of the person's own that are taken away at this selection: those on exactly the chosen words; else those
 * within them; else those on one passage, so that what lies around it stays: the innermost there, or, as for a boundary,
 * the one that a caret has just left.
 */
export function codingsToRemoveAt(
  reader: Reader,
  marks: Marks,
  selection: Selection | null,
  aimed: CodingId | null,
): readonly Mark[] {
  if (selection === null) return []
  const own = [...new Map(marks.byStretch.flat().map((mark) => [mark.id, mark])).values()].filter(({ isOwn }) => isOwn)
  const onWordsOf = (one: Mark | null | undefined) =>
    own.filter(({ start, end }) => start === one?.start && end === one.end)
  const span = chosenSpan(reader, selection)
  if (span === null) {
    const at = selection.kind === 'caret' ? selection.at : selection.focus.start
    const here = own.filter(({ start, end }) => start <= at && at < end)
    return onWordsOf(innermostOf(here) ?? codingToMoveAt(reader, marks, selection, aimed))
  }
  const here = own.filter((mark) => overlaps(mark, span))
  const exact = here.filter(({ start, end }) => start === span.start && end === span.end)
  if (exact.length > 0) return exact
  const within = here.filter((mark) => contains(span, mark))
  return within.length > 0 ? within : onWordsOf(innermostOf(here))
}

function innermostOf(marks: readonly Mark[]): Mark | undefined {
  return marks.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]
}
