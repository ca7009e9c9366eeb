import type { Output, ParsedInput } from '../contract.ts'
import type { OverruledReading } from '../contract/review.ts'
import type { ToldReading } from '../../formats/review/report.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { Passages } from '../passage.ts'
import { ReviewSides, withoutWords } from './sides.ts'
import { placeOf, RoundReview } from './round-review.ts'

/**
 * Where a coder's reading was not taken: of items that are decided, in rounds that are open. Whoever else said otherwise is
 * not named here, nor anything told of items that are still open.
 */
export function readOverruled(
  study: OpenStudy,
  { coderId, roundId }: ParsedInput<'review.overruled'>,
): Output<'review.overruled'> {
  study.coder(coderId)
  const passages = new Passages(study)
  const names = new Map(study.read.people.coders().map(({ id, name }) => [id, name]))
  const rounds = study.read.people
    .rounds()
    .filter((round) => round.kind === 'independent' && round.state === 'open' && (roundId ?? round.id) === round.id)
    .map((round) => new RoundReview(study, round.id))
    .filter(({ review }) => review !== null)
  let decided = 0
  const overruled: OverruledReading[] = []
  for (const round of rounds) {
    for (const within of round.transcripts()) {
      const own = within.items.filter((item) => item.state === 'decided' && item.coders.includes(coderId))
      decided += own.length
      const sides = new ReviewSides(study, round, within)
      for (const item of own) {
        const words = sides.words(item)
        const mine = withoutWords(words, sides.of(item, coderId)).flatMap(linesOf)
        const instead = withoutWords(words, sides.standing(item)).flatMap(linesOf)
        const standing = item.decisions.at(-1)
        if (standing === undefined || stands(mine, instead)) continue
        overruled.push({
          itemId: item.id,
          kind: item.kind,
          roundId: round.round.id,
          round: round.round.name,
          passage: passages.at(within.transcript.id, placeOf(item)),
          mine,
          instead,
          moderator: names.get(standing.coderId) ?? '',
          at: standing.decidedAt,
          reason: standing.reason,
        })
      }
    }
  }
  return { decided, overruled }
}

/** A code with its words where they are not all of the item's, by which two boundaries are told apart; a decision and the criteria it rests on; a text. */
function linesOf(told: ToldReading): readonly string[] {
  switch (told.kind) {
    case 'code':
      return [told.words === '' ? told.path : `${told.path}: ${told.words}`]
    case 'decision':
      return [told.decision, ...told.because]
    case 'text':
      return [told.text]
  }
}

/** Whether what the coder said is part of what stands: of two readings that both were taken, neither was overruled. */
function stands(mine: readonly string[], instead: readonly string[]): boolean {
  return mine.length === 0 ? instead.length === 0 : mine.every((line) => instead.includes(line))
}
