import type { Handlers, Under } from './handlers.ts'
import { decideItem, reopenItem } from './review-decisions.ts'
import { readItem } from './review-item.ts'
import { addNote, removeNote } from './review-notes.ts'
import { readOverruled } from './review-overruled.ts'
import { listReviewedRounds, readQueue } from './review-queue.ts'
import { reviewReportHandlers } from './review-report.ts'
import { startReview } from './review-start.ts'

/** The review of a round: nothing of one that is blind is told to anybody, not to its moderator either. */
export const reviewHandlers: Handlers<Under<'review'>> = {
  'review.rounds': listReviewedRounds,
  'review.start': startReview,
  'review.queue': readQueue,
  'review.item': readItem,
  'review.reasons': (study) => [...study.read.reviews.reasons()],
  'review.decide': decideItem,
  'review.reopen': reopenItem,
  'review.note': addNote,
  'review.removeNote': removeNote,
  'review.overruled': readOverruled,
  ...reviewReportHandlers,
}
