import {
  compareCodings,
  type CodingItem,
  type Harmonised,
  type ItemId,
  type ItemState,
  type Pin,
} from '../../domain/adjudication/adjudication.ts'
import { compareSegment, type ScreenedSegment, type SegmentItem } from '../../domain/adjudication/segments.ts'
import { codebookOf, type Codebook } from '../../domain/codebook/codebook.ts'
import type { Coder, Coding, Round } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CoderId, CodingId, RoundId, SegmentId, TranscriptId } from '../../domain/ids.ts'
import { decide, type Screening } from '../../domain/screening.ts'
import type { Segment } from '../../domain/segment.ts'
import { turnIndexAt, type Turn } from '../../domain/transcript.ts'
import type { Aggregates } from '../../db/aggregates.ts'
import type { Assignment } from '../../db/people.ts'
import type { Review, StoredDecision, StoredNote } from '../../db/reviews.ts'
import type { ListedTranscript } from '../../db/transcripts.ts'
import { mappingOfRound } from '../harmonising/harmonised-round.ts'
import type { OpenStudy } from '../study/open-study.ts'

interface Told {
  readonly state: ItemState
  /** Every version, the oldest first. */
  readonly decisions: readonly StoredDecision[]
  readonly notes: readonly StoredNote[]
}

export interface ReviewedCodings extends CodingItem, Told {
  readonly subject: 'coding'
  /** Who went through the transcript coding. */
  readonly coders: readonly CoderId[]
}
export interface ReviewedSegment extends SegmentItem, Told {
  readonly segment: Segment
}
/** A disagreement of a round, or what its coders agree on, with what was decided and said about it. */
export type ReviewedItem = ReviewedCodings | ReviewedSegment

/** One transcript of a round that two or more coders went through, compared. */
export interface ReviewedTranscript {
  readonly transcript: ListedTranscript
  readonly turns: readonly Turn[]
  /** In the order of the study's coders: who coded or screened it. */
  readonly coders: readonly Coder[]
  /** Of these, who went through it coding, whether or not they put a code on anything. */
  readonly codedBy: readonly Coder[]
  readonly codings: readonly Coding[]
  /** The coders' screenings, those of others left out. */
  readonly screenings: readonly Screening[]
  /** In order of place. */
  readonly items: readonly ReviewedItem[]
}

/**
 * A round as its review finds it: what awaits a decision, and what was decided. Each transcript is compared once. Codes
 * that were harmonised count as the one they were mapped to.
 */
export class RoundReview {
  readonly round: Round
  /** Null where it was not started. */
  readonly review: Review | null
  readonly #rows: Aggregates
  readonly #harmonised: Harmonised
  readonly #codebook: Codebook
  readonly #decisions: ReadonlyMap<ItemId, readonly StoredDecision[]>
  readonly #notes: ReadonlyMap<ItemId, readonly StoredNote[]>
  readonly #pins: readonly Pin[]
  readonly #names: ReadonlyMap<CodingId, ItemId>
  readonly #passes: ReadonlyMap<TranscriptId, readonly Assignment[]>
  readonly #compared = new Map<TranscriptId, ReviewedTranscript | null>()

  /** @throws AxialError not-found, round-not-independent, or round-blind while nothing may be told of the round */
  constructor({ read: rows }: OpenStudy, roundId: RoundId, harmonised: Harmonised = mappingOfRound(rows, roundId)) {
    const round = rows.people.rounds().find(({ id }) => id === roundId)
    if (round === undefined) throw new AxialError('not-found', { what: 'round', name: roundId })
    if (round.kind !== 'independent') throw new AxialError('round-not-independent', { name: round.name })
    if (round.state === 'blind') throw new AxialError('round-blind', { name: round.name })
    this.round = round
    this.#rows = rows
    this.#harmonised = harmonised
    this.review = rows.reviews.ofRound(roundId)
    this.#codebook = codebookOf(rows.codes.all())
    const passes = rows.people.assignments().filter((pass) => pass.roundId === roundId)
    this.#passes = Map.groupBy(passes, ({ transcriptId }) => transcriptId)
    const decisions = this.review === null ? [] : rows.reviews.decisions(this.review.id)
    const notes = this.review === null ? [] : rows.reviews.notes(this.review.id)
    this.#decisions = Map.groupBy(decisions, ({ item }) => item)
    this.#notes = Map.groupBy(notes, ({ item }) => item)
    // Nobody spoke about what was settled at once: a pass that comes later joins it, and it keeps its name.
    this.#pins = pinsOf([...decisions.filter(({ verdict }) => verdict !== 'identical'), ...notes])
    this.#names = namesOf(decisions.filter(({ verdict }) => verdict === 'identical'))
  }

  /** How many codes count as another one where readings are compared. */
  get mappedCodes(): number {
    return this.#harmonised.size
  }

  /** The transcripts that two or more coders went through in the round, in the study's order. */
  transcripts(): readonly ReviewedTranscript[] {
    return this.#rows.transcripts.all().flatMap((transcript) => this.of(transcript) ?? [])
  }

  /** Null where fewer than two coders went through it: there is nothing to compare. */
  of(transcript: ListedTranscript): ReviewedTranscript | null {
    const known = this.#compared.get(transcript.id)
    if (known !== undefined) return known
    const compared = this.#compare(transcript)
    this.#compared.set(transcript.id, compared)
    return compared
  }

  /**
   * An item and the transcript it is of.
   * @throws AxialError not-found
   */
  require(itemId: ItemId): { readonly found: ReviewedItem; readonly within: ReviewedTranscript } {
    const transcriptId = this.#transcriptOf(itemId)
    const transcript = transcriptId === null ? null : this.#rows.transcripts.byId(transcriptId)
    const within = transcript === null ? null : this.of(transcript)
    const found = within?.items.find(({ id }) => id === itemId)
    if (within === null || found === undefined) {
      throw new AxialError('not-found', { what: 'disagreement', name: itemId })
    }
    return { found, within }
  }

  /** The ids of the consolidated codings that stand for decisions on other items than this one. */
  resultsBeside(itemId: ItemId): ReadonlySet<CodingId> {
    const others = [...this.#decisions].flatMap(([item, versions]) =>
      item === itemId ? [] : (versions.at(-1)?.results ?? []),
    )
    return new Set(others)
  }

  #transcriptOf(itemId: ItemId): TranscriptId | null {
    const said = this.#decisions.get(itemId)?.[0] ?? this.#notes.get(itemId)?.[0]
    if (said !== undefined) return said.transcriptId
    const [subject, id = ''] = itemId.split(':')
    if (subject === 'coding') return this.#rows.codings.byId(id as CodingId)?.transcriptId ?? null
    return this.#rows.segments.byId(id as SegmentId)?.transcriptId ?? null
  }

  #compare(transcript: ListedTranscript): ReviewedTranscript | null {
    const { people, codings, screenings, transcripts } = this.#rows
    const made = codings.ofTranscript(transcript.id).filter(({ roundId }) => roundId === this.round.id)
    const allScreenings = screenings.ofTranscript(transcript.id)
    const screened = allScreenings.filter(({ roundId }) => roundId === this.round.id)
    const coded = new Set<CoderId>(made.map(({ coderId }) => coderId))
    for (const { coderId } of this.#passes.get(transcript.id) ?? []) coded.add(coderId)
    const screening = new Set(screened.map(({ coderId }) => coderId))
    if (coded.size < 2 && screening.size < 2) return null
    const coders = people.coders()
    const turns = transcripts.turns(transcript.revisionId)
    const codingCoders = coders.filter(({ id }) => coded.has(id)).map(({ id }) => id)
    const codingItems =
      coded.size < 2
        ? []
        : compareCodings({
            coders: codingCoders,
            codings: made,
            turns,
            codebook: this.#codebook,
            harmonised: this.#harmonised,
            pins: this.#pins,
            names: this.#names,
          })
    const segmentCoders = coders.filter(({ id }) => screening.has(id)).map(({ id }) => id)
    const items: readonly ReviewedItem[] = [
      ...codingItems.map((item) => ({
        ...item,
        subject: 'coding' as const,
        coders: codingCoders,
        ...this.#toldOf(item),
      })),
      ...(segmentCoders.length < 2 ? [] : this.#segmentItems(transcript.id, segmentCoders, screened, allScreenings)),
    ]
    return {
      transcript,
      turns,
      coders: coders.filter(({ id }) => coded.has(id) || screening.has(id)),
      codedBy: coders.filter(({ id }) => coded.has(id)),
      codings: made,
      screenings: screened,
      items: items.toSorted((a, b) => startOf(a) - startOf(b)),
    }
  }

  #segmentItems(
    transcriptId: TranscriptId,
    coders: readonly CoderId[],
    screened: readonly Screening[],
    all: readonly Screening[],
  ): readonly ReviewedSegment[] {
    const moderated = all.filter(
      ({ coderId, roundId }) => coderId === this.review?.moderatorId && roundId === this.review.moderatedRoundId,
    )
    const bySegment = Map.groupBy(screened, ({ segmentId }) => segmentId)
    return this.#rows.segments.ofTranscript(transcriptId).flatMap((segment) => {
      const ofSegment = bySegment.get(segment.id) ?? []
      const consolidated = moderated.find(({ segmentId }) => segmentId === segment.id)
      return compareSegment({
        segmentId: segment.id,
        forms: coders.map((coderId) => ({ coderId, form: ofSegment.find((one) => one.coderId === coderId) ?? null })),
        consolidated: consolidated === undefined ? null : decide(consolidated.criteria).kind,
        harmonised: this.#harmonised,
      }).map((item) => ({ ...item, segment, ...this.#toldOf(item) }))
    })
  }

  #toldOf({ id, kind }: Pick<ReviewedItem, 'id' | 'kind'>): Told {
    const decisions = this.#decisions.get(id) ?? []
    return { state: stateOf(kind, decisions.at(-1) ?? null), decisions, notes: this.#notes.get(id) ?? [] }
  }
}

/** Of what no longer is identical, that it once was settles nothing. */
export function stateOf(kind: ReviewedItem['kind'], standing: StoredDecision | null): ItemState {
  switch (standing?.verdict) {
    case undefined:
    case 'identical':
      return kind === 'identical' ? 'settled' : 'open'
    case 'reopened':
      return 'open'
    case 'take':
    case 'neither':
    case 'other':
      return 'decided'
  }
}

function pinsOf(said: readonly Pick<StoredDecision, 'item' | 'codings'>[]): readonly Pin[] {
  const pins = new Map<ItemId, Set<CodingId>>()
  for (const { item, codings } of said) {
    if (codings.length === 0) continue
    const pinned = pins.get(item) ?? new Set()
    for (const coding of codings) pinned.add(coding)
    pins.set(item, pinned)
  }
  return [...pins].map(([item, codings]) => ({ item, codings: [...codings] }))
}

/** The coding that an item is named after; another of its codings where that one has gone. */
function namesOf(settled: readonly StoredDecision[]): ReadonlyMap<CodingId, ItemId> {
  const names = new Map<CodingId, ItemId>()
  for (const { item, codings } of settled) {
    const named = codings.find((id) => item === `coding:${id}`) ?? codings[0]
    if (named !== undefined && !names.has(named)) names.set(named, item)
  }
  return names
}

/** Whose readings of an item are shown: of codings of all who coded, of a segment of all who worked on the transcript. */
export function readersOf(item: ReviewedItem, { coders }: ReviewedTranscript): readonly Coder[] {
  return item.subject === 'coding' ? coders.filter(({ id }) => item.coders.includes(id)) : coders
}

/** What those who screen the transcript say of one of its segments. */
export function formsOf({ coders, screenings }: ReviewedTranscript, segmentId: SegmentId): ScreenedSegment['forms'] {
  const screening = new Set(screenings.map(({ coderId }) => coderId))
  const ofSegment = screenings.filter((one) => one.segmentId === segmentId)
  return coders
    .filter(({ id }) => screening.has(id))
    .map(({ id }) => ({ coderId: id, form: ofSegment.find(({ coderId }) => coderId === id) ?? null }))
}

/** Where in its transcript an item is. */
export function startOf(item: ReviewedItem): number {
  return placeOf(item).start
}

export function placeOf(item: ReviewedItem) {
  return item.subject === 'coding' ? item : item.segment
}

/** Number of the turn in which an item's words begin, from 1. */
export function turnOf(item: ReviewedItem, { turns }: ReviewedTranscript): number {
  return turns[Math.max(0, turnIndexAt(turns, placeOf(item).start))]?.number ?? 0
}

/** Whether identical readings came in after the review was started, so that they are not in the consolidated coding. */
export function isUnsettled({ kind, subject, decisions }: ReviewedItem): boolean {
  return kind === 'identical' && decisions.length === 0 && (subject === 'coding' || subject === 'screening')
}

/** What only some of the coders included, and wrote alike, is no reading that all share. */
function isOfAll(item: ReviewedItem): boolean {
  return item.subject === 'coding' || item.isOfAll
}

export interface ReviewTally {
  readonly disagreements: number
  readonly decided: number
  readonly open: number
  /** Readings that all coders share. */
  readonly identical: number
  readonly unsettled: number
}

/** How many disagreements there are, and how many are still open. A reopened identical reading is a disagreement. */
export function tallyOf(items: readonly ReviewedItem[]): ReviewTally {
  const isDisagreement = ({ kind, state }: ReviewedItem) => kind !== 'identical' || state !== 'settled'
  const disagreements = items.filter(isDisagreement)
  const open = disagreements.filter(({ state }) => state === 'open').length
  return {
    disagreements: disagreements.length,
    decided: disagreements.length - open,
    open,
    identical: items.filter((item) => !isDisagreement(item) && isOfAll(item)).length,
    unsettled: items.filter(isUnsettled).length,
  }
}
