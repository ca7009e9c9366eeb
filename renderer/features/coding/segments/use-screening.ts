import { useEffect } from 'react'
import { BLANK_FORM, type ScreeningForm } from '../../../../domain/screening.ts'
import type { CoderId, SegmentId } from '../../../../domain/ids.ts'
import { useSession } from '../../../session.ts'
import { draftKey, fillIn, saveDraft, takeUpDraft, useDrafts, type Draft } from './screening-drafts.ts'
import { useSegmentation } from './segmentation.ts'

export interface ScreeningInHand {
  readonly form: ScreeningForm
  readonly coderId: CoderId
  /** Null where nothing was filled in here since it was read. */
  readonly state: Draft['state'] | null
  readonly change: (change: Partial<ScreeningForm>, when?: 'now' | 'soon') => void
  readonly saveNow: () => void
}

/**
 * The form of one segment as the person at work fills it in: what they just did, until the study has been read again; then
 * what the study holds, which an undo may have changed.
 */
export function useScreening(segmentId: SegmentId): ScreeningInHand | null {
  const coderId = useSession((session) => session.coderId)
  const roundId = useSession((session) => session.roundId)
  const { own, readAt } = useSegmentation()
  const target = coderId === null || roundId === null ? null : { segmentId, coderId, roundId }
  const draft = useDrafts((drafts) => (target === null ? undefined : drafts[draftKey(target)]))
  useEffect(() => {
    if (coderId !== null && roundId !== null) takeUpDraft({ segmentId, coderId, roundId })
  }, [segmentId, coderId, roundId])
  if (target === null) return null
  const isRead = draft === undefined || (draft.state === 'saved' && readAt > draft.savedAt)
  const form = isRead ? (own.get(segmentId) ?? BLANK_FORM) : draft.form
  return {
    form,
    coderId: target.coderId,
    state: draft?.state ?? null,
    change: (change, when = 'now') => {
      const { criteria, quote, quoteSpan, description, information, instances } = { ...form, ...change }
      fillIn(target, { criteria, quote, quoteSpan, description, information, instances }, when)
    },
    saveNow: () => void saveDraft(target),
  }
}
