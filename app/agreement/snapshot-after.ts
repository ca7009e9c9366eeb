import type { Output, ParsedInput } from '../contract.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { agreementBeforeAndAfter } from '../review/agreement.ts'
import { RoundReview } from '../review/round-review.ts'
import type { Task } from '../task.ts'

/**
 * The agreement of every two coders of a round with what was decided since counted for both: over all transcripts that both
 * went through. Empty while the round is blind, and before its review was started.
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
  const compared = await agreementBeforeAndAfter(study, review, task)
  const byPair = Map.groupBy(compared, ({ coders }) => JSON.stringify(coders))
  return [...byPair.values()].flatMap((own) => {
    // Of one transcript there is no whole beside it: it is the whole.
    const whole = own.find(({ transcript }) => transcript === null) ?? own[0]
    if (whole === undefined) return []
    return [
      {
        coders: [...whole.coders] satisfies [string, string],
        figures: whole.figures.map(({ name, after }) => ({ name, ...after })),
      },
    ]
  })
}
