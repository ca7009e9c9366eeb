import type { Offset, Span } from '../../../../domain/span.ts'
import { resizeCoding } from '../actions.ts'
import { movedBoundary, type BoundaryMove } from '../../../components/moved-boundary.ts'
import { codingToMoveAt } from './boundaries.ts'
import type { Mark, Marks } from '../words/marks.ts'
import type { Reader } from '../../../components/reader.ts'
import { caretAt, chosenSpan, rangeOf, type Selection } from '../words/selection.ts'
import { select, useCodingScreen } from '../store.ts'

/** What a move of a boundary came to: of which coding, or of the chosen words alone. */
export interface Moved {
  readonly mark: Mark | null
  readonly span: Span
}

/** Why nothing moved: nothing is there that could, or it is at the end; null where a person has been told already. */
export type NotMoved = 'nothing' | 'no-further' | null

let moves: Promise<unknown> = Promise.resolve()

/**
 * Moves a boundary of the coding that is meant, or of the chosen words where no coding is. A key held down comes faster
 * than the service answers: each move waits for the one before, and starts from what that one left.
 *
 * @param marks gives them as they are by then
 */
export function moveBoundary(reader: Reader, marks: () => Marks, move: BoundaryMove): Promise<Moved | NotMoved> {
  const moved = moves.then(() => moveNow(reader, marks(), move))
  moves = moved
  return moved
}

async function moveNow(reader: Reader, marks: Marks, move: BoundaryMove): Promise<Moved | NotMoved> {
  const { selection, aimed } = useCodingScreen.getState()
  if (selection === null) return null
  const mark = codingToMoveAt(reader, marks, selection, aimed)
  if (mark === null) {
    const span = chosenSpan(reader, selection)
    if (span === null) return 'nothing'
    const moved = movedBoundary(reader, span, move)
    if (moved === null) return 'no-further'
    select(rangeOf(moved))
    return { mark, span: moved }
  }
  const span = movedBoundary(reader, mark, move)
  if (span === null) return 'no-further'
  if (!(await resizeCoding(mark.id, span))) return null
  select(follow(reader, selection, span))
  return { mark, span }
}

/** What was chosen goes with the coding; a caret stays within it, or comes back into it. */
function follow({ pieces }: Reader, selection: Selection, span: Span): Selection {
  if (selection.kind === 'range') return rangeOf(span)
  if (selection.at < span.start) return caretAt(span.start)
  if (selection.at < span.end) return selection
  const { start } = pieces.word.at((span.end - 1) as Offset)
  return caretAt(start < span.start ? span.start : start)
}
