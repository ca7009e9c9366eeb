import { useTranslation } from 'react-i18next'
import { WITHOUT_INTERVAL } from '../../../domain/agreement/figures.ts'
import { Figure } from '../../components/figure.tsx'
import { useFormat } from '../../i18n/format.ts'
import { reasonText } from './figure-names.ts'
import type { FigureCell } from './rows.ts'

/** A figure over its interval; a dash with its reason where it is undefined. */
export function FigureWithInterval({ cell }: { readonly cell: FigureCell }) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const { value, reason, interval } = cell
  const why = WITHOUT_INTERVAL.find((known) => known === cell.withoutInterval)
  return (
    <span className="agreement-figure">
      <Figure value={value} format={format.decimal} reason={reason === null ? null : reasonText(t, reason)} />
      {value !== null && interval !== null && (
        <span className="agreement-under">
          {t('table.interval', { low: format.decimal(interval[0], 2), high: format.decimal(interval[1], 2) })}
        </span>
      )}
      {value !== null && interval === null && (
        <span className="agreement-under" {...(why !== undefined && { title: t(`table.noIntervalMeaning.${why}`) })}>
          {t('table.noInterval')}
        </span>
      )}
    </span>
  )
}
