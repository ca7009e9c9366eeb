import { asOffset, type Span } from '../span.ts'

/** A part of a turn with what was found in it. `isCutBefore`: the turn says more before it. */
export interface Excerpt extends Span {
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
  readonly hits: readonly [Span, ...Span[]]
}

/** UTF-16 units shown on either side of what was found. */
const AROUND = 100

/** The parts of a turn that hold the hits (in order, within it), each with some words around, begun and ended at blanks. */
export function excerptsOf(text: string, turn: Span, hits: readonly Span[]): readonly Excerpt[] {
  const excerpts: Excerpt[] = []
  for (const hit of hits) {
    const last = excerpts.at(-1)
    if (last !== undefined && hit.start - AROUND <= last.end) {
      excerpts[excerpts.length - 1] = { ...last, ...endOf(text, turn, hit), hits: [...last.hits, hit] }
    } else excerpts.push({ ...startOf(text, turn, hit), ...endOf(text, turn, hit), hits: [hit] })
  }
  return excerpts
}

function startOf(text: string, turn: Span, hit: Span): Pick<Excerpt, 'start' | 'isCutBefore'> {
  const from = hit.start - AROUND
  if (from <= turn.start) return { start: turn.start, isCutBefore: false }
  const blank = text.slice(from, hit.start).search(/\s\S/u)
  // Where there is no blank to begin at, nothing before the words is shown: a cut might part a letter from its accent.
  return { start: asOffset(blank === -1 ? hit.start : from + blank + 1), isCutBefore: true }
}

function endOf(text: string, turn: Span, hit: Span): Pick<Excerpt, 'end' | 'isCutAfter'> {
  const to = hit.end + AROUND
  if (to >= turn.end) return { end: turn.end, isCutAfter: false }
  const blank = /\s+\S*$/u.exec(text.slice(hit.end, to))
  return { end: asOffset(hit.end + (blank?.index ?? 0)), isCutAfter: true }
}
