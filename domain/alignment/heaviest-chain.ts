/** A possible place of item `item` at [start, end), worth `weight` (more than zero). */
export interface Place {
  readonly item: number
  readonly start: number
  readonly end: number
  readonly weight: number
}

/**
 * The chain of places with the greatest total weight in which later items lie at later places: each item has at most
 * one place, and no place starts before the one of an earlier item ends. `places` are sorted by item, those of one item by
 * start; of chains of equal weight the first one found stands. Cost: n log n (a weighted longest increasing subsequence over a Fenwick tree
 * of prefix maxima).
 */
export function heaviestChain(places: readonly Place[]): readonly Place[] {
  const ends = [...new Set(places.map((place) => place.end))].sort((a, b) => a - b)
  const total: number[] = []
  const tree = new PrefixMaxima(ends.length, total)
  const previous: number[] = []
  let best = -1
  for (let from = 0; from < places.length;) {
    const item = places[from]?.item
    let to = from
    // Places of one item must not build on each other, so all are asked for before any is entered.
    for (; to < places.length && places[to]?.item === item; to++) {
      const place = places[to]
      if (place === undefined) break
      const before = tree.bestUpTo(countUpTo(ends, place.start))
      previous[to] = before
      total[to] = place.weight + (total[before] ?? 0)
    }
    for (let at = from; at < to; at++) {
      const place = places[at]
      if (place === undefined) continue
      tree.enter(countUpTo(ends, place.end), at)
      if (best === -1 || (total[at] ?? 0) > (total[best] ?? 0)) best = at
    }
    from = to
  }
  const chain: Place[] = []
  for (let at = best; at !== -1; at = previous[at] ?? -1) {
    const place = places[at]
    if (place !== undefined) chain.push(place)
  }
  return chain.reverse()
}

/** Index of the heaviest entry among the first n positions; `totals` holds each entry's weight by its index. */
class PrefixMaxima {
  readonly #best: Int32Array
  readonly #totals: readonly number[]

  constructor(size: number, totals: readonly number[]) {
    this.#best = new Int32Array(size + 1).fill(-1)
    this.#totals = totals
  }

  bestUpTo(count: number): number {
    let best = -1
    for (let at = count; at > 0; at -= at & -at) {
      const candidate = this.#best[at] ?? -1
      if (this.#beats(candidate, best)) best = candidate
    }
    return best
  }

  enter(position: number, index: number): void {
    for (let at = position; at < this.#best.length; at += at & -at) {
      if (this.#beats(index, this.#best[at] ?? -1)) this.#best[at] = index
    }
  }

  #beats(candidate: number, standing: number): boolean {
    if (candidate === -1 || standing === -1) return candidate !== -1
    return (this.#totals[candidate] ?? 0) > (this.#totals[standing] ?? 0)
  }
}

/** How many of the sorted numbers are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
