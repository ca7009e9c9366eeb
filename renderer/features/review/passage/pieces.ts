import type { Offset, Span } from '../../../../domain/span.ts'

/** One reading of a passage: its letter, and the words it is about. */
export interface Marked {
  readonly letter: string
  readonly span: Span
}

/** Words that the same readings cover, with the letters of those that begin and end there. */
export interface Piece extends Span {
  readonly letters: readonly string[]
  readonly begins: readonly string[]
  readonly ends: readonly string[]
}

/**
 * A stretch of text cut wherever a reading begins or ends, so that each piece is covered by the same readings throughout.
 * A reading that begins before the stretch begins in an earlier one, and does not begin here.
 */
export function piecesOf(stretch: Span, marked: readonly Marked[]): readonly Piece[] {
  const cuts = new Set<Offset>([stretch.start, stretch.end])
  for (const { span } of marked) {
    for (const edge of [span.start, span.end]) if (edge > stretch.start && edge < stretch.end) cuts.add(edge)
  }
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? stretch.end
    const covering = marked.filter(({ span }) => span.start <= start && span.end >= end)
    return {
      start,
      end,
      letters: lettersOf(covering),
      begins: lettersOf(covering.filter(({ span }) => span.start === start)),
      ends: lettersOf(covering.filter(({ span }) => span.end === end)),
    }
  })
}

function lettersOf(marked: readonly Marked[]): readonly string[] {
  return [...new Set(marked.map(({ letter }) => letter))].sort()
}
