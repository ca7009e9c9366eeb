import { heaviestChain, type Place } from './heaviest-chain.ts'
import { isWordEdge, type SqueezedText, type SqueezedTurns } from './squeezed-text.ts'

/** Where a coded turn lies in the squeezed transcript, in units; half-open. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Consecutive coded turns without a place, and the part of the transcript that their neighbours leave to them. */
export interface Gap extends Range {
  readonly items: readonly number[]
}

/** Words of this many units or more are found anywhere; shorter ones recur, and are only looked for at turns' edges. */
export const TELLING = 16
/** How many turns, or places, are looked at for one coded turn before the nearest are thought enough. */
const MOST_PLACES = 200

/** The gaps between the ranges that are known. Coded turns without a unit are in none of them. */
export function gapsOf(
  ranges: readonly (Range | null)[],
  pieces: readonly SqueezedText[],
  length: number,
): readonly Gap[] {
  const gaps: Gap[] = []
  let items: number[] = []
  let start = 0
  const close = (end: number) => {
    if (items.length > 0 && start < end) gaps.push({ items, start, end })
    items = []
  }
  for (const [item, range] of ranges.entries()) {
    if (range !== null) {
      close(range.start)
      start = range.end
    } else if (pieces[item]?.units !== '') items.push(item)
  }
  close(length)
  return gaps
}

/**
 * First, over the whole transcript: long coded turns that begin where a turn begins, or where the coded turn before
 * them may end, and nowhere else. The heaviest chain of those is safe to build on.
 */
export function findAnchors(whole: SqueezedTurns, pieces: readonly SqueezedText[]): readonly Place[] {
  const turnsByBeginning = new Map<string, number[]>()
  for (const bound of whole.bounds) {
    const key = whole.units.slice(bound, bound + TELLING)
    const known = turnsByBeginning.get(key)
    if (known === undefined) turnsByBeginning.set(key, [bound])
    else if (known.at(-1) !== bound) known.push(bound)
  }
  const places: Place[] = []
  let previousEnds: readonly number[] = []
  for (const [item, { units }] of pieces.entries()) {
    const ends: number[] = []
    if (units.length >= TELLING) {
      const starts = new Set([...(turnsByBeginning.get(units.slice(0, TELLING)) ?? []), ...previousEnds])
      for (const start of [...starts].slice(0, MOST_PLACES)) {
        if (whole.units.startsWith(units, start)) ends.push(start + units.length)
      }
      // A turn that may be in several places waits until it can be weighed together with its short neighbours.
      const [end, ...others] = ends
      if (end !== undefined && others.length === 0) {
        places.push({ item, start: end - units.length, end, weight: units.length })
      }
    }
    if (units !== '') previousEnds = ends
  }
  return heaviestChain(places)
}

/**
 * Then, within a gap: long coded turns anywhere, short ones where they are a whole turn, begin or end one, or go on
 * where the coded turn before them ends.
 */
export function findExactly(whole: SqueezedTurns, pieces: readonly SqueezedText[], gap: Gap): readonly Place[] {
  const front = takeFromEdge(whole, pieces, gap)
  const rest = gap.items.slice(front.length)
  const from = front.at(-1)?.end ?? gap.start
  const places: Place[] = []
  let previousEnds: ReadonlySet<number> = new Set([from])
  for (const [order, item] of rest.entries()) {
    const units = pieces[item]?.units ?? ''
    const expected = from + ((gap.end - from) * order) / rest.length
    const starts =
      units.length >= TELLING
        ? occurrences(whole.units, units, from, gap.end)
        : edgePlaces(whole, units, { start: from, end: gap.end }, previousEnds, expected)
    const ends = new Set<number>()
    for (const start of starts) {
      const end = start + units.length
      ends.add(end)
      const bonus =
        2 * Number(isBound(whole, start)) + 2 * Number(isBound(whole, end)) + Number(previousEnds.has(start))
      places.push({ item, start, end, weight: 8 * units.length + bonus })
    }
    previousEnds = ends.size > 0 ? ends : new Set()
  }
  return [...front, ...heaviestChain(places)]
}

/** Coded turns that are, one after the other, exactly the gap's first turns. */
function takeFromEdge(whole: SqueezedTurns, pieces: readonly SqueezedText[], gap: Gap): readonly Place[] {
  const taken: Place[] = []
  let start = gap.start
  for (const item of gap.items) {
    const units = pieces[item]?.units ?? ''
    const end = start + units.length
    if (end > gap.end || !whole.units.startsWith(units, start) || !isBound(whole, start) || !isBound(whole, end)) break
    taken.push({ item, start, end, weight: units.length })
    start = end
  }
  return taken
}

function occurrences(text: string, units: string, from: number, to: number): readonly number[] {
  const part = text.slice(from, to)
  const found: number[] = []
  for (let at = part.indexOf(units); at !== -1 && found.length < MOST_PLACES; at = part.indexOf(units, at + 1)) {
    found.push(from + at)
  }
  return found
}

function edgePlaces(
  whole: SqueezedTurns,
  units: string,
  { start, end }: Range,
  previousEnds: ReadonlySet<number>,
  expected: number,
): readonly number[] {
  const { bounds } = whole
  const middle = Math.max(0, boundIndexAt(bounds, expected))
  const first = Math.max(boundIndexAt(bounds, start), middle - MOST_PLACES)
  const last = Math.min(boundIndexAt(bounds, end) + 1, middle + MOST_PLACES)
  const starts = new Set(previousEnds)
  for (let index = Math.max(0, first); index <= last; index++) {
    const bound = bounds[index]
    if (bound === undefined) break
    starts.add(bound)
    starts.add(bound - units.length)
  }
  return [...starts]
    .filter((at) => at >= start && at + units.length <= end && whole.units.startsWith(units, at))
    .filter((at) => isWordEdge(whole, at) && isWordEdge(whole, at + units.length))
    .sort((a, b) => a - b)
}

function isBound({ bounds }: SqueezedTurns, at: number): boolean {
  return bounds[boundIndexAt(bounds, at)] === at
}

/** Index of the last bound at or before `at`. */
export function boundIndexAt(bounds: readonly number[], at: number): number {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bounds[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}
