import { isReason, type DecisionReason, type Verdict } from '../../domain/adjudication/decision.ts'
import type { ItemId } from '../../domain/adjudication/adjudication.ts'
import { MAX_INSTANCES } from '../../domain/catalog.ts'
import { codebookOf } from '../../domain/codebook/codebook.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CodeId, CoderId } from '../../domain/ids.ts'
import { BLANK_FORM, CRITERIA, decide, type ScreeningForm } from '../../domain/screening.ts'
import { contains, spanOf } from '../../domain/span.ts'
import type { Review } from '../../db/reviews.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { ReviewOutcome } from '../contract/review.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { Consolidation, type PlacedCode } from './consolidation.ts'
import { lineOf } from './queue.ts'
import {
  formsOf,
  placeOf,
  RoundReview,
  type ReviewedCodings,
  type ReviewedItem,
  type ReviewedSegment,
  type ReviewedTranscript,
} from './round-review.ts'
import { nameOfSegment } from '../coding/segment-name.ts'

/** Decides an item, or decides it anew, as one action. */
export function decideItem(study: OpenStudy, input: ParsedInput<'review.decide'>): Output<'review.decide'> {
  const { itemId, coderId, outcome } = input
  const { round, review, found, within } = requireItem(study, input)
  requireModerator(study, coderId)
  const reason = requireReason(input.reason)
  const consolidation = new Consolidation(study, review)
  const ruling = { verdict: verdictOf(outcome), taken: outcome.kind === 'take' ? outcome.coders : [], reason }
  const act = <Result>(change: () => Result): Result =>
    study.act({ action: 'review.decide', detail: detailOf(study, found, within), coderId }, change)
  if (found.subject === 'coding') {
    const codes = codesDecided(study, found, within, outcome)
    const told = consolidation.tell(within, codes)
    const besides = round.resultsBeside(itemId)
    const result = act(() => consolidation.decideCodings(found, within, codes, besides, { ...ruling, told }, coderId))
    return { state: 'decided', result: [...result], mismatch: null }
  }
  const before = consolidation.formOf(found.segmentId)
  const form = formDecided(study, found, within, before, outcome)
  const told = tellForm(found, form, consolidation)
  act(() => {
    consolidation.record(found, within, { ...ruling, told }, [], coderId)
    consolidation.consolidate(found.segmentId, within, form)
  })
  return { state: 'decided', result: [], mismatch: study.read.catalog.ofSegment(found.segmentId)?.id ?? null }
}

/** Withdraws the decision on an item: what stood for it goes, and it is open again. */
export function reopenItem(study: OpenStudy, input: ParsedInput<'review.reopen'>): Output<'review.reopen'> {
  const { itemId, coderId } = input
  const { round, review, found, within } = requireItem(study, input)
  requireModerator(study, coderId)
  const reason = requireReason(input.reason)
  if (found.state === 'open') throw new AxialError('nothing-decided')
  const consolidation = new Consolidation(study, review)
  const ruling = { verdict: 'reopened' as const, taken: [], reason, told: [] }
  study.act({ action: 'review.reopen', detail: detailOf(study, found, within), coderId }, () => {
    if (found.subject === 'coding') {
      consolidation.decideCodings(found, within, [], round.resultsBeside(itemId), ruling, coderId)
      return
    }
    const before = consolidation.formOf(found.segmentId)
    consolidation.record(found, within, ruling, [], coderId)
    consolidation.consolidate(found.segmentId, within, withoutDecision(found, before))
  })
  return {}
}

/** @throws AxialError reason-missing */
function requireReason({ key, words }: DecisionReason): DecisionReason {
  const reason = { key, words: words.trim() }
  if (!isReason(reason)) throw new AxialError('reason-missing')
  return reason
}

function requireModerator(study: OpenStudy, coderId: CoderId): void {
  if (study.coder(coderId).kind !== 'moderator') throw new AxialError('moderator-only')
}

/**
 * An item of a review that has been started.
 * @throws AxialError not-found, round-blind, round-not-independent or review-not-started
 */
export function requireItem(
  study: OpenStudy,
  { roundId, itemId }: { readonly roundId: RoundReview['round']['id']; readonly itemId: ItemId },
): {
  readonly round: RoundReview
  readonly review: Review
  readonly found: ReviewedItem
  readonly within: ReviewedTranscript
} {
  const round = new RoundReview(study, roundId)
  const { review } = round
  if (review === null) throw new AxialError('review-not-started', { name: round.round.name })
  return { round, review, ...round.require(itemId) }
}

/** What an action is about, as the history names it. */
export function detailOf(study: OpenStudy, found: ReviewedItem, { transcript }: ReviewedTranscript): string {
  if (found.subject !== 'coding') return `${transcript.name}, ${nameOfSegment(study, found.segment)}`
  return `${transcript.name}, ${lineOf(study.read.transcripts.text(transcript.revisionId), placeOf(found))}`
}

function verdictOf(outcome: ReviewOutcome): Verdict {
  return outcome.kind === 'take' || outcome.kind === 'neither' ? outcome.kind : 'other'
}

/** @throws AxialError outcome-unfit, not-found for a code, or span-outside */
function codesDecided(
  study: OpenStudy,
  { readings, coders }: ReviewedCodings,
  { transcript }: ReviewedTranscript,
  outcome: ReviewOutcome,
): readonly PlacedCode[] {
  switch (outcome.kind) {
    case 'take':
      requireReaders(outcome.coders, coders)
      return readings.filter(({ coderId }) => outcome.coders.includes(coderId))
    case 'neither':
      return []
    case 'codings': {
      requireCodes(
        study,
        outcome.codings.map(({ codeId }) => codeId),
      )
      const { length } = study.read.transcripts.text(transcript.revisionId)
      return outcome.codings.map(({ codeId, start, end }) => {
        const span = spanOf(start, end, length)
        if (span === null) throw new AxialError('span-outside', { start, end, name: transcript.name })
        return { codeId, ...span }
      })
    }
    case 'criteria':
    case 'instances':
    case 'text':
      throw new AxialError('outcome-unfit', { detail: outcome.kind })
  }
}

/** The consolidated form with the decision on one of its parts. */
function formDecided(
  study: OpenStudy,
  item: ReviewedSegment,
  within: ReviewedTranscript,
  before: ScreeningForm,
  outcome: ReviewOutcome,
): ScreeningForm {
  const unfit = new AxialError('outcome-unfit', { detail: outcome.kind })
  const taken = outcome.kind === 'take' ? formsTaken(item, within, outcome.coders) : []
  const [first] = taken
  switch (item.subject) {
    case 'screening': {
      const criteria = outcome.kind === 'criteria' ? outcome.criteria : taken.length === 1 ? first?.criteria : undefined
      if (criteria === undefined) throw unfit
      if (decide(criteria).kind === 'open') {
        throw new AxialError('decision-open', { name: nameOfSegment(study, item.segment) })
      }
      return { ...before, criteria }
    }
    case 'instance': {
      if (outcome.kind === 'neither') return { ...before, instances: [] }
      const given = outcome.kind === 'instances' ? outcome.codes : taken.flatMap(({ instances }) => instances)
      if (outcome.kind !== 'instances' && outcome.kind !== 'take') throw unfit
      const instances = [...new Set(given)]
      requireCodes(study, instances)
      if (instances.length > MAX_INSTANCES) {
        throw new AxialError('instances-too-many', { found: instances.length, most: MAX_INSTANCES })
      }
      return { ...before, instances }
    }
    case 'text': {
      const text = outcome.kind === 'text' ? outcome : taken.length === 1 ? first : undefined
      if (text === undefined) throw unfit
      const { quote, quoteSpan, description, information } = text
      if (quoteSpan !== null && !contains(item.segment, quoteSpan)) {
        throw new AxialError('quote-outside', { name: nameOfSegment(study, item.segment) })
      }
      return { ...before, quote, quoteSpan, description, information }
    }
  }
}

function formsTaken(
  { segmentId, coders }: ReviewedSegment,
  within: ReviewedTranscript,
  taken: readonly CoderId[],
): readonly ScreeningForm[] {
  requireReaders(taken, coders)
  return formsOf(within, segmentId).flatMap(({ coderId, form }) =>
    taken.includes(coderId) && form !== null ? [form] : [],
  )
}

function requireReaders(taken: readonly CoderId[], readers: readonly CoderId[]): void {
  const other = taken.find((coder) => !readers.includes(coder))
  if (other !== undefined) throw new AxialError('not-found', { what: 'coder', name: other })
}

function requireCodes(study: OpenStudy, codes: readonly CodeId[]): void {
  const codebook = codebookOf(study.write.codes.all())
  const unknown = codes.find((code) => !codebook.has(code))
  if (unknown !== undefined) throw new AxialError('not-found', { what: 'code', name: unknown })
}

function tellForm({ subject }: ReviewedSegment, form: ScreeningForm, consolidation: Consolidation): readonly string[] {
  switch (subject) {
    case 'screening':
      return CRITERIA.map((criterion) => `${criterion}: ${form.criteria[criterion]}`)
    case 'instance':
      return form.instances.map((code) => consolidation.pathOf(code))
    case 'text':
      return [form.quote, form.description, form.information]
  }
}

function withoutDecision({ subject }: ReviewedSegment, form: ScreeningForm): ScreeningForm {
  const { criteria, instances, quote, quoteSpan, description, information } = BLANK_FORM
  switch (subject) {
    case 'screening':
      return { ...form, criteria }
    case 'instance':
      return { ...form, instances }
    case 'text':
      return { ...form, quote, quoteSpan, description, information }
  }
}
