import type { Input } from '../../../app/contract.ts'
import type { SurveySummary } from '../../../app/contract/surveys.ts'

export type Item = SurveySummary['items'][number]
export type Summary = Item['overall']

/** Several groups that count as one. */
export interface Merge {
  readonly label: string
  readonly groups: readonly string[]
}

export const ORDERS = ['questionnaire', 'prevalence'] as const
export type Order = (typeof ORDERS)[number]

/** How a survey is summed up and shown. */
export interface Arrangement {
  /** The attribute that makes the groups; null for none. */
  readonly by: string | null
  readonly merges: readonly Merge[]
  /** How many points from the top of the scale count as its top. */
  readonly top: number
  readonly order: Order
  /** The group whose answers the chart shows; null for everyone. */
  readonly shown: string | null
}

export const SEED = 1

/** `top` is kept below the number of points: all of them together would be everyone. */
export function summaryInput(name: string, { by, merges, top }: Arrangement, points: number): Input<'surveys.summary'> {
  return {
    name,
    top: Math.max(1, Math.min(top, points - 1)),
    seed: SEED,
    ...(by !== null && { by, merge: merges.map(({ label, groups }) => ({ label, groups: [...groups] })) }),
  }
}

/** The answers of everyone, or of one group; null where the item has no such group. */
export function summaryOf(item: Item, group: string | null): Summary | null {
  return group === null ? item.overall : (item.groups.find((candidate) => candidate.group === group) ?? null)
}

/** In the questionnaire's order, or by the share at the top, highest first; items nobody answered come last. */
export function arrangeItems(items: readonly Item[], order: Order, group: string | null): readonly Item[] {
  if (order === 'questionnaire') return items
  const shareOf = (item: Item) => summaryOf(item, group)?.top.percent ?? -1
  return [...items].sort((a, b) => shareOf(b) - shareOf(a))
}

/** A group with its size, once merges are counted: what the merge editor and the choice of groups show. */
export function mergedGroups(
  groups: readonly { readonly name: string; readonly count: number }[],
  merges: readonly Merge[],
): readonly { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { name, count } of groups) {
    const label = merges.find((merge) => merge.groups.includes(name))?.label ?? name
    counts.set(label, (counts.get(label) ?? 0) + count)
  }
  return [...counts].map(([name, count]) => ({ name, count }))
}
