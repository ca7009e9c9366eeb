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

/** Two passes over one transcript; `round` names where they are. */
interface Compared {
  readonly transcript: ListedTranscript
  readonly round: string
  readonly passes: readonly [Pass, Pass]
}

function listPassages(study: OpenStudy, question: Question): Output<'comparedPassages.list'> {
  const { code: path, cells, unit, offset, limit } = question
  const codebook = codebookOf(study.read.codes.all())
  const pathTo = (id: CodeId) => pathOf(codebook, id).join(PATH_SEPARATOR)
  const mappings = question.harmonised ? new RoundMappings(study.read) : null
  const isOneCoder = question.coders[0] === question.coders[1]
  const mappingOf = (round: RoundId) => (isOneCoder ? mappings?.overRounds : mappings?.of(round)) ?? AS_CODED
  const found = comparedPasses(study, question).flatMap(({ transcript, round, passes }) => {
    const [first, second] = passes.map(({ coderId, roundId }): readonly CodedSpan[] =>
      study.read.codings
        .ofPass(transcript.id, roundId, coderId)
        .map(({ start, end, codeId }) => ({ start, end, code: pathTo(mapped(mappingOf(roundId), codeId)) })),
    )
    const units = unitsInCells(unitsIn(study, transcript, unit), { code: path, cells }, first ?? [], second ?? [])
    return units.map((compared) => ({ transcript, round, compared }))
  })
  const passages = new Passages(study)
  const code = [...codebook.values()].find(({ id }) => pathTo(id) === path)
  return {
    code: code === undefined ? null : definitionOf(code),
    total: found.length,
    instead: [...usedInstead(found.map(({ compared }) => compared))],
    passages: found.slice(offset, offset + limit).map(({ transcript, round, compared }) => ({
      passage: passages.at(transcript.id, compared.span),
      round,
      cell: compared.cell,
      first: [...compared.first],
      second: [...compared.second],
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
  const coders = study.read.people.coders()
  const [first, second] = names.map((name) => requireNamed('coder', name, coders))
  if (first === undefined || second === undefined) return []
  const pairs = roundPairs(study, question, first.id === second.id)
  return transcripts
    .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
    .flatMap((transcript) =>
      pairs.flatMap(([one, other]): Compared[] => {
        const passes = [passOf(first, one), passOf(second, other)] as const
        const isDone = passes.every((pass) => study.read.people.assignment(transcript.id, pass.roundId, pass.coderId))
        if (!isDone || !passes.every((pass) => sees(pass.coderId, pass.roundId))) return []
        return [{ transcript, round: one.id === other.id ? one.name : `${one.name} / ${other.name}`, passes }]
      }),
    )
}

/** The rounds of each side: each independent round with itself, or two of them where one coder is both sides. */
function roundPairs(study: OpenStudy, { rounds: names }: Question, isOneCoder: boolean): readonly [Round, Round][] {
  const independent = study.read.people.rounds().filter(({ kind }) => kind === 'independent')
  const rounds = names.length === 0 ? independent : names.map((name) => requireNamed('round', name, independent))
  if (!isOneCoder) return rounds.map((round) => [round, round])
  return rounds.flatMap((one, index) => rounds.slice(index + 1).map((other): [Round, Round] => [one, other]))
}

function passOf(coder: Coder, round: Round): Pass {
  return { coderId: coder.id, roundId: round.id }
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
