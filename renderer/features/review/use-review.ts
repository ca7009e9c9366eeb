import { useMemo } from 'react'
import type { ReviewItem, ReviewQueue } from '../../../app/contract/review.ts'
import type { RoundId } from '../../../domain/ids.ts'
import { useCodes, type KnownCodes } from '../../components/known-codes.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { filterQueue, sortQueue } from './queue/queue-view.ts'
import { useReviewScreen } from './store.ts'

/** The review of a round as it stands, with what was just decided here. */
export interface Review {
  readonly roundId: RoundId
  readonly queue: ReviewQueue
  /** Every disagreement, by place. */
  readonly items: readonly ReviewItem[]
  /** Those the filter leaves, in the order that was chosen. */
  readonly shown: readonly ReviewItem[]
  readonly disagreements: number
  readonly decided: number
  readonly codes: KnownCodes
}

/** Null until read. */
export function useReview(roundId: RoundId): Review | null {
  const coderId = useSession((session) => session.coderId)
  const revision = useSession((session) => session.unknownRevision)
  const filter = useReviewScreen((screen) => screen.filter)
  const sort = useReviewScreen((screen) => screen.sort)
  const justSaved = useReviewScreen((screen) => screen.justSaved)
  const codes = useCodes({ again: 'settled' })
  const { value: queue } = useRead(
    'review.queue',
    {
      roundId,
      ...(coderId !== null && { coderId }),
      states: filter.state === 'settled' ? ['settled', 'open', 'decided'] : ['open', 'decided'],
    },
    { again: 'settled' },
  )
  const items = useMemo(
    () =>
      queue?.items.map((item): ReviewItem => {
        const saved = justSaved.get(item.id)
        return saved?.revision === revision ? { ...item, state: saved.state } : item
      }) ?? null,
    [queue, justSaved, revision],
  )
  return useMemo(() => {
    if (queue === null || items === null) return null
    const disagreements = items.filter(({ state }) => state !== 'settled')
    return {
      roundId,
      queue,
      items,
      shown: sortQueue(filterQueue(items, filter, codes.codes ?? []), sort, codes.labelOf),
      disagreements: disagreements.length,
      decided: disagreements.filter(({ state }) => state === 'decided').length,
      codes,
    }
  }, [roundId, queue, items, filter, sort, codes])
}
