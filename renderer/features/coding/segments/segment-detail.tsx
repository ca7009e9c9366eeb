import { ChevronDown, ChevronUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedSegment } from '../../../../app/contract/segments.ts'
import { mayCode } from '../../../../domain/coding.ts'
import { decide, nextAnswer, withoutExclusion } from '../../../../domain/screening.ts'
import { contains } from '../../../../domain/span.ts'
import { IconButton } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { isTyping } from '../../../keyboard.ts'
import { writeMemo } from '../../../memo-request.ts'
import { ask, useRound, useSession } from '../../../session.ts'
import { chosenSpan } from '../words/selection.ts'
import { say, useCodingScreen } from '../store.ts'
import type { OpenTranscript } from '../use-transcript.ts'
import { CriteriaFields } from './criteria-fields.tsx'
import { DecisionMark } from './decision-mark.tsx'
import { MismatchFields } from './mismatch-fields.tsx'
import { OtherScreenings } from './other-screenings.tsx'
import { criterionOf, keyOf } from './screening-keys.ts'
import { SegmentMenu } from './segment-menu.tsx'
import { SEGMENT_FORM_ID } from './side-choice.ts'
import { usePaneKeys } from './use-pane-keys.ts'
import { useScreening, type ScreeningInHand } from './use-screening.ts'
import { wordsWithin } from './words-within.ts'

interface SegmentDetailProps {
  readonly opened: OpenTranscript
  readonly segment: ListedSegment
  readonly previous: ListedSegment | undefined
  readonly next: ListedSegment | undefined
  readonly onGo: (segment: ListedSegment | undefined) => void
}

/** One segment: its title, and the form by which the person at work screens it. */
export function SegmentDetail(props: SegmentDetailProps) {
  const screening = useScreening(props.segment.id)
  return screening === null ? null : <Form {...props} screening={screening} />
}

interface FormProps extends SegmentDetailProps {
  readonly screening: ScreeningInHand
}

function Form({ opened, segment, previous, next, onGo, screening }: FormProps) {
  const { t } = useTranslation('segments')
  const { t: tCoding } = useTranslation('coding')
  const round = useRound()
  const { form, coderId, change, saveNow } = screening
  const decision = decide(form.criteria)
  const isFinished = round !== null && !mayCode(round)

  const takeWords = () => {
    const span = chosenSpan(opened.reader, useCodingScreen.getState().selection)
    if (span === null || !contains(segment, span)) say(t('chooseWithin', { number: segment.number }))
    else change({ quote: wordsWithin(opened.transcript, span), quoteSpan: span })
  }
  const join = () => {
    if (previous !== undefined) void ask('segments.join', { id: previous.id, coderId })
  }
  const pane = usePaneKeys<HTMLElement>((event) => {
    if (isTyping(event.target)) return
    const criterion = criterionOf(event)
    const key = keyOf(event)
    if (key === 'join') join()
    else if (key === 'memo') writeMemo({ kind: 'segment', id: segment.id })
    else if (isFinished) return
    else if (criterion !== null) {
      change({ criteria: { ...form.criteria, [criterion]: nextAnswer(form.criteria[criterion]) } })
    } else if (key === 'none') change({ criteria: withoutExclusion(form.criteria) })
    else if (key === 'take' && decision.kind === 'included') takeWords()
    else if (event.key === 'Enter' && isForm(event.target)) focusWords(event.target)
    else return
    event.preventDefault()
  })

  return (
    // It takes the keyboard as a whole, so that one key answers one criterion.
    <section
      ref={pane}
      id={SEGMENT_FORM_ID}
      className="segment-form"
      tabIndex={-1}
      aria-labelledby="coding-segment-name"
      aria-describedby="coding-segment-help"
      onBlurCapture={saveNow}
    >
      <header className="segment-form-head">
        <h2 id="coding-segment-name" className="figures">
          {t('numbered', { number: segment.number })}
        </h2>
        <span className="grow">
          <DecisionMark decision={decision.kind} hasWords />
        </span>
        <IconButton
          label={t('previous')}
          icon={<ChevronUp aria-hidden />}
          shortcut="P"
          isDisabled={previous === undefined}
          onPress={() => onGo(previous)}
        />
        <IconButton
          label={t('next')}
          icon={<ChevronDown aria-hidden />}
          shortcut="N"
          isDisabled={next === undefined}
          onPress={() => onGo(next)}
        />
        <SegmentMenu
          opened={opened}
          segment={segment}
          previous={previous}
          next={next}
          onJoin={join}
          onClear={isFinished ? null : change}
        />
      </header>
      <p id="coding-segment-help" className="visually-hidden">
        {t('formHelp')}
      </p>
      <SegmentTitle key={`title ${segment.id}`} segment={segment} />
      {isFinished && <p className="small muted">{tCoding('roundFinished')}</p>}
      <CriteriaFields form={form} isFinished={isFinished} decision={decision} onChange={change} />
      {decision.kind === 'included' && (
        <MismatchFields
          key={`fields ${segment.id}`}
          form={form}
          isFinished={isFinished}
          onChange={change}
          onTakeWords={takeWords}
        />
      )}
      {decision.kind !== 'included' && hasWords(form) && <p className="small muted">{t('wordsKept')}</p>}
      <OtherScreenings segment={segment} />
    </section>
  )
}

/** Whether the form itself has the keyboard, and none of its fields and buttons. */
function isForm(target: EventTarget | null): target is Element {
  return target instanceof Element && target.id === SEGMENT_FORM_ID
}

/** Goes to the first field that nothing is written in yet, of those for a segment that is included; else the first of them. */
function focusWords(form: Element): void {
  const fields = [...form.querySelectorAll('textarea')]
  ;(fields.find(({ value }) => value === '') ?? fields[0])?.focus()
}

function hasWords({ quote, description, information }: { quote: string; description: string; information: string }) {
  return `${quote}${description}${information}`.trim() !== ''
}

/** Named for everybody: segments are the study's. Saved when one leaves the field. */
function SegmentTitle({ segment: { id, title } }: { readonly segment: ListedSegment }) {
  const { t } = useTranslation('segments')
  const coderId = useSession((session) => session.coderId)
  const [typed, setTyped] = useState<{ readonly over: string; readonly text: string } | null>(null)
  const text = typed !== null && typed.over === title ? typed.text : title
  const keep = () => {
    if (text.trim() !== title) void ask('segments.rename', { id, title: text, ...(coderId !== null && { coderId }) })
  }
  return (
    <div onBlur={keep}>
      <TextField label={t('titleField')} value={text} onChange={(next) => setTyped({ over: title, text: next })} />
    </div>
  )
}
