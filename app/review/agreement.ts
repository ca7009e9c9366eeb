import { compareResolved, resolvedUnits } from '../../domain/adjudication/agreement.ts'
import type { CoderComparison } from '../../domain/agreement/comparison.ts'
import { PAIR_FIGURES, type PairFigureName, type UnitPair } from '../../domain/agreement/figures.ts'
import type { FrozenComparison } from '../../domain/agreement/snapshot.ts'
import type { Coder } from '../../domain/coding.ts'
import type { ReportedAgreement } from '../../formats/review/report.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { resultOf } from './item.ts'
import type { RoundReview, ReviewedTranscript } from './round-review.ts'
import type { Task } from '../task.ts'

interface PairUnits {
  readonly coders: readonly [Coder, Coder]
  readonly byTranscript: { readonly transcript: string; readonly units: readonly UnitPair[] }[]
}

/**
 * The agreement of every two coders of a round: as it was frozen when the review started, and with what was decided since.
 * By transcript, then over all that both went through.
 */
export async function agreementBeforeAndAfter(
  study: OpenStudy,
  round: RoundReview,
  task: Task,
): Promise<readonly ReportedAgreement[]> {
  const frozen = (study.read.snapshots.ofRound(round.round.id)?.comparisons ?? []).filter(
    ({ subject }) => subject === 'codings',
  )
  const pairs = new Map<string, PairUnits>()
  const transcripts = round.transcripts()
  for (const [done, within] of transcripts.entries()) {
    await task.step({ done, total: transcripts.length, what: within.transcript.name })
    for (const { coders, units } of unitsOf(study, within)) {
      const key = coders.map(({ id }) => id).join(' ')
      const pair = pairs.get(key) ?? { coders, byTranscript: [] }
      pairs.set(key, pair)
      pair.byTranscript.push({ transcript: within.transcript.name, units })
    }
  }
  return [...pairs.values()].flatMap(({ coders, byTranscript }) => {
    const names = [coders[0].name, coders[1].name] as const
    const each = byTranscript.map(({ transcript, units }) => compared(transcript, names, [units], frozen))
    const whole = byTranscript.map(({ units }) => units)
    return byTranscript.length === 1 ? each : [...each, compared(null, names, whole, frozen)]
  })
}

function unitsOf(study: OpenStudy, { transcript, turns, items }: ReviewedTranscript, coders = codersOf(items)) {
  const text = study.read.transcripts.text(transcript.revisionId)
  const resolved = items.flatMap((item) => {
    if (item.subject !== 'coding') return []
    return [{ readings: item.readings, decided: item.state === 'decided' ? resultOf(study, item) : null }]
  })
  const people = study.read.people.coders().filter(({ id }) => coders.has(id))
  return people.flatMap((first, index) =>
    people.slice(index + 1).map((second) => ({
      coders: [first, second] as const,
      units: resolvedUnits({ text, turns }, resolved, [first.id, second.id]),
    })),
  )
}

/** Who coded the transcript: those who only screened it have no codings to compare. */
function codersOf(items: ReviewedTranscript['items']): ReadonlySet<Coder['id']> {
  return new Set(items.flatMap((item) => (item.subject === 'coding' ? item.coders : [])))
}

function compared(
  transcript: string | null,
  coders: readonly [string, string],
  units: readonly (readonly UnitPair[])[],
  frozen: readonly FrozenComparison[],
): ReportedAgreement {
  const after = compareResolved(units)
  // Named in whichever order they were compared.
  const before = frozen.find(
    (one) =>
      one.transcript === transcript && one.coders.length === 2 && coders.every((name) => one.coders.includes(name)),
  )
  return {
    transcript,
    coders: [...coders],
    figures: PAIR_FIGURES.map((name) => {
      const was = before?.figures.find((figure) => figure.name === name)
      const now = after[name]
      return {
        name,
        before: was === undefined ? null : { value: was.value, reason: was.reason, n: was.n },
        after: { value: now.value, reason: now.value === null ? now.reason : null, n: restsOn(name, after) },
      }
    }),
  }
}

/** What a figure is of: units, cells of unit × code, or codes whose kappa is defined. */
function restsOn(name: PairFigureName, { units, codes, perCode }: CoderComparison): number {
  if (name === 'kappaPooled') return units * codes
  return name === 'kappaMean' ? perCode.filter(({ kappa }) => kappa.value !== null).length : units
}
