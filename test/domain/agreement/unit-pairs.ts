import * as fc from 'fast-check'
import type { UnitPair } from '../../../domain/agreement/figures.ts'

/** `A B | B` is one unit to which the first coder gave A and B, and the second B; `3x |` is three units nobody coded. */
export function pairOf(notation: string): UnitPair {
  const [, weight, first, second] = /^(?:(\d+)x)?([^|]*)\|(.*)$/.exec(notation.trim()) ?? []
  return { first: setOf(first), second: setOf(second), weight: weight === undefined ? 1 : Number(weight) }
}

export function pairsOf(...notations: readonly string[]): readonly UnitPair[] {
  return notations.map(pairOf)
}

function setOf(codes: string | undefined): ReadonlySet<string> {
  return new Set((codes ?? '').split(/\s+/).filter((code) => code !== ''))
}

/** The same units, each with weight 1. */
export function spreadOut(pairs: readonly UnitPair[]): readonly UnitPair[] {
  return pairs.flatMap((pair) => Array.from({ length: pair.weight }, () => ({ ...pair, weight: 1 })))
}

export function swapCoders(pairs: readonly UnitPair[]): readonly UnitPair[] {
  return pairs.map(({ first, second, weight }) => ({ first: second, second: first, weight }))
}

const codeSets = fc
  .uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { maxLength: 4 })
  .map((codes) => new Set(codes))

/** Up to a dozen patterns over five codes, equal ones among them. */
export const arbitraryPairs: fc.Arbitrary<readonly UnitPair[]> = fc.array(
  fc.record({ first: codeSets, second: codeSets, weight: fc.integer({ min: 1, max: 4 }) }),
  { maxLength: 12 },
)
