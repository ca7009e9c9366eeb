import type { ReviewDecision, ReviewItem, ReviewItemDetail } from '../../../../app/contract/review.ts'
import { markOwnWords, type MarkedWords } from '../../../../domain/adjudication/own-words.ts'
import type { DraftText } from '../../../../domain/adjudication/segments.ts'
import type { CoderId } from '../../../../domain/ids.ts'
import { draftsAmong } from '../decision/draft.ts'

/** What one coder wrote of a mismatch. */
export interface ComparedDraft extends DraftText {
  readonly coderId: CoderId
}

/** The drafts that are held against each other. */
export function comparedIn({ readings }: Pick<ReviewItemDetail, 'readings'>): readonly ComparedDraft[] {
  return draftsAmong(readings).map(({ coderId, form }) => ({ coderId, ...form }))
}

interface DecidedItem {
  readonly item: Pick<ReviewItem, 'state'>
  /** The last one stands. */
  readonly decisions: readonly Pick<ReviewDecision, 'taken'>[]
}

/** The place of the draft that the others are held against: the one asked for, else the one that stands, else the first. */
export function baseOf(
  { item, decisions }: DecidedItem,
  compared: readonly Pick<ComparedDraft, 'coderId'>[],
  asked: CoderId | null,
): number {
  const placeOf = (coder: CoderId | undefined) => compared.findIndex(({ coderId }) => coderId === coder)
  const standing = item.state === 'decided' ? decisions.at(-1)?.taken[0] : undefined
  return [placeOf(asked ?? undefined), placeOf(standing)].find((place) => place !== -1) ?? 0
}

type MarkedDraft = Readonly<Record<keyof DraftText, readonly MarkedWords[]>>

/** Every draft with its own words marked. Empty where there is only one. */
export function markDrafts(compared: readonly ComparedDraft[], base: number): ReadonlyMap<CoderId, MarkedDraft> {
  if (compared.length < 2) return new Map()
  const markedIn = (field: keyof DraftText) =>
    markOwnWords(
      compared.map((one) => one[field]),
      base,
    )
  const [quotes, descriptions, informations] = [markedIn('quote'), markedIn('description'), markedIn('information')]
  return new Map(
    compared.map(({ coderId }, place) => [
      coderId,
      {
        quote: quotes[place] ?? [],
        description: descriptions[place] ?? [],
        information: informations[place] ?? [],
      },
    ]),
  )
}
