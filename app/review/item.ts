import { differingCriteria } from '../../domain/adjudication/segments.ts'
import { codebookOf, pathOf, PATH_SEPARATOR } from '../../domain/codebook/codebook.ts'
import type { CodeId, CodingId, SegmentId } from '../../domain/ids.ts'
import { writtenInRound } from '../../domain/memo.ts'
import { CRITERIA, decide, type ScreeningForm } from '../../domain/screening.ts'
import { overlaps, type Span } from '../../domain/span.ts'
import { turnIndexAt, type Turn } from '../../domain/transcript.ts'
import type { StoredDecision, StoredNote } from '../../db/reviews.ts'
import type { ParsedInput } from '../contract.ts'
import type { ReviewDecision, ReviewedForm, ReviewItemDetail, ReviewNote, ReviewReading } from '../contract/review.ts'
import { visibility } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { Passages } from '../passage.ts'
import { describeItem } from './queue.ts'
import { placeOf, readersOf, RoundReview, type ReviewedItem, type ReviewedTranscript } from './round-review.ts'

/** Turns shown before the words of an item, and after them. */
const AROUND = 3

/** Everything about one item: the words in their context, each coder's reading, and what was decided and said. */
export function readItem(study: OpenStudy, { roundId, itemId, coderId }: ParsedInput<'review.item'>): ReviewItemDetail {
  const round = new RoundReview(study, roundId)
  const { found, within } = round.require(itemId)
  const { transcript, turns } = within
  const text = study.read.transcripts.text(transcript.revisionId)
  const place = placeOf(found)
  const names = new Map(study.read.people.coders().map(({ id, name }) => [id, name]))
  const memos = memosOf(study, within, coderId)
  const readings = readersOf(found, within).map(({ id, name }) => readingOf(found, within, id, name, text, memos))
  const result = resultOf(study, found)
  const consolidated = found.subject === 'coding' ? null : consolidatedForm(study, round, found.segmentId)
  const first = Math.max(0, turnIndexAt(turns, place.start) - AROUND)
  const last = lastTurn(turns, place) + AROUND
  const mismatch = found.subject === 'coding' ? null : study.read.catalog.ofSegment(found.segmentId)
  return {
    item: describeItem(found, within, text),
    passage: new Passages(study).at(transcript.id, place),
    turns: turns.slice(first, last + 1).map(({ number, speaker, start, end }) => ({
      number,
      speaker,
      start,
      end,
      text: text.slice(start, end),
    })),
    readings,
    codes: describeCodes(study, [
      ...readings.flatMap(({ codings, beside, form }) => [
        ...codings.map(({ codeId }) => codeId),
        ...beside.map(({ codeId }) => codeId),
        ...(form?.instances ?? []),
      ]),
      ...result.map(({ codeId }) => codeId),
      ...(consolidated?.instances ?? []),
    ]),
    criteria: differingIn(found, within),
    result,
    consolidated: consolidated && describeForm(consolidated),
    mismatch: mismatch && { id: mismatch.id, reference: mismatch.reference },
    decisions: found.decisions.map((one) => describeDecision(one, names)),
    notes: found.notes.map((one) => describeNote(one, names)),
  }
}

/** The index of the last turn that a span reaches into. */
function lastTurn(turns: readonly Turn[], { end }: Span): number {
  return turns.findLastIndex(({ start }) => start < end)
}

type Memos = ReadonlyMap<CodingId, ReviewReading['codings'][number]['memos']>

/** A coding may be open and a note on it blind. */
function memosOf(
  study: OpenStudy,
  { transcript }: ReviewedTranscript,
  viewer: ParsedInput<'review.item'>['coderId'],
): Memos {
  const sees = visibility(study, viewer)
  const names = new Map(study.read.people.coders().map(({ id, name }) => [id, name]))
  const memos = study.read.codings.memosIn(transcript.id).filter((memo) => {
    const work = writtenInRound(memo)
    return work === null || sees(work.coderId, work.roundId)
  })
  return new Map(
    [...Map.groupBy(memos, ({ codingId }) => codingId)].map(([id, own]) => [
      id,
      own.map(({ coderId, body }) => ({ coder: coderId === null ? null : (names.get(coderId) ?? null), body })),
    ]),
  )
}

function readingOf(
  item: ReviewedItem,
  { codings, screenings }: ReviewedTranscript,
  coderId: ReviewReading['coderId'],
  coder: string,
  text: string,
  memos: Memos,
): ReviewReading {
  const place = placeOf(item)
  const own = new Set(
    item.subject === 'coding'
      ? item.readings.filter((one) => one.coderId === coderId).flatMap((one) => one.codings)
      : [],
  )
  const theirs = codings.filter((coding) => coding.coderId === coderId)
  const form =
    item.subject === 'coding'
      ? undefined
      : screenings.find((one) => one.segmentId === item.segmentId && one.coderId === coderId)
  return {
    coderId,
    coder,
    codings: theirs
      .filter(({ id }) => own.has(id))
      .map(({ id, codeId, start, end }) => ({
        id,
        codeId,
        start,
        end,
        words: text.slice(start, end),
        memos: memos.get(id) ?? [],
      })),
    beside: theirs
      .filter((coding) => !own.has(coding.id) && overlaps(coding, place))
      .map(({ codeId, start, end }) => ({ codeId, start, end })),
    form: form === undefined ? null : describeForm(form),
  }
}

function describeForm(form: ScreeningForm): ReviewedForm {
  const { criteria, quote, quoteSpan, description, information, instances } = form
  const decision = decide(criteria).kind
  return { criteria, decision, quote, quoteSpan, description, information, instances: [...instances] }
}

/** The consolidated screening of a segment, the moderator's in the moderated round; null before there is one. */
export function consolidatedForm(
  study: OpenStudy,
  { review }: RoundReview,
  segmentId: SegmentId,
): ScreeningForm | null {
  if (review === null) return null
  const { moderatorId, moderatedRoundId } = review
  return (
    study.write.screenings
      .ofSegment(segmentId)
      .find(({ coderId, roundId }) => coderId === moderatorId && roundId === moderatedRoundId) ?? null
  )
}

/** The consolidated codings that stand for an item, those left out that have gone by other ways. */
export function resultOf(study: OpenStudy, { decisions }: ReviewedItem): ReviewItemDetail['result'] {
  return (decisions.at(-1)?.results ?? []).flatMap((id) => {
    const coding = study.read.codings.byId(id)
    return coding === null ? [] : [{ id, codeId: coding.codeId, start: coding.start, end: coding.end }]
  })
}

function describeCodes(study: OpenStudy, ids: readonly CodeId[]): ReviewItemDetail['codes'] {
  const codebook = codebookOf(study.read.codes.all())
  return [...new Set(ids)].flatMap((id) => {
    const code = codebook.get(id)
    if (code === undefined) return []
    const { colour, definition, inclusion, exclusion, retired } = code
    return [{ id, path: pathOf(codebook, id).join(PATH_SEPARATOR), colour, definition, inclusion, exclusion, retired }]
  })
}

function differingIn(item: ReviewedItem, { screenings }: ReviewedTranscript): ReviewItemDetail['criteria'] {
  if (item.subject !== 'screening') return []
  const forms = item.coders.map(
    (coder) => screenings.find((one) => one.segmentId === item.segmentId && one.coderId === coder) ?? null,
  )
  const [first = null] = forms
  const differing = new Set(forms.flatMap((form) => differingCriteria(first, form)))
  return CRITERIA.filter((criterion) => differing.has(criterion))
}

function describeDecision(decision: StoredDecision, names: ReadonlyMap<string, string>): ReviewDecision {
  const { id, coderId, verdict, taken, reason, told, decidedAt } = decision
  return {
    id,
    coderId,
    coder: names.get(coderId) ?? '',
    at: decidedAt,
    verdict,
    taken: [...taken],
    reason,
    told: [...told],
  }
}

export function describeNote(
  { id, coderId, body, writtenAt }: StoredNote,
  names: ReadonlyMap<string, string>,
): ReviewNote {
  return { id, coderId, coder: names.get(coderId) ?? '', writtenAt, body }
}
