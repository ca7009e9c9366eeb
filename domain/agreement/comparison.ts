import { codedAgreement, codedTable, kappaCoded } from './coded-agreement.ts'
import type { Figure, FigureName, UnitPair } from './figures.ts'
import { countOverlaps } from './overlaps.ts'
import { countPatterns, type Patterns } from './patterns.ts'
import { agreementPerCode, kappaMean, type CodeAgreement } from './per-code.ts'
import { kappaPooled } from './pooled-kappa.ts'
import { setAlpha } from './set-alpha.ts'
import { jaccard, masi } from './set-distance.ts'

/** Two coders compared over the same units. */
export interface CoderComparison extends Readonly<Record<FigureName, Figure>> {
  readonly units: number
  /** How many codes at least one of the two used. */
  readonly codes: number
  /** Units that at least one coder coded, and each of the two; the share of units, 0 to 1, that neither did. */
  readonly coded: {
    readonly either: number
    readonly first: number
    readonly second: number
    /** Null when there is no unit. */
    readonly uncodedShare: number | null
  }
  /** Each code that at least one of the two used, sorted by code. */
  readonly perCode: readonly CodeAgreement[]
}

/** Every figure of the agreement of two coders. The cost grows with the distinct patterns, not with their weights. */
export function compareCoders(pairs: readonly UnitPair[]): CoderComparison {
  const patterns = countPatterns(pairs)
  const { both, onlyFirst, onlySecond, neither } = codedTable(patterns)
  const either = both + onlyFirst + onlySecond
  const units = either + neither
  return {
    units,
    codes: patterns.codes.length,
    coded: {
      either,
      first: both + onlyFirst,
      second: both + onlySecond,
      uncodedShare: units === 0 ? null : neither / units,
    },
    ...figuresOf(patterns),
    perCode: agreementPerCode(patterns),
  }
}

/** The figures alone, of patterns with whatever weights they have. */
export function figuresOf(patterns: Patterns): Readonly<Record<FigureName, Figure>> {
  const overlaps = countOverlaps(patterns)
  return {
    codedAgreement: codedAgreement(patterns),
    kappaCoded: kappaCoded(patterns),
    kappaPooled: kappaPooled(patterns),
    kappaMean: kappaMean(patterns),
    alphaJaccard: setAlpha(overlaps, jaccard),
    alphaMasi: setAlpha(overlaps, masi),
  }
}
