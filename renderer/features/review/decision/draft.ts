import type {
  ReviewedForm,
  ReviewItem,
  ReviewItemDetail,
  ReviewOutcome,
  ReviewReading,
} from '../../../../app/contract/review.ts'
import { MAX_INSTANCES } from '../../../../domain/catalog.ts'
import type { CodeId, CoderId } from '../../../../domain/ids.ts'
import { decide, UNDECIDED } from '../../../../domain/screening.ts'
import type { Span } from '../../../../domain/span.ts'

/** What an item is about, which says how it can be decided: codes on words, or a segment's criteria, pairs or texts. */
export type Family = 'coding' | 'screening' | 'instance' | 'text'

/** A decision that is being made. */
export type Draft =
  | { readonly kind: 'take'; readonly coders: readonly CoderId[] }
  | { readonly kind: 'neither' }
  /** Withdraws the decision that stands. */
  | { readonly kind: 'reopen' }
  | ({ readonly kind: 'codings' } & DraftCodings)
  | { readonly kind: 'criteria'; readonly criteria: ReviewedForm['criteria'] }
  | { readonly kind: 'instances'; readonly codes: readonly CodeId[] }
  | ({ readonly kind: 'text' } & DraftText)

/** Codes put together, each on words of its own. */
export interface DraftCodings {
  readonly placed: readonly PlacedCode[]
  /** The words that a code is put on which is added next. */
  readonly span: Span
  /** Of which of them the edges are moved, by its place; null: of all. */
  readonly of: number | null
}

export interface PlacedCode {
  readonly codeId: CodeId
  readonly span: Span
}

export interface DraftText {
  readonly quote: string
  readonly quoteSpan: Span | null
  readonly description: string
  readonly information: string
}

type ShortReading = Pick<ReviewItem['readings'][number], 'decision'>

/** What an item is about, by what its id begins with. */
export function familyOf({ id }: Pick<ReviewItem, 'id'>): Family {
  const [family] = id.split(':')
  return family === 'screening' || family === 'instance' || family === 'text' ? family : 'coding'
}

/** Whether readings of this kind can stand side by side, or all be refused: a segment has one screening and one text. */
export function isPlural(family: Family): boolean {
  return family === 'coding' || family === 'instance'
}

/** The letter of a reading, by its place: A for the first. */
export function letterOf(index: number): string {
  return String.fromCodePoint(65 + index)
}

/**
 * Whether a reading can be taken: who did not screen a segment answered nothing, and who did not include it gave no pair and
 * no text, unless nobody included it.
 */
export function isTakeable(item: Pick<ReviewItem, 'id' | 'readings'>, { decision }: ShortReading): boolean {
  switch (familyOf(item)) {
    case 'coding':
      return true
    case 'screening':
      return decision !== null
    case 'instance':
    case 'text': {
      const isIncluded = item.readings.some((one) => one.decision === 'included')
      return isIncluded ? decision === 'included' : decision !== null
    }
  }
}

/** The draft that takes the reading of a letter; null where there is none, or nothing to take of it. */
export function takeByLetter(item: Pick<ReviewItem, 'id' | 'readings'>, letter: string): Draft | null {
  const reading = item.readings[(letter.codePointAt(0) ?? 0) - 65]
  return reading === undefined || !isTakeable(item, reading) ? null : { kind: 'take', coders: [reading.coderId] }
}

/**
 * Those whose reading says something where several can stand side by side: that a coder read nothing there does not stand
 * beside a code. None where a segment can have one answer only, or they have more pairs together than a mismatch may have.
 */
export function takenTogether(item: Pick<ReviewItem, 'id' | 'readings'>): readonly CoderId[] {
  const family = familyOf(item)
  if (!isPlural(family)) return []
  const said = item.readings.filter((reading) => reading.codes.length > 0 && isTakeable(item, reading))
  const pairs = new Set(said.flatMap(({ codes }) => codes))
  return family === 'instance' && pairs.size > MAX_INSTANCES ? [] : said.map(({ coderId }) => coderId)
}

/** The draft that lets every code stand; null where there is nothing to stand together. */
export function takeAll(item: Pick<ReviewItem, 'id' | 'readings'>): Draft | null {
  const coders = takenTogether(item)
  return coders.length === 0 ? null : { kind: 'take', coders }
}

/**
 * Where "something else" begins: with what stands where the item is decided; else with what the readings share, so that only
 * the difference is left to settle.
 */
export function otherDraft({ item, readings, result, consolidated }: OtherThan): Draft {
  const forms = readings.flatMap(({ form }) => (form === null ? [] : [form]))
  const drafts = draftsAmong(readings).map(({ form }) => form)
  switch (familyOf(item)) {
    case 'coding': {
      const read = readings.map(({ codings }) => codings).filter((codings) => codings.length > 0)
      const shared = new Set(sharedBy(read.map((codings) => codings.map(({ codeId }) => codeId))))
      const codings =
        item.state === 'decided' || result.length > 0
          ? result
          : [...shared].flatMap((id) => read.flat().find(({ codeId }) => codeId === id) ?? [])
      return {
        kind: 'codings',
        placed: codings.map((coding) => ({ codeId: coding.codeId, span: spanIn(coding) })),
        span: spanIn(codings[0] ?? read.flat()[0] ?? item),
        of: null,
      }
    }
    case 'screening': {
      const [first, ...others] = forms.map(({ criteria }) => criteria)
      if (consolidated !== null && item.state === 'decided')
        return { kind: 'criteria', criteria: consolidated.criteria }
      if (first === undefined) return { kind: 'criteria', criteria: UNDECIDED }
      const criteria = { ...first }
      for (const [criterion, answer] of entriesOf(first)) {
        if (others.some((other) => other[criterion] !== answer)) criteria[criterion] = 'undecided'
      }
      return { kind: 'criteria', criteria }
    }
    case 'instance': {
      const standing = item.state === 'decided' && consolidated !== null ? [consolidated] : drafts
      return { kind: 'instances', codes: sharedBy(standing.map(({ instances }) => instances)) }
    }
    case 'text': {
      const from = item.state === 'decided' ? consolidated : (drafts[0] ?? null)
      return {
        kind: 'text',
        quote: from?.quote ?? '',
        quoteSpan: from?.quoteSpan ?? null,
        description: from?.description ?? '',
        information: from?.information ?? '',
      }
    }
  }
}

type OtherThan = Pick<ReviewItemDetail, 'result' | 'consolidated'> & {
  readonly item: Pick<ReviewItem, 'id' | 'state'> & Span
  readonly readings: readonly Pick<ReviewReading, 'codings' | 'form'>[]
}

/** The readings with pairs and texts that count: of who included the segment, of all who screened it where nobody did. */
export function draftsAmong<Reading extends Pick<ReviewReading, 'form'>>(
  readings: readonly Reading[],
): readonly (Reading & { readonly form: ReviewedForm })[] {
  const written = readings.flatMap((reading) => (reading.form === null ? [] : [{ ...reading, form: reading.form }]))
  const including = written.filter(({ form }) => form.decision === 'included')
  return including.length === 0 ? written : including
}

/** The same with one more code, or pair, on the words of the one in hand. */
export function withCode(draft: Draft, codeId: CodeId): Draft {
  switch (draft.kind) {
    case 'instances':
      return { ...draft, codes: [...new Set([...draft.codes, codeId])] }
    case 'codings': {
      if (draft.placed.some((one) => one.codeId === codeId)) return draft
      const span = (draft.of === null ? undefined : draft.placed[draft.of]?.span) ?? draft.span
      return { ...draft, placed: [...draft.placed, { codeId, span }] }
    }
    default:
      return draft
  }
}

/** The same without the code, or pair, in this place. */
export function withoutCode(draft: Draft, place: number): Draft {
  switch (draft.kind) {
    case 'instances':
      return { ...draft, codes: draft.codes.filter((_, index) => index !== place) }
    case 'codings':
      return { ...draft, placed: draft.placed.filter((_, index) => index !== place), of: null }
    default:
      return draft
  }
}

/** Codings with edges moved, of the code in hand or of all; as they are where one could not be moved so. */
export function withMovedEdge(
  draft: DraftCodings & { readonly kind: 'codings' },
  move: (span: Span) => Span | null,
): Draft {
  const placed = draft.placed.map((one, index) =>
    draft.of === null || index === draft.of ? { ...one, span: move(one.span) ?? one.span } : one,
  )
  return { ...draft, placed, span: draft.of === null ? (move(draft.span) ?? draft.span) : draft.span }
}

/** The words that a draft is about: of the code in hand, else of all. */
export function spansOf({ placed, span, of }: DraftCodings): readonly Span[] {
  const shown = placed.filter((_, index) => of === null || index === of).map((one) => one.span)
  return shown.length === 0 ? [span] : shown
}

function spanIn({ start, end }: Span): Span {
  return { start, end }
}

/** What all of the lists hold, in the order of the first. */
function sharedBy(lists: readonly (readonly CodeId[])[]): readonly CodeId[] {
  const [first = [], ...others] = lists
  return first.filter((id) => others.every((list) => list.includes(id)))
}

function entriesOf(criteria: ReviewedForm['criteria']) {
  return (['I1', 'I2', 'E1', 'E2', 'E3', 'E4', 'E5'] as const).map((name) => [name, criteria[name]] as const)
}

/** What is told to the service; null while something is missing, and for a withdrawal, which is another request. */
export function outcomeOf(draft: Draft): ReviewOutcome | null {
  switch (draft.kind) {
    case 'take':
      return { kind: 'take', coders: [...draft.coders] }
    case 'neither':
      return { kind: 'neither' }
    case 'reopen':
      return null
    case 'codings': {
      const codings = draft.placed.map(({ codeId, span: { start, end } }) => ({ codeId, start, end }))
      return codings.length === 0 ? null : { kind: 'codings', codings }
    }
    case 'criteria':
      return decide(draft.criteria).kind === 'open' ? null : { kind: 'criteria', criteria: draft.criteria }
    case 'instances':
      return { kind: 'instances', codes: [...draft.codes] }
    case 'text': {
      const { kind, quote, quoteSpan, description, information } = draft
      return { kind, quote, quoteSpan, description, information }
    }
  }
}
