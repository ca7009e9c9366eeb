import { codebookOf, PATH_SEPARATOR, pathOf } from '../../domain/codebook/codebook.ts'
import type { Coding } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CodeId, TranscriptId } from '../../domain/ids.ts'
import type { ListedTranscript } from '../../db/transcripts.ts'
import { comparisonDocument, type WrittenCoding } from '../../formats/matrix/comparison-documents.ts'
import { countParticipants, ScopedCodings } from './coding-scope.ts'
import { comparedCodings } from '../agreement/compared-codings.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { Handlers, Under } from '../handlers.ts'
import { matrixHandlers } from './matrix-service.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { Passages } from '../passage.ts'
import type { Task } from '../task.ts'

export const comparisonHandlers: Handlers<Under<'comparison' | 'matrices'>> = {
  ...matrixHandlers,
  'comparison.read': (study, question) => readComparison(study, question),
  'comparison.export': exportComparison,
}

type Question = Omit<ParsedInput<'comparison.read'>, 'page' | 'pageSize'>

/** Codings of one value of the attribute they are grouped by; one group of everything without one. */
interface Group {
  readonly value: string | null
  readonly codings: readonly Coding[]
}

function readComparison(study: OpenStudy, question: ParsedInput<'comparison.read'>): Output<'comparison.read'> {
  const { page, pageSize, coderId } = question
  const { scoped, groups } = groupCodings(study, question)
  const shows = comparedCodings(study, coderId)
  const byId = new Map(scoped.transcripts.map((one) => [one.id, one]))
  return {
    basis: scoped.basis(groups.reduce((sum, { codings }) => sum + codings.length, 0)),
    pages: Math.max(1, ...groups.map(({ codings }) => Math.ceil(codings.length / pageSize))),
    groups: groups.map(({ value, codings }) => {
      const holders = [...new Set(codings.map(({ transcriptId }) => transcriptId))].flatMap((id) => byId.get(id) ?? [])
      return {
        value,
        codings: codings.length,
        transcripts: holders.length,
        participants: countParticipants(holders),
        shown: codings.slice(page * pageSize, (page + 1) * pageSize).map(shows),
      }
    }),
  }
}

function groupCodings(
  study: OpenStudy,
  question: Question,
): { readonly scoped: ScopedCodings; readonly groups: readonly Group[] } {
  const { codes, groupBy } = question
  requireCodes(study, codes)
  const scoped = new ScopedCodings(study, question)
  const codings = sortCodings(
    study.read.codings.ofCodes(codes).filter((one) => scoped.has(one)),
    scoped,
    question,
  )
  if (groupBy === null) return { scoped, groups: [{ value: null, codings }] }
  const values = new Map(scoped.transcripts.map((one) => [one.id, scoped.valueOf(one, groupBy)]))
  const present = new Set(values.values())
  const shown = [
    ...scoped.valuesOf(groupBy).filter((value) => present.has(value)),
    ...(present.has(null) ? [null] : []),
  ]
  return {
    scoped,
    groups: shown.map((value) => ({
      value,
      codings: codings.filter(({ transcriptId }) => values.get(transcriptId) === value),
    })),
  }
}

function sortCodings(
  codings: readonly Coding[],
  { transcripts }: ScopedCodings,
  { sort }: Question,
): readonly Coding[] {
  const places = new Map(transcripts.map((one, index) => [one.id, { ...one, index }]))
  const indexOf = (id: TranscriptId) => places.get(id)?.index ?? 0
  // The end of the alphabet: who it is is not noted.
  const personOf = (id: TranscriptId) => places.get(id)?.participant ?? '\uFFFF'
  const byPlace = (a: Coding, b: Coding) =>
    indexOf(a.transcriptId) - indexOf(b.transcriptId) || a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1)
  // Ids are in order of time.
  const byTime = (a: Coding, b: Coding) => (a.id < b.id ? -1 : 1)
  const byPerson = (a: Coding, b: Coding) =>
    personOf(a.transcriptId).localeCompare(personOf(b.transcriptId), 'en', { numeric: true }) || byPlace(a, b)
  const byLength = (a: Coding, b: Coding) => b.end - b.start - (a.end - a.start) || byPlace(a, b)
  return codings.toSorted({ transcript: byPlace, participant: byPerson, length: byLength, time: byTime }[sort])
}

function requireCodes(study: OpenStudy, ids: readonly CodeId[]): void {
  const codebook = codebookOf(study.read.codes.all())
  const missing = ids.find((id) => !codebook.has(id))
  if (missing !== undefined) throw new AxialError('not-found', { what: 'code', name: missing })
}

async function exportComparison(
  study: OpenStudy,
  question: ParsedInput<'comparison.export'>,
  task: Task,
): Promise<Output<'comparison.export'>> {
  const { format, language, groupBy } = question
  const { scoped, groups } = groupCodings(study, question)
  const codebook = codebookOf(study.read.codes.all())
  const coders = new Map(study.read.people.coders().map(({ id, name }) => [id, name]))
  const rounds = new Map(study.read.people.rounds().map(({ id, name }) => [id, name]))
  const passages = new Passages(study)
  const wordsOf = wordsIn(study, scoped.transcripts)
  const total = groups.reduce((sum, { codings }) => sum + codings.length, 0)
  const written: { value: string | null; codings: WrittenCoding[] }[] = []
  let done = 0
  for (const { value, codings } of groups) {
    const rows: WrittenCoding[] = []
    for (const coding of codings) {
      await task.step({ done: done++, total, what: '' })
      const { transcript, participant, turn, speaker, before, after } = passages.at(coding.transcriptId, coding)
      rows.push({
        code: pathOf(codebook, coding.codeId).join(PATH_SEPARATOR),
        coder: coders.get(coding.coderId) ?? '',
        round: rounds.get(coding.roundId) ?? '',
        start: coding.start,
        end: coding.end,
        transcript,
        participant,
        turn,
        speaker,
        before,
        after,
        words: wordsOf(coding),
      })
    }
    written.push({ value, codings: rows })
  }
  const title = question.codes.slice(0, 1).map((id) => pathOf(codebook, id).join(PATH_SEPARATOR))[0] ?? ''
  const { name, text } = comparisonDocument(
    { title, groupBy, groups: written, basis: scoped.basis(total) },
    { format, language },
  )
  return { name, bytes: new TextEncoder().encode(text) }
}

/** The words of codings in full; each text is read once. */
function wordsIn(study: OpenStudy, transcripts: readonly ListedTranscript[]): (coding: Coding) => string {
  const revisions = new Map(transcripts.map(({ id, revisionId }) => [id, revisionId]))
  const texts = new Map<TranscriptId, string>()
  return ({ transcriptId, start, end }) => {
    const revision = revisions.get(transcriptId)
    if (revision === undefined) return ''
    const text = texts.get(transcriptId) ?? study.read.transcripts.text(revision)
    texts.set(transcriptId, text)
    return text.slice(start, end)
  }
}
