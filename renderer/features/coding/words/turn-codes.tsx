import './turn-codes.css'
import { X } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { mayCode } from '../../../../domain/coding.ts'
import type { Turn } from '../../../../domain/transcript.ts'
import { useRound } from '../../../session.ts'
import { removeCodings } from '../actions.ts'
import { focusTranscript } from '../focus.ts'
import type { Mark } from './marks.ts'
import { rangeOf } from './selection.ts'
import { pointAt, say, select } from '../store.ts'

interface TurnCodesProps {
  readonly turn: Turn
  readonly marks: readonly Mark[]
  /** Only the turn one is in can be gone into with Tab; the others are passed over. */
  readonly isCurrent: boolean
}

/** The codes of a turn as a list: what the colours and stripes say, for everyone. */
export function TurnCodes({ turn, marks, isCurrent }: TurnCodesProps) {
  const { t } = useTranslation('coding')
  const groups = [...Map.groupBy(marks, (mark) => mark.codeId).values()]
  return (
    <ul className="coding-chips" aria-label={t('codesOfTurn', { number: turn.number })}>
      {groups.map((group) => (
        <Chip key={group[0]?.id} turn={turn} group={group} tabIndex={isCurrent ? 0 : -1} />
      ))}
    </ul>
  )
}

interface ChipProps {
  readonly turn: Turn
  readonly group: readonly Mark[]
  readonly tabIndex: 0 | -1
}

function Chip({ turn, group, tabIndex }: ChipProps) {
  const { t } = useTranslation('coding')
  const round = useRound()
  const [first] = group
  if (first === undefined) return null
  const ids = group.map((mark) => mark.id)
  const own = group.filter((mark) => mark.isOwn).map((mark) => mark.id)
  const others = [
    ...Map.groupBy(
      group.filter((mark) => !mark.isOwn),
      (mark) => `${mark.coderId} ${mark.roundId}`,
    ).values(),
  ]
  const remove = async () => {
    if (await removeCodings(own)) say(t('removed', { name: first.label, count: own.length }))
    focusTranscript()
  }
  return (
    <li className="coding-chip" data-foreign={own.length === 0 || undefined} data-marks={ids.join(' ')}>
      <button
        type="button"
        className="coding-chip-name"
        tabIndex={tabIndex}
        onClick={() => {
          select(rangeOf(first))
          focusTranscript()
        }}
        onFocus={(event) => {
          if (!event.target.matches(':focus-visible')) return
          const { left, bottom } = event.target.getBoundingClientRect()
          pointAt({ ids, x: left, y: bottom })
        }}
        onBlur={() => pointAt(null)}
      >
        <span className={`swatch code-colour-${first.colour}`} aria-hidden />
        <span className="coding-name">{first.label}</span>
        {own.length > 1 && <span className="coding-chip-count figures">×{own.length}</span>}
        {others.map(([other]) => (
          <Fragment key={other?.id}>
            <span className="coding-initials" aria-hidden>
              {other?.initials}
            </span>
            <span className="visually-hidden">
              {other?.coder}, {other?.round}
            </span>
          </Fragment>
        ))}
      </button>
      {own.length > 0 && round !== null && mayCode(round) && (
        <button
          type="button"
          className="coding-chip-remove"
          tabIndex={tabIndex}
          aria-label={t('removeFrom', { name: first.label, number: turn.number })}
          onClick={() => void remove()}
        >
          <X aria-hidden />
        </button>
      )}
    </li>
  )
}
