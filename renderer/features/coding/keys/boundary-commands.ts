import type { Span } from '../../../../domain/span.ts'
import { resizeCoding } from '../actions.ts'
import { movedBoundary, type BoundaryMove } from '../../../components/moved-boundary.ts'
import { ownCodingAt } from './boundaries.ts'
import type { Mark, Marks } from '../words/marks.ts'
import type { Reader } from '../../../components/reader.ts'
import { caretAt, chosenSpan, rangeOf, type Selection } from '../words/selection.ts'
import { select, useCodingScreen } from '../store.ts'

/** What a move of a boundary came to: of which coding, or of the chosen words alone; null where nothing moved. */
export interface Moved {
  readonly mark: Mark | null
  readonly span: Span
}

let moves: Promise<unknown> = Promise.resolve()

/**
 * Moves a boundary of the coding that is meant, or of the chosen words where no coding is. A key held down comes faster
 * than the service answers: each move waits for the one before, and starts from what that one left.
 *
 * @param marks gives them as they are by then
 */
export function moveBoundary(reader: Reader, marks: () => Marks, move: BoundaryMove): Promise<Moved | null> {
  const moved = moves.then(() => moveNow(reader, marks(), move))
  moves = moved
  return moved
}

async function moveNow(reader: Reader, marks: Marks, move: BoundaryMove): Promise<Moved | null> {
  const { selection, aimed } = useCodingScreen.getState()
  if (selection === null) return null
  const mark = ownCodingAt(reader, marks, selection, aimed)
  if (mark === null) {
    const span = chosenSpan(reader, selection)
    const moved = span && movedBoundary(reader, span, move)
    if (moved === null) return null
    select(rangeOf(moved))
    return { mark, span: moved }
  }
  const span = movedBoundary(reader, mark, move)
  if (span === null || !(await resizeCoding(mark.id, span))) return null
  select(follow(selection, span))
  return { mark, span }
}

/** What was chosen goes with the coding; a caret stays within it. */
function follow(selection: Selection, span: Span): Selection {
  if (selection.kind === 'range') return rangeOf(span)
  return selection.at < span.start ? caretAt(span.start) : selection
}
