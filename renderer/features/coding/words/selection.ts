import { snapToGraphemes, spanOf, type Offset, type Span } from '../../../../domain/span.ts'
import { isBlank, turnIndexAt, type Turn } from '../../../../domain/transcript.ts'
import type { Extent, Pieces, Reader } from '../../../components/reader.ts'

/**
 * Where the person is in the words: on one (a caret), or with some of them chosen. A range goes from what it was begun on
 * to where it has been taken, both kept whole: begun with a double click, it never loses the word it was begun on.
 */
export type Selection =
  | { readonly kind: 'caret'; readonly at: Offset }
  | {
      readonly kind: 'range'
      readonly anchor: Extent
      readonly focus: Extent
      /** What it was before it was widened, to narrow it to again. */
      readonly inner?: Selection
    }

/** What the pointer takes at a time. */
export type Grain = 'point' | 'word' | 'turn'

/** What the keyboard takes at a time. */
export type Stride = 'word' | 'sentence' | 'turn'

export type Direction = 'back' | 'on'

/** The offset that is to be kept in view: where the person is acting. */
export function focusOf(selection: Selection): Offset {
  if (selection.kind === 'caret') return selection.at
  return isBackward(selection) ? selection.focus.start : selection.focus.end
}

/** Index of the turn the person is in. An end that touches the next turn still belongs to its own. */
export function turnOf({ transcript: { turns } }: Reader, selection: Selection): number {
  return indexOf(turns, selection)
}

/** As `turnOf`, of the stretch that is drawn as one row. */
export function stretchOf({ stretches }: Reader, selection: Selection): number {
  return indexOf(stretches, selection)
}

function indexOf(turns: readonly Turn[], selection: Selection): number {
  const offset = focusOf(selection)
  const isEnd = selection.kind === 'range' && !isBackward(selection) && selection.focus.end > selection.anchor.start
  return Math.max(0, turnIndexAt(turns, isEnd ? offset - 1 : offset))
}

/** What is chosen: never half a grapheme, never blanks at its ends; null where no letter is. */
export function chosenSpan({ transcript: { text } }: Reader, selection: Selection | null): Span | null {
  if (selection === null || selection.kind === 'caret') return null
  const { anchor, focus } = selection
  const hull = spanOf(Math.min(anchor.start, focus.start), Math.max(anchor.end, focus.end), text.length)
  if (hull === null) return null
  let { start, end }: { start: number; end: number } = snapToGraphemes(text, hull)
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return spanOf(start, end)
}

/** What a code would be put on: the chosen words, or the turn the person is in. */
export function targetSpan(reader: Reader, selection: Selection | null): Span | null {
  const chosen = chosenSpan(reader, selection)
  if (chosen !== null || selection === null) return chosen
  const turn = reader.transcript.turns[turnOf(reader, selection)]
  return turn === undefined ? null : spanOf(turn.start, turn.end)
}

/** A caret at this place. */
export function caretAt(at: Offset): Selection {
  return { kind: 'caret', at }
}

/** These very words chosen, as when a coding is pointed at. */
export function rangeOf(span: Span): Selection {
  return rangeFrom(span.start, span.end)
}

function rangeFrom(start: Offset, end: Offset): Range {
  return { kind: 'range', anchor: { start, end: start }, focus: { start: end, end } }
}

/** One word, sentence or turn on or back, without choosing. A range gives way to a caret at the side one goes to. */
export function moveBy(reader: Reader, selection: Selection, stride: Stride, direction: Direction): Selection {
  const { turns } = reader.transcript
  if (stride === 'turn') {
    const index = turnOf(reader, selection)
    const here = turns[index]
    const before = here !== undefined && focusOf(selection) > here.start && selection.kind === 'caret'
    const target = direction === 'on' ? turns[index + 1] : before ? here : turns[index - 1]
    return caretAt(target?.start ?? here?.start ?? focusOf(selection))
  }
  const pieces = reader.pieces[stride]
  if (selection.kind === 'range') {
    const { anchor, focus } = selection
    if (direction === 'back') return caretAt(pieces.at(anchor.start < focus.start ? anchor.start : focus.start).start)
    const end = anchor.end > focus.end ? anchor.end : focus.end
    return caretAt((pieces.endingAfter(end) ?? pieces.at(end)).start)
  }
  const piece = direction === 'on' ? pieces.startingAfter(selection.at) : pieces.startingBefore(selection.at)
  return caretAt(piece?.start ?? selection.at)
}

/**
 * One word, sentence or turn more, or less, whichever side of its beginning the range is taken to. From a caret: its word
 * or its sentence.
 */
export function extendBy(reader: Reader, selection: Selection, stride: Stride, direction: Direction): Selection {
  if (selection.kind === 'caret') {
    const piece = reader.pieces[stride === 'turn' ? 'word' : stride].at(selection.at)
    const begun: Selection = { kind: 'range', anchor: piece, focus: piece }
    return stride === 'turn' ? extendBy(reader, begun, stride, direction) : begun
  }
  const focus =
    stride === 'turn'
      ? nextTurnEdge(reader, selection, direction)
      : nextPiece(reader.pieces[stride], selection, direction)
  return focus === null ? selection : { kind: 'range', anchor: selection.anchor, focus }
}

/** The word, the sentence or the turn around what is chosen: the least of them that holds more. */
export function widen(reader: Reader, selection: Selection): Selection {
  const { pieces, transcript } = reader
  const here = chosenSpan(reader, selection)
  if (here === null) {
    const { start, end } = pieces.word.at(focusOf(selection))
    return start === end ? selection : { ...rangeFrom(start, end), inner: selection }
  }
  const last = (here.end - 1) as Offset
  const turnAt = (offset: Offset): Extent =>
    transcript.turns[Math.max(0, turnIndexAt(transcript.turns, offset))] ?? here
  for (const at of [pieces.word.at, pieces.sentence.at, turnAt]) {
    // The piece nearest to punctuation does not hold it.
    const [first, final] = [at(here.start), at(last)]
    const start = first.start < here.start ? first.start : here.start
    const end = final.start <= last && final.end > here.end ? final.end : here.end
    if (start < here.start || end > here.end) return { ...rangeFrom(start, end), inner: selection }
  }
  return selection
}

/** What was chosen before it was widened; of what was not widened, its first sentence, its first word, the caret. */
export function narrow(reader: Reader, selection: Selection): Selection {
  if (selection.kind === 'caret') return selection
  if (selection.inner !== undefined) return selection.inner
  const span = chosenSpan(reader, selection)
  if (span === null) return caretAt(selection.focus.start)
  for (const piece of ['sentence', 'word'] as const) {
    const first = reader.pieces[piece].at(span.start)
    if (first.start >= span.start && first.end < span.end) return { kind: 'range', anchor: first, focus: first }
  }
  return caretAt(reader.pieces.word.at(span.start).start)
}

/** The whole of the turn the person is in. */
export function chooseTurn(reader: Reader, selection: Selection): Selection {
  const turn = reader.transcript.turns[turnOf(reader, selection)]
  return turn === undefined ? selection : { kind: 'range', anchor: turn, focus: turn }
}

/** The caret that is left when nothing is chosen any more: within the words that were, where they had been taken to. */
export function collapse(reader: Reader, selection: Selection): Selection {
  if (selection.kind === 'caret') return selection
  const to = selection.focus.start
  const span = chosenSpan(reader, selection)
  const within = span === null ? to : Math.min(Math.max(to, span.start), span.end - 1)
  return caretAt(reader.pieces.word.at(within as Offset).start)
}

/** A range begun by the pointer; with one click it is a caret until the pointer moves. */
export function beginAt(reader: Reader, offset: Offset, grain: Grain): Selection {
  if (grain === 'point') return caretAt(offset)
  const extent = extentAt(reader, offset, grain)
  return { kind: 'range', anchor: extent, focus: extent }
}

/** The selection taken to another place by the pointer. */
export function takeTo(reader: Reader, selection: Selection, offset: Offset, grain: Grain): Selection {
  const focus = extentAt(reader, offset, grain)
  if (selection.kind === 'range') return { kind: 'range', anchor: selection.anchor, focus }
  if (offset === selection.at) return selection
  return { kind: 'range', anchor: { start: selection.at, end: selection.at }, focus }
}

function extentAt(reader: Reader, offset: Offset, grain: Grain): Extent {
  switch (grain) {
    case 'point':
      return { start: offset, end: offset }
    case 'word':
      return reader.pieces.word.at(offset)
    case 'turn': {
      const { turns } = reader.transcript
      const turn = turns[Math.max(0, turnIndexAt(turns, offset))]
      return turn === undefined ? { start: offset, end: offset } : { start: turn.start, end: turn.end }
    }
  }
}

type Range = Extract<Selection, { kind: 'range' }>

function isBackward({ anchor, focus }: Range): boolean {
  return focus.start < anchor.start
}

function isForward({ anchor, focus }: Range): boolean {
  return focus.end > anchor.end
}

function nextPiece(pieces: Pieces, range: Range, direction: Direction): Extent | null {
  const { focus } = range
  if (direction === 'on') return isBackward(range) ? pieces.startingAfter(focus.start) : pieces.endingAfter(focus.end)
  return isForward(range) ? pieces.endingBefore(focus.end) : pieces.startingBefore(focus.start)
}

function nextTurnEdge({ transcript: { turns } }: Reader, range: Range, direction: Direction): Extent | null {
  const { anchor, focus } = range
  const point = (offset: Offset | undefined): Extent | null =>
    offset === undefined ? null : { start: offset, end: offset }
  if (direction === 'on') {
    const start = turns[turnIndexAt(turns, focus.start) + 1]?.start
    if (isBackward(range) && start !== undefined && start <= anchor.start) return point(start)
    const from = Math.max(anchor.end, focus.end)
    return point(turns[firstTurnEndingAfter(turns, from)]?.end)
  }
  const end = turns[firstTurnEndingAfter(turns, focus.end - 1) - 1]?.end
  if (isForward(range) && end !== undefined && end >= anchor.end) return point(end)
  const from = Math.min(anchor.start, focus.start)
  return point(turns[turnIndexAt(turns, from - 1)]?.start)
}

function firstTurnEndingAfter(turns: readonly Turn[], offset: number): number {
  const index = turnIndexAt(turns, offset)
  const turn = turns[index]
  return turn !== undefined && turn.end > offset ? index : index + 1
}
