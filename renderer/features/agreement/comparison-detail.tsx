import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison, UnitName } from '../../../app/contract/agreement.ts'
import { FIGURES } from '../../../domain/agreement/figures.ts'
import { Button } from '../../components/button.tsx'
import { useFormat } from '../../i18n/format.ts'
import { FigureWithInterval } from './comparisons.tsx'
import { reasonText } from './figure-names.ts'
import { PerCode } from './per-code.tsx'
import { UnalignedTurns } from './unaligned-turns.tsx'

interface ComparisonDetailProps {
  readonly comparison: Comparison
  readonly unit: UnitName
  readonly onBack: () => void
}

/** One comparison: what each figure says, code by code, and what was left out. */
export function ComparisonDetail({ comparison, unit, onBack }: ComparisonDetailProps) {
  const { t } = useTranslation('agreement')
  const { t: common } = useTranslation()
  const format = useFormat()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const [first, second] = comparison.coders
  const { coded } = comparison
  return (
    <article className="section" aria-labelledby="agreement-comparison">
      <div className="stack-tight">
        <div>
          <Button variant="quiet" icon={<ArrowLeft aria-hidden />} onPress={onBack} className="agreement-back">
            {t('detail.back')}
          </Button>
        </div>
        <h2 id="agreement-comparison" ref={heading} tabIndex={-1} className="agreement-heading">
          {t('detail.heading', { name: comparison.transcript, first, second })}
          <span className="tag">{comparison.round}</span>
        </h2>
        <p className="muted">
          {t('detail.coverage', {
            units: t(`unitsCounted.${unit}`, { count: comparison.units }),
            codes: t('detail.codes', { count: comparison.codes }),
            first,
            second,
            firstCount: format.number(coded.first),
            secondCount: format.number(coded.second),
            either: format.number(coded.either),
            share: coded.uncodedShare === null ? '—' : format.share(coded.uncodedShare),
          })}
        </p>
      </div>
      <dl className="agreement-cards" aria-label={t('detail.figures')}>
        {FIGURES.map((name) => {
          const reason = comparison.reasons[name]
          return (
            <div key={name} className="agreement-card" data-figure={name}>
              <dt>{t(`figures.${name}.name`)}</dt>
              <dd className="agreement-card-value">
                <FigureWithInterval comparison={comparison} name={name} />
                <span className="muted small figures">
                  {common('figures.n', { n: format.number(comparison.units) })}
                </span>
              </dd>
              <dd className="muted small">
                {comparison[name] === null && reason !== undefined
                  ? `${reasonText(t, reason)}. ${t(`figures.${name}.meaning`)}`
                  : t(`figures.${name}.meaning`)}
              </dd>
            </div>
          )
        })}
      </dl>
      <section className="section" aria-labelledby="agreement-per-code">
        <h3 id="agreement-per-code">{t('perCode.title')}</h3>
        <PerCode key={`${comparison.transcript} ${first} ${second}`} comparison={comparison} />
      </section>
      <UnalignedTurns turns={comparison.unaligned} />
    </article>
  )
}
