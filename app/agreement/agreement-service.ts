import { bootstrap, type Interval } from '../../domain/agreement/bootstrap.ts'
import { PairSample } from '../../domain/agreement/comparison.ts'
import {
  FIGURES,
  GROUP_FIGURES,
  GROUP_UNIT_FIGURES,
  PAIR_FIGURES,
  type Figure,
  type FigureName,
  type GroupFigureName,
} from '../../domain/agreement/figures.ts'
import { GroupSample } from '../../domain/agreement/group-comparison.ts'
import { agreementOnCode } from '../../domain/agreement/per-code.ts'
import { UnitizingSample, type Continuum } from '../../domain/agreement/unitizing-alpha.ts'
import { codebookOf } from '../../domain/codebook/codebook.ts'
import { randomFor, resample } from './resampling.ts'
import { mapOf, reportGroup, reportPair, type CodeIntervals, type Measured } from './report.ts'
import { stackUnits, type GroupStack, type PairStack, type Stack } from './stack.ts'
import { findCells } from './compared-passes.ts'
import { ComparedUnits } from './compared-units.ts'
import type { Comparison, GroupComparison } from '../contract/agreement.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { Handlers, Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import type { Task } from '../task.ts'

export const agreementHandlers: Handlers<Under<'agreement'>> = { 'agreement.compute': computeAgreement }

type Question = ParsedInput<'agreement.compute'>

/** Compares coders over what the question names: pairs of them, and all together where it asks for that. */
export async function computeAgreement(
  study: OpenStudy,
  asked: Question,
  task: Task,
): Promise<Output<'agreement.compute'>> {
  const question: Question = asked.subject === 'codings' ? asked : { ...asked, unit: 'segment' }
  const cells = findCells(study, question)
  const compared = new ComparedUnits(study, question, codebookOf(study.read.codes.all()))
  const { pairs, groups } = await stackUnits(cells, question, compared, task)
  const work = new Work(study, question, task, pairs.length + groups.length)
  const comparisons: Comparison[] = []
  for (const stack of pairs) comparisons.push(await work.comparePair(stack))
  const together: GroupComparison[] = []
  for (const stack of groups) together.push(await work.compareGroup(stack))
  return {
    unit: question.unit,
    share: question.unit === 'overlap' ? question.share : null,
    subject: question.subject,
    scope: question.scope,
    between: question.between,
    harmonised: question.harmonised,
    seed: question.seed,
    resamples: question.resamples,
    comparisons,
    groups: together.filter(({ coders }) => coders.length >= 2),
    alone: cells.flatMap(({ transcript, passes: [only, ...others] }) =>
      only === undefined || others.length > 0
        ? []
        : [{ transcript: transcript.name, round: only.round.name, coder: only.coder.name }],
    ),
  }
}

/** The bootstrap of all comparisons, one after another, with how far it has come. */
class Work {
  readonly #study: OpenStudy
  readonly #question: Question
  readonly #task: Task
  readonly #total: number
  #done = 0

  constructor(study: OpenStudy, question: Question, task: Task, total: number) {
    this.#study = study
    this.#question = question
    this.#task = task
    this.#total = total
  }

  async comparePair(stack: PairStack): Promise<Comparison> {
    const sample = new PairSample(stack.units)
    const compared = sample.compare()
    const { codes } = sample.patterns
    const intervals = await this.#resample(stack, 'units', sample.patterns.weights, (weights) => {
      const { figures, tables } = sample.find(weights)
      const perCode = tables.flatMap((table) => {
        if (table === null) return [null, null, null, null]
        const { agreement, kappa, ac1, alpha } = agreementOnCode(table)
        return [agreement.value, kappa.value, ac1.value, alpha.value]
      })
      return [...PAIR_FIGURES.map((name) => figures[name].value), ...perCode]
    })
    const cells = compared.units * compared.codes
    const withKappa = compared.perCode.filter(({ kappa }) => kappa.value !== null).length
    const unitizing = await this.#measureUnitizing(stack)
    const measured = mapOf(FIGURES, (name: FigureName): Measured => {
      if (name === 'alphaUnitizing') return unitizing
      const n = name === 'kappaPooled' ? cells : name === 'kappaMean' ? withKappa : compared.units
      return { figure: compared[name], n, interval: intervals[PAIR_FIGURES.indexOf(name)] ?? null }
    })
    this.#done++
    const ofCodes = intervalsOfCodes(codes, intervals.slice(PAIR_FIGURES.length), 4)
    return reportPair(this.#study, this.#question, stack, compared, measured, ofCodes)
  }

  async compareGroup(stack: GroupStack): Promise<GroupComparison> {
    const sample = new GroupSample(stack.units)
    const compared = sample.compare()
    const { codes } = sample.patterns
    const intervals = await this.#resample(stack, 'units', sample.patterns.weights, (weights) => {
      const { figures, perCode } = sample.find(weights)
      return [
        ...GROUP_UNIT_FIGURES.map((name) => figures[name].value),
        ...perCode.flatMap((code) => (code === null ? [null, null] : [code.fleiss.value, code.alpha.value])),
      ]
    })
    const unitizing = await this.#measureUnitizing(stack)
    const isMatched = this.#question.unit === 'overlap'
    const measured = mapOf(GROUP_FIGURES, (name: GroupFigureName): Measured => {
      if (name === 'alphaUnitizing') return unitizing
      const figure: Figure = isMatched ? { value: null, reason: 'only-for-pairs' } : compared[name]
      return { figure, n: compared.units, interval: intervals[GROUP_UNIT_FIGURES.indexOf(name)] ?? null }
    })
    this.#done++
    const ofCodes = intervalsOfCodes(codes, intervals.slice(GROUP_UNIT_FIGURES.length), 2)
    return reportGroup(this.#study, this.#question, stack, compared, measured, ofCodes)
  }

  async #measureUnitizing<Unit>(stack: Stack<Unit>): Promise<Measured> {
    const { subject } = this.#question
    if (subject !== 'codings') return { figure: { value: null, reason: 'no-spans' }, n: 0, interval: null }
    const sample = new UnitizingSample(stack.continua.filter(({ coders }: Continuum) => coders.length >= 2))
    const [interval = null] = await this.#resample(stack, 'unitizing', sample.counts, (counts) => [
      sample.of(counts).value,
    ])
    return { figure: sample.of(sample.counts), n: sample.characters, interval }
  }

  async #resample<Unit>(
    stack: Stack<Unit>,
    what: 'units' | 'unitizing',
    counts: Float64Array,
    measure: (counts: Float64Array) => readonly (number | null)[],
  ): Promise<readonly (Interval | null)[]> {
    const { seed, resamples, unit, subject } = this.#question
    const { transcripts, passes } = stack
    const sides = (passes[0] ?? []).map(({ coder, round }) => ({ coder: coder.name, round: round.name }))
    const random = randomFor({
      seed,
      transcripts,
      sides,
      subject,
      // The unitizing alpha is the same whatever the unit, and so must its interval be.
      what: what === 'units' ? unit : what,
    })
    const who = [...new Set(sides.map(({ coder }) => coder))].join(' / ')
    const named = `${transcripts.length === 1 ? `${transcripts[0] ?? ''}, ` : ''}${who}`
    return resample(bootstrap(counts, measure, { resamples, random }), (done) =>
      this.#task.step({ done: this.#done + done / resamples, total: this.#total, what: named }),
    )
  }
}

/** `width` figures of each code, one code after another. */
function intervalsOfCodes(
  codes: readonly string[],
  intervals: readonly (Interval | null)[],
  width: number,
): CodeIntervals {
  return new Map(codes.map((code, index) => [code, intervals.slice(width * index, width * (index + 1))]))
}
