import { compareSegment, differingTexts, draftsOf } from '../../domain/adjudication/segments.ts'
import type { ItemId } from '../../domain/adjudication/adjudication.ts'
import type { DecisionReason, Verdict } from '../../domain/adjudication/decision.ts'
import { codebookOf, pathOf, PATH_SEPARATOR, type Codebook } from '../../domain/codebook/codebook.ts'
import type { CodeId, CoderId, CodingId, SegmentId } from '../../domain/ids.ts'
import { momentAfter } from '../../domain/later.ts'
import { BLANK_FORM, decide, sameForm, type ScreeningForm } from '../../domain/screening.ts'
import type { Span } from '../../domain/span.ts'
import type { Review, StoredDecision } from '../../db/reviews.ts'
import { findOrAddAssignment } from '../assignment.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { lineOf } from './queue.ts'
import {
  formsOf,
  stateOf,
  type ReviewedCodings,
  type ReviewedItem,
  type ReviewedSegment,
  type ReviewedTranscript,
} from './round-review.ts'

/** A code on words of the transcript. */
export interface PlacedCode extends Span {
  readonly codeId: CodeId
}

/** What is decided about an item, before it is written. */
export interface Ruling {
  readonly verdict: Verdict
  readonly taken: readonly CoderId[]
  readonly reason: DecisionReason
  readonly told: readonly string[]
}

/**
 * Writes decisions, and what comes of them: codings and screenings of the moderator in the moderated round, mismatches of
 * the catalog. To be used within an action.
 */
export class Consolidation {
  readonly #study: OpenStudy
  readonly #review: Review
  readonly #codebook: Codebook

  constructor(study: OpenStudy, review: Review) {
    this.#study = study
    this.#review = review
    this.#codebook = codebookOf(study.write.codes.all())
  }

  /** Puts readings that all coders share into the consolidated coding. */
  settleCodings(item: ReviewedCodings, within: ReviewedTranscript): void {
    const [agreed] = item.readings
    if (agreed === undefined) return
    const results = this.#put(within, [agreed])
    this.record(item, within, { ...SETTLED, told: this.tell(within, [agreed]) }, results, this.#review.moderatorId)
  }

  /** Takes over what all coders answered about a segment. */
  settleScreening(item: ReviewedSegment, within: ReviewedTranscript): void {
    const form = formsOf(within, item.segmentId).find((one) => one.form !== null)?.form
    this.record(item, within, SETTLED, [], this.#review.moderatorId)
    if (form !== undefined && form !== null && decide(form.criteria).kind !== 'open') {
      this.consolidate(item.segmentId, within, { ...BLANK_FORM, criteria: form.criteria })
    }
  }

  /**
   * Lets these codings stand for the item, in place of those that stood for it. What stands for another item too is left
   * alone. A coding that the moderator made by hand and that says the same stands for it from then on.
   */
  decideCodings(
    item: ReviewedCodings,
    within: ReviewedTranscript,
    codes: readonly PlacedCode[],
    besides: ReadonlySet<CodingId>,
    ruling: Ruling,
    coderId: CoderId,
  ): readonly CodingId[] {
    const before = item.decisions.at(-1)?.results ?? []
    const results = this.#put(within, codes)
    const { codings } = this.#study.write
    for (const id of before) {
      if (!results.includes(id) && !besides.has(id) && codings.byId(id) !== null) codings.remove(id)
    }
    this.record(item, within, ruling, results, coderId)
    return results
  }

  /** Keeps one version of a decision. */
  record(
    item: ReviewedItem,
    { transcript }: ReviewedTranscript,
    ruling: Ruling,
    results: readonly CodingId[],
    coderId: CoderId,
  ): void {
    const { reviews } = this.#study.write
    const before = reviews.decisionsOn(this.#review.id, item.id).at(-1)
    const decision: StoredDecision = {
      ...ruling,
      id: this.#study.newId('decision'),
      reviewId: this.#review.id,
      transcriptId: transcript.id,
      item: item.id,
      codings: codingsOf(item),
      coderId,
      roundId: this.#review.moderatedRoundId,
      results,
      decidedAt: momentAfter(this.#study.at(), before?.decidedAt),
    }
    reviews.addDecision(decision)
  }

  /** The words by which codings are remembered: the code's path, and what it is on. */
  tell({ transcript }: ReviewedTranscript, codes: readonly PlacedCode[]): readonly string[] {
    const text = this.#study.read.transcripts.text(transcript.revisionId)
    return codes.map((code) => `${this.pathOf(code.codeId)}: ${lineOf(text, code)}`)
  }

  pathOf(code: CodeId): string {
    return pathOf(this.#codebook, code).join(PATH_SEPARATOR)
  }

  /** The consolidated form of a segment as it stands. */
  formOf(segmentId: SegmentId): ScreeningForm {
    return this.#standing(segmentId) ?? BLANK_FORM
  }

  /**
   * Keeps a segment's consolidated form. What all drafts agree on is filled in where nothing was decided about it; the
   * mismatch of the catalog follows once nothing of the segment is open. To be called after the decision was kept.
   */
  consolidate(segmentId: SegmentId, within: ReviewedTranscript, given: ScreeningForm): void {
    const form = this.#filled(segmentId, within, given)
    const standing = this.#standing(segmentId)
    const { screenings } = this.#study.write
    if (standing === null) {
      const { moderatorId: coderId, moderatedRoundId: roundId } = this.#review
      screenings.add(
        { id: this.#study.newId('screening'), segmentId, coderId, roundId, ...form },
        this.#study.world.newId,
      )
    } else if (!sameForm(standing, form)) screenings.change(standing, form, this.#study.world.newId)
    this.#syncMismatch(segmentId, within)
  }

  /** Makes, changes or removes the mismatch of a segment, by what is settled of it now. */
  #syncMismatch(segmentId: SegmentId, within: ReviewedTranscript): void {
    const { catalog } = this.#study.write
    const mismatch = catalog.ofSegment(segmentId)
    const form = this.#standing(segmentId)
    if (form === null || decide(form.criteria).kind !== 'included' || !this.#isWhole(segmentId, within)) {
      if (mismatch !== null) catalog.removeMismatch(mismatch.id)
      return
    }
    const { quote, description, information, instances: codes } = form
    const words = { quote, description, information, codes }
    if (mismatch !== null) {
      catalog.changeMismatch(mismatch, words, this.#study.world.newId)
      return
    }
    const { name: interview } = within.transcript
    catalog.addMismatch(
      {
        id: this.#study.newId('mismatch'),
        reference: this.#freeReference(interview, within, segmentId),
        interview,
        segmentId,
        position: catalog.totals().mismatches,
        ...words,
      },
      this.#study.world.newId,
    )
  }

  /** Whether nothing of an included segment is open. */
  #isWhole(segmentId: SegmentId, within: ReviewedTranscript): boolean {
    const items = compareSegment({ segmentId, forms: formsOf(within, segmentId), consolidated: 'included' })
    return items.every(({ id, kind }) => stateOf(kind, this.#standingDecision(id)) !== 'open')
  }

  #standingDecision(item: ItemId): StoredDecision | null {
    return this.#study.write.reviews.decisionsOn(this.#review.id, item).at(-1) ?? null
  }

  /** After the segment's number in its transcript. */
  #freeReference(interview: string, { transcript }: ReviewedTranscript, segmentId: SegmentId): string {
    const segments = this.#study.write.segments.ofTranscript(transcript.id)
    const number = segments.findIndex(({ id }) => id === segmentId) + 1
    const { catalog } = this.#study.write
    const base = `${interview}-${String(number).padStart(2, '0')}`
    let reference = base
    for (let next = 2; catalog.hasMismatch(reference); next++) reference = `${base}.${String(next)}`
    return reference
  }

  #filled(segmentId: SegmentId, within: ReviewedTranscript, given: ScreeningForm): ScreeningForm {
    if (decide(given.criteria).kind !== 'included') return given
    const drafts = draftsOf({ forms: formsOf(within, segmentId), consolidated: 'included' })
    const [draft] = drafts
    if (draft === undefined) return given
    const isDecided = (subject: 'instance' | 'text') => {
      const verdict = this.#standingDecision(`${subject}:${segmentId}`)?.verdict ?? 'reopened'
      return verdict !== 'reopened'
    }
    const { quote, quoteSpan, description, information, instances } = draft.form
    const alike = drafts.every(({ form }) => differingTexts(form, draft.form).length === 0)
    const alikeInstances = drafts.every(
      ({ form }) => new Set(form.instances).symmetricDifference(new Set(instances)).size === 0,
    )
    return {
      ...given,
      ...(alike && !isDecided('text') ? { quote, quoteSpan, description, information } : {}),
      ...(alikeInstances && !isDecided('instance') ? { instances } : {}),
    }
  }

  #standing(segmentId: SegmentId) {
    const { moderatorId, moderatedRoundId } = this.#review
    return (
      this.#study.write.screenings
        .ofSegment(segmentId)
        .find(({ coderId, roundId }) => coderId === moderatorId && roundId === moderatedRoundId) ?? null
    )
  }

  /** The ids of the consolidated codings that say this, added where there are none. */
  #put({ transcript }: ReviewedTranscript, codes: readonly PlacedCode[]): readonly CodingId[] {
    const { moderatorId: coderId, moderatedRoundId: roundId } = this.#review
    const { codings } = this.#study.write
    findOrAddAssignment(this.#study, transcript.id, roundId, coderId)
    const ids = new Set<CodingId>()
    for (const { codeId, start, end } of codes) {
      const coding = { transcriptId: transcript.id, codeId, start, end, coderId, roundId }
      const id = codings.same(coding)?.id ?? this.#study.newId('coding')
      if (codings.byId(id) === null) codings.add({ id, ...coding })
      ids.add(id)
    }
    return [...ids]
  }
}

const SETTLED: Ruling = { verdict: 'identical', taken: [], reason: { key: null, words: '' }, told: [] }

/** The codings that make up an item; none for a segment's. */
export function codingsOf(item: ReviewedItem): readonly CodingId[] {
  return item.subject === 'coding' ? item.readings.flatMap(({ codings }) => codings) : []
}
