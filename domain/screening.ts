import type { CodeId, CoderId, RoundId, ScreeningId, SegmentId } from './ids.ts'
import { contains, type Span } from './span.ts'

/**
 * The criteria by which a segment is screened (Lewis et al. 2021, section II). I1: someone assumed something wrong about a
 * system element. I2: sharing information would have avoided it. E1, E2, E3: it is internal to the data science, the
 * software engineering, the operations process. E4: it cannot be solved by sharing information. E5: unrelated talk.
 */
export const INCLUSION_CRITERIA = ['I1', 'I2'] as const
export const EXCLUSION_CRITERIA = ['E1', 'E2', 'E3', 'E4', 'E5'] as const
export const CRITERIA = [...INCLUSION_CRITERIA, ...EXCLUSION_CRITERIA] as const

export type Criterion = (typeof CRITERIA)[number]

/** Whether a criterion is met; undecided until the researcher says so. */
export const ANSWERS = ['yes', 'no', 'undecided'] as const
export type Answer = (typeof ANSWERS)[number]

export type Criteria = Readonly<Record<Criterion, Answer>>

/** Nothing decided yet. */
export const UNDECIDED: Criteria = {
  I1: 'undecided',
  I2: 'undecided',
  E1: 'undecided',
  E2: 'undecided',
  E3: 'undecided',
  E4: 'undecided',
  E5: 'undecided',
}

/**
 * Whether a segment is a mismatch, with why: the criteria that exclude it, or those still undecided. Open while it can be
 * either.
 */
export type Decision =
  | { readonly kind: 'included' }
  | { readonly kind: 'excluded'; readonly because: readonly Criterion[] }
  | { readonly kind: 'open'; readonly undecided: readonly Criterion[] }

export type DecisionKind = Decision['kind']
export const DECISIONS = ['included', 'excluded', 'open'] as const satisfies readonly DecisionKind[]

/** A segment is a mismatch if and only if both inclusion criteria are met and no exclusion criterion is. */
export function decide(criteria: Criteria): Decision {
  const unmet = INCLUSION_CRITERIA.filter((criterion) => criteria[criterion] === 'no')
  const met = EXCLUSION_CRITERIA.filter((criterion) => criteria[criterion] === 'yes')
  if (unmet.length + met.length > 0) return { kind: 'excluded', because: [...unmet, ...met] }
  const undecided = CRITERIA.filter((criterion) => criteria[criterion] === 'undecided')
  return undecided.length > 0 ? { kind: 'open', undecided } : { kind: 'included' }
}

/** The answer that the same key gives next: yes, no, undecided, and round again. */
export function nextAnswer(answer: Answer): Answer {
  switch (answer) {
    case 'undecided':
      return 'yes'
    case 'yes':
      return 'no'
    case 'no':
      return 'undecided'
  }
}

/** The same with no exclusion criterion met, for a segment that none of them fits: those undecided become no. */
export function withoutExclusion(criteria: Criteria): Criteria {
  const ruledOut = EXCLUSION_CRITERIA.filter((criterion) => criteria[criterion] === 'undecided')
  return { ...criteria, ...Object.fromEntries(ruledOut.map((criterion) => [criterion, 'no'])) }
}

/** What a researcher fills in for one segment. All but the criteria matters only where the segment is included. */
export interface ScreeningForm {
  readonly criteria: Criteria
  /** The words quoted, perhaps shortened by hand. */
  readonly quote: string
  /** Where they were taken from, within the segment; null where they were typed. */
  readonly quoteSpan: Span | null
  readonly description: string
  /** The information that was not communicated. */
  readonly information: string
  /** Up to `MAX_INSTANCES` codes: a subcategory each, or a category. In order, none twice. */
  readonly instances: readonly CodeId[]
}

/** One coder's screening of a segment in one round. */
export interface Screening extends ScreeningForm {
  readonly id: ScreeningId
  readonly segmentId: SegmentId
  readonly coderId: CoderId
  readonly roundId: RoundId
}

export const BLANK_FORM: ScreeningForm = {
  criteria: UNDECIDED,
  quote: '',
  quoteSpan: null,
  description: '',
  information: '',
  instances: [],
}

/** Whether nothing at all was filled in: such a form is no screening. */
export function isBlankForm({ criteria, quote, description, information, instances }: ScreeningForm): boolean {
  const texts = [quote, description, information]
  return (
    instances.length === 0 &&
    texts.every((text) => text.trim() === '') &&
    CRITERIA.every((criterion) => criteria[criterion] === 'undecided')
  )
}

/** Whether two forms say the same. */
export function sameForm(a: ScreeningForm, b: ScreeningForm): boolean {
  return (
    CRITERIA.every((criterion) => a.criteria[criterion] === b.criteria[criterion]) &&
    a.quote === b.quote &&
    a.quoteSpan?.start === b.quoteSpan?.start &&
    a.quoteSpan?.end === b.quoteSpan?.end &&
    a.description === b.description &&
    a.information === b.information &&
    a.instances.length === b.instances.length &&
    a.instances.every((code, index) => code === b.instances[index])
  )
}

/**
 * With which part of a divided segment its screening stays: the one in which its quote begins, the first where it has
 * none.
 */
export function partOf(quoteSpan: Span | null, [, second]: readonly [Span, Span]): 0 | 1 {
  return quoteSpan !== null && quoteSpan.start >= second.start ? 1 : 0
}

/** The quote's place after its segment changed: forgotten where it is no longer within; the words are kept by the form. */
export function placeWithin(segment: Span, quoteSpan: Span | null): Span | null {
  return quoteSpan !== null && contains(segment, quoteSpan) ? quoteSpan : null
}
