import { Download } from 'lucide-react'
import { useId, useRef } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../app/contract/agreement.ts'
import { FIGURES, type FigureName } from '../../../domain/agreement/figures.ts'
import { Button } from '../../components/button.tsx'
import { Drawing } from '../../components/drawing.tsx'
import { saveText, svgDocument } from '../../components/svg-file.ts'
import { useWidth } from '../../components/use-width.ts'
import { useFormat } from '../../i18n/format.ts'
import { keyOf } from './comparison-key.ts'
import { fitText, placeIntervals } from './interval-geometry.ts'

interface IntervalPlotProps {
  readonly comparisons: readonly Comparison[]
  readonly figure: FigureName
  readonly onFigure: (figure: FigureName) => void
}

const ROW = 34
const ADVANCE = { strong: 7.1, small: 6.3 }

/** One figure of every comparison as a dot with its 95 % interval, on one axis. */
export function IntervalPlot({ comparisons, figure, onFigure }: IntervalPlotProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const id = useId()
  const [box, width] = useWidth<HTMLDivElement>(900)
  const drawing = useRef<SVGSVGElement>(null)
  const names = Math.min(260, Math.round(width * 0.34))
  const geometry = placeIntervals(
    comparisons.map((comparison) => ({
      value: comparison[figure],
      interval: comparison[figure] === null ? null : (comparison.intervals[figure] ?? null),
    })),
    { width, names: names + 12, values: 74, rowHeight: ROW },
  )
  const { axis } = geometry
  const valueText = (value: number | null) => (value === null ? t('plot.noValue') : format.decimal(value))
  const save = () => {
    if (drawing.current) saveText(t('plot.fileName', { figure }), 'image/svg+xml', svgDocument(drawing.current))
  }
  return (
    <section className="section" aria-labelledby={`${id}-heading`}>
      <div className="row row-between">
        <h2 id={`${id}-heading`}>{t('plot.title')}</h2>
        <Button icon={<Download aria-hidden />} onPress={save}>
          {t('plot.save')}
        </Button>
      </div>
      <ToggleButtonGroup
        className="agreement-figures"
        aria-label={t('plot.figure')}
        disallowEmptySelection
        selectedKeys={[figure]}
        onSelectionChange={(keys) => {
          const chosen = FIGURES.find((name) => keys.has(name))
          if (chosen) onFigure(chosen)
        }}
      >
        {FIGURES.map((name) => (
          <ToggleButton key={name} id={name} className="agreement-figure-button">
            {t(`figures.${name}.short`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <p className="muted">
        <strong className="agreement-figure-name">{t(`figures.${figure}.name`)}.</strong>{' '}
        {t(`figures.${figure}.meaning`)}
      </p>
      <div ref={box} className="agreement-plot">
        <Drawing
          ref={drawing}
          title={t(`figures.${figure}.name`)}
          description={[
            t('plot.description', { figure: t(`figures.${figure}.name`), low: format.decimal(geometry.low, 1) }),
            ...comparisons.map((comparison) =>
              t('plot.row', {
                name: comparison.transcript,
                coders: format.list(comparison.coders),
                value: valueText(comparison[figure]),
              }),
            ),
          ].join(' ')}
          width={geometry.width}
          height={geometry.height}
        >
          {geometry.ticks.map(({ value, x }) => (
            <g key={value}>
              <line className={value === 0 ? 'plot-zero' : 'plot-grid'} x1={x} x2={x} y1={axis.top} y2={axis.bottom} />
              <text className="plot-tick" x={x} y={axis.bottom + 18} textAnchor="middle">
                {format.decimal(value, 1)}
              </text>
            </g>
          ))}
          {comparisons.map((comparison, index) => {
            const row = geometry.rows[index]
            if (row === undefined) return null
            return (
              <g key={keyOf(comparison)}>
                <text className="plot-name" x={0} y={row.y - 2}>
                  {fitText(comparison.transcript, names, ADVANCE.strong)}
                </text>
                <text className="plot-note" x={0} y={row.y + 12}>
                  {fitText(`${format.list(comparison.coders)} · ${comparison.round}`, names, ADVANCE.small)}
                </text>
                <line className="plot-rule" x1={axis.start} x2={axis.end} y1={row.y} y2={row.y} />
                {row.from !== null && row.to !== null && (
                  <>
                    <line className="plot-whisker" x1={row.from} x2={row.to} y1={row.y} y2={row.y} />
                    <line className="plot-whisker" x1={row.from} x2={row.from} y1={row.y - 5} y2={row.y + 5} />
                    <line className="plot-whisker" x1={row.to} x2={row.to} y1={row.y - 5} y2={row.y + 5} />
                  </>
                )}
                {row.x !== null && <circle className="plot-dot" cx={row.x} cy={row.y} r={5.5} />}
                <text
                  className={row.x === null ? 'plot-note' : 'plot-value'}
                  x={geometry.width}
                  y={row.y + 4}
                  textAnchor="end"
                >
                  {valueText(comparison[figure])}
                </text>
              </g>
            )
          })}
        </Drawing>
      </div>
    </section>
  )
}
