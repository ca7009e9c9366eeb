import { useTranslation } from 'react-i18next'
import type { ReviewItemDetail } from '../../../../app/contract/review.ts'
import { codesOf } from '../queue/queue-view.ts'
import { CodeName } from './code-name.tsx'

/** What the codes of the readings mean: when each is used and when not. */
export function Definitions({ detail }: { readonly detail: ReviewItemDetail }) {
  const { t } = useTranslation('review')
  const ids = codesOf(detail.item)
  const codes = detail.codes.filter(({ id }) => ids.includes(id))
  if (codes.length === 0) return null
  return (
    <section className="review-section" aria-labelledby="review-definitions">
      <h2 id="review-definitions">{t('definitions.title')}</h2>
      <div className="review-readings">
        {codes.map((code) => (
          <div key={code.id} className="review-definition">
            <h3>
              <CodeName detail={detail} id={code.id} />
            </h3>
            {code.definition === '' && code.inclusion === '' && code.exclusion === '' ? (
              <p className="muted small">{t('definitions.none')}</p>
            ) : (
              <dl className="review-terms small">
                <Term name={t('definitions.definition')} text={code.definition} />
                <Term name={t('definitions.when')} text={code.inclusion} />
                <Term name={t('definitions.whenNot')} text={code.exclusion} />
              </dl>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}

function Term({ name, text }: { readonly name: string; readonly text: string }) {
  if (text === '') return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  )
}
