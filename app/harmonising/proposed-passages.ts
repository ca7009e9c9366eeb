import { answersIn, passagesOf, questionOf } from '../../domain/auto-coding.ts'
import type { CoderId } from '../../domain/ids.ts'
import { parseQuery } from '../../domain/search-query.ts'
import { spanOf, type Span } from '../../domain/span.ts'
import { isInterviewer } from '../../domain/speaker.ts'
import type { AutoCodingSource } from '../contract/search.ts'
import { FrozenTexts } from '../transcripts/frozen-texts.ts'
import type { OpenStudy } from '../study/open-study.ts'
import type { Task } from '../task.ts'
import { findTurns, hitsIn } from '../search/turn-search.ts'
import type { ListedTranscript } from '../../db/transcripts.ts'

export interface ProposedPassage extends Span {
  /** The question it answers and how like it was asked; null for other sources. */
  readonly question: { readonly text: string; readonly likeness: number } | null
}

/** The passages of one transcript that are proposed for coding, in order. */
export interface ProposedOf {
  readonly transcript: ListedTranscript
  readonly passages: readonly ProposedPassage[]
}

/** Every passage that the source stands for, in the order of the transcripts; the same each time it is asked. */
export async function proposePassages(
  study: OpenStudy,
  source: AutoCodingSource,
  coderId: CoderId,
  task: Task,
): Promise<readonly ProposedOf[]> {
  const proposed = source.kind === 'guide' ? proposeAnswers(study, source) : proposeFound(study, source, coderId)
  const all: ProposedOf[] = []
  const total = study.read.transcripts.totals().transcripts
  let done = 0
  for (const one of proposed) {
    if (one.passages.length > 0) all.push(one)
    await task.step({ done: ++done, total, what: one.transcript.name })
  }
  return all
}

function* proposeFound(
  study: OpenStudy,
  source: Exclude<AutoCodingSource, { kind: 'guide' }>,
  coderId: CoderId,
): Generator<ProposedOf> {
  const parsed = source.kind === 'search' ? parseQuery(source.query) : null
  if (parsed?.kind === 'nothing') return
  const query = parsed === null ? null : parsed.query
  const scope = source.kind === 'search' ? source.scope : 'turns'
  for (const found of findTurns(study, query, source.filters, coderId)) {
    const { text, turns } = FrozenTexts.of(study).read(found.transcript.revisionId)
    const passages = found.places.flatMap((place) => {
      const turn = turns[place]
      if (turn === undefined) return []
      return passagesOf(text, turn, hitsIn(study, found, place, query), scope)
    })
    yield { transcript: found.transcript, passages: passages.map(({ start, end }) => ({ start, end, question: null })) }
  }
}

function* proposeAnswers(
  study: OpenStudy,
  { questions, likeness, askers }: Extract<AutoCodingSource, { kind: 'guide' }>,
): Generator<ProposedOf> {
  const wanted = new Set(questions)
  // Every question of the guide ends the answer before it, whether its own answers are wanted or not.
  const guide = [...new Set([...questions, ...study.read.search.questions().map(({ text }) => text)])].map(questionOf)
  const asks = ({ speaker }: { readonly speaker: string | null }) =>
    askers.length === 0 ? isInterviewer(speaker) : speaker !== null && askers.includes(speaker)
  for (const transcript of study.read.transcripts.all()) {
    const { text, turns } = FrozenTexts.of(study).read(transcript.revisionId)
    const answers = answersIn(text, turns, guide, { least: likeness, asks }).filter((one) => wanted.has(one.question))
    const passages = answers.flatMap((answer) => {
      const span = spanOf(answer.start, answer.end)
      return span === null ? [] : [{ ...span, question: { text: answer.question, likeness: answer.likeness } }]
    })
    yield { transcript, passages }
  }
}
