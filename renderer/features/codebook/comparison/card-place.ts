import type { CodingId } from '../../../../domain/ids.ts'

/** The groups with their cards. */
type Groups = readonly { readonly shown: readonly { readonly id: CodingId }[] }[]

/** Where a card is: the index of its group, and its own in there. */
export interface Place {
  readonly group: number
  readonly index: number
}

export const FIRST: Place = { group: 0, index: 0 }

/** The card there, or the nearest there is. */
export function near(groups: Groups, { group, index }: Place): Place {
  const at = Math.max(0, Math.min(group, groups.length - 1))
  const length = groups[at]?.shown.length ?? 0
  const filled = length > 0 ? at : groups.findIndex(({ shown }) => shown.length > 0)
  if (filled === -1) return FIRST
  const last = (groups[filled]?.shown.length ?? 1) - 1
  return { group: filled, index: Math.max(0, Math.min(index, last)) }
}

/** The card in the next group to that side that has any, past groups that have none; the same one where there is no such group. */
export function beside(groups: Groups, { group, index }: Place, step: -1 | 1): Place {
  for (let at = group + step; at >= 0 && at < groups.length; at += step) {
    if ((groups[at]?.shown.length ?? 0) > 0) return near(groups, { group: at, index })
  }
  return near(groups, { group, index })
}

/** Where the card of a coding is; null where none is shown. */
export function placeOfCard(groups: Groups, id: string | undefined): Place | null {
  for (const [group, { shown }] of groups.entries()) {
    const index = shown.findIndex((coding) => coding.id === id)
    if (index !== -1) return { group, index }
  }
  return null
}
