import type { Comparison } from '../../../app/contract/agreement.ts'

/** What a comparison is called in the address: its transcript, round and two coders. */
export function argsOf({ transcript, round, coders }: Comparison): readonly [string, string, string, string] {
  return [transcript, round, ...coders]
}

export function keyOf(comparison: Comparison): string {
  return JSON.stringify(argsOf(comparison))
}

/** The comparison that an address names, whichever coder comes first in it. */
export function findComparison(comparisons: readonly Comparison[], args: readonly string[]): Comparison | undefined {
  const [transcript, round, one, other] = args
  return comparisons.find(
    ({ coders, ...comparison }) =>
      comparison.transcript === transcript &&
      comparison.round === round &&
      ((coders[0] === one && coders[1] === other) || (coders[0] === other && coders[1] === one)),
  )
}
