/** Something that occupies the turns from `first` to `last`, both included, and belongs to `key`: a code of a coder. */
export interface Occupant {
  readonly key: string
  readonly first: number
  readonly last: number
}

/**
 * The lane of each occupant, in the order given: 0 is the one nearest to the words. Two of different keys never share a
 * lane where they share a turn; two of one key always do. A key keeps the lane it had last wherever that is free, so that
 * a code stays in its place down the page. Cost: sorting, then one pass over the lanes an occupant.
 */
export function assignLanes(occupants: readonly Occupant[]): readonly number[] {
  const lanes: { key: string; last: number }[] = []
  const lastLane = new Map<string, number>()
  const result: number[] = occupants.map(() => 0)
  const order = occupants.map((occupant, index) => ({ ...occupant, index }))
  order.sort((a, b) => a.first - b.first || b.last - a.last || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  for (const { key, first, last, index } of order) {
    const usual = lastLane.get(key) ?? -1
    const lane = isOpenTo(lanes[usual], key, first) ? usual : firstOpen(lanes, first)
    const holder = lanes[lane]
    lanes[lane] = { key, last: holder?.key === key ? Math.max(holder.last, last) : last }
    lastLane.set(key, lane)
    result[index] = lane
  }
  return result
}

function isOpenTo(lane: { readonly key: string; readonly last: number } | undefined, key: string, first: number) {
  return lane !== undefined && (lane.key === key || lane.last < first)
}

function firstOpen(lanes: readonly { readonly last: number }[], first: number): number {
  const open = lanes.findIndex((lane) => lane.last < first)
  return open === -1 ? lanes.length : open
}
