import type { Output } from '../../../../app/contract.ts'
import type { ReviewReason } from '../../../../app/contract/review.ts'
import { REASON_KEYS, type ReasonKey } from '../../../../domain/adjudication/decision.ts'

/** A reason of the short list. */
export interface ListedReason {
  readonly reason: ReviewReason
  /** The key that chooses it, 1 to 9; null for those beyond. */
  readonly digit: number | null
  readonly uses: number
}

/**
 * The short list: the reasons of every study in their order, so that a digit means the same from one day to the next; after
 * them what was written in this study, the most frequent first.
 */
export function listReasons(used: Output<'review.reasons'>): readonly ListedReason[] {
  const uses = (key: ReasonKey) => used.find((one) => one.key === key && one.words === '')?.uses ?? 0
  const given = OFFERED.map((key) => ({ reason: { key, words: '' }, uses: uses(key) }))
  const own = used
    .filter(({ words }) => words.trim() !== '')
    .map(({ key, words, uses }) => ({ reason: { key, words }, uses }))
    .toSorted((a, b) => b.uses - a.uses)
  return [...given.slice(0, GIVEN), ...own, ...given.slice(GIVEN)].map((one, index) => ({
    ...one,
    digit: index < 9 ? index + 1 : null,
  }))
}

/** Six digits are the same in every study; three are left for a study's own reasons. */
const GIVEN = 6

const OFFERED = REASON_KEYS

export function sameReason(a: ReviewReason, b: ReviewReason): boolean {
  return a.key === b.key && a.words === b.words
}
