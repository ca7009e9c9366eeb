import { codebookOf, pathOf, PATH_SEPARATOR, type Codebook } from '../../domain/codebook/codebook.ts'
import { countOutside, itemsByUnit, type Coder, type Coding, type Round } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import { contains } from '../../domain/span.ts'
import type { Turn } from '../../domain/transcript.ts'
import type { ListedTranscript } from '../../db/transcripts.ts'
import type { ExportedRound } from '../../formats/coded-turns-documents.ts'
import type { ParsedInput } from '../contract.ts'
import { visibility } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import type { Task } from '../task.ts'

/**
 * The passes of a round, or of every round, by transcript, as coded turns. Of a blind round there is the viewer's own pass
 * alone, and without a viewer none: what is written to a file is out of the study's hands.
 * @throws AxialError not-found, or round-blind for a round that is asked for without a viewer
 */
export async function readCodedTurns(
  study: OpenStudy,
  { round: asked, coderId: viewer }: Pick<ParsedInput<'exports.files'>, 'round' | 'coderId'>,
  task: Task,
): Promise<readonly ExportedRound[]> {
  const { people, transcripts, codes } = study.read
  const rounds = people.rounds().filter(({ id }) => asked === undefined || id === asked)
  const [only] = rounds
  if (asked !== undefined && only === undefined) throw new AxialError('not-found', { what: 'round', name: asked })
  if (asked !== undefined && viewer === undefined && only?.state === 'blind') {
    throw new AxialError('round-blind', { name: only.name })
  }
  const sees = visibility(study, viewer)
  const isTold = (coder: Coder, round: Round) =>
    (viewer !== undefined || round.state === 'open') && sees(coder.id, round.id)
  const passes = new Set(
    people.assignments().map(({ transcriptId, roundId, coderId }) => passKey(transcriptId, roundId, coderId)),
  )
  const coders = people.coders()
  const codebook = codebookOf(codes.all())
  const listed = transcripts.all()
  const found: ExportedRound[] = []
  for (const [done, transcript] of listed.entries()) {
    await task.step({ done, total: listed.length, what: transcript.name })
    const text = transcripts.text(transcript.revisionId)
    const turns = transcripts.turns(transcript.revisionId)
    if (turns.length === 0) continue
    const made = Map.groupBy(study.read.codings.ofTranscript(transcript.id), ({ coderId, roundId }) =>
      passKey(transcript.id, roundId, coderId),
    )
    for (const round of rounds) {
      const went = coders.flatMap((coder) => {
        const key = passKey(transcript.id, round.id, coder.id)
        const codings = made.get(key) ?? []
        return isTold(coder, round) && (passes.has(key) || codings.length > 0) ? [{ coder, codings }] : []
      })
      if (went.length > 0) found.push(exportedRound({ transcript, round, went, text, turns, codebook }))
    }
  }
  return found
}

interface RoundOfTranscript {
  readonly transcript: ListedTranscript
  readonly round: Round
  readonly went: readonly { readonly coder: Coder; readonly codings: readonly Coding[] }[]
  readonly text: string
  readonly turns: readonly Turn[]
  readonly codebook: Codebook
}

function exportedRound({ transcript, round, went, text, turns, codebook }: RoundOfTranscript): ExportedRound {
  const all = went.flatMap(({ codings }) => codings)
  const widened = itemsByUnit(turns, all).flatMap((codings, index) => {
    const turn = turns[index]
    return turn === undefined ? [] : codings.filter((coding) => !contains(coding, turn))
  })
  return {
    interview: transcript.name,
    round: round.name,
    pass: round.kind,
    codings: all.length,
    widened: new Set(widened).size,
    outside: countOutside(turns, all),
    sources: went.map(({ coder, codings }) => {
      const byTurn = itemsByUnit(turns, codings)
      return {
        coder: coder.name,
        pass: round.kind,
        round: round.name,
        turns: turns.map(({ speaker, start, end }, index) => ({
          speaker,
          text: text.slice(start, end),
          codes: labelsOf(byTurn[index] ?? [], codebook),
        })),
      }
    }),
  }
}

/** Each code once, in the order of their places, then of their paths, so that the same study gives the same bytes. */
function labelsOf(codings: readonly Coding[], codebook: Codebook): readonly string[] {
  const labelled = codings.map(({ start, end, codeId }) => ({
    start,
    end,
    path: pathOf(codebook, codeId).join(PATH_SEPARATOR),
  }))
  labelled.sort((a, b) => a.start - b.start || b.end - a.end || (a.path < b.path ? -1 : 1))
  return [...new Set(labelled.map(({ path }) => path))]
}

function passKey(...ids: readonly string[]): string {
  return ids.join(' ')
}
