import type { CodeSet } from './figures.ts'

/**
 * How different two sets are, told by how many codes they hold and how many they share: 0 for equal sets (the empty pair
 * included), above 0 for different ones. The distances used here are at most 1, which is an empty set against a full one.
 */
export type SetDistance = (first: number, second: number, shared: number) => number

/** 1 for sets that are not the same: a set is a name like any other. */
export const nominal: SetDistance = (first, second, shared) => (first === shared && second === shared ? 0 : 1)

/** 1 where one of the sets is empty and the other is not. */
export const coded: SetDistance = (first, second) => (first > 0 === second > 0 ? 0 : 1)

/** Jaccard's distance, 1 − |A∩B| / |A∪B|. */
export const jaccard: SetDistance = (first, second, shared) => {
  const union = first + second - shared
  return union === 0 ? 0 : 1 - shared / union
}

/**
 * MASI, 1 − |A∩B| / |A∪B| · m: m is 1 for equal sets, 2/3 when one contains the other, 1/3 when they overlap, 0 when
 * they are disjoint.
 *
 * Source: R. Passonneau, Measuring Agreement on Set-valued Items (MASI) for Semantic and Pragmatic Annotation, LREC 2006.
 */
export const masi: SetDistance = (first, second, shared) => {
  const union = first + second - shared
  return union === 0 ? 0 : 1 - (shared / union) * monotonicity(first, second, shared)
}

function monotonicity(first: number, second: number, shared: number): number {
  if (shared === 0) return 0
  if (shared === first && shared === second) return 1
  return shared === first || shared === second ? 2 / 3 : 1 / 3
}

/** The distance of two code sets. */
export function distanceBetween(first: CodeSet, second: CodeSet, distance: SetDistance): number {
  let shared = 0
  for (const code of first) if (second.has(code)) shared++
  return distance(first.size, second.size, shared)
}

/** How many indexes two ascending lists share. */
export function countShared(first: Int32Array, second: Int32Array): number {
  let shared = 0
  let at = 0
  for (const code of first) {
    while (at < second.length && (second[at] ?? 0) < code) at++
    if (second[at] === code) shared++
  }
  return shared
}
