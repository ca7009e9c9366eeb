import { Plus } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedSegment } from '../../../../app/contract/segments.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { isShortcut, isTyping } from '../../../keyboard.ts'
import { useSession } from '../../../session.ts'
import { focusTranscript } from '../focus.ts'
import { caretAt } from '../words/selection.ts'
import { select } from '../store.ts'
import type { OpenTranscript } from '../use-transcript.ts'
import { DecisionMark } from './decision-mark.tsx'
import { saveWaiting } from './screening-drafts.ts'
import { keyOf, PANE_KEYS } from './screening-keys.ts'
import { SegmentDetail } from './segment-detail.tsx'
import { useSegmentation } from './segmentation.ts'
import { chooseSegment, keepKeyboard, segmentChosenBy, SEGMENT_FORM_ID, useSideChoice } from './side-choice.ts'
import { usePaneKeys } from './use-pane-keys.ts'
import { useScreening } from './use-screening.ts'
import { useSegmentCommands } from './use-segment-commands.ts'

/** The segments of the transcript with what was decided, and the form of the chosen one. */
export function SegmentsPane({ opened }: { readonly opened: OpenTranscript }) {
  const { t } = useTranslation('segments')
  const { segments } = useSegmentation()
  const { startSegment } = useSegmentCommands(opened)
  const coderId = useSession((session) => session.coderId)
  const chosenId = useSideChoice((choice) => segmentChosenBy(choice, coderId))
  const chosen = segments.find(({ id }) => id === chosenId) ?? segments[0]
  if (chosen !== undefined) return <ChosenSegment opened={opened} chosen={chosen} onStart={startSegment} />
  return (
    <div className="segments-empty stack-tight">
      <h2>{t('none')}</h2>
      <p className="muted">{t('noneAdvice')}</p>
      <div>
        <Button shortcut={PANE_KEYS.start} onPress={() => void startSegment()}>
          {t('start')}
        </Button>
      </div>
    </div>
  )
}

interface ChosenSegmentProps {
  readonly opened: OpenTranscript
  readonly chosen: ListedSegment
  readonly onStart: () => Promise<void>
}

function ChosenSegment({ opened, chosen, onStart }: ChosenSegmentProps) {
  const { t } = useTranslation('segments')
  const { segments, own } = useSegmentation()
  const screened = segments.filter(({ id }) => (own.get(id)?.decision ?? 'open') !== 'open').length
  const at = segments.findIndex(({ id }) => id === chosen.id)

  /** Chooses a segment and shows where it begins. */
  const go = (segment: ListedSegment | undefined) => {
    if (segment === undefined) return
    saveWaiting()
    chooseSegment(segment.id)
    select(caretAt(segment.start))
    document.getElementById(SEGMENT_FORM_ID)?.scrollTo(0, 0)
    keepKeyboard()
  }
  const pane = usePaneKeys<HTMLElement>((event) => {
    if (event.key === 'Escape') focusTranscript()
    else if (isShortcut(event, 'Mod+Enter')) {
      // Out of the field first: what was typed in it is saved when one leaves it.
      document.getElementById(SEGMENT_FORM_ID)?.focus()
      go(segments[at + 1])
    } else if (isTyping(event.target)) return
    else if (keyOf(event) === 'next') go(segments[at + 1])
    else if (keyOf(event) === 'previous') go(segments[at - 1])
    else if (keyOf(event) === 'start') void onStart()
    else return
    event.preventDefault()
  })

  return (
    <section ref={pane} className="segments-pane" aria-label={t('title')}>
      <header className="segments-head">
        <span className="grow small figures muted">{t('progress', { screened, count: segments.length })}</span>
        <SavedState segment={chosen} />
        <IconButton
          label={t('start')}
          icon={<Plus aria-hidden />}
          shortcut={PANE_KEYS.start}
          onPress={() => void onStart()}
        />
      </header>
      <SegmentList segments={segments} chosen={chosen} onChoose={go} />
      <SegmentDetail opened={opened} segment={chosen} previous={segments[at - 1]} next={segments[at + 1]} onGo={go} />
    </section>
  )
}

/** Whether the form of the segment is in the file as it is on the screen. */
function SavedState({ segment }: { readonly segment: ListedSegment }) {
  const { t } = useTranslation('segments')
  const state = useScreening(segment.id)?.state ?? null
  return <output className="small muted">{state !== null && t(`states.${state}`)}</output>
}

interface SegmentListProps {
  readonly segments: readonly ListedSegment[]
  readonly chosen: ListedSegment
  readonly onChoose: (segment: ListedSegment | undefined) => void
}

/** One tab stop; arrow keys go from segment to segment. */
function SegmentList({ segments, chosen, onChoose }: SegmentListProps) {
  const { t } = useTranslation('segments')
  const { own } = useSegmentation()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const current = list.current?.querySelector(`[data-segment="${chosen.id}"]`)
    current?.scrollIntoView({ block: 'nearest' })
    // Arrow keys take the focus along.
    if (current instanceof HTMLElement && list.current?.contains(document.activeElement) === true) current.focus()
  }, [chosen.id])
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    onChoose(segments[segments.findIndex((one) => one.id === chosen.id) + step])
  }
  return (
    <ol ref={list} className="segments-list" aria-label={t('list')}>
      {segments.map((segment) => (
        <li key={segment.id}>
          <button
            type="button"
            className="segments-item"
            data-segment={segment.id}
            aria-current={segment.id === chosen.id || undefined}
            tabIndex={segment.id === chosen.id ? 0 : -1}
            onKeyDown={press}
            onClick={() => onChoose(segment)}
          >
            <span className="segments-number figures">{segment.number}</span>
            <span className="grow segments-words">
              {segment.title === '' ? <span className="muted">{segment.words}</span> : segment.title}
            </span>
            <DecisionMark decision={own.get(segment.id)?.decision ?? 'open'} />
          </button>
        </li>
      ))}
    </ol>
  )
}
