import { NotebookPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { writeMemo } from '../../memo-request.ts'
import { InstanceChips } from './instance-chips.tsx'
import type { CatalogItem } from './search.ts'
import { TranscriptLink } from './transcript-link.tsx'

/** One mismatch with the words it rests on. */
export function MismatchDetail({ item }: { readonly item: CatalogItem | undefined }) {
  const { t } = useTranslation('catalog')
  if (item === undefined) {
    return (
      <section className="catalog-detail" aria-label={t('detail.label')}>
        <p className="muted">{t('detail.choose')}</p>
      </section>
    )
  }
  const missing = <span className="muted">{t('detail.missing')}</span>
  return (
    <article className="catalog-detail" aria-label={t('detail.label')}>
      <header className="stack-tight">
        <div className="row row-between">
          <h2>{item.id}</h2>
          <Button
            icon={<NotebookPen aria-hidden />}
            onPress={() => writeMemo({ kind: 'mismatch', id: item.mismatchId })}
          >
            {t('detail.memo')}
          </Button>
        </div>
        <p className="muted">
          {t('detail.from', { interview: item.interview })} <TranscriptLink interview={item.interview} />
        </p>
      </header>
      <dl className="catalog-fields">
        <div>
          <dt>{t('detail.quote')}</dt>
          <dd>
            {item.quote === '' ? (
              missing
            ) : (
              <blockquote dir="auto" className="reading">
                {item.quote}
              </blockquote>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('detail.description')}</dt>
          <dd>{item.description === '' ? missing : item.description}</dd>
        </div>
        <div>
          <dt>{t('detail.information')}</dt>
          <dd>{item.information === '' ? missing : item.information}</dd>
        </div>
        <div>
          <dt>{t('detail.instances')}</dt>
          <dd>{item.instances.length === 0 ? missing : <InstanceChips instances={item.instances} />}</dd>
        </div>
      </dl>
    </article>
  )
}
