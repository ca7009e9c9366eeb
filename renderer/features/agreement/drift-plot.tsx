import { useTranslation } from 'react-i18next'
import type { Ref } from 'react'
import type { CodeDrift } from '../../../domain/agreement/drift.ts'
import { Drawing } from '../../components/drawing.tsx'
import { useFormat } from '../../i18n/format.ts'
import { placeDrift, spreadLabels, type DriftMark } from './drift-geometry.ts'
import { fitLabel, fitText } from './interval-geometry.ts'

export interface DrawnRound {
  readonly name: string
  readonly units: number
}

interface DriftPlotProps {
  readonly title: string
  readonly rounds: readonly DrawnRound[]
  readonly drifts: readonly CodeDrift[]
  /** Codes whose lines stand out, in the order of their colours. */
  readonly chosen: readonly string[]
  readonly width: number
  readonly ref: Ref<SVGSVGElement>
}

const HEIGHT = 340
const LABEL_GAP = 17
/** Width of a character of the labels in pixels, a little generous. */
const ADVANCE = 7.4

/** A line for each code from round to round: the chosen ones in colour with their values, the others behind in grey. */
export function DriftPlot({ title, rounds, drifts, chosen, width, ref }: DriftPlotProps) {
  const { t } = useTranslation('agreement')
  const { t: common } = useTranslation()
  const format = useFormat()
  const names = Math.round(Math.min(320, Math.max(250, width * 0.34), width * 0.45))
  const { low, axis, ticks, lines, ...placed } = placeDrift(drifts, rounds.length, {
    width,
    height: HEIGHT,
    ticks: 40,
    names,
    foot: 44,
  })
  const inFront = chosen.flatMap((code) => lines.find((line) => line.code === code) ?? [])
  const labels = spreadLabels(
    inFront.map(({ marks }) => marks.at(-1)?.y ?? axis.bottom),
    { gap: LABEL_GAP, top: axis.top, bottom: axis.bottom },
  )
  const valueIn = ({ round, value }: DriftMark) =>
    t('drift.point', {
      round: rounds[round]?.name ?? '',
      value: format.decimal(value),
      n: format.number(rounds[round]?.units ?? 0),
    })
  const room = (axis.end - axis.start) / Math.max(1, rounds.length)
  return (
    <Drawing
      ref={ref}
      title={title}
      description={[
        t('drift.description', { low: format.decimal(low, 1) }),
        ...inFront.map(({ code, marks }) => t('drift.line', { code, values: format.list(marks.map(valueIn)) })),
      ].join(' ')}
      width={width}
      height={HEIGHT}
    >
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <line className={value === 0 ? 'plot-zero' : 'plot-grid'} x1={axis.start} x2={axis.end} y1={y} y2={y} />
          <text className="plot-tick" x={axis.start - 8} y={y + 4} textAnchor="end">
            {format.decimal(value, 1)}
          </text>
        </g>
      ))}
      {rounds.map(({ name, units }, index) => (
        <g key={name}>
          <text className="plot-name" x={placed.rounds[index]} y={axis.bottom + 20} textAnchor="middle">
            <title>{name}</title>
            {fitText(name, room, 7.1)}
          </text>
          <text className="plot-note" x={placed.rounds[index]} y={axis.bottom + 36} textAnchor="middle">
            {common('figures.n', { n: format.number(units) })}
          </text>
        </g>
      ))}
      {lines
        .filter(({ code }) => !chosen.includes(code))
        .map(({ code, pieces, marks }) => (
          <g key={code}>
            <title>{code}</title>
            {pieces.map((piece) => (
              <path key={piece} className="drift-line" d={piece} fill="none" />
            ))}
            {marks.map(({ x, y, round }) => (
              <circle key={round} className="drift-mark" cx={x} cy={y} r={2.5} />
            ))}
          </g>
        ))}
      {inFront.map(({ code, pieces, marks }, index) => (
        <g key={code} className={`drift-chosen drift-colour-${index}`}>
          <title>{code}</title>
          {pieces.map((piece) => (
            <path key={piece} className="drift-chosen-line" d={piece} fill="none" />
          ))}
          {marks.map(({ x, y, round }) => (
            <circle key={round} className="drift-chosen-mark" cx={x} cy={y} r={4.5} />
          ))}
          <EndLabel
            mark={marks.at(-1)}
            x={axis.end}
            y={labels[index] ?? 0}
            text={(value) => {
              const figure = format.decimal(value)
              return `${figure} ${fitLabel(code, names - 24 - (figure.length + 1) * ADVANCE, ADVANCE)}`
            }}
          />
        </g>
      ))}
    </Drawing>
  )
}

interface EndLabelProps {
  readonly mark: DriftMark | undefined
  readonly x: number
  readonly y: number
  readonly text: (value: number) => string
}

/** A line's last value and its code, beside the axis, led to from its last point. */
function EndLabel({ mark, x, y, text }: EndLabelProps) {
  if (mark === undefined) return null
  return (
    <>
      <line className="drift-leader" x1={mark.x + 6} y1={mark.y} x2={x + 8} y2={y} />
      <circle className="drift-chosen-mark" cx={x + 12} cy={y} r={4} />
      <text className="plot-value" x={x + 22} y={y + 4}>
        {text(mark.value)}
      </text>
    </>
  )
}
