import { bootstrap, type Intervals } from '../domain/agreement/bootstrap.ts'
import { compareCoders, type CoderComparison } from '../domain/agreement/comparison.ts'
import { FIGURES, type UnitPair } from '../domain/agreement/figures.ts'
import { pairUnits, type CodedSpan, type UnitKind } from '../domain/agreement/units.ts'
import { codebookOf, pathOf, PATH_SEPARATOR, type Codebook } from '../domain/codebook.ts'
import type { Coder, Round } from '../domain/coding.ts'
import { AxialError } from '../domain/errors.ts'
import type { Term } from '../domain/terms.ts'
import { randomOf } from '../domain/statistics/random.ts'
import type { Assignment } from '../db/people.ts'
import type { ListedTranscript } from '../db/transcripts.ts'
import type { Comparison } from './contract/agreement.ts'
import type { Output, ParsedInput } from './contract.ts'
import type { Handlers, Under } from './handlers.ts'
import type { OpenStudy } from './open-study.ts'
import type { Task } from './task.ts'

export const agreementHandlers: Handlers<Under<'agreement'>> = { 'agreement.compute': computeAgreement }

type Question = ParsedInput<'agreement.compute'>

/** Compares every pair of coders who both went through a transcript in one independent round. */
export async function computeAgreement(
  study: OpenStudy,
  question: Question,
  task: Task,
): Promise<Output<'agreement.compute'>> {
  const { unit, seed, resamples } = question
  const pairs = findPairs(study, question)
  const codebook = codebookOf(study.read.codes.all())
  const comparisons: Comparison[] = []
  for (const [index, pair] of pairs.entries()) {
    const what = `${pair.transcript.name}, ${pair.coders[0].name} / ${pair.coders[1].name}`
    await task.step({ done: index, total: pairs.length, what })
    const unitPairs = pairUnitsOf(study, pair, unit, codebook)
    const compared = compareCoders(unitPairs)
    const random = randomOf(seed, pair.transcript.name, pair.round.name, pair.coders[0].name, pair.coders[1].name, unit)
    const resampling = bootstrap(unitPairs, { resamples, random })
    let next = resampling.next()
    while (next.done !== true) {
      await task.step({ done: index + next.value / resamples, total: pairs.length, what })
      next = resampling.next()
    }
    comparisons.push(reportComparison(study, pair, compared, next.value))
  }
  return { unit, seed, comparisons }
}

/** Two passes over one transcript in one round. */
interface PassPair {
  readonly transcript: ListedTranscript
  readonly round: Round
  readonly coders: readonly [Coder, Coder]
  readonly passes: readonly [Assignment, Assignment]
}

function findPairs(study: OpenStudy, { transcripts: names, coders: wanted, coderId }: Question): readonly PassPair[] {
  const { people, transcripts } = study.read
  const listed = transcripts.all()
  for (const name of names) requireNamed('transcript', name, listed)
  const coders = people.coders()
  for (const name of wanted ?? []) requireNamed('coder', name, coders)
  const rounds = visibleRounds(study, coderId)
  const byTranscript = Map.groupBy(people.assignments(), (pass) => pass.transcriptId)
  return listed
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .flatMap((transcript) =>
      rounds.flatMap((round) => {
        const passes = (byTranscript.get(transcript.id) ?? []).filter((pass) => pass.roundId === round.id)
        return pairsOf(passes, coders, wanted).map((pair) => ({ transcript, round, ...pair }))
      }),
    )
}

/**
 * The independent rounds whose figures the viewer may see. A moderator opens a round before looking at it, too; a coder
 * is told of a blind round only where they coded in it themselves.
 */
function visibleRounds(study: OpenStudy, coderId: Question['coderId']): readonly Round[] {
  const { people } = study.read
  const independent = people.rounds().filter((round) => round.kind === 'independent')
  if (coderId === undefined) return independent
  const open = independent.filter((round) => round.state === 'open')
  const passes = people.assignments()
  const known = study.coder(coderId).kind === 'moderator' ? passes : passes.filter((pass) => pass.coderId === coderId)
  const hidden = independent.find(({ id, state }) => state === 'blind' && known.some((pass) => pass.roundId === id))
  const shown = open.some((round) => passes.some((pass) => pass.roundId === round.id))
  if (!shown && hidden !== undefined) throw new AxialError('round-blind', { name: hidden.name })
  return open
}

function pairsOf(
  passes: readonly Assignment[],
  coders: readonly Coder[],
  wanted: readonly [string, string] | undefined,
): readonly Pick<PassPair, 'coders' | 'passes'>[] {
  const named = passes.flatMap((pass) => {
    const coder = coders.find(({ id }) => id === pass.coderId)
    return coder === undefined ? [] : [{ coder, pass }]
  })
  if (wanted !== undefined) {
    const [first, second] = wanted.map((name) => named.find(({ coder }) => coder.name === name))
    return first === undefined || second === undefined
      ? []
      : [{ coders: [first.coder, second.coder], passes: [first.pass, second.pass] }]
  }
  return named.flatMap((first, index) =>
    named.slice(index + 1).map((second) => ({
      coders: [first.coder, second.coder] as const,
      passes: [first.pass, second.pass] as const,
    })),
  )
}

function pairUnitsOf(study: OpenStudy, pair: PassPair, unit: UnitKind, codebook: Codebook): readonly UnitPair[] {
  const { transcripts, codings } = study.read
  const { id, revisionId } = pair.transcript
  const content = { text: transcripts.text(revisionId), turns: transcripts.turns(revisionId) }
  const spansOf = (pass: Assignment): readonly CodedSpan[] =>
    codings
      .ofPass(id, pass.roundId, pass.coderId)
      .map(({ start, end, codeId }) => ({ start, end, code: pathOf(codebook, codeId).join(PATH_SEPARATOR) }))
  const [first, second] = pair.passes
  return pairUnits(content, unit, spansOf(first), spansOf(second))
}

function reportComparison(
  study: OpenStudy,
  { transcript, round, coders, passes }: PassPair,
  compared: CoderComparison,
  intervals: Intervals,
): Comparison {
  const value = (name: (typeof FIGURES)[number]) => compared[name].value
  const reasons: Comparison['reasons'] = {}
  for (const name of FIGURES) {
    const figure = compared[name]
    if (figure.value === null) reasons[name] = figure.reason
  }
  const shown: Comparison['intervals'] = {}
  for (const name of FIGURES) {
    const interval = intervals[name]
    if (interval !== undefined && compared[name].value !== null) shown[name] = [...interval]
  }
  return {
    transcript: transcript.name,
    round: round.name,
    coders: [coders[0].name, coders[1].name],
    units: compared.units,
    codes: compared.codes,
    coded: compared.coded,
    codedAgreement: value('codedAgreement'),
    kappaCoded: value('kappaCoded'),
    kappaPooled: value('kappaPooled'),
    kappaMean: value('kappaMean'),
    alphaJaccard: value('alphaJaccard'),
    alphaMasi: value('alphaMasi'),
    intervals: shown,
    reasons,
    perCode: compared.perCode.map(({ code, table, kappa }) => ({
      code,
      both: table.both,
      onlyFirst: table.onlyFirst,
      onlySecond: table.onlySecond,
      neither: table.neither,
      kappa: kappa.value,
      reason: kappa.value === null ? kappa.reason : null,
    })),
    unaligned: passes.flatMap((pass, index) =>
      study.read.codings
        .unaligned(pass.id)
        .map((turn) => ({ coder: coders[index]?.name ?? '', ...turn, codes: [...turn.codes] })),
    ),
  }
}

function requireNamed(what: Term, name: string, known: readonly { readonly name: string }[]): void {
  if (!known.some((candidate) => candidate.name === name)) throw new AxialError('not-found', { what, name })
}
