import { wrapLabel } from '../text/label-wrapping.ts'

/**
 * The geometry of a matrix: labels at the left, labels above turned by a quarter, a cell where they cross, each with its
 * words and how deeply it is shaded. All lengths are in pixels from the top left corner, rounded to hundredths so that the
 * same input gives the same bytes. The layout of text is estimated, since nothing here can measure a font.
 */
export interface MatrixChartInput {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** Row by row, a cell a column. */
  readonly cells: readonly (readonly MatrixChartCell[])[]
}

export interface MatrixChartCell {
  readonly text: string
  /** 0 to 1; null: not shaded, such as a figure that is not defined. */
  readonly share: number | null
  /** Set apart: the diagonal. */
  readonly isOwn: boolean
}

export interface MatrixChartText {
  readonly text: string
  readonly x: number
  readonly y: number
}

export interface MatrixChartLabel {
  /** The whole of it. */
  readonly label: string
  readonly lines: readonly MatrixChartText[]
}

export interface MatrixChartBox extends MatrixChartCell {
  readonly row: number
  readonly column: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Where the words stand: their middle, and their baseline. */
  readonly textX: number
  readonly textY: number
}

export interface MatrixChart {
  readonly width: number
  readonly height: number
  readonly fontSize: number
  /** Their ends are at `x`. */
  readonly rowLabels: readonly MatrixChartLabel[]
  /** Turned by 90 degrees to the left about `x`, `y`, where they begin. */
  readonly columnLabels: readonly MatrixChartLabel[]
  readonly cells: readonly MatrixChartBox[]
}

const FONT_SIZE = 11
const LINE_HEIGHT = 13
/** Mean width of a letter of a proportional sans-serif, generously. */
const LETTER_WIDTH = 6
const CELL_HEIGHT = 24
const NARROWEST = 34
const PADDING = 6
const GAP = 8
const LABEL_LETTERS = 34
const LABEL_LINES = 3

export function layOutMatrix({ rows, columns, cells }: MatrixChartInput): MatrixChart {
  const wrap = (label: string) => wrapLabel(label, LABEL_LETTERS, LABEL_LINES).lines
  const rowLines = rows.map(wrap)
  const columnLines = columns.map(wrap)
  const left = longest(rowLines) * LETTER_WIDTH + GAP
  const top = longest(columnLines) * LETTER_WIDTH + GAP
  const letters = Math.max(0, ...cells.flat().map(({ text }) => text.length))
  const widths = columnLines.map((lines) =>
    Math.max(NARROWEST, letters * LETTER_WIDTH + 2 * PADDING, lines.length * LINE_HEIGHT + PADDING),
  )
  const heights = rowLines.map((lines) => Math.max(CELL_HEIGHT, lines.length * LINE_HEIGHT + PADDING))
  const lefts = startsOf(widths, left)
  const tops = startsOf(heights, top)
  return {
    width: round(left + sum(widths)),
    height: round(top + sum(heights)),
    fontSize: FONT_SIZE,
    rowLabels: rows.map((label, row) => ({
      label,
      lines: centred(rowLines[row] ?? [], (tops[row] ?? 0) + (heights[row] ?? 0) / 2, (text, y) => ({
        text,
        x: round(left - GAP),
        y,
      })),
    })),
    columnLabels: columns.map((label, column) => ({
      label,
      lines: centred(columnLines[column] ?? [], (lefts[column] ?? 0) + (widths[column] ?? 0) / 2, (text, x) => ({
        text,
        x,
        y: round(top - GAP),
      })),
    })),
    cells: cells.flatMap((line, row) =>
      line.map((cell, column) => {
        const [x, y, width, height] = [lefts[column] ?? 0, tops[row] ?? 0, widths[column] ?? 0, heights[row] ?? 0]
        return {
          ...cell,
          row,
          column,
          x: round(x),
          y: round(y),
          width: round(width),
          height: round(height),
          textX: round(x + width / 2),
          textY: round(y + height / 2 + FONT_SIZE * 0.36),
        }
      }),
    ),
  }
}

/** Lines about a middle, each at its baseline. */
function centred(
  lines: readonly string[],
  middle: number,
  place: (text: string, baseline: number) => MatrixChartText,
): readonly MatrixChartText[] {
  return lines.map((text, index) =>
    place(text, round(middle + (index - (lines.length - 1) / 2) * LINE_HEIGHT + FONT_SIZE * 0.36)),
  )
}

function longest(labels: readonly (readonly string[])[]): number {
  return Math.max(0, ...labels.flat().map((line) => line.length))
}

function startsOf(sizes: readonly number[], from: number): readonly number[] {
  return sizes.map((_, index) => from + sum(sizes.slice(0, index)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
