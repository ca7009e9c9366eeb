import type { Coder, Round } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import type { AssignmentId, TranscriptId } from '../../domain/ids.ts'
import type { Term } from '../../domain/terms.ts'
import type { ListedTranscript } from '../../db/transcripts.ts'
import type { ParsedInput } from '../contract.ts'
import { visibility } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'

type Question = ParsedInput<'agreement.compute'>

/** One coder's way through a transcript in a round. */
export interface Pass {
  readonly coder: Coder
  readonly round: Round
  /** Null where they only screened its segments. */
  readonly assignmentId: AssignmentId | null
}

/** Passes over one transcript that are compared with each other: of several coders in a round, or of one coder in several. */
export interface Cell {
  readonly transcript: ListedTranscript
  readonly passes: readonly Pass[]
}

/**
 * What the question is about, by transcript: the passes of each independent round, or of each coder. Cells of one pass are
 * among them: nothing can be compared there, and that is to be said.
 * @throws AxialError not-found, round-blind
 */
export function findCells(study: OpenStudy, question: Question): readonly Cell[] {
  const { people, transcripts } = study.read
  const listed = transcripts.all()
  const coders = people.coders()
  for (const name of question.transcripts) requireNamed('transcript', name, listed)
  for (const name of question.coders ?? []) requireNamed('coder', name, coders)
  for (const name of question.rounds) requireNamed('round', name, people.rounds())
  const rounds = visibleRounds(study, question)
  const order = new Map(coders.map((coder, index) => [coder.id, index]))
  const passes = allPasses(study, question)
  return listed
    .filter(({ name }) => question.transcripts.length === 0 || question.transcripts.includes(name))
    .flatMap((transcript) => {
      const known = passes.get(transcript.id) ?? []
      const seen = rounds.flatMap((round) => known.filter((pass) => pass.round.id === round.id))
      // Stacked, a coder stands on the same side everywhere; alone, in the order of the transcript's own files.
      const sorted =
        question.scope === 'transcript'
          ? seen
          : seen.toSorted((a, b) => (order.get(a.coder.id) ?? 0) - (order.get(b.coder.id) ?? 0))
      const by = question.between === 'coders' ? roundOf : coderOf
      return [...Map.groupBy(sorted, by).values()].map((each) => ({
        transcript,
        passes: question.between === 'coders' ? each : each.toSorted((a, b) => a.round.number - b.round.number),
      }))
    })
}

function roundOf({ round }: Pass): string {
  return round.id
}

function coderOf({ coder }: Pass): string {
  return coder.id
}

/** The pairs of a cell's passes that are asked for, in the order in which they are to stand. */
export function pairsOf(cell: Cell, question: Question): readonly (readonly [Pass, Pass])[] {
  const { coders: wanted, between } = question
  if (wanted !== undefined && between === 'coders') {
    const [first, second] = wanted.map((name) => cell.passes.find(({ coder }) => coder.name === name))
    return first === undefined || second === undefined ? [] : [[first, second]]
  }
  return cell.passes
    .filter(({ coder }) => wanted === undefined || wanted.includes(coder.name))
    .flatMap((first, index, all) => all.slice(index + 1).map((second) => [first, second] as const))
}

/**
 * The independent rounds whose figures the viewer may see. A moderator opens a round before looking at it, too; a coder
 * is told of a blind round only where they coded in it themselves. Of themself a coder may compare their own rounds.
 */
function visibleRounds(study: OpenStudy, { coderId, rounds, between }: Question): readonly Round[] {
  const { people } = study.read
  const independent = people
    .rounds()
    .filter(({ kind, name }) => kind === 'independent' && (rounds.length === 0 || rounds.includes(name)))
  if (coderId === undefined || between === 'rounds') return independent
  const open = independent.filter((round) => round.state === 'open')
  const passes = people.assignments()
  const known = study.coder(coderId).kind === 'moderator' ? passes : passes.filter((pass) => pass.coderId === coderId)
  const hidden = independent.find(({ id, state }) => state === 'blind' && known.some((pass) => pass.roundId === id))
  const shown = open.some((round) => passes.some((pass) => pass.roundId === round.id))
  if (!shown && hidden !== undefined) throw new AxialError('round-blind', { name: hidden.name })
  return open
}

/** Every pass that the viewer may see, by transcript: who coded it, and who screened its segments. */
function allPasses(study: OpenStudy, { coderId, subject }: Question): ReadonlyMap<TranscriptId, readonly Pass[]> {
  const { people, screenings, transcripts } = study.read
  const coders = new Map(people.coders().map((coder) => [coder.id, coder]))
  const rounds = new Map(people.rounds().map((round) => [round.id, round]))
  const sees = visibility(study, coderId)
  const passes = new Map<TranscriptId, Pass[]>()
  const add = (
    transcriptId: TranscriptId,
    coder: Coder | undefined,
    round: Round | undefined,
    id: AssignmentId | null,
  ) => {
    if (coder === undefined || round === undefined || !sees(coder.id, round.id)) return
    const known = passes.get(transcriptId) ?? []
    if (known.some((pass) => pass.coder.id === coder.id && pass.round.id === round.id)) return
    known.push({ coder, round, assignmentId: id })
    passes.set(transcriptId, known)
  }
  for (const { id, transcriptId, coderId: by, roundId } of people.assignments()) {
    add(transcriptId, coders.get(by), rounds.get(roundId), id)
  }
  if (subject === 'codings') return passes
  // Whoever only coded did not screen: the segments they screened tell who did.
  passes.clear()
  for (const { id } of transcripts.all()) {
    for (const screening of screenings.ofTranscript(id)) {
      const { coderId: by, roundId } = screening
      const assignment = people.assignment(id, roundId, by)
      add(id, coders.get(by), rounds.get(roundId), assignment?.id ?? null)
    }
  }
  return passes
}

function requireNamed(what: Term, name: string, known: readonly { readonly name: string }[]): void {
  if (!known.some((candidate) => candidate.name === name)) throw new AxialError('not-found', { what, name })
}
