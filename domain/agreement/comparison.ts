import { codedAgreement, codedTable } from './coded-agreement.ts'
import { cohenKappaOfTable } from './cohen-kappa.ts'
import { alphaOf } from './disagreement.ts'
import type { Figure, PairFigureName, TwoByTwo, UnitPair } from './figures.ts'
import { countPatterns, type Patterns } from './patterns.ts'
import { agreementOnCode, CodeTables, kappaMean, type CodeAgreement, type CodeTable } from './per-code.ts'
import { kappaPooled } from './pooled-kappa.ts'
import { SetDisagreement } from './set-alpha.ts'
import { jaccard, masi, nominal } from './set-distance.ts'

/** The figures of two coders that units give. */
export type PairFigures = Readonly<Record<PairFigureName, Figure>>

/** Two coders compared over the same units. */
export interface CoderComparison extends PairFigures {
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

/** What the weights of patterns come to. */
export interface PairFindings {
  readonly coded: TwoByTwo
  readonly figures: PairFigures
  /** One for each code of the patterns; null where it is not used. */
  readonly tables: readonly (CodeTable | null)[]
}

/**
 * Two coders' units, made ready to be asked for their figures again and again, with other weights. The cost grows with the
 * distinct patterns, not with the units.
 */
export class PairSample {
  readonly patterns: Patterns
  readonly #codes: CodeTables
  readonly #sets: SetDisagreement

  constructor(pairs: readonly UnitPair[]) {
    this.patterns = countPatterns(pairs)
    this.#codes = new CodeTables(this.patterns)
    this.#sets = new SetDisagreement(this.patterns, [nominal, jaccard, masi])
  }

  find(weights: Float64Array): PairFindings {
    const coded = codedTable(this.patterns, weights)
    const units = coded.both + coded.onlyFirst + coded.onlySecond + coded.neither
    const tables = this.#codes.of(weights)
    const used = tables.filter((table) => table !== null)
    const [names, jaccards, masis] = this.#sets.of(weights).map(alphaOf)
    const none: Figure = { value: null, reason: 'no-units' }
    return {
      coded,
      tables,
      figures: {
        codedAgreement: codedAgreement(coded),
        kappaCoded: cohenKappaOfTable(coded),
        kappaPooled: kappaPooled(units, used),
        kappaMean: kappaMean(units, used),
        alphaNominal: names ?? none,
        alphaJaccard: jaccards ?? none,
        alphaMasi: masis ?? none,
      },
    }
  }

  /** Every figure of the agreement of the two. */
  compare(): CoderComparison {
    const { coded, figures, tables } = this.find(this.patterns.weights)
    const { both, onlyFirst, onlySecond, neither } = coded
    const either = both + onlyFirst + onlySecond
    const units = either + neither
    return {
      units,
      codes: this.patterns.codes.length,
      coded: {
        either,
        first: both + onlyFirst,
        second: both + onlySecond,
        uncodedShare: units === 0 ? null : neither / units,
      },
      ...figures,
      perCode: tables.filter((table) => table !== null).map(agreementOnCode),
    }
  }
}

/** Every figure of the agreement of two coders. */
export function compareCoders(pairs: readonly UnitPair[]): CoderComparison {
  return new PairSample(pairs).compare()
}
