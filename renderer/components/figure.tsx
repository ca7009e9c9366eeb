import { useTranslation } from 'react-i18next'

interface FigureProps {
  /** Null where the figure is undefined: shown as a dash, never as 0. */
  readonly value: number | null
  /** How to write it: `format.decimal`, `format.percent`… */
  readonly format: (value: number) => string
  /** From how many it was taken; shown beside the figure. */
  readonly n?: number
  /** Why it is undefined, as a tooltip and for screen readers. */
  readonly reason?: string | null
  readonly isLarge?: boolean
}

/** A number with its n. */
export function Figure({ value, format, n, reason, isLarge = false }: FigureProps) {
  const { t } = useTranslation()
  const why = reason ? t('figures.undefined', { reason }) : t('figures.notDefined')
  return (
    <span className={isLarge ? 'figure figure-large' : 'figure'}>
      {value === null ? (
        <span className="figure-value" title={why}>
          <span aria-hidden="true">—</span>
          <span className="visually-hidden">{why}</span>
        </span>
      ) : (
        <span className="figure-value">{format(value)}</span>
      )}
      {n !== undefined && <span className="figure-n">{t('figures.n', { n })}</span>}
    </span>
  )
}
