import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../app/contract/agreement.ts'
import { Button } from '../../components/button.tsx'
import { useFormat } from '../../i18n/format.ts'
import { reasonText } from './figure-names.ts'
import { FigureWithInterval } from './figure-with-interval.tsx'
import { GroupCodes } from './group-codes.tsx'
import { OmissionList } from './left-out.tsx'
import { MethodText } from './method-text.tsx'
import { PerCode } from './per-code.tsx'
import { codersText, roundsOf, rowName, sideNames, type FigureRow } from './rows.ts'
import { UnalignedTurns } from './unaligned-turns.tsx'

interface ComparisonDetailProps {
  readonly agreement: Agreement
  readonly row: FigureRow
  readonly onBack: () => void
}

/** One comparison: what each figure says, code by code with the passages behind, and what was left out. */
export function ComparisonDetail({ agreement, row, onBack }: ComparisonDetailProps) {
  const { t } = useTranslation('agreement')
  const { t: common } = useTranslation()
  const format = useFormat()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { scope } = agreement
  const { version, reason } = row.of.codebook
  return (
    <article className="section" aria-labelledby="agreement-comparison">
      <div className="stack-tight">
        <div>
          <Button variant="quiet" icon={<ArrowLeft aria-hidden />} onPress={onBack} className="agreement-back">
            {t('detail.back')}
          </Button>
        </div>
        <h2 id="agreement-comparison" ref={heading} tabIndex={-1} className="agreement-heading">
          {scope === 'all'
            ? codersText(t, row.coders, format.list)
            : t('detail.heading', {
                name: rowName(t, row, scope, format.list),
                coders: codersText(t, row.coders, format.list),
              })}
          {(scope === 'round' ? [] : roundsOf(row)).map((round) => (
            <span key={round} className="tag">
              {round}
            </span>
          ))}
        </h2>
        <p className="muted">
          <Coverage agreement={agreement} row={row} /> {version !== null && t('detail.version', { name: version })}
          {row.of.mappedCodes > 0 && `${t('names.ofRow', { count: row.of.mappedCodes })}. `}
          {row.of.mergedCodes > 0 && `${t('names.mergedRow', { count: row.of.mergedCodes })}. `}
          {version === null && reason !== null && t(`detail.noVersion.${reason}`)}
        </p>
      </div>
      <dl className="agreement-cards" aria-label={t('detail.figures')}>
        {row.cells.map((cell) => (
          <div key={cell.name} className="agreement-card" data-figure={cell.name}>
            <dt>{t(`figures.${cell.name}.name`)}</dt>
            <dd className="agreement-card-value">
              <FigureWithInterval cell={cell} />
              <span className="muted small figures">{common('figures.n', { n: format.number(cell.n) })}</span>
            </dd>
            <dd className="muted small">
              {cell.value === null && cell.reason !== null
                ? `${reasonText(t, cell.reason)}. ${t(`figures.${cell.name}.meaning`)}`
                : t(`figures.${cell.name}.meaning`)}
            </dd>
          </div>
        ))}
      </dl>
      <section className="section" aria-labelledby="agreement-per-code">
        <h3 id="agreement-per-code">{t('perCode.title')}</h3>
        {row.kind === 'pair' ? (
          <PerCode key={row.key} agreement={agreement} comparison={row.of} />
        ) : (
          <GroupCodes key={row.key} agreement={agreement} group={row.of} />
        )}
      </section>
      <MethodText agreement={agreement} rows={[row]} level="h3" />
      <section className="section" aria-labelledby="agreement-omissions">
        <h3 id="agreement-omissions">{t('leftOut.title')}</h3>
        <OmissionList row={row} />
      </section>
      {row.kind === 'pair' && row.of.unaligned.length > 0 && <UnalignedTurns turns={row.of.unaligned} />}
    </article>
  )
}

function Coverage({ agreement, row }: Omit<ComparisonDetailProps, 'onBack'>) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const units = t(`unitsCounted.${agreement.unit}`, { count: row.units })
  const codes = t('detail.codes', { count: row.of.codes })
  const share = row.uncodedShare === null ? '—' : format.share(row.uncodedShare)
  if (row.kind === 'group') {
    const { values, coded } = row.of
    return t('detail.coverageGroup', {
      units,
      codes,
      values: format.number(values),
      any: format.number(coded.any),
      share,
    })
  }
  const [first, second] = sideNames(row.of)
  const { coded } = row.of
  return t('detail.coverage', {
    units,
    codes,
    first,
    second,
    firstCount: format.number(coded.first),
    secondCount: format.number(coded.second),
    either: format.number(coded.either),
    share,
  })
}
