import type { TwoByTwo } from './figures.ts'

/** The coefficients of one code that can be followed over rounds. */
export const DRIFT_FIGURES = ['kappa', 'ac1'] as const
export type DriftFigure = (typeof DRIFT_FIGURES)[number]

/** A round as two coders coded it, code by code. Codes that neither used are not in it. */
export interface ComparedRound {
  readonly round: string
  /** n of every figure. */
  readonly units: number
  readonly perCode: readonly (TwoByTwo & {
    readonly code: string
    readonly kappa: number | null
    readonly ac1: number | null
    /** Why kappa is null. */
    readonly reason: string | null
  })[]
}

/** One code in one round. `value` is null with a reason; it is never 0 for want of one. */
export interface DriftPoint {
  readonly round: string
  readonly units: number
  /** Units that at least one of the two gave the code. */
  readonly used: number
  readonly value: number | null
  /** `not-used`: neither coder used the code in that round. */
  readonly reason: string | null
}

export interface CodeDrift {
  readonly code: string
  /** One for each round, in the order of the rounds. */
  readonly points: readonly DriftPoint[]
  /** The last value that is defined less the first; null where fewer than two are. */
  readonly change: number | null
}

/**
 * How the agreement on each code moved from round to round, for one pair of coders. Codes come in the order of their
 * greatest use, since what two people did with a rare code moves most by chance.
 */
export function driftPerCode(rounds: readonly ComparedRound[], figure: DriftFigure): readonly CodeDrift[] {
  const tables = rounds.map(({ perCode }) => new Map(perCode.map((table) => [table.code, table])))
  const codes = new Set(rounds.flatMap(({ perCode }) => perCode.map(({ code }) => code)))
  return [...codes]
    .map((code): CodeDrift => {
      const points = rounds.map(({ round, units }, index): DriftPoint => {
        const table = tables[index]?.get(code)
        if (table === undefined) return { round, units, used: 0, value: null, reason: 'not-used' }
        const value = table[figure]
        const used = table.both + table.onlyFirst + table.onlySecond
        return { round, units, used, value, reason: value === null ? (table.reason ?? 'no-units') : null }
      })
      const defined = points.flatMap(({ value }) => (value === null ? [] : [value]))
      const [first] = defined
      const last = defined.at(-1)
      const change = defined.length < 2 || first === undefined || last === undefined ? null : last - first
      return { code, points, change }
    })
    .sort((a, b) => usesOf(b) - usesOf(a) || (a.code < b.code ? -1 : 1))
}

function usesOf({ points }: CodeDrift): number {
  return points.reduce((sum, { used }) => sum + used, 0)
}
