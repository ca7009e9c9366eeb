import { Keyboard } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewItem, ReviewReason } from '../../../../app/contract/review.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { Checkbox } from '../../../components/checkbox.tsx'
import { Kbd } from '../../../components/kbd.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { focusQueue, REASON_ID } from '../focus.ts'
import { useKeys, useTakeKeys, useWrittenKeys } from '../keys/keymap.ts'
import { keepReason, openOver, useReviewScreen } from '../store.ts'
import { familyOf, isPlural, isTakeable, takeAll, takenTogether, type Draft } from './draft.ts'
import { sameReason, type ListedReason } from './reasons.ts'
import type { Decision } from './use-decision.ts'
import { useReasonName } from './use-reason-name.ts'

export interface DecisionBarProps {
  readonly item: ReviewItem
  /** The coders' names, in the order of the readings. */
  readonly names: readonly string[]
  /** Whether the item has been read, so that something else can be put together. */
  readonly isReady: boolean
  readonly decision: Decision
  readonly reasons: readonly ListedReason[]
  readonly onElse: () => void
}

/** What can be decided, then why, each with its key: always in view. */
export function DecisionBar({ item, names, isReady, decision, reasons, onElse }: DecisionBarProps) {
  const { t } = useTranslation('review')
  const noteKeys = useWrittenKeys('note')
  if (!decision.mayDecide) {
    return (
      <footer className="review-decide">
        <Foot hint={t('decide.moderatorOnly', { keys: noteKeys })} isWanted={false} />
      </footer>
    )
  }
  return (
    <footer className="review-decide" aria-label={t('decide.label')}>
      <Choices item={item} names={names} isReady={isReady} decision={decision} onElse={onElse} />
      <Reasons decision={decision} reasons={reasons} />
      <Foot
        hint={t(decision.draft === null ? 'decide.hint' : 'decide.giveReason')}
        isWanted={decision.draft !== null}
      />
    </footer>
  )
}

/** What was just done; else what to do next. */
function Foot({ hint, isWanted }: { readonly hint: string; readonly isWanted: boolean }) {
  const { t: common } = useTranslation()
  const status = useReviewScreen((screen) => screen.status)
  const helpKeys = useKeys('help')
  return (
    <div className="review-foot small">
      {(isWanted || status === '') && <span className={isWanted ? 'review-wanted grow' : 'muted grow'}>{hint}</span>}
      <output className={isWanted ? 'visually-hidden' : 'grow truncate'}>{status}</output>
      <IconButton
        label={common('shortcuts.title')}
        icon={<Keyboard aria-hidden />}
        shortcut={helpKeys}
        onPress={() => openOver('shortcuts')}
      />
    </div>
  )
}

function Choices({ item, names, isReady, decision, onElse }: Omit<DecisionBarProps, 'reasons'>) {
  const { t } = useTranslation('review')
  const { draft, choose } = decision
  const takeKeys = useTakeKeys()
  const allKeys = useKeys('both')
  const noneKeys = useKeys('neither')
  const elseKeys = useKeys('else')
  const withdrawKeys = useKeys('withdraw')
  const family = familyOf(item)
  const all = takeAll(item)
  const taken = draft?.kind === 'take' ? draft.coders : []
  const together = takenTogether(item).length
  const isAll = taken.length > 1
  const isElse = draft !== null && !['take', 'neither', 'reopen'].includes(draft.kind)
  const button = (key: string, name: ReactNode, isPressed: boolean, made: Draft) => (
    <Button key={key} shortcut={key} isPressed={isPressed} onPress={() => choose(made)}>
      {name}
    </Button>
  )
  return (
    <fieldset className="review-choices">
      <legend className="visually-hidden">{t('decide.what')}</legend>
      <span className="small muted" aria-hidden>
        {t('decide.takes')}
      </span>
      {item.readings.map(
        (reading, index) =>
          isTakeable(item, reading) &&
          button(
            takeKeys(index),
            <span className="truncate review-reason-name">
              <span className="visually-hidden">{t('decide.takes')} </span>
              {names[index]}
            </span>,
            taken.includes(reading.coderId) && !isAll,
            { kind: 'take', coders: [reading.coderId] },
          ),
      )}
      {all !== null &&
        together > 1 &&
        button(allKeys, t(together === 2 ? 'decide.two' : 'decide.both', { count: together }), isAll, all)}
      {isPlural(family) &&
        button(noneKeys, t('decide.neither', { count: item.readings.length }), draft?.kind === 'neither', {
          kind: 'neither',
        })}
      <Button shortcut={elseKeys} isPressed={isElse} isDisabled={!isReady} onPress={onElse}>
        {t(`decide.else.${family}`)}
      </Button>
      {item.state === 'decided' &&
        button(withdrawKeys, t('decide.reopen'), draft?.kind === 'reopen', { kind: 'reopen' })}
    </fieldset>
  )
}

function Reasons({ decision, reasons }: { readonly decision: Decision; readonly reasons: readonly ListedReason[] }) {
  const { t } = useTranslation('review')
  const reasonName = useReasonName()
  const [words, setWords] = useState('')
  const reasonKeys = useWrittenKeys('ownReason')
  const keepKeys = useWrittenKeys('keepReason')
  const last = useReviewScreen((screen) => screen.reason)
  const held = useReviewScreen((screen) => screen.held)
  const isKept = held === 'kept'
  const { draft, give } = decision
  const isHeld = (reason: ReviewReason) => held !== null && last !== null && sameReason(last, reason)
  return (
    <fieldset className="review-reasons" data-wanted={draft !== null || undefined}>
      <legend className="visually-hidden">{t('decide.why')}</legend>
      <ul className="review-reason-list">
        {reasons.map(({ reason, digit }) => (
          <li key={`${reason.key ?? ''} ${reason.words}`}>
            <Button
              variant="quiet"
              className="review-reason"
              isPressed={isHeld(reason)}
              onPress={() => {
                give(reason)
                focusQueue()
              }}
            >
              {digit !== null && <Kbd shortcut={String(digit)} />}
              <span className="truncate review-reason-name">{reasonName(reason)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <form
        id={REASON_ID}
        className="review-reason-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (words.trim() === '') return
          give({ key: null, words: words.trim() })
          setWords('')
          focusQueue()
        }}
      >
        <TextField
          label={t('decide.ownReason')}
          placeholder={t('decide.ownReasonHint', { keys: reasonKeys })}
          hideLabel
          value={words}
          onChange={setWords}
          className="grow"
        />
        <Checkbox isSelected={isKept} onChange={keepReason}>
          {t('decide.keep', { keys: keepKeys })}
        </Checkbox>
      </form>
    </fieldset>
  )
}
