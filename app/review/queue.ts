import { DISAGREEMENT_KINDS, ITEM_KINDS, type ItemKind } from '../../domain/adjudication/adjudication.ts'
import { codebookOf, pathOf, PATH_SEPARATOR } from '../../domain/codebook/codebook.ts'
import { branchesOf } from '../../domain/codebook/code-paths.ts'
import type { Round } from '../../domain/coding.ts'
import type { CodeId, CoderId } from '../../domain/ids.ts'
import { decide } from '../../domain/screening.ts'
import type { Span } from '../../domain/span.ts'
import { saidWithin } from '../../domain/transcript.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { ReviewedRound, ReviewItem } from '../contract/review.ts'
import type { OpenStudy } from '../study/open-study.ts'
import {
  placeOf,
  readersOf,
  RoundReview,
  tallyOf,
  turnOf,
  type ReviewedItem,
  type ReviewedTranscript,
} from './round-review.ts'

/** The independent rounds; of one that is blind nothing is told but its name. */
export function listReviewedRounds(study: OpenStudy): ReviewedRound[] {
  return study.read.people
    .rounds()
    .filter(({ kind }) => kind === 'independent')
    .map((round) => describeReviewedRound(study, round))
}

export function describeReviewedRound(study: OpenStudy, { id, name, state }: Round): ReviewedRound {
  if (state === 'blind') return { roundId: id, name, state, review: null, mappedCodes: 0, tally: null }
  const round = new RoundReview(study, id)
  const { people } = study.read
  const coders = new Map(people.coders().map((coder) => [coder.id, coder.name]))
  const rounds = new Map(people.rounds().map((one) => [one.id, one.name]))
  const { review } = round
  return {
    roundId: id,
    name,
    state,
    review: review && {
      id: review.id,
      moderatorId: review.moderatorId,
      moderator: coders.get(review.moderatorId) ?? '',
      moderatedRoundId: review.moderatedRoundId,
      moderatedRound: rounds.get(review.moderatedRoundId) ?? '',
      startedAt: review.startedAt,
    },
    mappedCodes: round.mappedCodes,
    tally: tallyOf(round.transcripts().flatMap(({ items }) => items)),
  }
}

/** The whole queue of a round, filtered and sorted as asked. */
export function readQueue(study: OpenStudy, question: ParsedInput<'review.queue'>): Output<'review.queue'> {
  const transcripts = new RoundReview(study, question.roundId).transcripts()
  const all = transcripts.flatMap(({ items }) => items)
  const disagreements = all.filter(({ kind, state }) => kind !== 'identical' || state !== 'settled')
  const codes = new ReadingCodes(transcripts)
  const isAsked = asked(study, question, codes)
  const coders = new Map(transcripts.flatMap((one) => one.coders.map((coder) => [coder.id, coder] as const)))
  const items = transcripts.flatMap((within) => {
    const text = study.read.transcripts.text(within.transcript.revisionId)
    return within.items.filter(isAsked).map((found) => describeItem(found, within, text))
  })
  return {
    tally: tallyOf(all),
    coders: [...coders.values()].map(({ id, name }) => ({ id, name })),
    transcripts: transcripts.map(({ transcript, items: own }) => ({
      id: transcript.id,
      name: transcript.name,
      ...tallyOf(own),
    })),
    kinds: countKinds(disagreements),
    codes: countCodes(disagreements, codes),
    items: sorted(items, question.sort, pathsOf(study)),
  }
}

function asked(study: OpenStudy, question: ParsedInput<'review.queue'>, codes: ReadingCodes) {
  const { kinds, states } = question
  const transcripts = new Set(question.transcripts)
  const wanted = new Set(branchesOf(study.read.codes.all(), question.codes).map(({ id }) => id))
  return (item: ReviewedItem): boolean =>
    states.includes(item.state) &&
    (kinds.length === 0 || kinds.includes(item.kind)) &&
    (transcripts.size === 0 || transcripts.has(codes.transcriptOf(item))) &&
    (question.codes.length === 0 || codes.of(item).some((code) => wanted.has(code)))
}

/** The codes that occur in the readings of items. */
class ReadingCodes {
  readonly #within = new Map<ReviewedItem, ReviewedTranscript>()

  constructor(transcripts: readonly ReviewedTranscript[]) {
    for (const within of transcripts) for (const item of within.items) this.#within.set(item, within)
  }

  transcriptOf(item: ReviewedItem) {
    const within = this.#within.get(item)
    if (within === undefined) throw new Error('an item is of a transcript')
    return within.transcript.id
  }

  of(item: ReviewedItem): readonly CodeId[] {
    if (item.subject === 'coding') return [...new Set(item.readings.map(({ codeId }) => codeId))]
    if (item.subject !== 'instance') return []
    const screenings = this.#within.get(item)?.screenings ?? []
    const own = screenings.filter((one) => one.segmentId === item.segmentId && item.coders.includes(one.coderId))
    return [...new Set(own.flatMap(({ instances }) => instances))]
  }
}

function countKinds(items: readonly ReviewedItem[]): Output<'review.queue'>['kinds'] {
  const byKind = Map.groupBy(items, ({ kind }) => kind)
  return [...DISAGREEMENT_KINDS, 'identical' as const].flatMap((kind) => {
    const own = byKind.get(kind) ?? []
    return own.length === 0 && kind === 'identical' ? [] : { kind, ...countOf(own) }
  })
}

function countCodes(items: readonly ReviewedItem[], codes: ReadingCodes): Output<'review.queue'>['codes'] {
  const byCode = new Map<CodeId, ReviewedItem[]>()
  for (const item of items) {
    for (const code of codes.of(item)) {
      const own = byCode.get(code)
      if (own === undefined) byCode.set(code, [item])
      else own.push(item)
    }
  }
  return [...byCode]
    .map(([codeId, own]) => ({ codeId, ...countOf(own) }))
    .sort((a, b) => b.cost - a.cost || b.disagreements - a.disagreements || (a.codeId < b.codeId ? -1 : 1))
}

function countOf(items: readonly ReviewedItem[]) {
  return {
    disagreements: items.length,
    open: items.filter(({ state }) => state === 'open').length,
    cost: items.reduce((sum, { cost }) => sum + cost, 0),
  }
}

/** Letters of an item's words that a list shows. */
const LONGEST = 160

export function describeItem(found: ReviewedItem, within: ReviewedTranscript, text: string): ReviewItem {
  const { transcript } = within
  const { start, end } = placeOf(found)
  return {
    id: found.id,
    kind: found.kind,
    state: found.state,
    transcriptId: transcript.id,
    transcript: transcript.name,
    segmentId: found.subject === 'coding' ? null : found.segmentId,
    start,
    end,
    turn: turnOf(found, within),
    words: lineOf(text, saidWithin(within.turns, { start, end })),
    readings: readersOf(found, within).flatMap(({ id }) => shortReading(found, within, id)),
    cost: found.cost,
    characters: found.characters,
    differing: found.subject === 'coding' ? [] : [...found.differing],
    notes: found.notes.length,
  }
}

function shortReading(
  item: ReviewedItem,
  { screenings }: ReviewedTranscript,
  coderId: CoderId,
): ReviewItem['readings'] {
  if (item.subject === 'coding') {
    const reading = item.readings.find((one) => one.coderId === coderId)
    if (reading === undefined) return [{ coderId, codes: [], span: null, decision: null }]
    const { codeId, start, end } = reading
    return [{ coderId, codes: [codeId], span: { start, end }, decision: null }]
  }
  const screening = screenings.find((one) => one.segmentId === item.segmentId && one.coderId === coderId)
  if (screening === undefined) return [{ coderId, codes: [], span: null, decision: null }]
  const codes = item.subject === 'instance' ? [...screening.instances] : []
  return [{ coderId, codes, span: null, decision: decide(screening.criteria).kind }]
}

/** The words in one line, cut at a blank where they are long. */
export function lineOf(text: string, { start, end }: Span, longest = LONGEST): string {
  const words = text
    .slice(start, Math.min(end, start + 2 * longest))
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (words.length <= longest && end <= start + 2 * longest) return words
  const cut = words.slice(0, longest)
  return `${cut.replace(/\s\S*$/, '').replace(/[\uD800-\uDBFF]$/, '')}…`
}

function pathsOf(study: OpenStudy): (item: ReviewItem) => string {
  const codebook = codebookOf(study.read.codes.all())
  return ({ readings }) => {
    const paths = readings.flatMap(({ codes }) => codes.map((code) => pathOf(codebook, code).join(PATH_SEPARATOR)))
    return paths.toSorted((a, b) => a.localeCompare(b, 'en'))[0] ?? ''
  }
}

/** Items come by transcript and place, and stay so where they are alike in what they are sorted by. */
function sorted(
  items: ReviewItem[],
  sort: ParsedInput<'review.queue'>['sort'],
  pathOfItem: (item: ReviewItem) => string,
): ReviewItem[] {
  switch (sort) {
    case 'place':
      return items
    case 'cost':
      return items.sort((a, b) => b.cost - a.cost || b.characters - a.characters)
    case 'kind': {
      const rank = (kind: ItemKind) => ITEM_KINDS.indexOf(kind)
      return items.sort((a, b) => rank(a.kind) - rank(b.kind))
    }
    case 'code': {
      const paths = new Map(items.map((item) => [item, pathOfItem(item)]))
      return items.sort((a, b) => (paths.get(a) ?? '').localeCompare(paths.get(b) ?? '', 'en'))
    }
  }
}
