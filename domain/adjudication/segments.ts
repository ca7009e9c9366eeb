import type { Harmonised, ItemId, ItemKind } from './adjudication.ts'
import type { CodeId, CoderId, SegmentId } from '../ids.ts'
import { CRITERIA, decide, type Criteria, type Criterion, type DecisionKind, type ScreeningForm } from '../screening.ts'

/** What two or more coders say of one segment. */
export interface ScreenedSegment {
  readonly segmentId: SegmentId
  /** In the order of the coders; null where one did not screen it. */
  readonly forms: readonly { readonly coderId: CoderId; readonly form: ScreeningForm | null }[]
  /** What the consolidated screening says of it; null before there is one. */
  readonly consolidated: DecisionKind | null
  readonly harmonised?: Harmonised
}

/** One question about a segment: whether it is a mismatch, of which elements, in which words. */
export interface SegmentItem {
  readonly id: ItemId
  readonly subject: 'screening' | 'instance' | 'text'
  readonly kind: Extract<ItemKind, 'screening' | 'instance' | 'text' | 'identical'>
  readonly segmentId: SegmentId
  /** Whose reading of it counts: of instances and text, those who included the segment. */
  readonly coders: readonly CoderId[]
  /** Whether the reading of everybody who was given counts: else that it is identical does not mean that all share it. */
  readonly isOfAll: boolean
  readonly cost: number
  readonly characters: number
  /** Of a screening the criteria, of a text the texts that two of them gave differently; of instances none. */
  readonly differing: readonly (Criterion | TextField)[]
}

/** The texts that two drafts of a mismatch consist of. */
export const TEXT_FIELDS = ['quote', 'description', 'information'] as const
export type TextField = (typeof TEXT_FIELDS)[number]
export type DraftText = Pick<ScreeningForm, TextField>

/**
 * The items of a segment; none where nobody screened it. Its criteria always; its instances and its text once it is
 * included, or where two coders included it: of those who included it, since the others had nothing to fill in.
 */
export function compareSegment(segment: ScreenedSegment): readonly SegmentItem[] {
  const { segmentId, forms, consolidated, harmonised = new Map() } = segment
  if (forms.every(({ form }) => form === null)) return []
  const pairs = pairsOf(forms.map(({ form }) => form))
  const criteria = pairs.map(([a, b]) => differingCriteria(a, b))
  const screening: SegmentItem = {
    id: `screening:${segmentId}`,
    subject: 'screening',
    segmentId,
    coders: forms.map(({ coderId }) => coderId),
    isOfAll: true,
    ...kindAndCost(
      'screening',
      sum(criteria, ({ length }) => length),
      0,
    ),
    differing: CRITERIA.filter((criterion) => criteria.some((differing) => differing.includes(criterion))),
  }
  const drafts = draftsOf(segment)
  const isAsked = consolidated === 'included' ? drafts.length > 0 : consolidated !== 'excluded' && drafts.length > 1
  if (!isAsked) return [screening]
  const about = { segmentId, coders: drafts.map(({ coderId }) => coderId), isOfAll: drafts.length === forms.length }
  const draftPairs = pairsOf(drafts.map(({ form }) => form))
  const instances = sum(draftPairs, ([a, b]) => codesOf(a, harmonised).symmetricDifference(codesOf(b, harmonised)).size)
  const characters = sum(draftPairs, ([a, b]) => sum(differingTexts(a, b), (field) => longer(a[field], b[field])))
  const texts = TEXT_FIELDS.filter((field) => draftPairs.some(([a, b]) => differingTexts(a, b).includes(field)))
  return [
    screening,
    {
      id: `instance:${segmentId}`,
      subject: 'instance',
      ...about,
      ...kindAndCost('instance', instances, 0),
      differing: [],
    },
    { id: `text:${segmentId}`, subject: 'text', ...about, ...kindAndCost('text', 0, characters), differing: texts },
  ]
}

/** The forms of those who included the segment; of all who screened it where it is included though none of them did. */
export function draftsOf({ forms, consolidated }: Pick<ScreenedSegment, 'forms' | 'consolidated'>): readonly {
  readonly coderId: CoderId
  readonly form: ScreeningForm
}[] {
  const screened = forms.flatMap(({ coderId, form }) => (form === null ? [] : [{ coderId, form }]))
  const including = screened.filter(({ form }) => decide(form.criteria).kind === 'included')
  return including.length === 0 && consolidated === 'included' ? screened : including
}

/** The criteria that two answer differently; whoever did not screen the segment left all undecided. */
export function differingCriteria(a: ScreeningForm | null, b: ScreeningForm | null): readonly Criterion[] {
  return CRITERIA.filter((criterion) => answer(a, criterion) !== answer(b, criterion))
}

/** The texts in which two drafts differ; blanks around them do not count. */
export function differingTexts(a: DraftText, b: DraftText): readonly TextField[] {
  return TEXT_FIELDS.filter((field) => a[field].trim() !== b[field].trim())
}

function answer(form: ScreeningForm | null, criterion: Criterion): Criteria[Criterion] {
  return form === null ? 'undecided' : form.criteria[criterion]
}

function codesOf({ instances }: ScreeningForm, harmonised: Harmonised): ReadonlySet<CodeId> {
  return new Set(instances.map((code) => harmonised.get(code) ?? code))
}

function kindAndCost<Kind extends SegmentItem['kind']>(kind: Kind, cost: number, characters: number) {
  return { kind: cost + characters === 0 ? ('identical' as const) : kind, cost, characters }
}

function longer(a: string, b: string): number {
  return Math.max(a.trim().length, b.trim().length)
}

function pairsOf<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const))
}

function sum<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  return items.reduce((total, item) => total + measure(item), 0)
}
