import './side-pane.css'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { rememberedWidth, rememberWidth } from '../places.ts'

const USUAL = 280
const LEAST = 200
const MOST = 520
const STEP = 8

interface SidePaneProps {
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
  return (
    <>
      <div className="coding-splitter">
        <input
          type="range"
          className="coding-splitter-keys"
          aria-label={t('paneWidth', { name: label })}
          min={LEAST}
          max={MOST}
          step={STEP}
          value={width}
          onChange={(event) => resize(Number(event.target.value))}
        />
        <div
          aria-hidden
          className="coding-splitter-grip"
          onPointerDown={(event) => {
            start.current = event.clientX + width
            event.currentTarget.setPointerCapture(event.pointerId)
          }}
          onPointerMove={(event) => {
            if (start.current !== null) resize(start.current - event.clientX)
          }}
          onPointerUp={() => {
            start.current = null
          }}
        />
      </div>
      <div className="coding-side" style={{ width }}>
        {children}
      </div>
    </>
  )
}

function within(width: number): number {
  return Math.min(MOST, Math.max(LEAST, width))
}
