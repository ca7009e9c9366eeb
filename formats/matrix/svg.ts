import { wrapLabel } from '../../domain/text/label-wrapping.ts'
import { layOutMatrix, type MatrixChartBox, type MatrixChartCell } from '../../domain/matrices/matrix-chart.ts'
import { slugOf } from '../../domain/text/slug.ts'
import type { ExportLanguage } from '../export-document.ts'
import { matrixWords } from './words.ts'
import { escapeXml } from '../xml-text.ts'

const MARGIN = 24
const TITLE_SIZE = 18
const NOTE_LINE = 15
const LETTER_WIDTH = 6
/** However small the matrix, its notes have this much room. */
const LEAST_WIDTH = 560

export interface MatrixSvgInput {
  readonly title: string
  /** Whose codings, their n, and what a cell counts. */
  readonly notes: readonly string[]
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly (readonly MatrixChartCell[])[]
  readonly language: ExportLanguage
}

/**
 * A matrix as the text of an SVG file (see `layOutMatrix`): one hue, from white to as deep as black words stay readable
 * on it, and every number written out. No scripts, no style sheets, nothing from outside the file.
 */
export function matrixSvg({ title, notes, rows, columns, cells, language }: MatrixSvgInput): string {
  const chart = layOutMatrix({ rows, columns, cells })
  const width = Math.max(LEAST_WIDTH, Math.ceil(chart.width)) + 2 * MARGIN
  const letters = Math.floor((width - 2 * MARGIN) / LETTER_WIDTH)
  const noteLines = notes.flatMap((note) => wrapLabel(note, letters, 6).lines)
  const top = MARGIN + TITLE_SIZE + 6
  const chartTop = top + noteLines.length * NOTE_LINE + 8
  const height = Math.ceil(chartTop + chart.height + MARGIN)
  const id = `matrix-${slugOf(title)}`
  const text = (x: number, y: number, words: string, more = '') =>
    `<text x="${x}" y="${y}"${more}>${escapeXml(words)}</text>`
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
      `role="img" aria-labelledby="${id}-title ${id}-desc" font-family="Helvetica, Arial, sans-serif" ` +
      `font-size="${chart.fontSize}" fill="#1a1a1a">`,
    `<title id="${id}-title">${escapeXml(title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(notes.join('\n'))}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(MARGIN, MARGIN + TITLE_SIZE * 0.8, title, ` font-size="${TITLE_SIZE}" font-weight="bold"`),
    ...noteLines.map((line, index) => text(MARGIN, top + index * NOTE_LINE + 12, line, ' fill="#595959"')),
    `<g transform="translate(${MARGIN} ${chartTop})">`,
    ...chart.rowLabels.flatMap(({ lines }) =>
      lines.map((line) => text(line.x, line.y, line.text, ' text-anchor="end"')),
    ),
    ...chart.columnLabels.flatMap(({ lines }) =>
      lines.map((line) => text(line.x, line.y, line.text, ` transform="rotate(-90 ${line.x} ${line.y})"`)),
    ),
    ...chart.cells.flatMap((cell) => cellLines(cell, rows[cell.row] ?? '', columns[cell.column] ?? '', language)),
    '</g>',
    '</svg>',
  ].join('\n')}\n`
}

function cellLines(cell: MatrixChartBox, row: string, column: string, language: ExportLanguage): readonly string[] {
  const { x, y, width, height, textX, textY, text, share, isOwn } = cell
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${isOwn ? '#efefec' : fillOf(share)}" ` +
      `stroke="#d0d0d0" stroke-width="0.5"><title>${escapeXml(matrixWords[language].cell(row, column, text))}</title></rect>`,
    `<text x="${textX}" y="${textY}" text-anchor="middle">${escapeXml(text)}</text>`,
  ]
}

/** The deepest shade of the one hue: black words on it have a contrast of more than 7 to 1. */
const DEEPEST = [0x8f, 0xa6, 0xe8] as const

function fillOf(share: number | null): string {
  if (share === null || share <= 0) return '#ffffff'
  const channels = DEEPEST.map((deep) => Math.round(255 - (255 - deep) * Math.min(1, 0.12 + 0.88 * share)))
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
