import { slugOf } from '../../domain/text/slug.ts'
import { reviewDocuments } from '../../formats/review/documents.ts'
import type { ReportedItem, ReviewReport } from '../../formats/review/report.ts'
import type { ParsedInput } from '../contract.ts'
import type { Handlers } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { agreementBeforeAndAfter } from './agreement.ts'
import { readOverruled } from './overruled.ts'
import { readQueue } from './queue.ts'
import { ReviewSides, withoutWords } from './sides.ts'
import { RoundReview, tallyOf, turnOf, type ReviewedItem } from './round-review.ts'
import type { Task } from '../task.ts'

type Question = ParsedInput<'review.files'>

export const reviewReportHandlers: Handlers<'review.preview' | 'review.files'> = {
  'review.preview': async (study, question, task) =>
    (await documentsOf(study, question, task)).map(({ name, bytes, contains, quotes }) => ({
      name,
      bytes: bytes.byteLength,
      contains,
      quotes,
    })),
  'review.files': async (study, question, task) =>
    (await documentsOf(study, question, task)).map(({ name, bytes }) => ({ name, bytes })),
}

async function documentsOf(study: OpenStudy, question: Question, task: Task) {
  const report = await reportReview(study, question, task)
  const encoder = new TextEncoder()
  const folder = slugOf(report.round, 'round')
  return reviewDocuments(report, question.formats, question).map(({ name, text, contains, quotes }) => ({
    name: `${folder}-${name}`,
    bytes: encoder.encode(text),
    contains,
    quotes,
  }))
}

/** All that a report says of the review of a round, as it is now. */
async function reportReview(
  study: OpenStudy,
  { roundId }: Pick<Question, 'roundId'>,
  task: Task,
): Promise<ReviewReport> {
  const round = new RoundReview(study, roundId)
  const transcripts = round.transcripts()
  const all = transcripts.flatMap((within) => within.items)
  const names = new Map(study.read.people.coders().map(({ id, name }) => [id, name]))
  const rounds = new Map(study.read.people.rounds().map(({ id, name }) => [id, name]))
  const { review } = round
  const queue = readQueue(study, countsOf(roundId))
  const items: ReportedItem[] = []
  for (const within of transcripts) {
    const sides = new ReviewSides(study, round, within)
    for (const item of within.items) {
      if (item.kind === 'identical' && item.state === 'settled') continue
      await task.step({ done: items.length, total: all.length, what: within.transcript.name })
      const words = sides.words(item)
      items.push({
        transcript: within.transcript.name,
        turn: turnOf(item, within),
        kind: item.kind,
        state: item.state,
        cost: item.cost,
        words,
        readings: within.coders
          .filter(({ id }) => item.coders.includes(id))
          .map(({ id, name }) => ({ coder: name, told: withoutWords(words, sides.of(item, id)) })),
        result: item.state === 'decided' ? withoutWords(words, sides.standing(item)) : [],
        ...saidOf(item, names),
      })
    }
  }
  return {
    study: study.read.title(),
    round: round.round.name,
    started: review && {
      moderator: names.get(review.moderatorId) ?? '',
      moderatedRound: rounds.get(review.moderatedRoundId) ?? '',
      at: review.startedAt,
    },
    mappedCodes: round.mappedCodes,
    tally: tallyOf(all),
    kinds: queue.kinds.filter(({ disagreements }) => disagreements > 0),
    reasons: reasonsOf(all),
    coders: queue.coders.map(({ id, name }) => {
      const { decided, overruled } = readOverruled(study, { coderId: id, roundId })
      return { coder: name, decided, overruled: overruled.length }
    }),
    agreement: await agreementBeforeAndAfter(study, round, 'each', task),
    items,
  }
}

/** The counts of a round's queue without its items. */
function countsOf(roundId: Question['roundId']) {
  return { roundId, transcripts: [], kinds: [], codes: [], states: [], sort: 'place' as const }
}

function saidOf(
  { decisions, notes }: ReviewedItem,
  names: ReadonlyMap<string, string>,
): Pick<ReportedItem, 'decisions' | 'notes'> {
  const nameOf = (id: string) => names.get(id) ?? ''
  return {
    decisions: decisions.map(({ coderId, decidedAt: at, verdict, taken, reason }) => ({
      coder: nameOf(coderId),
      at,
      verdict,
      taken: taken.map(nameOf),
      reason,
    })),
    notes: notes.map(({ coderId, writtenAt: at, body }) => ({ coder: nameOf(coderId), at, body })),
  }
}

/** Why things were decided as they stand now, the most frequent reason first. */
function reasonsOf(items: readonly ReviewedItem[]): ReviewReport['reasons'] {
  const counts = new Map<string, ReviewReport['reasons'][number]>()
  for (const { state, decisions } of items) {
    const reason = decisions.at(-1)?.reason
    if (state !== 'decided' || reason === undefined) continue
    const key = `${reason.key ?? ''} ${reason.words}`
    counts.set(key, { ...reason, uses: (counts.get(key)?.uses ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.uses - a.uses)
}
