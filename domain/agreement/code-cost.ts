import type { TwoByTwo } from './figures.ts'

/**
 * What coders who went through the same units did with one code, in pairs of readings: any two of them who read one unit. Two
 * coders make one pair a unit.
 */
export interface CodeDifference {
  readonly code: string
  /** Pairs of readings of which one has the code and the other has not. */
  readonly differing: number
  /** Units that all who went through them gave the code. */
  readonly everyone: number
}

/** What a code costs the agreement of the coders compared. */
export interface CodeCost extends CodeDifference {
  /** Share of all differing pairs, 0 to 1, that are this code's: over all codes they sum to 1. */
  readonly share: number
}

/** Two coders' table as pairs of readings: each unit is one. */
export function differenceOfTable({ code, both, onlyFirst, onlySecond }: TwoByTwo & { readonly code: string }) {
  return { code, differing: onlyFirst + onlySecond, everyone: both } satisfies CodeDifference
}

/**
 * Which codes cost most agreement: each code's share of all pairs of readings, code by code, that differ. These are the pairs
 * that keep pooled kappa of two coders, and every code's alpha of any number, from 1, so a code with a third of them is a third
 * of what a better definition could win. Codes on which nobody differs are left out; the costliest come first, and of equals the
 * one that was less often agreed on.
 *
 * Where all units were read by as many coders, the shares are those of the observed disagreement of Krippendorff's nominal
 * alpha, code by code.
 */
export function costPerCode<Code extends CodeDifference>(codes: readonly Code[]): readonly (Code & CodeCost)[] {
  const all = codes.reduce((sum, { differing }) => sum + differing, 0)
  return codes
    .filter(({ differing }) => differing > 0)
    .map((code) => ({ ...code, share: code.differing / all }))
    .sort((a, b) => b.differing - a.differing || a.everyone - b.everyone || (a.code < b.code ? -1 : 1))
}

/** How many of the costliest codes hold at least this share of all disagreement; 0 where there is none. */
export function codesHolding(costs: readonly CodeCost[], share: number): number {
  let held = 0
  for (const [index, cost] of costs.entries()) {
    held += cost.share
    if (held >= share - 1e-9) return index + 1
  }
  return costs.length
}
