import { useTranslation } from 'react-i18next'
import type { ReviewDecision, ReviewItemDetail } from '../../../../app/contract/review.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useReasonName } from '../decision/use-reason-name.ts'

/** Every decision on the item, the one that stands first: who, when and why. */
export function DecisionHistory({ detail }: { readonly detail: ReviewItemDetail }) {
  const { t } = useTranslation('review')
  if (detail.decisions.length === 0) return null
  const newest = detail.decisions.toReversed()
  return (
    <section className="review-section" aria-labelledby="review-history">
      <h2 id="review-history">{t('history.title')}</h2>
      <ol className="review-history">
        {newest.map((decision, index) => (
          <li key={decision.id} className={index === 0 ? undefined : 'muted'}>
            <Told decision={decision} detail={detail} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Told({ decision, detail }: { readonly decision: ReviewDecision; readonly detail: ReviewItemDetail }) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const reasonName = useReasonName()
  const { verdict, taken, told, reason, coder, at } = decision
  const names = detail.readings.filter(({ coderId }) => taken.includes(coderId)).map((one) => one.coder)
  const why = reasonName(reason)
  return (
    <>
      <p>
        <strong>{t(`history.verdicts.${verdict}`, { names: format.list(names) })}</strong>
        {told.length > 0 && <> {told.join(' · ')}</>}
      </p>
      <p className="small">
        {why !== '' && <>{t('history.because', { reason: why })} </>}
        <span className="muted">{t('by', { coder, date: format.dateTime(at) })}</span>
      </p>
    </>
  )
}
