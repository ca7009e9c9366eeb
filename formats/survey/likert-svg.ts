import { FEW_ANSWERS } from '../../domain/checklist.ts'
import { wrapLabel } from '../../domain/text/label-wrapping.ts'
import { layOutLikertChart, type ChartRow, type ChartText, type LikertChart } from '../../domain/survey/likert-chart.ts'
import { slugOf } from '../../domain/text/slug.ts'
import type { LikertSummary } from '../../domain/survey/survey.ts'
import type { ExportLanguage, ExportOptions } from '../export-document.ts'
import { coloursOf, type PointColour } from './likert-colours.ts'
import { surveyWords } from './words.ts'
import { writePercent, writeShare } from '../written-number.ts'
import { escapeXml } from '../xml-text.ts'

/** Pixels. The chart is as wide as a page of a report and as high as it needs. */
const WIDTH = 960
const MARGIN = 24
const TITLE_SIZE = 18
const TITLE_LINE = 24
const TITLE_LETTERS = 90
const TITLE_LINES = 3

export interface LikertSvgInput {
  readonly title: string
  /** The labels of the scale, lowest first. */
  readonly scale: readonly string[]
  readonly items: readonly { readonly label: string; readonly summary: LikertSummary }[]
}

/**
 * The answers as a diverging stacked bar chart (see `layOutLikertChart`), as the text of an SVG file. Each row says its
 * n, with a dagger where few answered; every figure is also in the description, for those who do not see the drawing,
 * and each row and bar has its words in full as its title. No scripts, no style sheets, nothing from outside the file.
 */
export function likertSvg({ title, scale, items }: LikertSvgInput, { language }: ExportOptions): string {
  const words = surveyWords[language]
  const chart = layOutLikertChart({
    scale,
    width: WIDTH - 2 * MARGIN,
    items: items.map(({ label, summary }) => ({
      label,
      n: summary.n,
      counts: summary.counts.map(({ count }) => count),
    })),
    words: {
      noAnswers: words.noAnswer,
      percent: (value) => writePercent(value, language),
      answers: (n) => `${words.answers(n)}${n > 0 && n < FEW_ANSWERS ? ' †' : ''}`,
    },
  })
  const titleLines = wrapLabel(title, TITLE_LETTERS, TITLE_LINES).lines
  const top = MARGIN + titleLines.length * TITLE_LINE
  const foot = items.some(({ summary: { n } }) => n > 0 && n < FEW_ANSWERS) ? words.fewNote(FEW_ANSWERS) : ''
  const height = Math.ceil(top + chart.height + (foot === '' ? 0 : TITLE_LINE) + MARGIN)
  const id = `likert-${slugOf(title)}`
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" ` +
      `role="img" ` +
      `aria-labelledby="${id}-title ${id}-desc" font-family="Helvetica, Arial, sans-serif" ` +
      `font-size="${chart.fontSize}" ` +
      'fill="#1a1a1a">',
    `<title id="${id}-title">${escapeXml(title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(describe({ title, scale, items }, language))}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...titleLines.map(
      (line, index) =>
        `<text x="${MARGIN}" y="${MARGIN + index * TITLE_LINE + TITLE_SIZE * 0.8}" font-size="${TITLE_SIZE}" ` +
        `font-weight="bold">${escapeXml(line)}</text>`,
    ),
    `<g transform="translate(${MARGIN} ${top})">`,
    ...chartLines(chart, scale, language),
    '</g>',
    ...(foot === '' ? [] : [`<text x="${MARGIN}" y="${height - MARGIN}">${escapeXml(foot)}</text>`]),
    '</svg>',
  ].join('\n')}\n`
}

function chartLines(chart: LikertChart, scale: readonly string[], language: ExportLanguage): readonly string[] {
  const colours = coloursOf(scale.length)
  const { plot, centre } = chart
  return [
    ...chart.legend.flatMap(({ point, x, y, width, height, text }) => [
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colours[point]?.fill ?? 'none'}" ` +
        `stroke="#595959" ` +
        'stroke-width="0.5"/>',
      textElement(text),
    ]),
    ...chart.ticks.flatMap(({ x, text }) => [
      `<line x1="${x}" y1="${plot.y}" x2="${x}" y2="${centre.y2}" stroke="#d0d0d0"/>`,
      textElement(text),
    ]),
    ...chart.rows.flatMap((row) => rowLines(row, scale, colours, language)),
    `<line x1="${centre.x}" y1="${centre.y1}" x2="${centre.x}" y2="${centre.y2}" stroke="#1a1a1a"/>`,
  ]
}

function rowLines(
  row: ChartRow,
  scale: readonly string[],
  colours: readonly PointColour[],
  language: ExportLanguage,
): readonly string[] {
  return [
    '<g>',
    `<title>${escapeXml(row.label)}</title>`,
    ...row.labelLines.map((line) => textElement(line)),
    ...row.bars.flatMap(({ point, count, percent, x, y, width, height, text }) => [
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colours[point]?.fill ?? 'none'}" ` +
        `stroke="#ffffff">` +
        `<title>${escapeXml(`${scale[point] ?? ''}: ${writeShare(count, percent, language)}`)}</title></rect>`,
      ...(text === null ? [] : [textElement(text, colours[point]?.text)]),
    ]),
    ...(row.note === null ? [] : [textElement(row.note, '#595959')]),
    textElement(row.answers),
    '</g>',
  ]
}

function textElement({ text, x, y, anchor }: ChartText, fill?: string): string {
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  return `<text x="${x}" y="${y}"${anchored}${fill === undefined ? '' : ` fill="${fill}"`}>${escapeXml(text)}</text>`
}

function describe({ scale, items }: LikertSvgInput, language: ExportLanguage): string {
  const words = surveyWords[language]
  const rows = items.map(({ label, summary }) => {
    const shares = summary.counts.map((point) => `${point.label} ${writeShare(point.count, point.percent, language)}`)
    return `${words.chartRow(label.replaceAll(/\s+/g, ' ').trim(), summary.n, shares)}.`
  })
  return [words.chartNote(scale), ...rows].join('\n')
}
