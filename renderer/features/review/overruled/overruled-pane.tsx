import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OverruledReading, ReviewedRound } from '../../../../app/contract/review.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { PassageQuote } from '../../../components/passage-quote.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { hashOf } from '../../../navigation.ts'
import { useSession } from '../../../session.ts'
import { useRead } from '../../../use-read.ts'
import { useReasonName } from '../decision/use-reason-name.ts'
import { KindTag } from '../queue/kind-tag.tsx'

/** Where the coder at work was overruled, by whom and why: what there is to learn for the next round. */
export function OverruledPane({ round }: { readonly round: ReviewedRound }) {
  const { t } = useTranslation('review')
  const coderId = useSession((session) => session.coderId)
  const { value } = useRead('review.overruled', coderId === null ? null : { coderId, roundId: round.roundId })
  if (value === null) return null
  const { decided, overruled } = value
  if (overruled.length === 0) {
    return (
      <EmptyState icon={<CircleCheck aria-hidden />} title={t('overruled.none')}>
        {t('overruled.noneAdvice', { count: decided })}
      </EmptyState>
    )
  }
  return (
    <div className="stack">
      <p className="muted figures">{t('overruled.of', { overruled: overruled.length, count: decided })}</p>
      <ul className="review-overruled">
        {overruled.map((one) => (
          <li key={one.itemId} className="panel stack-tight">
            <Overruled reading={one} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Overruled({ reading }: { readonly reading: OverruledReading }) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const reasonName = useReasonName()
  const { kind, passage, mine, instead, moderator, at, reason, itemId, roundId } = reading
  const said = (parts: readonly string[]) =>
    parts.length === 0
      ? t('decide.nothing')
      : parts.map((part) => (
          <span key={part} className="review-said">
            {part}
          </span>
        ))
  return (
    <>
      <div className="row row-between">
        <KindTag kind={kind} />
        <a className="small" href={hashOf('review', roundId, itemId)}>
          {t('overruled.show')}
        </a>
      </div>
      <PassageQuote passage={passage} />
      <dl className="review-terms">
        <dt>{t('overruled.mine')}</dt>
        <dd>{said(mine)}</dd>
        <dt>{t('overruled.instead')}</dt>
        <dd>{said(instead)}</dd>
        <dt>{t('overruled.why')}</dt>
        <dd>
          {reasonName(reason)}{' '}
          <span className="muted small">{t('by', { coder: moderator, date: format.dateTime(at) })}</span>
        </dd>
      </dl>
    </>
  )
}
