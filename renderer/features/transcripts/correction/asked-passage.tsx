import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AskedSpan, CorrectionAnswer } from '../../../../app/contract/corrections.ts'
import { asOffset } from '../../../../domain/span.ts'
import { Button } from '../../../components/button.tsx'

interface AskedPassageProps {
  readonly asked: AskedSpan
  readonly answer: CorrectionAnswer | null
  readonly onAnswer: (answer: CorrectionAnswer) => void
}

/** A passage that the correction cannot place for certain, and what may become of it. */
export function AskedPassage({ asked, answer, onAnswer }: AskedPassageProps) {
  const { t } = useTranslation('correction')
  const { kind, id, turn, words, code, coder, reason, proposal, near, isRemovable } = asked
  const [isChoosing, setChoosing] = useState(false)
  const group = useId()
  const isProposed = (one: CorrectionAnswer | null) =>
    one?.answer.do === 'put' && one.answer.start === proposal?.start && one.answer.end === proposal.end
  const chosen =
    answer === null ? null : answer.answer.do === 'remove' ? 'remove' : isProposed(answer) ? 'proposal' : 'other'
  const put = (start: number, end: number) =>
    onAnswer({ kind, id, answer: { do: 'put', start: asOffset(start), end: asOffset(end) } })
  const option = (value: 'proposal' | 'remove' | 'other', label: string, onChoose: () => void) => (
    <label className="correction-option">
      <input
        type="radio"
        name={group}
        value={value}
        checked={isChoosing ? value === 'other' : chosen === value}
        onChange={() => {
          setChoosing(value === 'other')
          onChoose()
        }}
      />
      <span>{label}</span>
    </label>
  )
  const about = [code ?? t(`kinds.${kind}`), ...(coder === null ? [] : [coder]), t('turnNumber', { number: turn })]
  return (
    <li className="correction-asked">
      <fieldset>
        <legend className="small muted">{about.join(' · ')}</legend>
        <p>
          <q>{words}</q>
        </p>
        <p className="small muted">{t(`reasons.${reason}`)}</p>
        {proposal !== null &&
          option('proposal', t('putHere', { words: shorten(proposal.words) }), () => put(proposal.start, proposal.end))}
        {option('other', t('chooseOther'), () => undefined)}
        {isRemovable && option('remove', t('removeIt'), () => onAnswer({ kind, id, answer: { do: 'remove' } }))}
        {(isChoosing || chosen === 'other') && (
          <WordsChoice
            text={near.words}
            chosen={
              chosen === 'other' && answer?.answer.do === 'put'
                ? near.words.slice(answer.answer.start - near.start, answer.answer.end - near.start)
                : null
            }
            onChoose={(start, end) => {
              setChoosing(false)
              put(near.start + start, near.start + end)
            }}
          />
        )}
      </fieldset>
    </li>
  )
}

interface WordsChoiceProps {
  readonly text: string
  readonly chosen: string | null
  readonly onChoose: (start: number, end: number) => void
}

/** The corrected words around, in which others are selected as in any text, by the pointer or with Shift and the arrows. */
function WordsChoice({ text, chosen, onChoose }: WordsChoiceProps) {
  const { t } = useTranslation('correction')
  const area = useRef<HTMLTextAreaElement>(null)
  const [selection, setSelection] = useState<readonly [number, number]>([0, 0])
  const [start, end] = selection
  const isAny = text.slice(start, end).trim() !== ''
  return (
    <div className="stack-tight">
      <textarea
        ref={area}
        className="input"
        // Not `readOnly`: that takes the caret away, and with it selecting by keyboard. What is typed changes nothing.
        aria-readonly
        onChange={() => undefined}
        spellCheck={false}
        rows={5}
        value={text}
        aria-label={t('selectWords')}
        onSelect={() => setSelection([area.current?.selectionStart ?? 0, area.current?.selectionEnd ?? 0])}
      />
      <div className="row row-between">
        <span className="small muted grow">
          {chosen === null ? t('selectHint') : t('putOn', { words: shorten(chosen) })}
        </span>
        <Button isDisabled={!isAny} onPress={() => onChoose(start, end)}>
          {t('useSelected')}
        </Button>
      </div>
    </div>
  )
}

function shorten(words: string): string {
  return words.length <= 80
    ? words
    : `${words
        .slice(0, 80)
        .replace(/\s+\S*$/, '')
        .toWellFormed()}…`
}
