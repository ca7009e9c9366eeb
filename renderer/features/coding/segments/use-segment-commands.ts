import { useTranslation } from 'react-i18next'
import { mayCode } from '../../../../domain/coding.ts'
import type { Offset, Span } from '../../../../domain/span.ts'
import { ask, useRound, useSession } from '../../../session.ts'
import { chosenSpan, focusOf, targetSpan } from '../words/selection.ts'
import { say, useCodingScreen } from '../store.ts'
import type { OpenTranscript } from '../use-transcript.ts'
import { useSegmentation } from './segmentation.ts'
import { chooseSegment, focusForm, showTab } from './side-choice.ts'

export interface SegmentCommands {
  /** Starts a segment with the chosen words, or with the turn one is in. */
  readonly startSegment: () => Promise<void>
  /** Goes to the form of the segment one is in. */
  readonly screenSegment: () => void
  /** Marks the chosen words, or the turn one is in, for the catalog; takes the mark away where it stands. */
  readonly toggleQuote: () => Promise<void>
}

/** What the keys of the transcript do about segments and quotes, each said at the foot once it is done. */
export function useSegmentCommands({ transcript, reader }: OpenTranscript): SegmentCommands {
  const { t } = useTranslation('segments')
  const { t: tCoding } = useTranslation('coding')
  const { segments, quotes } = useSegmentation()
  const coderId = useSession((session) => session.coderId)
  const round = useRound()
  const transcriptId = transcript.id

  const startSegment = async () => {
    const at = startOfChoice({ reader })
    if (at === null || coderId === null) return
    const refused = { isSaid: false }
    const onError = () => {
      refused.isSaid = true
      return false
    }
    const segment = await ask('segments.start', { transcriptId, at, coderId }, { onError })
    if (segment !== null) {
      chooseSegment(segment.id)
      say(t('started', { number: segment.number }))
    } else if (!refused.isSaid) say(t('startsHere'))
  }
  const screenSegment = () => {
    const { selection } = useCodingScreen.getState()
    const at = startOfChoice({ reader }) ?? (selection && focusOf(selection))
    const segment = segments.find(({ start, end }) => at !== null && start <= at && at < end)
    if (segment === undefined) say(t('noneHere'))
    else {
      chooseSegment(segment.id)
      showTab('segments', { isWanted: true })
      focusForm()
    }
  }
  const toggleQuote = async () => {
    if (coderId === null || round === null) return
    if (!mayCode(round)) return say(tCoding('roundFinished'))
    const { selection } = useCodingScreen.getState()
    const own = quotes.filter((quote) => quote.coderId === coderId && quote.roundId === round.id)
    const chosen = chosenSpan(reader, selection)
    const standing = own.find((quote) =>
      chosen === null
        ? selection !== null && quote.start <= focusOf(selection) && focusOf(selection) < quote.end
        : isSame(quote, chosen),
    )
    const span = targetSpan(reader, selection)
    if (standing !== undefined) {
      if ((await ask('quotes.remove', { id: standing.id, coderId })) !== null) say(t('quoteRemoved'))
    } else if (span !== null) {
      const { start, end } = span
      const marked = await ask('quotes.mark', { transcriptId, start, end, coderId, roundId: round.id })
      if (marked !== null) say(t('quoteMarked'))
    }
  }
  return { startSegment, screenSegment, toggleQuote }
}

/** Where the chosen words begin, or the turn one is in. */
export function startOfChoice({ reader }: Pick<OpenTranscript, 'reader'>): Offset | null {
  return targetSpan(reader, useCodingScreen.getState().selection)?.start ?? null
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}
