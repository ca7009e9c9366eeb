import { cohenKappaOfTable } from './cohen-kappa.ts'
import { alphaOf } from './disagreement.ts'
import type { Figure, TwoByTwo } from './figures.ts'
import { gwetAc1OfTable } from './gwet-ac1.ts'
import type { Patterns } from './patterns.ts'

/** Agreement on one code: its 2×2 table of present/absent over all units, and what follows from it. */
export interface CodeAgreement {
  readonly code: string
  readonly table: TwoByTwo
  /** Share of units, 0 to 1, in which both have the code or neither has. */
  readonly agreement: Figure
  /** Cohen's kappa. */
  readonly kappa: Figure
  readonly ac1: Figure
  /** Krippendorff's nominal alpha. */
  readonly alpha: Figure
}

export interface CodeTable {
  readonly code: string
  readonly table: TwoByTwo
}

const NO_SET = new Int32Array(0)

/** Counts the 2×2 tables of two coders' codes, for whatever weights the patterns have. */
export class CodeTables {
  readonly #codes: readonly string[]
  /** Of each pattern, the codes that only the first has, only the second, both: three lists after one another. */
  readonly #members: Int32Array
  readonly #ends: Int32Array

  constructor({ codes, sets, starts, values }: Patterns) {
    this.#codes = codes
    const members: number[] = []
    const ends: number[] = []
    for (let pattern = 0; pattern < starts.length - 1; pattern++) {
      const start = starts[pattern] ?? 0
      const first = sets[values[start] ?? 0] ?? NO_SET
      const second = sets[values[start + 1] ?? 0] ?? NO_SET
      append(members, first, second, false)
      ends.push(members.length)
      append(members, second, first, false)
      ends.push(members.length)
      append(members, first, second, true)
      ends.push(members.length)
    }
    this.#members = Int32Array.from(members)
    this.#ends = Int32Array.from(ends)
  }

  /** One for each code, null where no unit with a weight shows it: there it is not used. */
  of(weights: Float64Array): readonly (CodeTable | null)[] {
    const size = this.#codes.length
    const counts = [new Float64Array(size), new Float64Array(size), new Float64Array(size)] as const
    const ends = this.#ends
    const members = this.#members
    let units = 0
    let at = 0
    for (let pattern = 0; pattern < weights.length; pattern++) {
      const weight = weights[pattern] ?? 0
      units += weight
      for (let kind = 0; kind < 3; kind++) {
        const end = ends[3 * pattern + kind] ?? 0
        const sums = counts[kind]
        for (; at < end; at++) {
          const code = members[at] ?? 0
          if (sums !== undefined) sums[code] = (sums[code] ?? 0) + weight
        }
      }
    }
    const [onlyFirsts, onlySeconds, boths] = counts
    return this.#codes.map((code, index) => {
      const onlyFirst = onlyFirsts[index] ?? 0
      const onlySecond = onlySeconds[index] ?? 0
      const both = boths[index] ?? 0
      const used = both + onlyFirst + onlySecond
      return used === 0 ? null : { code, table: { both, onlyFirst, onlySecond, neither: units - used } }
    })
  }
}

/** Adds what the one ascending list holds and the other does too, or does not. */
function append(members: number[], list: Int32Array, other: Int32Array, isShared: boolean): void {
  let at = 0
  for (const code of list) {
    while (at < other.length && (other[at] ?? 0) < code) at++
    if ((other[at] === code) === isShared) members.push(code)
  }
}

/** Agreement on a code, from its table. */
export function agreementOnCode({ code, table }: CodeTable): CodeAgreement {
  const { both, onlyFirst, onlySecond, neither } = table
  const units = both + onlyFirst + onlySecond + neither
  return {
    code,
    table,
    agreement: units === 0 ? { value: null, reason: 'no-units' } : { value: (both + neither) / units },
    kappa: cohenKappaOfTable(table),
    ac1: gwetAc1OfTable(table),
    alpha: alphaOfTable(table),
  }
}

/** Krippendorff's alpha on present/absent, of two coders. */
function alphaOfTable({ both, onlyFirst, onlySecond, neither }: TwoByTwo): Figure {
  const differing = onlyFirst + onlySecond
  const present = 2 * both + differing
  const absent = 2 * neither + differing
  return alphaOf({ values: present + absent, within: 2 * differing, among: 2 * present * absent })
}

/**
 * The mean of the per-code kappas that are defined, over the codes that at least one coder used. It is not the pooled
 * kappa. Undefined when there is no unit, no code, or no code whose kappa is defined.
 */
export function kappaMean(units: number, tables: readonly CodeTable[]): Figure {
  if (units === 0) return { value: null, reason: 'no-units' }
  if (tables.length === 0) return { value: null, reason: 'no-codes' }
  let sum = 0
  let defined = 0
  for (const { table } of tables) {
    const kappa = cohenKappaOfTable(table)
    if (kappa.value === null) continue
    sum += kappa.value
    defined++
  }
  return defined === 0 ? { value: null, reason: 'no-defined-kappa' } : { value: sum / defined }
}
