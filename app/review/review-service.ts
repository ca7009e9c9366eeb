import type { Handlers, Under } from '../handlers.ts'
import { decideItem, reopenItem } from './decisions.ts'
import { readItem } from './item.ts'
import { addNote, removeNote } from './notes.ts'
import { readOverruled } from './overruled.ts'
import { listReviewedRounds, readQueue } from './queue.ts'
import { reviewReportHandlers } from './report.ts'
import { startReview } from './start.ts'

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
