import type { TwoByTwo } from './figures.ts'

/**
 * The coefficients of one code that can be followed over rounds: of two coders, and of all who coded a round. The first is the one
 * to look at: alpha is defined where some of a group missed a transcript, and Fleiss' kappa is not.
 */
export const DRIFT_FIGURES = { pair: ['kappa', 'ac1'], group: ['alpha', 'fleiss'] } as const
export type DriftKind = keyof typeof DRIFT_FIGURES
export type DriftFigure = (typeof DRIFT_FIGURES)[DriftKind][number]

/** A coefficient of a code. `reason`: why it is null. */
interface Coefficient {
  readonly value: number | null
  readonly reason: string | null
}

/** A round as coders coded it, code by code. Codes that none of them used are not in it. */
export interface ComparedRound {
  readonly round: string
  readonly coders: readonly string[]
  /** n of every figure. */
  readonly units: number
  readonly perCode: readonly {
    readonly code: string
    /** Units that at least one of them gave the code. */
    readonly used: number
    readonly figures: Readonly<Partial<Record<DriftFigure, Coefficient>>>
  }[]
}

/** The rounds, in their order, that two coders, or all who coded in each, went through. */
export interface RoundSeries {
  readonly kind: DriftKind
  /** Whoever coded in at least one of the rounds. */
  readonly coders: readonly string[]
  readonly rounds: readonly ComparedRound[]
}

interface Compared {
  readonly round: string | null
  readonly coders: readonly string[]
  readonly units: number
}

type CodeOfTwo = TwoByTwo & {
  readonly code: string
  readonly kappa: number | null
  /** Why kappa is null. */
  readonly reason: string | null
  readonly ac1: number | null
}

interface CodeOfGroup {
  readonly code: string
  readonly everyone: number
  readonly divided: number
  readonly fleiss: number | null
  readonly fleissReason: string | null
  readonly alpha: number | null
  readonly alphaReason: string | null
}

/**
 * Who can be followed over rounds, from what was compared round by round: every two coders, the pair with the most rounds
 * first, and all together, whoever they are in each round. Rounds in which nothing was to compare are left out.
 */
export function seriesOverRounds({
  comparisons,
  groups,
}: {
  readonly comparisons: readonly (Compared & { readonly perCode: readonly CodeOfTwo[] })[]
  readonly groups: readonly (Compared & { readonly perCode: readonly CodeOfGroup[] })[]
}): readonly RoundSeries[] {
  const pairs = comparisons.map(({ perCode, ...compared }) => ({
    ...placed(compared),
    perCode: perCode.map(codeOfTwo),
  }))
  const all = groups
    .map(({ perCode, ...compared }) => ({ ...placed(compared), perCode: perCode.map(codeOfGroup) }))
    .filter(({ units }) => units > 0)
  const byPair = [...Map.groupBy(pairs, ({ coders }) => JSON.stringify(coders)).values()]
    .map((rounds) => ({ kind: 'pair' as const, coders: rounds[0]?.coders ?? [], rounds }))
    .sort((a, b) => b.rounds.length - a.rounds.length)
  const everyone = [...new Set(all.flatMap(({ coders }) => coders))]
  return [...(all.length === 0 ? [] : [{ kind: 'group' as const, coders: everyone, rounds: all }]), ...byPair]
}

function placed({ round, coders, units }: Compared) {
  return { round: round ?? '', coders, units }
}

function codeOfTwo({ code, both, onlyFirst, onlySecond, kappa, reason, ac1 }: CodeOfTwo) {
  const figures = {
    kappa: { value: kappa, reason },
    // Gwet's AC1 is defined wherever there is a unit.
    ac1: { value: ac1, reason: ac1 === null ? 'no-units' : null },
  }
  return { code, used: both + onlyFirst + onlySecond, figures }
}

function codeOfGroup({ code, everyone, divided, fleiss, fleissReason, alpha, alphaReason }: CodeOfGroup) {
  const figures = { fleiss: { value: fleiss, reason: fleissReason }, alpha: { value: alpha, reason: alphaReason } }
  return { code, used: everyone + divided, figures }
}

/** One code in one round. `value` is null with a reason; it is never 0 for want of one. */
export interface DriftPoint {
  readonly round: string
  readonly units: number
  /** Units that at least one of the coders gave the code. */
  readonly used: number
  readonly value: number | null
  /** `not-used`: no coder used the code in that round. */
  readonly reason: string | null
}

export interface CodeDrift {
  readonly code: string
  /** One for each round, in the order of the rounds. */
  readonly points: readonly DriftPoint[]
  /** The last value that is defined less the first; null where fewer than two are. */
  readonly change: number | null
  /** The lesser of the uses in the two rounds whose values the change is of; null where there is no change. */
  readonly held: number | null
}

/**
 * How the agreement on each code moved from round to round. Codes come in the order of their greatest use, since what people
 * did with a rare code moves most by chance.
 */
export function driftPerCode(rounds: readonly ComparedRound[], figure: DriftFigure): readonly CodeDrift[] {
  const tables = rounds.map(({ perCode }) => new Map(perCode.map((table) => [table.code, table])))
  const codes = new Set(rounds.flatMap(({ perCode }) => perCode.map(({ code }) => code)))
  return [...codes]
    .map((code): CodeDrift => {
      const points = rounds.map(({ round, units }, index): DriftPoint => {
        const table = tables[index]?.get(code)
        if (table === undefined) return { round, units, used: 0, value: null, reason: 'not-used' }
        const { value = null, reason = null } = table.figures[figure] ?? {}
        return { round, units, used: table.used, value, reason: value === null ? (reason ?? 'no-units') : null }
      })
      return { code, points, ...changeOver(points) }
    })
    .sort((a, b) => usesOf(b) - usesOf(a) || (a.code < b.code ? -1 : 1))
}

function usesOf({ points }: CodeDrift): number {
  return points.reduce((sum, { used }) => sum + used, 0)
}

function changeOver(points: readonly DriftPoint[]): Pick<CodeDrift, 'change' | 'held'> {
  const defined = points.flatMap(({ value, used }) => (value === null ? [] : [{ value, used }]))
  const [first] = defined
  const last = defined.at(-1)
  if (first === undefined || last === undefined || defined.length < 2) return { change: null, held: null }
  return { change: last.value - first.value, held: Math.min(first.used, last.used) }
}

/** In fewer units than these one reading more or less moves a coefficient by tenths: as groups under 5 are marked elsewhere. */
export const ENOUGH_USED = 5

/**
 * The codes to look at first, at most `count`. Convention: of the codes that at least `ENOUGH_USED` units hold in both rounds that
 * their change is of, those that moved most; then, where these are too few, the others by how many units hold them in the lesser of
 * the two rounds, last those without a change, by their use. A code used once or twice goes from 0 to 1 by a single reading, so the
 * greatest changes by themselves would be the rarest codes.
 */
export function standingOut(drifts: readonly CodeDrift[], count: number): readonly string[] {
  const moved = drifts
    .filter(({ held, change }) => held !== null && held >= ENOUGH_USED && change !== 0)
    .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || usesOf(b) - usesOf(a))
  const others = drifts
    .filter(({ points }) => points.some(({ value }) => value !== null))
    .sort((a, b) => (b.held ?? 0) - (a.held ?? 0) || usesOf(b) - usesOf(a))
  return [...new Set([...moved, ...others].map(({ code }) => code))].slice(0, count)
}
