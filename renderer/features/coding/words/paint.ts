import { overlaps, spanOf, type Span } from '../../../../domain/span.ts'

/** A coded stretch as it is painted. */
export interface Painted extends Span {
  readonly colour: number
}

/** A piece of a turn with the one colour it is painted in, and whether codings of different extent lie on it. */
export interface Patch extends Span {
  readonly colour: number
  readonly isShared: boolean
}

/**
 * Cuts a turn where codings begin and end, so that every piece takes one colour: colours laid over each other go muddy.
 * The shortest coding wins, so a coding inside another one stays visible; of two as long, the first. Neighbouring pieces
 * that look alike are one.
 */
export function patchesOf(turn: Span, codings: readonly Painted[]): readonly Patch[] {
  const within = codings.filter((coding) => overlaps(turn, coding))
  const cuts = new Set<number>()
  for (const { start, end } of within) {
    cuts.add(Math.max(start, turn.start))
    cuts.add(Math.min(end, turn.end))
  }
  const edges = [...cuts].sort((a, b) => a - b)
  const patches: Patch[] = []
  edges.forEach((edge, index) => {
    const piece = spanOf(edge, edges[index + 1] ?? edge)
    if (piece === null) return
    const over = within.filter((coding) => overlaps(piece, coding))
    const [first] = over
    if (first === undefined) return
    const top = over.reduce((best, coding) => (lengthOf(coding) < lengthOf(best) ? coding : best), first)
    const patch = { ...piece, colour: top.colour, isShared: over.some((coding) => !isAlike(turn, coding, top)) }
    const before = patches.at(-1)
    if (before?.end === patch.start && before.colour === patch.colour && before.isShared === patch.isShared) {
      patches[patches.length - 1] = { ...before, end: patch.end }
    } else patches.push(patch)
  })
  return patches
}

/** Whether two codings have the same part of the turn: the stripes alone then say that there are two. */
function isAlike(turn: Span, a: Span, b: Span): boolean {
  const start = (span: Span) => Math.max(span.start, turn.start)
  const end = (span: Span) => Math.min(span.end, turn.end)
  return start(a) === start(b) && end(a) === end(b)
}

function lengthOf({ start, end }: Span): number {
  return end - start
}
