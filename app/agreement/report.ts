import type { Interval } from '../../domain/agreement/bootstrap.ts'
import { costPerCode, differenceOfTable, type CodeDifference } from '../../domain/agreement/code-cost.ts'
import type { CoderComparison } from '../../domain/agreement/comparison.ts'
import { FIGURES, GROUP_FIGURES, type Figure, type WithoutInterval } from '../../domain/agreement/figures.ts'
import type { GroupComparison } from '../../domain/agreement/group-comparison.ts'
import type { GroupStack, PairStack, Stack } from './stack.ts'
import { inForceOfAll } from '../codebook/codebook-in-force.ts'
import type { LeftOut } from './compared-units.ts'
import type { Comparison, GroupComparison as PrintedGroup } from '../contract/agreement.ts'
import type { ParsedInput } from '../contract.ts'
import type { OpenStudy } from '../study/open-study.ts'

type Question = ParsedInput<'agreement.compute'>

/** A figure with what it rests on and its interval; null where none could be had. */
export interface Measured {
  readonly figure: Figure
  readonly n: number
  readonly interval: Interval | null
}

/** The intervals of one code's figures, in the order in which they were measured. */
export type CodeIntervals = ReadonlyMap<string, readonly (Interval | null)[]>

export function reportPair(
  study: OpenStudy,
  question: Question,
  stack: PairStack,
  compared: CoderComparison,
  measured: Readonly<Record<(typeof FIGURES)[number], Measured>>,
  codeIntervals: CodeIntervals,
): Comparison {
  const [first, second] = namesOfSides(stack)
  const unaligned = unalignedOf(study, question, stack)
  const costOf = costsOf(compared.perCode.map(({ code, table }) => differenceOfTable({ code, ...table })))
  const withoutKappa = compared.perCode.filter(({ kappa }) => kappa.value === null).length
  return {
    ...whereOf(stack),
    coders: [first.coder, second.coder],
    rounds: [first.round, second.round],
    units: compared.units,
    codes: compared.codes,
    coded: compared.coded,
    ...printed(FIGURES, measured, question.resamples),
    perCode: compared.perCode.map(({ code, table, agreement, kappa, ac1, alpha }) => {
      const [ofAgreement = null, ofKappa = null, ofAc1 = null, ofAlpha = null] = codeIntervals.get(code) ?? []
      return {
        code,
        both: table.both,
        onlyFirst: table.onlyFirst,
        onlySecond: table.onlySecond,
        neither: table.neither,
        cost: costOf(code),
        kappa: kappa.value,
        reason: reasonOf(kappa),
        agreement: agreement.value,
        ac1: ac1.value,
        alpha: alpha.value,
        alphaReason: reasonOf(alpha),
        interval: kappa.value === null ? null : plain(ofKappa),
        agreementInterval: agreement.value === null ? null : plain(ofAgreement),
        ac1Interval: ac1.value === null ? null : plain(ofAc1),
        alphaInterval: alpha.value === null ? null : plain(ofAlpha),
      }
    }),
    leftOut: summed([
      ...countByCoder(unaligned),
      ...stack.leftOut,
      { reason: 'codes-without-kappa', coder: null, count: withoutKappa },
    ]),
    unaligned,
  }
}

export function reportGroup(
  study: OpenStudy,
  question: Question,
  stack: GroupStack,
  compared: GroupComparison,
  measured: Readonly<Record<(typeof GROUP_FIGURES)[number], Measured>>,
  codeIntervals: CodeIntervals,
): PrintedGroup {
  const costOf = costsOf(compared.perCode)
  const alone = stack.units.reduce((sum, { values, weight }) => (values.length === 1 ? sum + weight : sum), 0)
  return {
    ...whereOf(stack),
    coders: [...new Set(stack.passes.flat().map(({ coder }) => coder.name))].sort((a, b) => a.localeCompare(b, 'en')),
    units: compared.units,
    values: compared.values,
    pairs: compared.pairs,
    codes: compared.codes,
    coded: compared.coded,
    ...printed(GROUP_FIGURES, measured, question.resamples),
    perCode: compared.perCode.map(({ fleiss, alpha, ...uses }) => {
      const [ofFleiss = null, ofAlpha = null] = codeIntervals.get(uses.code) ?? []
      return {
        ...uses,
        cost: costOf(uses.code),
        fleiss: fleiss.value,
        fleissReason: reasonOf(fleiss),
        alpha: alpha.value,
        alphaReason: reasonOf(alpha),
        fleissInterval: fleiss.value === null ? null : plain(ofFleiss),
        alphaInterval: alpha.value === null ? null : plain(ofAlpha),
      }
    }),
    leftOut: summed([
      ...countByCoder(unalignedOf(study, question, stack)),
      ...stack.leftOut,
      { reason: 'one-coder', coder: null, count: alone },
    ]),
  }
}

/** What each code costs; 0 where nobody differs on it, null where nobody differs on any. */
function costsOf(codes: readonly CodeDifference[]): (code: string) => number | null {
  const costs = new Map(costPerCode(codes).map(({ code, share }) => [code, share]))
  return (code) => costs.get(code) ?? (costs.size === 0 ? null : 0)
}

/** The figures by name, each with its n, and its interval and reason where there are any. */
function printed<Name extends string>(
  names: readonly Name[],
  measured: Readonly<Record<Name, Measured>>,
  resamples: number,
) {
  const values = mapOf(names, (name) => measured[name].figure.value)
  const n = mapOf(names, (name) => measured[name].n)
  const intervals: Partial<Record<Name, [number, number]>> = {}
  const withoutInterval: Partial<Record<Name, WithoutInterval>> = {}
  const reasons: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const { figure, interval } = measured[name]
    if (figure.value === null) reasons[name] = figure.reason
    if (figure.value === null) withoutInterval[name] = 'figure-undefined'
    else if (resamples === 0) withoutInterval[name] = 'no-resamples'
    else if (interval === null) withoutInterval[name] = 'resamples-undefined'
    else intervals[name] = [...interval]
  }
  return { ...values, n, intervals, withoutInterval, reasons }
}

export function mapOf<Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Record<Name, Value> {
  const entries = names.map((name) => [name, valueOf(name)] as const)
  return Object.fromEntries(entries) as Record<Name, Value>
}

function plain(interval: Interval | null): [number, number] | null {
  return interval === null ? null : [...interval]
}

function reasonOf(figure: Figure): string | null {
  return figure.value === null ? figure.reason : null
}

function whereOf<Unit>({ transcripts, passes, codebooks, mapped, merged }: Stack<Unit>) {
  const rounds = new Set(passes.flat().map(({ round }) => round.name))
  const [transcript = null, ...others] = transcripts
  return {
    transcript: others.length === 0 ? transcript : null,
    transcripts: [...transcripts],
    round: rounds.size === 1 ? (rounds.values().next().value ?? null) : null,
    codebook: inForceOfAll(codebooks),
    mappedCodes: mapped.size,
    mergedCodes: merged.size,
  }
}

interface Side {
  readonly coder: string
  readonly round: string | null
}

function namesOfSides({ passes }: PairStack): readonly [Side, Side] {
  const sideAt = (index: number): Side => {
    const rounds = new Set(passes.map((pair) => pair[index]?.round.name ?? ''))
    return {
      coder: passes[0]?.[index]?.coder.name ?? '',
      round: rounds.size === 1 ? (rounds.values().next().value ?? null) : null,
    }
  }
  return [sideAt(0), sideAt(1)]
}

function unalignedOf<Unit>(study: OpenStudy, { subject }: Question, { passes }: Stack<Unit>): Comparison['unaligned'] {
  if (subject !== 'codings') return []
  return passes.flat().flatMap(({ assignmentId, coder }) =>
    assignmentId === null
      ? []
      : study.read.codings.unaligned(assignmentId).map((turn) => ({
          coder: coder.name,
          ...turn,
          codes: [...turn.codes],
        })),
  )
}

function countByCoder(unaligned: Comparison['unaligned']): readonly LeftOut[] {
  return [...Map.groupBy(unaligned, ({ coder }) => coder)].map(([coder, turns]) => ({
    reason: 'unaligned-turns',
    coder,
    count: turns.length,
  }))
}

/** One entry a reason and coder; what counts nothing is not told. */
function summed(leftOut: readonly LeftOut[]): LeftOut[] {
  const sums = new Map<string, LeftOut>()
  for (const { reason, coder, count } of leftOut) {
    const key = JSON.stringify([reason, coder])
    sums.set(key, { reason, coder, count: (sums.get(key)?.count ?? 0) + count })
  }
  return [...sums.values()].filter(({ count }) => count > 0)
}
