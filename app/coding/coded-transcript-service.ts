import { codebookOf, PATH_SEPARATOR, pathOf, type Codebook } from '../../domain/codebook/codebook.ts'
import type { Coding } from '../../domain/coding.ts'
import type { CodeId, CodingId } from '../../domain/ids.ts'
import { writtenInRound } from '../../domain/memo.ts'
import { slugOf } from '../../domain/text/slug.ts'
import { codedTranscriptDocx } from '../../formats/coded-transcript/docx.ts'
import { codedTranscriptHtml } from '../../formats/coded-transcript/html.ts'
import { codedTranscriptWords } from '../../formats/coded-transcript/words.ts'
import type { CodedPassage, CodedTranscript } from '../../formats/coded-transcript/coded-transcript.ts'
import type { ParsedInput } from '../contract.ts'
import { visibility, type Handlers, type Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import type { Task } from '../task.ts'
import { requireTranscript } from '../transcripts/transcript-service.ts'

type Options = ParsedInput<'codedTranscripts.files'>

const encoder = new TextEncoder()

export const codedTranscriptHandlers: Handlers<Under<'codedTranscripts'>> = {
  'codedTranscripts.preview': async (study, options, task) => {
    const transcript = codedTranscriptOf(study, options)
    const file = await writeTranscript(transcript, options, task)
    const { codings, turns, coders } = transcript
    const memos = codings.reduce((sum, coding) => sum + coding.memos.length, 0)
    return {
      name: file.name,
      bytes: file.bytes.byteLength,
      contains: codedTranscriptWords[options.language].contains(turns.length, codings.length, coders.length, memos),
      turns: turns.length,
      codings: codings.length,
      memos,
      coders: [...coders],
    }
  },
  'codedTranscripts.files': async (study, options, task) => [
    await writeTranscript(codedTranscriptOf(study, options), options, task),
  ],
}

async function writeTranscript(transcript: CodedTranscript, { format, language }: Options, task: Task) {
  const total = transcript.turns.length
  await task.say({ done: 0, total, what: transcript.name })
  const name = `${slugOf(transcript.name, 'transcript')}.${format}`
  const bytes =
    format === 'html'
      ? encoder.encode(codedTranscriptHtml(transcript, language))
      : await codedTranscriptDocx(transcript, language)
  await task.say({ done: total, total, what: transcript.name })
  return { name, bytes }
}

/** The transcript with those of its codings that were asked for and that the viewer may see. */
function codedTranscriptOf(study: OpenStudy, options: Options): CodedTranscript {
  const { id, name, participant, language, revisionId } = requireTranscript(study, options.transcriptId)
  const { transcripts, codes, codings, people } = study.read
  const sees = visibility(study, options.coderId)
  const codebook = codebookOf(codes.all())
  const coders = new Map(people.coders().map((coder) => [coder.id, coder.name]))
  const rounds = new Map(people.rounds().map((round) => [round.id, round]))
  const isWanted = chosen(options, codebook)
  const shown = codings.ofTranscript(id).filter((one) => sees(one.coderId, one.roundId) && isWanted(one))
  const memos = options.memos ? memosOf(study, options, shown) : new Map<CodingId, CodedPassage['memos']>()
  const passages = shown.map(({ id: codingId, start, end, codeId, coderId, roundId }): CodedPassage => ({
    start,
    end,
    code: pathOf(codebook, codeId).join(PATH_SEPARATOR),
    colour: codebook.get(codeId)?.colour ?? 0,
    coder: coders.get(coderId) ?? '',
    round: rounds.get(roundId)?.name ?? '',
    memos: memos.get(codingId) ?? [],
  }))
  const used = new Set(shown.map(({ roundId }) => roundId))
  return {
    study: study.read.title(),
    name,
    participant,
    language,
    text: transcripts.text(revisionId),
    turns: transcripts.turns(revisionId),
    codings: passages,
    coders: [...coders.values()].filter((coder) => passages.some((passage) => passage.coder === coder)),
    rounds: [...rounds.values()].flatMap((round) => (used.has(round.id) ? [round.name] : [])),
    at: study.at(),
    hasSpeakers: options.speakers,
    hasStamps: options.stamps,
  }
}

/** Whether a coding is of the coders, rounds and codes asked for; a code stands for the codes within it too. */
function chosen({ coders, rounds, codes }: Options, codebook: Codebook): (coding: Coding) => boolean {
  const wanted = codes === undefined ? null : new Set(codes)
  const isWithin = (id: CodeId): boolean => {
    if (wanted === null) return true
    const passed = new Set<CodeId>()
    for (let at: CodeId | null = id; at !== null && !passed.has(at); at = codebook.get(at)?.parentId ?? null) {
      if (wanted.has(at)) return true
      passed.add(at)
    }
    return false
  }
  return ({ coderId, roundId, codeId }) =>
    (coders?.includes(coderId) ?? true) && (rounds?.includes(roundId) ?? true) && isWithin(codeId)
}

/** What was noted on the codings shown, as far as the viewer may see it: a coding may be open and a note on it blind. */
function memosOf(
  study: OpenStudy,
  { transcriptId, coderId: viewer }: Options,
  shown: readonly Coding[],
): ReadonlyMap<CodingId, CodedPassage['memos']> {
  const sees = visibility(study, viewer)
  const ids = new Set(shown.map(({ id }) => id))
  const names = new Map(study.read.people.coders().map(({ id, name }) => [id, name]))
  const memos = study.read.codings.memosIn(transcriptId).filter((memo) => {
    const work = writtenInRound(memo)
    return ids.has(memo.codingId) && (work === null || sees(work.coderId, work.roundId))
  })
  return new Map(
    [...Map.groupBy(memos, ({ codingId }) => codingId)].map(([id, own]) => [
      id,
      own.map(({ coderId, body }) => ({ author: coderId === null ? null : (names.get(coderId) ?? null), body })),
    ]),
  )
}
