import type { Round } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import type { RoundId } from '../../domain/ids.ts'
import type { Review } from '../../db/reviews.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { requireName } from '../handlers.ts'
import { Consolidation } from './consolidation.ts'
import { describeReviewedRound } from './queue.ts'
import { isUnsettled, RoundReview } from './round-review.ts'
import { freeze, measureSnapshot } from '../agreement/snapshot-service.ts'
import type { Task } from '../task.ts'

/** Starts the review of a round, or takes in what came since: one action, that one undo takes back. */
export async function startReview(
  study: OpenStudy,
  input: ParsedInput<'review.start'>,
  task: Task,
): Promise<Output<'review.start'>> {
  if (study.coder(input.moderatorId).kind !== 'moderator') throw new AxialError('moderator-only')
  const before = new RoundReview(study, input.roundId)
  const { round, review } = before
  const transcripts = before.transcripts()
  if (transcripts.length === 0) throw new AxialError('nothing-to-review', { name: round.name })
  const awaiting = transcripts.flatMap((within) => within.items.filter(isUnsettled).map((found) => ({ found, within })))
  if (review !== null && awaiting.length === 0) return { round: describeReviewedRound(study, round), settled: 0 }
  const moderated = review === null ? moderatedRound(study, round, input) : null
  const started: Review = review ?? {
    id: study.newId('review'),
    roundId: round.id,
    moderatedRoundId: moderated?.round.id ?? round.id,
    moderatorId: input.moderatorId,
    startedAt: study.at(),
  }
  // Before anything is written: figures of a round are what they were when its moderation began.
  const request = { roundId: round.id, coderId: input.moderatorId }
  const measured = review === null ? await measureSnapshot(study, request, task) : null
  await study.actLong({ action: 'review.start', detail: round.name, coderId: input.moderatorId }, async () => {
    if (measured !== null) freeze(study, measured)
    if (moderated?.isNew === true) study.write.people.addRound(moderated.round)
    if (review === null) study.write.reviews.add(started)
    const consolidation = new Consolidation(study, started)
    for (const [done, { found, within }] of awaiting.entries()) {
      await task.step({ done, total: awaiting.length, what: within.transcript.name })
      if (found.subject === 'coding') consolidation.settleCodings(found, within)
      else {
        consolidation.settleScreening(found, within)
      }
    }
  })
  return { round: describeReviewedRound(study, round), settled: awaiting.length }
}

/** The moderated round that was chosen, or a new one, called after the round that is reviewed. */
function moderatedRound(
  study: OpenStudy,
  reviewed: Round,
  { into, name: wanted = `${reviewed.name}, moderated` }: ParsedInput<'review.start'>,
): { readonly round: Round; readonly isNew: boolean } {
  const rounds = study.read.people.rounds()
  if (into !== undefined) {
    const round = rounds.find(({ id }) => id === into)
    if (round === undefined) throw new AxialError('not-found', { what: 'round', name: into })
    if (round.kind !== 'moderated') throw new AxialError('round-not-moderated', { name: round.name })
    return { round, isNew: false }
  }
  const taken = new Set(rounds.map(({ name }) => name))
  const base = requireName('round', wanted)
  const names = [base, ...rounds.map((_, index) => `${base} ${String(index + 2)}`)]
  const name = names.find((candidate) => !taken.has(candidate)) ?? base
  const number = Math.max(0, ...rounds.map((round) => round.number)) + 1
  const id: RoundId = study.newId('round')
  return { round: { id, name, number, kind: 'moderated', state: 'open' }, isNew: true }
}
