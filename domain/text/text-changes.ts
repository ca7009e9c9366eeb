import type { Correction } from '../re-anchoring.ts'
import { turnIndexAt, type Turn } from '../transcript.ts'
import type { Span } from '../span.ts'

/** A stretch of a corrected turn: as it was, taken out, or written in; `left-out` stands for a long stretch that is the same. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'inserted' | 'left-out'
  readonly text: string
}

/** What a correction changes in one turn of the old text, its label included. */
export interface TurnChange {
  readonly turn: number
  readonly speaker: string | null
  readonly pieces: readonly Piece[]
}

/** UTF-16 units of unchanged text shown on each side of a change. */
const AROUND = 60

/** The changed turns in order, each with its changes in their context. What stands before the first turn counts to it. */
export function changesOf({ oldText, newText, edits }: Correction, turns: readonly Turn[]): readonly TurnChange[] {
  return [...Map.groupBy(edits, ({ start }) => turnAround(turns, start))].map(([index, own]) => {
    const from = Math.min(labelStart(oldText, turns, index), own[0]?.start ?? 0)
    const to = Math.max(turns[index]?.end ?? oldText.length, own.at(-1)?.end ?? 0)
    return {
      turn: turns[index]?.number ?? 0,
      speaker: turns[index]?.speaker ?? null,
      pieces: piecesOf(oldText, newText, own, from, to),
    }
  })
}

/** What a correction changes in the words of a passage, or at its ends, each change in its context. */
export function changesWithin({ oldText, newText, edits }: Correction, passage: Span): readonly Piece[] {
  const own = edits.filter(({ start, end }) => start <= passage.end && end >= passage.start)
  const from = Math.min(passage.start, own[0]?.start ?? passage.start)
  return piecesOf(oldText, newText, own, from, Math.max(passage.end, own.at(-1)?.end ?? 0))
}

function piecesOf(
  oldText: string,
  newText: string,
  edits: Correction['edits'],
  from: number,
  to: number,
): readonly Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const { start, end, newStart, newEnd } of edits) {
    pieces.push(...shortened(oldText.slice(at, start), pieces.length > 0, true))
    if (end > start) pieces.push({ kind: 'removed', text: oldText.slice(start, end) })
    if (newEnd > newStart) pieces.push({ kind: 'inserted', text: newText.slice(newStart, newEnd) })
    at = end
  }
  pieces.push(...shortened(oldText.slice(at, to), pieces.length > 0, false))
  return pieces
}

/** The turn whose words or whose label `offset` is in. */
function turnAround(turns: readonly Turn[], offset: number): number {
  const index = turnIndexAt(turns, offset)
  const turn = turns[index]
  const isBehind = turn === undefined || offset > turn.end
  return isBehind && index + 1 < turns.length ? index + 1 : Math.max(0, index)
}

function labelStart(text: string, turns: readonly Turn[], index: number): number {
  const from = turns[index - 1]?.end ?? 0
  const between = text.slice(from, turns[index]?.start ?? from)
  return from + between.length - between.trimStart().length
}

function shortened(text: string, isAfterChange: boolean, isBeforeChange: boolean): readonly Piece[] {
  const head = isAfterChange ? AROUND : 0
  const tail = isBeforeChange ? AROUND : 0
  if (text === '') return []
  if (text.length <= head + tail + AROUND) return [{ kind: 'same', text }]
  const first = text.slice(0, head).replace(/\S*$/, '')
  const last = tail === 0 ? '' : text.slice(-tail).replace(/^\S*/, '')
  const parts: readonly Piece[] = [
    { kind: 'same', text: first },
    { kind: 'left-out', text: '…' },
    { kind: 'same', text: last },
  ]
  return parts.filter((piece) => piece.text !== '')
}
