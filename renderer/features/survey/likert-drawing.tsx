import { useMemo, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { FEW_ANSWERS } from '../../../domain/checklist.ts'
import { layOutLikertChart, type ChartText } from '../../../domain/survey/likert-chart.ts'
import { Drawing } from '../../components/drawing.tsx'
import { useFormat } from '../../i18n/format.ts'
import type { Summary } from './arrangement.ts'
import { lookOf } from './point-colour.ts'

interface LikertDrawingProps {
  readonly title: string
  readonly scale: readonly string[]
  readonly items: readonly { readonly id: string; readonly label: string; readonly summary: Summary }[]
  readonly width: number
  readonly ref: Ref<SVGSVGElement>
}

/** The answers as a diverging stacked bar chart; everything it shows is also in its description and in the table. */
export function LikertDrawing({ title, scale, items, width, ref }: LikertDrawingProps) {
  const { t } = useTranslation('survey')
  const format = useFormat()
  const chart = useMemo(
    () =>
      layOutLikertChart({
        scale,
        width,
        items: items.map(({ label, summary }) => ({
          label,
          n: summary.n,
          counts: summary.counts.map(({ count }) => count),
        })),
        words: {
          noAnswers: t('chart.noAnswers'),
          percent: (value) => format.percent(value),
          answers: (n) => t('chart.answers', { n: format.number(n) }) + (n > 0 && n < FEW_ANSWERS ? ' †' : ''),
        },
      }),
    [scale, width, items, t, format],
  )
  const description = [
    t('chart.description', { labels: scale.join(', ') }),
    ...items.map(({ label, summary }) =>
      summary.n === 0
        ? t('chart.rowNone', { item: label })
        : t('chart.row', {
            item: label,
            n: format.number(summary.n),
            shares: summary.counts
              .map((point) => t('chart.share', { label: point.label, percent: format.percent(point.percent ?? 0) }))
              .join(', '),
          }),
    ),
  ].join(' ')
  const { plot, centre } = chart
  return (
    <Drawing
      ref={ref}
      className="likert"
      title={title}
      description={description}
      width={chart.width}
      height={chart.height}
    >
      {chart.legend.map(({ point, text, ...box }) => (
        <g key={point}>
          <rect {...box} rx={2} className="likert-bar" style={lookOf(point, scale.length).fill} />
          <Text text={text} />
        </g>
      ))}
      {chart.ticks.map(({ x, text }) => (
        <g key={text.x}>
          <line className="likert-grid" x1={x} x2={x} y1={plot.y} y2={centre.y2} />
          <Text text={text} className="likert-muted" />
        </g>
      ))}
      {chart.rows.map((row, index) => (
        <g key={items[index]?.id ?? row.label}>
          <title>{row.label}</title>
          {row.labelLines.map((line) => (
            <Text key={line.y} text={line} />
          ))}
          {row.bars.map(({ point, count, percent, text, x, y, width, height }) => (
            <g key={point}>
              <rect
                x={x}
                y={y}
                width={width}
                height={height}
                className="likert-bar"
                style={lookOf(point, scale.length).fill}
              >
                <title>
                  {t('chart.bar', {
                    label: scale[point] ?? '',
                    count: format.number(count),
                    percent: format.percent(percent),
                  })}
                </title>
              </rect>
              {text !== null && <Text text={text} className={`likert-inside ${lookOf(point, scale.length).on}`} />}
            </g>
          ))}
          {row.note !== null && <Text text={row.note} className="likert-muted" />}
          <Text text={row.answers} className="likert-muted" />
        </g>
      ))}
      <line className="likert-centre" x1={centre.x} x2={centre.x} y1={centre.y1} y2={centre.y2} />
    </Drawing>
  )
}

function Text({ text, className }: { readonly text: ChartText; readonly className?: string }) {
  return (
    <text
      x={text.x}
      y={text.y}
      textAnchor={text.anchor}
      className={className === undefined ? 'likert-text' : `likert-text ${className}`}
    >
      {text.text}
    </text>
  )
}
