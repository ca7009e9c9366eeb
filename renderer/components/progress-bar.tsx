import { ProgressBar as AriaProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import { Button } from './button.tsx'

interface ProgressBarProps {
  readonly label: string
  readonly done: number
  /** 0 while it is not known. */
  readonly total: number
  /** The thing in hand, such as a file. */
  readonly what?: string
  readonly onCancel?: () => void
}

export function ProgressBar({ label, done, total, what = '', onCancel }: ProgressBarProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const counted =
    total > 0
      ? t('progress.counted', { done: format.number(Math.floor(done)), total: format.number(total) })
      : t('progress.working')
  return (
    <div className="progress">
      <AriaProgressBar
        className="progress-bar"
        aria-label={label}
        value={done}
        maxValue={Math.max(total, 1)}
        isIndeterminate={total === 0}
        valueLabel={counted}
      >
        {({ percentage }) => (
          <>
            <span className="truncate">
              {label}{' '}
              <span className="muted figures">
                {counted}
                {what !== '' && ` · ${what}`}
              </span>
            </span>
            <span className="progress-track">
              <span
                className={total === 0 ? 'progress-fill progress-unknown' : 'progress-fill'}
                style={total === 0 ? {} : { width: `${percentage ?? 0}%` }}
              />
            </span>
          </>
        )}
      </AriaProgressBar>
      {onCancel !== undefined && <Button onPress={onCancel}>{t('actions.cancel')}</Button>}
    </div>
  )
}
