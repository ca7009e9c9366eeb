import type { Call } from '../../../../app/contract.ts'
import type { FilePayload } from '../../../../app/contract/values.ts'
import type { CoderId, RoundId, TranscriptId } from '../../../../domain/ids.ts'
import { spanOf, type Span } from '../../../../domain/span.ts'

/** A study, somebody who works on it, and numbers by which they choose what to work on. */
export interface Worker {
  readonly call: Call
  readonly coderId: CoderId
  readonly roundId: RoundId
  /** A round whose packets were opened before all were in. */
  readonly openedRound: RoundId
  /** A packet that Bea returned and that has not come in. */
  readonly laterPacket: FilePayload
  /** One of these; the procedure is passed by where there is none. */
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** A word that was not used yet. */
  readonly word: () => string
}

/** There is nothing to do this to just now. */
export class NothingThere extends Error {}

export const codesOf = ({ call, coderId }: Worker) => call('codes.list', { coderId })
export const transcriptOf = async ({ call, pick }: Worker) =>
  pick((await call('transcripts.list', {})).filter(({ turns }) => turns < 100))

export async function codingsOf(worker: Worker) {
  const { call, coderId } = worker
  const transcripts = await call('transcripts.list', {})
  const lists = await Promise.all(transcripts.map(({ id }) => call('codings.list', { transcriptId: id, coderId })))
  return lists.flat()
}

export async function ownCodingOf(worker: Worker) {
  const { coderId, roundId, pick } = worker
  return pick((await codingsOf(worker)).filter((one) => one.coderId === coderId && one.roundId === roundId))
}

/** One word of a transcript, or several. */
export async function wordsIn({ call, pick }: Worker, id: TranscriptId): Promise<Span> {
  const { text } = await call('transcripts.read', { id })
  const starts = [...text.matchAll(/\S+/g)].map((match) => [match.index, match.index + match[0].length] as const)
  const [start] = pick(starts)
  const [, end] = pick(starts.filter(([from]) => from >= start && from < start + 20))
  const span = spanOf(start, end)
  if (span === null) throw new NothingThere()
  return span
}

export async function segmentOf(worker: Worker) {
  const { call, pick } = worker
  const transcripts = await call('transcripts.list', {})
  const lists = await Promise.all(transcripts.map(({ id }) => call('segments.list', { transcriptId: id })))
  return pick(lists.flat())
}

export async function harmonisedPairOf({ call, coderId, pick }: Worker) {
  const { id: roundId } = pick(
    (await call('rounds.list', {})).filter(({ kind, state }) => kind === 'independent' && state === 'open'),
  )
  const codes = await call('codes.list', { coderId })
  return { roundId, codeId: pick(codes).id, otherId: pick(codes).id, coderId }
}

export async function ownMemoOf({ call, coderId, pick }: Worker) {
  return pick((await call('memos.list', { coderId })).filter(({ mayChange }) => mayChange))
}

export async function reviewableRound({ call, pick }: Worker) {
  return pick((await call('review.rounds', {})).filter(({ state }) => state === 'open')).roundId
}

/** A disagreement of a round that is open, or something its coders agree on. */
export async function itemOf(worker: Worker) {
  const roundId = await reviewableRound(worker)
  const states = ['open', 'decided', 'settled'] as const
  const { items } = await worker.call('review.queue', { roundId, states: [...states] })
  return { roundId, item: worker.pick(items) }
}
