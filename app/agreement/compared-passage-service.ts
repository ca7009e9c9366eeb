import { unitsInCells, usedInstead } from '../../domain/agreement/compared-units.ts'
import { unitsOf, type CodedSpan } from '../../domain/agreement/units.ts'
import { codebookOf, PATH_SEPARATOR, pathOf, type Code } from '../../domain/codebook/codebook.ts'
import type { Coder, Round } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import { mapped } from '../../domain/harmonising/decision.ts'
import type { CodeId, RoundId } from '../../domain/ids.ts'
import type { Span } from '../../domain/span.ts'
import type { Pass } from '../../db/codings.ts'
import type { ListedTranscript } from '../../db/transcripts.ts'
import type { ShownUnit } from '../contract/compared-passages.ts'
import type { Output, ParsedInput } from '../contract.ts'
import { visibility, type Handlers, type Under } from '../handlers.ts'
import { RoundMappings } from '../harmonising/harmonised-round.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { Passages } from '../passage.ts'

export const comparedPassageHandlers: Handlers<Under<'comparedPassages'>> = {
  'comparedPassages.list': listPassages,
}

type Question = ParsedInput<'comparedPassages.list'>

/** One coder's way through a transcript in a round. */
interface NamedPass extends Pass {
  readonly coder: string
}

/** Two passes or more over one transcript; `round` names where they are. */
interface Compared {
  readonly transcript: ListedTranscript
  readonly round: string
  readonly passes: readonly NamedPass[]
}

function listPassages(study: OpenStudy, question: Question): Output<'comparedPassages.list'> {
  const { code: path, cells, unit, offset, limit } = question
  const codebook = codebookOf(study.read.codes.all())
  const pathTo = (id: CodeId) => pathOf(codebook, id).join(PATH_SEPARATOR)
  const mappings = question.harmonised ? new RoundMappings(study.read) : null
  const isOneCoder = isOneTwice(question)
  const isGroup = question.coders.length > 2
  const mappingOf = (round: RoundId) => (isOneCoder ? mappings?.overRounds : mappings?.of(round)) ?? AS_CODED
  const found = comparedPasses(study, question).flatMap(({ transcript, round, passes }) => {
    const coders = passes.map(({ coderId, roundId }): readonly CodedSpan[] =>
      study.read.codings
        .ofPass(transcript.id, roundId, coderId)
        .map(({ start, end, codeId }) => ({ start, end, code: pathTo(mapped(mappingOf(roundId), codeId)) })),
    )
    const units = unitsInCells(unitsIn(study, transcript, unit), { code: path, cells, isGroup }, coders)
    return units.map((compared) => ({ transcript, round, passes, compared }))
  })
  const passages = new Passages(study)
  const code = [...codebook.values()].find(({ id }) => pathTo(id) === path)
  return {
    code: code === undefined ? null : definitionOf(code),
    total: found.length,
    instead: [
      ...usedInstead(
        found.map(({ compared }) => compared),
        path,
      ),
    ],
    passages: found.slice(offset, offset + limit).map(({ transcript, round, passes, compared }) => ({
      passage: passages.at(transcript.id, compared.span),
      round,
      cell: compared.cell,
      readings: passes.map(({ coder }, index) => ({ coder, codes: [...(compared.readings[index] ?? [])] })),
    })),
  }
}

const AS_CODED: ReadonlyMap<CodeId, CodeId> = new Map()

function definitionOf({ id, definition, inclusion, exclusion }: Code) {
  return { id, definition, inclusion, exclusion }
}

function unitsIn(study: OpenStudy, { id, revisionId }: ListedTranscript, unit: ShownUnit): readonly Span[] {
  const { transcripts, segments } = study.read
  if (unit === 'segment') return segments.ofTranscript(id)
  return unitsOf({ text: transcripts.text(revisionId), turns: transcripts.turns(revisionId) }, unit)
}

/** The passes that are compared, as far as the viewer may see both. */
function comparedPasses(study: OpenStudy, question: Question): readonly Compared[] {
  const { transcripts: wanted, coders: names, coderId } = question
  const sees = visibility(study, coderId)
  const transcripts = study.read.transcripts.all()
  for (const name of wanted) requireNamed('transcript', name, transcripts)
  const known = study.read.people.coders()
  const coders = names.map((name) => requireNamed('coder', name, known))
  return transcripts
    .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
    .flatMap((transcript) =>
      passesByPlace(study, question, coders).flatMap(({ round, passes }): Compared[] => {
        const done = passes.filter((pass) => study.read.people.assignment(transcript.id, pass.roundId, pass.coderId))
        // Of two both are compared; of more, whoever went through it.
        const isCompared = done.length === passes.length || (passes.length > 2 && done.length >= 2)
        if (!isCompared || !done.every((pass) => sees(pass.coderId, pass.roundId))) return []
        return [{ transcript, round, passes: done }]
      }),
    )
}

/** What is compared in each place: the coders in each independent round, or one coder in every two of them. */
function passesByPlace(
  study: OpenStudy,
  question: Question,
  coders: readonly Coder[],
): readonly { readonly round: string; readonly passes: readonly NamedPass[] }[] {
  const { rounds: names } = question
  const independent = study.read.people.rounds().filter(({ kind }) => kind === 'independent')
  const rounds = names.length === 0 ? independent : names.map((name) => requireNamed('round', name, independent))
  const [coder] = coders
  if (coder === undefined || !isOneTwice(question)) {
    return rounds.map((round) => ({ round: round.name, passes: coders.map((each) => passOf(each, round)) }))
  }
  return rounds.flatMap((one, index) =>
    rounds.slice(index + 1).map((other) => ({
      round: `${one.name} / ${other.name}`,
      passes: [passOf(coder, one), passOf(coder, other)],
    })),
  )
}

function isOneTwice({ coders: [first, second, ...others] }: Question): boolean {
  return first === second && others.length === 0
}

function passOf(coder: Coder, round: Round): NamedPass {
  return { coder: coder.name, coderId: coder.id, roundId: round.id }
}

function requireNamed<Item extends { readonly name: string }>(
  what: 'transcript' | 'coder' | 'round',
  name: string,
  known: readonly Item[],
): Item {
  const found = known.find((candidate) => candidate.name === name)
  if (found === undefined) throw new AxialError('not-found', { what, name })
  return found
}
