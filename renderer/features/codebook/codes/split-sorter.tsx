import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodedPassage } from '../../../../app/contract/codes.ts'
import type { CodingId } from '../../../../domain/ids.ts'
import { Button } from '../../../components/button.tsx'
import { PassageQuote } from '../../../components/passage-quote.tsx'
import { useFormat } from '../../../i18n/format.ts'

/** Which of the two codes each coding gets; one that is absent stays as it is. */
export type Decisions = ReadonlyMap<CodingId, 0 | 1>

interface SplitSorterProps {
  readonly names: readonly [string, string]
  readonly stays: string
  readonly passages: readonly CodedPassage[]
  readonly decisions: Decisions
  readonly onDecide: (decisions: Decisions) => void
  /** After the last coding. */
  readonly onEnd: () => void
}

/** Goes through codings one by one: 1 and 2 decide, 0 leaves one with its code, arrows go back and on. */
export function SplitSorter({ names, stays, passages, decisions, onDecide, onEnd }: SplitSorterProps) {
  const { t } = useTranslation('codebook')
  const format = useFormat()
  const [at, setAt] = useState(() => firstUndecided(passages, decisions))
  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => box.current?.focus(), [])
  const current = passages[at]
  if (current === undefined) return null

  const decide = (part: 0 | 1 | null) => {
    const next = new Map(decisions)
    if (part === null) next.delete(current.codingId)
    else next.set(current.codingId, part)
    onDecide(next)
    if (at + 1 < passages.length) setAt(at + 1)
    else if (next.size > 0) onEnd()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === '1') decide(0)
    else if (event.key === '2') decide(1)
    else if (event.key === '0') decide(null)
    else if (event.key === 'ArrowLeft' || event.key === 'Backspace') setAt(Math.max(0, at - 1))
    else if (event.key === 'ArrowRight') setAt(Math.min(passages.length - 1, at + 1))
    else return
    event.preventDefault()
  }
  const place = t('codes.codingOf', { number: format.number(at + 1), total: format.number(passages.length) })
  const decided = decisions.get(current.codingId)
  return (
    <fieldset
      ref={box}
      className="codes-sorter"
      tabIndex={-1}
      aria-label={`${place}. ${t('codes.sorterHelp')}`}
      onKeyDownCapture={onKeyDown}
    >
      <div className="row row-between small muted">
        <span aria-live="polite">{place}</span>
        <span>{t('codes.decided', { count: decisions.size })}</span>
      </div>
      <progress className="visually-hidden" aria-label={place} value={at + 1} max={passages.length} />
      <div aria-live="polite" className="codes-sorter-passage">
        <PassageQuote passage={current.passage} />
        <p className="small muted">{t('codes.codedBy', { coder: current.coder, round: current.round })}</p>
      </div>
      <div className="row">
        <Button shortcut="1" isPressed={decided === 0} onPress={() => decide(0)}>
          {names[0]}
        </Button>
        <Button shortcut="2" isPressed={decided === 1} onPress={() => decide(1)}>
          {names[1]}
        </Button>
        <Button variant="quiet" shortcut="0" onPress={() => decide(null)}>
          {t('codes.leave', { name: stays })}
        </Button>
        <span className="grow" />
        <Button variant="quiet" shortcut="←" isDisabled={at === 0} onPress={() => setAt(at - 1)}>
          {t('codes.previous')}
        </Button>
      </div>
    </fieldset>
  )
}

function firstUndecided(passages: readonly CodedPassage[], decisions: Decisions): number {
  return Math.max(
    0,
    passages.findIndex(({ codingId }) => !decisions.has(codingId)),
  )
}
