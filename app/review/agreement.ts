import { resolvedUnits } from '../../domain/adjudication/agreement.ts'
import { bootstrap, type Interval } from '../../domain/agreement/bootstrap.ts'
import { PairSample } from '../../domain/agreement/comparison.ts'
import {
  GROUP_UNIT_FIGURES,
  PAIR_FIGURES,
  type Figure,
  type FigureName,
  type GroupFigureName,
  type UnitValues,
} from '../../domain/agreement/figures.ts'
import { GroupSample } from '../../domain/agreement/group-comparison.ts'
import type { FrozenComparison } from '../../domain/agreement/snapshot.ts'
import { pairsIn } from '../../domain/agreement/units.ts'
import type { Coder } from '../../domain/coding.ts'
import type { ReportedAgreement } from '../../formats/review/report.ts'
import { randomFor, resample } from '../agreement/resampling.ts'
import type { OpenStudy } from '../study/open-study.ts'
import type { Task } from '../task.ts'
import { resultOf } from './item.ts'
import type { RoundReview, ReviewedTranscript } from './round-review.ts'

/** Coders compared over the units of one transcript, or of all that they went through. */
interface Compared {
  readonly coders: readonly Coder[]
  /** Null: all together. */
  readonly transcript: string | null
  readonly transcripts: readonly string[]
  readonly units: readonly UnitValues[]
  readonly kind: 'pair' | 'group'
}

/** What coders have once decisions count for all of them: figures that units give, in the order of their names. */
interface Measured {
  readonly names: readonly (FigureName | GroupFigureName)[]
  readonly figures: readonly Figure[]
  readonly n: readonly number[]
  readonly counts: Float64Array
  readonly measure: (counts: Float64Array) => readonly (number | null)[]
}

/**
 * The agreement of a round as it was frozen when the review started, and with what was decided since: of all coders together
 * where they are three or more, and of every two. Intervals are of the seed and resamples that the frozen ones have, or,
 * before anything is frozen, of those it would have.
 *
 * `scope`: `whole` is over all that the coders went through; `each` is by transcript besides, of two coders.
 */
export async function agreementBeforeAndAfter(
  study: OpenStudy,
  round: RoundReview,
  scope: 'whole' | 'each',
  task: Task,
): Promise<readonly ReportedAgreement[]> {
  const snapshot = study.read.snapshots.ofRound(round.round.id)
  const frozen = (snapshot?.comparisons ?? []).filter(({ subject }) => subject === 'codings')
  const { seed, resamples } = snapshot ?? { seed: 1, resamples: 1000 }
  const reported: ReportedAgreement[] = []
  const all = comparedIn(study, round).filter(
    (one) => scope === 'each' || one.transcript === null || isWhole(one, round),
  )
  for (const [index, compared] of all.entries()) {
    const sides = compared.coders.map(({ name }) => ({ round: round.round.name, coder: name }))
    const { names, figures, n, counts, measure } = measured(compared)
    const random = randomFor({ seed, transcripts: compared.transcripts, sides, subject: 'codings', what: 'turn' })
    const what = compared.coders.map(({ name }) => name).join(' / ')
    const intervals = await resample(bootstrap(counts, measure, { resamples, random }), (done) =>
      task.step({ done: index + done / resamples, total: all.length, what }),
    )
    reported.push({
      transcript: compared.transcript,
      coders: compared.coders.map(({ name }) => name),
      figures: names.map((name, at) => ({
        name,
        before: frozenFigure(frozen, compared, name),
        after: told(figures[at] ?? { value: null, reason: 'no-units' }, n[at] ?? 0, intervals[at] ?? null),
      })),
    })
  }
  return reported
}

/** Of one transcript there is no whole beside it: it is the whole. */
function isWhole({ coders }: Compared, round: RoundReview): boolean {
  const shared = round.transcripts().filter(({ codedBy }) => coders.every((coder) => codedBy.some(is(coder))))
  return shared.length === 1
}

/** All together first, then every two coders: by transcript, then over all that both went through. */
function comparedIn(study: OpenStudy, round: RoundReview): readonly Compared[] {
  const within = round.transcripts().filter(({ codedBy }) => codedBy.length >= 2)
  const everyone = study.read.people.coders().filter((coder) => within.some(({ codedBy }) => codedBy.some(is(coder))))
  const pairs = everyone.flatMap((first, index) => everyone.slice(index + 1).map((second) => [first, second] as const))
  const group: Compared[] =
    everyone.length < 3
      ? []
      : [
          {
            coders: everyone,
            transcript: null,
            transcripts: within.map(({ transcript }) => transcript.name),
            units: within.flatMap((one) => unitsOf(study, one, one.codedBy)),
            kind: 'group',
          },
        ]
  return [...group, ...pairs.flatMap((coders) => comparedPair(study, within, coders))]
}

function comparedPair(
  study: OpenStudy,
  all: readonly ReviewedTranscript[],
  coders: readonly [Coder, Coder],
): readonly Compared[] {
  const each = all
    .filter(({ codedBy }) => coders.every((coder) => codedBy.some(is(coder))))
    .map((within): Compared => {
      const { name } = within.transcript
      return { coders, transcript: name, transcripts: [name], units: unitsOf(study, within, coders), kind: 'pair' }
    })
  if (each.length < 2) return each
  const transcripts = each.flatMap((one) => one.transcripts)
  return [...each, { coders, transcript: null, transcripts, units: each.flatMap(({ units }) => units), kind: 'pair' }]
}

function is({ id }: Coder): (coder: Coder) => boolean {
  return (coder) => coder.id === id
}

function unitsOf(
  study: OpenStudy,
  { transcript, turns, items }: ReviewedTranscript,
  coders: readonly Coder[],
): readonly UnitValues[] {
  const text = study.read.transcripts.text(transcript.revisionId)
  const resolved = items.flatMap((item) => {
    if (item.subject !== 'coding') return []
    return [{ readings: item.readings, decided: item.state === 'decided' ? resultOf(study, item) : null }]
  })
  return resolvedUnits(
    { text, turns },
    resolved,
    coders.map(({ id }) => id),
  )
}

function measured({ kind, units }: Compared): Measured {
  if (kind === 'group') {
    const sample = new GroupSample(units)
    const compared = sample.compare()
    return {
      names: GROUP_UNIT_FIGURES,
      figures: GROUP_UNIT_FIGURES.map((name) => compared[name]),
      n: GROUP_UNIT_FIGURES.map(() => compared.units),
      counts: sample.patterns.weights,
      measure: (counts) => {
        const { figures } = sample.find(counts)
        return GROUP_UNIT_FIGURES.map((name) => figures[name].value)
      },
    }
  }
  const sample = new PairSample(pairsIn(units))
  const compared = sample.compare()
  const defined = compared.perCode.filter(({ kappa }) => kappa.value !== null).length
  return {
    names: PAIR_FIGURES,
    figures: PAIR_FIGURES.map((name) => compared[name]),
    // Cells of unit × code, codes whose kappa is defined, or units.
    n: PAIR_FIGURES.map((name) =>
      name === 'kappaPooled' ? compared.units * compared.codes : name === 'kappaMean' ? defined : compared.units,
    ),
    counts: sample.patterns.weights,
    measure: (counts) => {
      const { figures } = sample.find(counts)
      return PAIR_FIGURES.map((name) => figures[name].value)
    },
  }
}

/**
 * Null where it was not frozen. Two coders are named in whichever order they were compared; the group of a round is one,
 * whoever else went through a transcript alone.
 */
function frozenFigure(frozen: readonly FrozenComparison[], { kind, transcript, coders }: Compared, name: string) {
  const before = frozen.find((one) => {
    if (kind === 'group') return one.coders.length > 2
    return (
      one.transcript === transcript &&
      one.coders.length === 2 &&
      coders.every((coder) => one.coders.includes(coder.name))
    )
  })
  const figure = before?.figures.find((one) => one.name === name)
  if (figure === undefined) return null
  const { value, reason, n, interval } = figure
  return { value, reason, n, interval }
}

function told(figure: Figure, n: number, interval: Interval | null) {
  const { value } = figure
  return {
    value,
    reason: figure.value === null ? figure.reason : null,
    n,
    interval: value === null ? null : interval,
  }
}
