import { useMemo, type ReactNode } from 'react'
import { useAfterPaint } from '../../../after-paint.ts'
import { useSession } from '../../../session.ts'
import { useRead } from '../../../use-read.ts'
import type { OpenTranscript } from '../use-transcript.ts'
import { boundariesOf, SegmentationContext, turnsOf } from './segmentation.ts'

interface SegmentationProviderProps {
  readonly opened: OpenTranscript
  readonly children: ReactNode
}

/** Codings put on words change none of this. */
const AFTER = { again: 'unknown' } as const

/** Reads a transcript's segments, screenings and quotes once for the transcript, the panes and the keys. */
export function SegmentationProvider({ opened, children }: SegmentationProviderProps) {
  const { transcript, reader } = opened
  const transcriptId = transcript.id
  const coderId = useSession((session) => session.coderId)
  const roundId = useSession((session) => session.roundId)
  const revision = useSession((session) => session.unknownRevision)
  // The words first: these are read when they stand.
  const isDue = useAfterPaint()
  const seen = coderId === null || !isDue ? null : { transcriptId, coderId }
  const { value: segments } = useRead('segments.list', isDue ? { transcriptId } : null, AFTER)
  const { state, value: screenings } = useRead('screenings.list', seen, AFTER)
  const { value: quotes } = useRead('quotes.list', seen, AFTER)
  const readAt = state === 'ready' ? revision : -1
  const segmentation = useMemo(() => {
    const isOwn = (one: { coderId: string; roundId: string }) => one.coderId === coderId && one.roundId === roundId
    return {
      segments: segments ?? [],
      own: new Map(screenings?.filter(isOwn).map((one) => [one.segmentId, one])),
      others: Map.groupBy(screenings?.filter((one) => !isOwn(one)) ?? [], ({ segmentId }) => segmentId),
      quotes: quotes ?? [],
      boundaries: boundariesOf(reader.stretches, segments ?? []),
      quotedTurns: turnsOf(reader.stretches, quotes ?? []),
      readAt,
    }
  }, [reader, segments, screenings, quotes, coderId, roundId, readAt])
  return <SegmentationContext value={segmentation}>{children}</SegmentationContext>
}
