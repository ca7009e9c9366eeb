import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { rememberedWidth, rememberWidth } from './places.ts'

const USUAL = 280
const LEAST = 200
const MOST = 520
const STEP = 16

export interface SidePaneProps {
  readonly label: string
  readonly children: ReactNode
}

/** A pane at the right whose width is dragged, or set with the arrow keys, and remembered. */
export function SidePane({ label, children }: SidePaneProps) {
  const { t } = useTranslation('coding')
  const [width, setWidth] = useState(() => within(rememberedWidth(USUAL)))
  const start = useRef<number | null>(null)
  const resize = (next: number) => {
    setWidth(within(next))
    rememberWidth(within(next))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    resize(width + (event.key === 'ArrowLeft' ? STEP : -STEP))
  }
  const onPointerMove = (event: PointerEvent) => {
    if (start.current !== null) resize(start.current - event.clientX)
  }
  return (
    <>
      <div
        role="slider"
        aria-orientation="horizontal"
        aria-label={t('paneWidth', { name: label })}
        aria-valuenow={width}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        tabIndex={0}
        className="coding-splitter"
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          start.current = event.clientX + width
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          start.current = null
        }}
      />
      <div className="coding-side" style={{ width }}>
        {children}
      </div>
    </>
  )
}

function within(width: number): number {
  return Math.min(MOST, Math.max(LEAST, width))
}
