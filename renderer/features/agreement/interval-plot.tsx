import { Download } from 'lucide-react'
import { useId, useRef } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../app/contract/agreement.ts'
import type { MethodFigureName } from '../../../domain/agreement/method-sentence.ts'
import { Button } from '../../components/button.tsx'
import { Drawing } from '../../components/drawing.tsx'
import { saveText, svgDocument } from '../../components/svg-file.ts'
import { useWidth } from '../../components/use-width.ts'
import { useFormat } from '../../i18n/format.ts'
import { fitText, placeIntervals } from './interval-geometry.ts'
import { cellOf, codersText, rowName, rowNote, SHOWN_FIGURES, type FigureCell, type FigureRow } from './rows.ts'

interface IntervalPlotProps {
  readonly rows: readonly FigureRow[]
  readonly kind: FigureRow['kind']
  readonly scope: Agreement['scope']
  /** Whether the figures are of names as harmonised: the drawing says so wherever it goes. */
  readonly harmonised: boolean
  readonly figure: MethodFigureName
  readonly onFigure: (figure: MethodFigureName) => void
}

const ROW = 34
const ADVANCE = { strong: 7.1, small: 6.3 }

/** One figure of every comparison as a dot with its 95 % interval, on one axis. */
export function IntervalPlot({ rows, kind, scope, harmonised, figure, onFigure }: IntervalPlotProps) {
  const { t } = useTranslation('agreement')
  const { t: common } = useTranslation()
  const format = useFormat()
  const id = useId()
  const [box, width] = useWidth<HTMLDivElement>(900)
  const drawing = useRef<SVGSVGElement>(null)
  const names = Math.min(260, Math.round(width * 0.34))
  const geometry = placeIntervals(
    rows.map((row) => {
      const cell = cellOf(row, figure)
      return { value: cell?.value ?? null, interval: cell?.interval ?? null }
    }),
    { width, names: names + 12, values: 74, rowHeight: ROW },
  )
  const { axis } = geometry
  const title = t(`figures.${figure}.name`)
  const valueText = (value: number | null) => (value === null ? t('plot.noValue') : format.decimal(value))
  const countOf = (cell: FigureCell | undefined) => common('figures.n', { n: format.number(cell?.n ?? 0) })
  const save = () => {
    const name = t('plot.fileName', { figure })
    const file = harmonised ? t('names.file', { name }) : name
    if (drawing.current) saveText(file, 'image/svg+xml', svgDocument(drawing.current))
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
          const chosen = SHOWN_FIGURES[kind].find((name) => keys.has(name))
          if (chosen) onFigure(chosen)
        }}
      >
        {SHOWN_FIGURES[kind].map((name) => (
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
          title={harmonised ? t('names.titled', { title }) : title}
          description={[
            t('plot.description', { figure: t(`figures.${figure}.name`), low: format.decimal(geometry.low, 1) }),
            ...rows.map((row) =>
              t('plot.row', {
                name: rowName(t, row, scope, format.list),
                coders: codersText(t, row.coders, format.list),
                value: valueText(cellOf(row, figure)?.value ?? null),
                n: countOf(cellOf(row, figure)),
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
          {rows.map((compared, index) => {
            const row = geometry.rows[index]
            const cell = cellOf(compared, figure)
            if (row === undefined) return null
            return (
              <g key={compared.key}>
                <text className="plot-name" x={0} y={row.y - 2}>
                  {fitText(rowName(t, compared, scope, format.list), names, ADVANCE.strong)}
                </text>
                <text className="plot-note" x={0} y={row.y + 12}>
                  {fitText(rowNote(t, compared, format.list, scope), names, ADVANCE.small)}
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
                  y={row.y - 2}
                  textAnchor="end"
                >
                  {valueText(cell?.value ?? null)}
                </text>
                <text className="plot-note" x={geometry.width} y={row.y + 12} textAnchor="end">
                  {countOf(cell)}
                </text>
              </g>
            )
          })}
        </Drawing>
      </div>
    </section>
  )
}
