import { alphaOf, fleissOf, type Disagreement } from './disagreement.ts'
import type { Figure, GroupUnitFigureName, UnitValues } from './figures.ts'
import { countValues, unitsIn, type Patterns } from './patterns.ts'
import { SetDisagreement } from './set-alpha.ts'
import { coded, jaccard, masi, nominal } from './set-distance.ts'

/** The figures of any number of coders that units give. */
export type GroupFigures = Readonly<Record<GroupUnitFigureName, Figure>>

/** Agreement of all coders on one code: present or absent. */
export interface GroupCodeAgreement {
  readonly code: string
  /** Values that have the code, and that do not. */
  readonly present: number
  readonly absent: number
  /** Units that all who went through them gave the code, and that some gave it and others did not. */
  readonly everyone: number
  readonly divided: number
  /** Pairs of values of one unit of which one has the code and the other has not. */
  readonly differing: number
  readonly fleiss: Figure
  /** Krippendorff's nominal alpha. */
  readonly alpha: Figure
}

/** Two or more coders compared over the same units, of which each coder may have missed some. */
export interface GroupComparison extends GroupFigures {
  /** Units with two values or more. */
  readonly units: number
  readonly values: number
  /** Pairs of values of one unit, over all units. */
  readonly pairs: number
  /** How many codes at least one of them used. */
  readonly codes: number
  /** Units that at least one coder coded; the share of units, 0 to 1, that none did, null when there is no unit. */
  readonly coded: { readonly any: number; readonly uncodedShare: number | null }
  /** Each code that at least one used, sorted by code. */
  readonly perCode: readonly GroupCodeAgreement[]
}

/** What the weights of patterns come to. */
export interface GroupFindings {
  readonly figures: GroupFigures
  /** One for each code of the patterns; null where it is not used. */
  readonly perCode: readonly (GroupCodeAgreement | null)[]
}

/** Units of any number of coders, made ready to be asked for their figures again and again, with other weights. */
export class GroupSample {
  readonly patterns: Patterns
  readonly #sets: SetDisagreement
  /** Of each pattern, the codes that some of its values have, with how many of them do. */
  readonly #codes: readonly Int32Array[]
  readonly #present: readonly Int32Array[]

  /** Units that fewer than two coders went through are left out: they tell nothing of agreement. */
  constructor(units: readonly UnitValues[]) {
    this.patterns = countValues(units.filter(({ values }) => values.length >= 2))
    this.#sets = new SetDisagreement(this.patterns, [coded, nominal, jaccard, masi])
    const counts = rowsOf(this.patterns).map((row) => {
      const present = new Map<number, number>()
      for (const code of row.flatMap((set) => [...(this.patterns.sets[set] ?? [])])) {
        present.set(code, (present.get(code) ?? 0) + 1)
      }
      return present
    })
    this.#codes = counts.map((present) => Int32Array.from(present.keys()))
    this.#present = counts.map((present) => Int32Array.from(present.values()))
  }

  find(weights: Float64Array): GroupFindings {
    const ratings = this.#ratings(weights)
    const [codes, names, jaccards, masis] = this.#sets.of(weights)
    const none: Disagreement = { values: 0, within: 0, among: 0 }
    return {
      figures: {
        codedAgreement: this.#codedAgreement(weights),
        fleissCoded: fleissOf(codes ?? none, ratings),
        fleissSets: fleissOf(names ?? none, ratings),
        alphaCoded: alphaOf(codes ?? none),
        alphaNominal: alphaOf(names ?? none),
        alphaJaccard: alphaOf(jaccards ?? none),
        alphaMasi: alphaOf(masis ?? none),
      },
      perCode: this.#perCode(weights, codes?.values ?? 0, ratings),
    }
  }

  compare(): GroupComparison {
    const { weights, codes } = this.patterns
    const { figures, perCode } = this.find(weights)
    const units = unitsIn(this.patterns)
    let any = 0
    for (const [pattern, weight] of weights.entries()) if ((this.#codes[pattern]?.length ?? 0) > 0) any += weight
    return {
      units,
      values: this.#sum(weights, (coders) => coders),
      pairs: this.#sum(weights, (coders) => (coders * (coders - 1)) / 2),
      codes: codes.length,
      coded: { any, uncodedShare: units === 0 ? null : (units - any) / units },
      ...figures,
      perCode: perCode.filter((code) => code !== null),
    }
  }

  /** A sum over all units of what follows from how many went through each. */
  #sum(weights: Float64Array, amount: (coders: number) => number): number {
    const { starts } = this.patterns
    return weights.reduce((sum, weight, at) => sum + weight * amount((starts[at + 1] ?? 0) - (starts[at] ?? 0)), 0)
  }

  /** How many values every unit with a weight has; null when they differ. */
  #ratings(weights: Float64Array): number | null {
    const { starts } = this.patterns
    let ratings: number | null = null
    for (let pattern = 0; pattern < weights.length; pattern++) {
      if (weights[pattern] === 0) continue
      const here = (starts[pattern + 1] ?? 0) - (starts[pattern] ?? 0)
      if (ratings !== null && ratings !== here) return null
      ratings = here
    }
    return ratings
  }

  #codedAgreement(weights: Float64Array): Figure {
    const { sets, starts, values } = this.patterns
    let agreeing = 0
    let pairs = 0
    for (let pattern = 0; pattern < weights.length; pattern++) {
      const weight = weights[pattern] ?? 0
      const start = starts[pattern] ?? 0
      const end = starts[pattern + 1] ?? start
      let full = 0
      for (let at = start; at < end; at++) if ((sets[values[at] ?? 0]?.length ?? 0) > 0) full++
      const empty = end - start - full
      agreeing += weight * (full * (full - 1) + empty * (empty - 1))
      pairs += weight * (end - start) * (end - start - 1)
    }
    return pairs === 0 ? { value: null, reason: 'no-units' } : { value: agreeing / pairs }
  }

  #perCode(weights: Float64Array, values: number, ratings: number | null): readonly (GroupCodeAgreement | null)[] {
    const { codes, starts } = this.patterns
    const presents = new Float64Array(codes.length)
    const within = new Float64Array(codes.length)
    const everyones = new Float64Array(codes.length)
    const divideds = new Float64Array(codes.length)
    const differings = new Float64Array(codes.length)
    for (let pattern = 0; pattern < weights.length; pattern++) {
      const weight = weights[pattern] ?? 0
      if (weight === 0) continue
      const coders = (starts[pattern + 1] ?? 0) - (starts[pattern] ?? 0)
      const counts = this.#present[pattern]
      for (const [at, code] of (this.#codes[pattern] ?? []).entries()) {
        const having = counts?.[at] ?? 0
        presents[code] = (presents[code] ?? 0) + weight * having
        const pairs = weight * having * (coders - having)
        differings[code] = (differings[code] ?? 0) + pairs
        within[code] = (within[code] ?? 0) + (2 * pairs) / (coders - 1)
        const units = having === coders ? everyones : divideds
        units[code] = (units[code] ?? 0) + weight
      }
    }
    return codes.map((code, index) => {
      const present = presents[index] ?? 0
      if (present === 0) return null
      const absent = values - present
      const disagreement = { values, within: within[index] ?? 0, among: 2 * present * absent }
      return {
        code,
        present,
        absent,
        everyone: everyones[index] ?? 0,
        divided: divideds[index] ?? 0,
        differing: differings[index] ?? 0,
        fleiss: fleissOf(disagreement, ratings),
        alpha: alphaOf(disagreement),
      }
    })
  }
}

function rowsOf({ starts, values, weights }: Patterns): readonly (readonly number[])[] {
  return Array.from(weights, (_, pattern) => [...values.subarray(starts[pattern], starts[pattern + 1])])
}

/** Every figure of the agreement of any number of coders. */
export function compareGroup(units: readonly UnitValues[]): GroupComparison {
  return new GroupSample(units).compare()
}
