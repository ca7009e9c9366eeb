import { useTranslation } from 'react-i18next'
import type { ReviewItem, ReviewReason } from '../../../../app/contract/review.ts'
import { isReason } from '../../../../domain/adjudication/decision.ts'
import { useCoder, refreshAfter, save, useSession } from '../../../session.ts'
import { useWrittenKeys } from '../keys/keymap.ts'
import { nextOpen } from '../queue/queue-view.ts'
import { draftFor, forgetSaved, holdReason, noteReason, noteSaved, say, useReviewScreen } from '../store.ts'
import type { Review } from '../use-review.ts'
import { outcomeOf, type Draft } from './draft.ts'
import { useReasonName } from './use-reason-name.ts'

export interface Decision {
  /** Whether who looks may decide. */
  readonly mayDecide: boolean
  /** The decision being made on the item in hand; null while there is none. */
  readonly draft: Draft | null
  /** Begins or changes one; where a reason is kept and it says all, it is saved at once. */
  readonly choose: (draft: Draft) => void
  /** Changes one that is being put together, which is saved only when a reason is given. */
  readonly change: (draft: Draft | null) => void
  /** Gives the reason, and with it saves. */
  readonly give: (reason: ReviewReason) => void
  /** Saves with the reason that is held; false where there is none, or nothing to save. */
  readonly saveHeld: () => boolean
}

/** Deciding the item in hand: what, then why; the next open item then comes by itself. */
export function useDecision(review: Review, item: ReviewItem | null, onGo: (item: ReviewItem) => void): Decision {
  const { t } = useTranslation('review')
  const coder = useCoder()
  const reasonName = useReasonName()
  const noteKeys = useWrittenKeys('note')
  const pending = useReviewScreen((screen) => screen.pending)
  const reason = useReviewScreen((screen) => screen.reason)
  const held = useReviewScreen((screen) => screen.held)
  const mayDecide = coder?.kind === 'moderator'
  const draft = pending !== null && pending.itemId === item?.id ? pending.draft : null

  const change = (next: Draft | null) => {
    if (item === null) return
    if (mayDecide) draftFor(item.id, next)
    else say(t('decide.moderatorOnly', { keys: noteKeys }))
  }
  const settle = (decided: Draft, given: ReviewReason): boolean => {
    if (item === null || coder === null || !isReason(given)) return false
    const outcome = decided.kind === 'reopen' ? null : outcomeOf(decided)
    if (outcome === null && decided.kind !== 'reopen') {
      say(t(decided.kind === 'criteria' ? 'decide.incomplete.criteria' : 'decide.incomplete.codings'))
      return false
    }
    const { roundId } = review
    const about = { roundId, itemId: item.id, coderId: coder.id, reason: given }
    const state = outcome === null ? 'open' : 'decided'
    noteReason(given)
    noteSaved(item.id, { state, revision: useSession.getState().unknownRevision })
    draftFor(item.id, null)
    // The next one is read while this one is being saved: who decides many does not wait.
    const next = state === 'open' ? null : nextOpen(review.shown, item.id)
    if (next !== null) onGo(next)
    const saving = outcome === null ? save('review.reopen', about) : save('review.decide', { ...about, outcome })
    void saving.then((saved) => {
      if (saved === null) {
        // Refused: the person has been told why. The item is gone back to, and what was chosen still stands.
        forgetSaved(item.id)
        draftFor(item.id, decided)
        say('')
      }
      return refreshAfter()
    })
    const reasonText = reasonName(given)
    say(
      state === 'open'
        ? t('said.reopened', { words: item.words })
        : t('said.decided', { words: item.words, reason: reasonText }),
    )
    return true
  }
  return {
    mayDecide,
    draft,
    change,
    choose: (next) => {
      if (!mayDecide) return change(next)
      if (!(held !== null && reason !== null && settle(next, reason))) change(next)
    },
    give: (given) => {
      if (!mayDecide) return say(t('decide.moderatorOnly', { keys: noteKeys }))
      if (draft === null) {
        holdReason(given)
        return say(t('said.held', { reason: reasonName(given) }))
      }
      settle(draft, given)
    },
    saveHeld: () => held !== null && reason !== null && draft !== null && settle(draft, reason),
  }
}
