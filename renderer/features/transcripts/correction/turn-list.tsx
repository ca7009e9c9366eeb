import { Pencil } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type RefCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadTranscript } from '../../../../app/contract/transcripts.ts'
import { speakerPlace } from '../../../../domain/correction.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useVirtualList } from '../../../components/use-virtual-list.ts'
import { turnAsItIs, type Draft, type TurnDraft } from './draft.ts'

interface TurnListProps {
  readonly transcript: ReadTranscript
  readonly draft: Draft
  /** Number of the turn whose editor is open, or null. */
  readonly open: number | null
  readonly onOpen: (number: number | null) => void
  readonly onChange: (number: number, turn: TurnDraft) => void
}

/** The transcript by turns, each to be opened and corrected where it stands. */
export function TurnList({ transcript, draft, open, onOpen, onChange }: TurnListProps) {
  const { t } = useTranslation('correction')
  const { turns, text } = transcript
  const scroller = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState((open ?? 1) - 1)
  // Where one comes in without a turn, one begins at the first.
  const wantsFocus = useRef(open === null)
  const { indexes, top, height, measure, goTo } = useVirtualList(scroller, turns.length, (index) => {
    const turn = turns[index]
    return turn === undefined ? 0 : 44 + Math.ceil((turn.end - turn.start) / 80) * 26
  })

  // Only where one comes in: later the person scrolls.
  const comeIn = useEffectEvent(() => {
    if (open !== null) goTo(open - 1, 'center')
  })
  useEffect(() => comeIn(), [])

  const go = (index: number) => {
    const next = Math.min(turns.length - 1, Math.max(0, index))
    setCurrent(next)
    wantsFocus.current = true
    goTo(next, 'auto')
  }
  const focusRow: (index: number) => RefCallback<HTMLElement> = (index) => (element) => {
    measure(element)
    if (element === null || index !== current || !wantsFocus.current) return
    wantsFocus.current = false
    element.querySelector('button')?.focus()
  }
  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -turns.length,
      End: turns.length,
    }
    const step = steps[event.key]
    if (step === undefined || open !== null) return
    event.preventDefault()
    go(current + step)
  }
  const close = (number: number) => {
    onOpen(null)
    go(number - 1)
  }

  return (
    <div ref={scroller} className="correction-scroller">
      <div className="correction-turns" style={{ height }}>
        <ol aria-label={t('turns', { name: transcript.name })} style={{ transform: `translateY(${top}px)` }}>
          {indexes.map((index) => {
            const turn = turns[index]
            if (turn === undefined) return null
            const { number } = turn
            const drafted = draft.turns.get(number) ?? turnAsItIs(transcript, number)
            return (
              <li
                key={index}
                ref={focusRow(index)}
                data-index={index}
                data-changed={draft.turns.has(number) || undefined}
                aria-setsize={turns.length}
                aria-posinset={number}
                className="correction-turn"
              >
                {open === number ? (
                  <TurnEditor
                    number={number}
                    turn={drafted}
                    hasLabel={speakerPlace(transcript, index) !== null}
                    speaker={turn.speaker}
                    onChange={(changed) => onChange(number, changed)}
                    onDone={() => close(number)}
                    onRevert={() => {
                      onChange(number, turnAsItIs(transcript, number))
                      close(number)
                    }}
                  />
                ) : (
                  <button
                    type="button"
                    className="correction-row"
                    tabIndex={index === current ? 0 : -1}
                    onFocus={() => setCurrent(index)}
                    onKeyDown={move}
                    onClick={() => onOpen(number)}
                  >
                    <span className="correction-head">
                      <strong>{drafted.speaker === '' ? t('unknownSpeaker') : drafted.speaker}</strong>
                      <span className="muted figures">{number}</span>
                      {draft.turns.has(number) && <span className="tag">{t('changedTag')}</span>}
                    </span>
                    <span className="reading correction-words" lang={transcript.language ?? undefined} dir="auto">
                      {draft.turns.has(number) ? drafted.words : text.slice(turn.start, turn.end)}
                    </span>
                    <Pencil size={16} aria-hidden className="correction-pencil" />
                  </button>
                )}
              </li>
            )
          })}
        </ol>
      </div>
    </div>
  )
}

interface TurnEditorProps {
  readonly number: number
  readonly turn: TurnDraft
  readonly hasLabel: boolean
  readonly speaker: string | null
  readonly onChange: (turn: TurnDraft) => void
  readonly onDone: () => void
  readonly onRevert: () => void
}

function TurnEditor({ number, turn, hasLabel, speaker, onChange, onDone, onRevert }: TurnEditorProps) {
  const { t } = useTranslation('correction')
  const frame = useRef<HTMLFieldSetElement>(null)
  const press = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    if (!isDone) return
    event.preventDefault()
    event.stopPropagation()
    onDone()
  })
  useEffect(() => {
    const element = frame.current
    const onKeyDown = (event: globalThis.KeyboardEvent) => press(event)
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [])
  const rows = Math.min(14, 2 + Math.ceil(turn.words.length / 70) + turn.words.split('\n').length - 1)
  return (
    <fieldset ref={frame} className="correction-editor" aria-label={t('editing', { number })}>
      <div className="correction-head">
        {hasLabel ? (
          <TextField
            label={t('speaker')}
            className="correction-speaker"
            value={turn.speaker}
            onChange={(name) => onChange({ ...turn, speaker: name })}
          />
        ) : (
          <strong>{speaker ?? t('unknownSpeaker')}</strong>
        )}
      </div>
      <TextField
        label={t('words', { number })}
        className="correction-field"
        value={turn.words}
        rows={rows}
        takesFocus
        onChange={(words) => onChange({ ...turn, words })}
        {...(turn.words.trim() === '' && { error: t('empty') })}
      />
      <div className="row row-end">
        <Button variant="quiet" onPress={onRevert}>
          {t('revert')}
        </Button>
        <Button shortcut="Mod+Enter" onPress={onDone}>
          {t('done')}
        </Button>
      </div>
    </fieldset>
  )
}
