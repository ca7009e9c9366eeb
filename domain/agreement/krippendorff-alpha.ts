import type { Figure } from './figures.ts'

/** How far apart two values are: as names, as ranks, as measurements, as measurements from a true zero (none negative). */
export type ValueDistance = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's alpha, 1 − Do/De, for any number of coders who gave each unit one value or none. `units[u][c]` is the
 * value of unit u by coder c, null when missing; nominal values are numbers that name categories. Units with fewer than
 * two values pair with nothing and are left out. De is of the pairable values, with n(n − 1) in its denominator.
 * Undefined when no two values can be paired, or when all pairable values are the same (De = 0).
 *
 * The form of its source; `alphaOf`, which the program asks, is tested against it.
 *
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, 2011.
 */
export function krippendorffAlpha(units: readonly (readonly (number | null)[])[], distance: ValueDistance): Figure {
  const pairable = units.map((unit) => unit.filter((value) => value !== null)).filter((values) => values.length >= 2)
  const counts = new Map<number, number>()
  for (const value of pairable.flat()) counts.set(value, (counts.get(value) ?? 0) + 1)
  if (counts.size === 0) return { value: null, reason: 'no-units' }
  if (counts.size === 1) return { value: null, reason: 'expected-disagreement-is-zero' }
  const between = squaredDistance(counts, distance)
  let observed = 0
  for (const values of pairable) {
    let sum = 0
    for (const [at, value] of values.entries()) {
      for (const other of values.slice(at + 1)) sum += between(value, other)
    }
    observed += (2 * sum) / (values.length - 1)
  }
  const values = [...counts]
  let expected = 0
  for (const [at, [value, count]] of values.entries()) {
    for (const [other, otherCount] of values.slice(at + 1)) expected += 2 * count * otherCount * between(value, other)
  }
  const all = values.reduce((sum, [, count]) => sum + count, 0)
  return { value: 1 - ((all - 1) * observed) / expected }
}

/** Krippendorff's difference functions, squared; 0 for equal values. Ordinal ones depend on how often each value occurs. */
function squaredDistance(
  counts: ReadonlyMap<number, number>,
  distance: ValueDistance,
): (a: number, b: number) => number {
  if (distance === 'nominal') return (a, b) => (a === b ? 0 : 1)
  if (distance === 'interval') return (a, b) => (a - b) ** 2
  if (distance === 'ratio') return (a, b) => (a === b ? 0 : ((a - b) / (a + b)) ** 2)
  const ranks = middleRanks(counts)
  return (a, b) => ((ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)) ** 2
}

/** The rank in the middle of each value's run: the difference of two is the number of values between, ends counted half. */
function middleRanks(counts: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>()
  let before = 0
  for (const [value, count] of [...counts].sort(([a], [b]) => a - b)) {
    ranks.set(value, before + count / 2)
    before += count
  }
  return ranks
}
