import type { Output, ParsedInput } from '../contract.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { agreementBeforeAndAfter } from '../review/agreement.ts'
import { RoundReview } from '../review/round-review.ts'
import type { Task } from '../task.ts'

/**
 * The agreement of a round with what was decided since counted for all its coders, over all transcripts: of all together where
 * they are three or more, and of every two. Empty while the round is blind, and before its review was started.
 */
export async function agreementAfter(
  study: OpenStudy,
  { roundId }: ParsedInput<'snapshots.after'>,
  task: Task,
): Promise<Output<'snapshots.after'>> {
  const round = study.read.people.rounds().find(({ id }) => id === roundId)
  if (round?.state !== 'open') return []
  const review = new RoundReview(study, roundId)
  if (review.review === null) return []
  const compared = await agreementBeforeAndAfter(study, review, 'whole', task)
  return compared.map(({ coders, figures }) => ({
    coders: [...coders],
    figures: figures.map(({ name, after: { interval, ...after } }) => ({
      name,
      ...after,
      interval: interval === null ? null : [interval[0], interval[1]],
    })),
  }))
}
