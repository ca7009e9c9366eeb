import { boundIndexAt, TELLING, type Gap, type Range } from './exact-places.ts'
import { commonWords } from './common-words.ts'
import type { Place } from './heaviest-chain.ts'
import { tokensOf, type SqueezedText, type SqueezedTurns, type Token } from './squeezed-text.ts'

export interface LikelyPlace extends Range {
  readonly item: number
  /** 0 to 1; see `LEAST_LIKENESS`. */
  readonly likeness: number
}

/**
 * A coded turn whose words are not quite the transcript's is placed where this share of them is the same: twice the
 * letters of the words that both have in the same order, over the letters of both. Below it two passages of one
 * interview are as often strangers (both hold "the", "so", "data") as they are versions of each other.
 */
export const LEAST_LIKENESS = 0.6

/** Places the coded turns of a gap by the words they have in common with it, in order. */
export function findLikely(whole: SqueezedTurns, pieces: readonly SqueezedText[], gap: Gap): readonly LikelyPlace[] {
  const said = tokensOf(whole, gap.start, gap.end)
  const coded = gap.items.map((item) => {
    const piece = pieces[item]
    return { item, tokens: piece === undefined ? [] : tokensOf(piece, 0, piece.units.length) }
  })
  const pairs = commonWords(
    said.map(({ word }) => word),
    coded.flatMap(({ tokens }) => tokens.map(({ word }) => word)),
  )
  const lettersUpTo = [0]
  for (const token of said) lettersUpTo.push((lettersUpTo.at(-1) ?? 0) + token.word.length)
  const found: LikelyPlace[] = []
  let first = 0
  let pair = 0
  let floor = gap.start
  for (const { item, tokens } of coded) {
    const own: Place[] = []
    for (; pair < pairs.length; pair++) {
      const place = pairs[pair]
      if (place === undefined || place.item >= first + tokens.length) break
      own.push(place)
    }
    const ceiling = said[pairs[pair]?.start ?? said.length]?.start ?? gap.end
    const letters = tokens.reduce((sum, { word }) => sum + word.length, 0)
    const best = bestRun(own, letters, lettersUpTo)
    if (best !== null && best.likeness >= LEAST_LIKENESS) {
      const before = tokens[best.first.item - first]?.start ?? 0
      const length = pieces[item]?.units.length ?? 0
      const after = length - (tokens[best.last.item - first]?.end ?? length)
      const range = widen(whole, said, best, { before, after, floor, ceiling })
      if (length >= TELLING || touchesTurn(whole, range)) {
        found.push({ item, ...range, likeness: best.likeness })
        floor = range.end
      }
    }
    first += tokens.length
  }
  return found
}

interface Run {
  readonly first: Place
  readonly last: Place
  readonly likeness: number
}

/** The stretch of matched words that is most like the coded turn; stray matches far off at either end fall away. */
function bestRun(own: readonly Place[], letters: number, lettersUpTo: readonly number[]): Run | null {
  let best: Run | null = null
  // Every pair of ends is tried; very long turns are taken whole, where stray matches weigh nothing.
  const ends = own.length > 1000 ? own.slice(0, 1) : own
  for (const [from, first] of ends.entries()) {
    let common = 0
    for (let to = from; to < own.length; to++) {
      const last = own[to]
      if (last === undefined) break
      common += last.weight
      const covered = (lettersUpTo[last.end] ?? 0) - (lettersUpTo[first.start] ?? 0)
      const likeness = (2 * common) / (letters + covered)
      if (best === null || likeness > best.likeness) best = { first, last, likeness }
    }
  }
  return best
}

interface Room {
  /** Units of the coded turn before its first and after its last matched word. */
  readonly before: number
  readonly after: number
  readonly floor: number
  readonly ceiling: number
}

/** Units that a changed beginning or end may take beyond twice its own length. */
const SLACK = 8

/** Takes in what the coded turn has beyond its matched words, up to the edges of the turns, where that is about as long. */
function widen(whole: SqueezedTurns, said: readonly Token[], run: Run, room: Room): Range {
  const { bounds, units } = whole
  let start = said[run.first.start]?.start ?? room.floor
  let end = said[run.last.start]?.end ?? room.ceiling
  const opening = Math.max(room.floor, bounds[boundIndexAt(bounds, start)] ?? 0)
  const closing = Math.min(room.ceiling, bounds[boundIndexAt(bounds, end - 1) + 1] ?? units.length)
  if (start - opening <= 2 * room.before + SLACK) start = opening
  if (closing - end <= 2 * room.after + SLACK) end = closing
  else while (end < closing && /[^\p{L}\p{N}]/u.test(units[end] ?? '')) end++
  return { start: Math.max(start, room.floor), end }
}

function touchesTurn({ bounds }: SqueezedTurns, { start, end }: Range): boolean {
  return bounds[boundIndexAt(bounds, start)] === start || bounds[boundIndexAt(bounds, end)] === end
}
