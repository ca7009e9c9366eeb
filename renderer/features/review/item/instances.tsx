import { useTranslation } from 'react-i18next'
import type { ReviewItemDetail } from '../../../../app/contract/review.ts'
import { CodeName } from './code-name.tsx'
import { isStanding, ReadingHead } from './readings.tsx'

/** The pairs of category and subcategory that each coder gave the mismatch, side by side. */
export function Instances({ detail }: { readonly detail: ReviewItemDetail }) {
  const { t } = useTranslation('review')
  return (
    <div className="review-readings">
      {detail.readings.map((reading, index) => (
        <section key={reading.coderId} className="review-reading" aria-labelledby={`review-reading-${index}`}>
          <ReadingHead index={index} coder={reading.coder} isStanding={isStanding(detail, reading)} />
          {(reading.form?.instances ?? []).length === 0 && <p className="muted">{t('instances.none')}</p>}
          {reading.form?.instances.map((id) => (
            <CodeName key={id} detail={detail} id={id} />
          ))}
          {reading.form !== null && reading.form.description !== '' && (
            <p className="small muted">{reading.form.description}</p>
          )}
        </section>
      ))}
    </div>
  )
}
