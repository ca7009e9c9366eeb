import { useFormat } from '../i18n/format.ts'

interface BarProps {
  readonly label: string
  readonly count: number
  /** The count that fills the track; percent is of this unless `percent` is given. */
  readonly total: number
  /** 0 to 100, where it is of something else than `total`; null where it is undefined. */
  readonly percent?: number | null
  /** In place of "count (percent)". */
  readonly figures?: string
  /** Index into the palette of code colours; the neutral bar colour without. */
  readonly colour?: number
}

/** A horizontal bar with its count and percent in words: the bar itself is for the eye only. */
export function Bar({ label, count, total, percent, figures, colour }: BarProps) {
  const format = useFormat()
  const share = total === 0 ? 0 : (100 * count) / total
  const shown = percent === undefined ? share : percent
  const text = `${format.number(count)}${shown === null ? '' : ` (${format.percent(shown)})`}`
  return (
    <div className="bar">
      <span className="truncate">{label}</span>
      <span className="bar-figures">{figures ?? text}</span>
      <span className="bar-track" aria-hidden="true">
        <span
          className="bar-fill"
          style={{
            display: 'block',
            width: `${Math.min(100, share)}%`,
            ...(colour !== undefined && { background: `var(--code-${colour})` }),
          }}
        />
      </span>
    </div>
  )
}
