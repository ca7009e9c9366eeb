import { wrapLabel } from '../text/label-wrapping.ts'

/**
 * The geometry of a diverging stacked bar chart of Likert items: one row an item, its points from the lowest on the left
 * to the highest on the right, laid so that the middle of the scale stands on one centre line in every row. On a scale
 * with an odd number of points the neutral one straddles that line. Plain numbers and words: whoever draws it (an SVG
 * file, the window) brings colours by point index, and a font.
 *
 * All lengths are in the units of `width`, from the top left corner, rounded to hundredths so that the same input gives
 * the same bytes. The layout of text is estimated, since nothing here can measure a font.
 *
 * Source: N. M. Robbins and R. M. Heiberger, Plotting Likert and Other Rating Scales, Joint Statistical Meetings 2011.
 */
export interface LikertChartInput {
  readonly items: readonly ChartItem[]
  /** The labels of the scale, lowest first. */
  readonly scale: readonly string[]
  /** Width of the whole chart; at least 360, less is taken as 360. */
  readonly width: number
  /** Words on the chart; English when absent. */
  readonly words?: ChartWords
}

export interface ChartItem {
  readonly label: string
  /** One entry a point, lowest first. */
  readonly counts: readonly number[]
  /** How many answered: the sum of the counts. */
  readonly n: number
}

export interface ChartWords {
  readonly noAnswers: string
  /** A whole percent, as in `36%` or `36 %`. */
  readonly percent: (value: number) => string
  /** How many answered, as in `n = 31`. */
  readonly answers: (n: number) => string
}

/** One line of text; `y` is its baseline and `x` where `anchor` holds it. */
export interface ChartText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

export interface ChartBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface ChartBar extends ChartBox {
  /** Index of the point of the scale, 0 for the lowest. */
  readonly point: number
  readonly count: number
  /** Of those who answered, 0 to 100, unrounded. */
  readonly percent: number
  /** The percent, where the bar is wide enough to hold it. */
  readonly text: ChartText | null
}

export interface ChartRow extends ChartBox {
  /** The item's whole label, for a title or a screen reader. */
  readonly label: string
  readonly n: number
  readonly labelLines: readonly ChartText[]
  readonly truncated: boolean
  readonly answers: ChartText
  /** A bar for each point that somebody chose, from left to right. */
  readonly bars: readonly ChartBar[]
  /** Stands in place of bars where nobody answered. */
  readonly note: ChartText | null
}

export interface ChartTick {
  readonly x: number
  /** How far from the centre line, in percent; the same number on both sides. */
  readonly percent: number
  readonly text: ChartText
}

export interface ChartLegendEntry extends ChartBox {
  readonly point: number
  readonly text: ChartText
}

export interface LikertChart {
  readonly width: number
  readonly height: number
  readonly fontSize: number
  /** Where the bars stand; ticks and the centre line run from its top to its bottom. */
  readonly plot: ChartBox
  readonly centre: { readonly x: number; readonly y1: number; readonly y2: number }
  readonly ticks: readonly ChartTick[]
  readonly rows: readonly ChartRow[]
  readonly legend: readonly ChartLegendEntry[]
}

const FONT_SIZE = 12
const LINE_HEIGHT = 15
/** Mean width of a letter of a proportional sans-serif, generously. */
const LETTER_WIDTH = 6.6
const LABEL_LINES = 3
const LABEL_SHARE = 0.34
const GAP = 10
const ROW_PADDING = 10
const BAR_HEIGHT = 20
const SWATCH = 12
const TICK_STEP = 25
const MIN_WIDTH = 360

const ENGLISH: ChartWords = {
  noAnswers: 'no answers',
  percent: (value) => `${value}%`,
  answers: (n) => `n = ${n}`,
}

/** Lays the chart out, items in the order given. Throws a RangeError when an item's counts do not fit the scale or n. */
export function layOutLikertChart({ items, scale, width: asked, words = ENGLISH }: LikertChartInput): LikertChart {
  for (const item of items) requireCounts(item, scale)
  const width = Math.max(MIN_WIDTH, asked)
  const legend = layOutLegend(scale, width)
  const top = bottomOf(legend) + GAP
  const labelWidth = width * LABEL_SHARE
  const answersWidth = Math.max(...items.map(({ n }) => widthOf(words.answers(n))), 0)
  // Half a tick's text stands outside the plot at either end.
  const edge = widthOf(words.percent(100)) / 2
  const plotX = labelWidth + GAP + edge
  const plotWidth = width - plotX - edge - GAP - answersWidth
  const [left, right] = extentsOf(items, scale)
  const xOf = (percent: number) => plotX + (plotWidth * (percent + left)) / (left + right)
  const rows: ChartRow[] = []
  let y = top
  for (const item of items) {
    const wrapped = wrapLabel(item.label, Math.floor(labelWidth / LETTER_WIDTH), LABEL_LINES)
    const height = Math.max(BAR_HEIGHT, wrapped.lines.length * LINE_HEIGHT) + ROW_PADDING
    const middle = y + height / 2
    rows.push({
      label: item.label,
      n: item.n,
      ...box(0, y, width, height),
      labelLines: wrapped.lines.map((line, index) =>
        text(line, labelWidth, middle + (index - (wrapped.lines.length - 1) / 2) * LINE_HEIGHT, 'end'),
      ),
      truncated: wrapped.truncated,
      answers: text(words.answers(item.n), width, middle, 'end'),
      bars: barsOf(item, middle - BAR_HEIGHT / 2, xOf, words),
      note: item.n === 0 ? text(words.noAnswers, xOf(0) + GAP / 2, middle, 'start') : null,
    })
    y += height
  }
  const plot = box(plotX, top, plotWidth, y - top)
  return {
    width: round(width),
    height: round(y + LINE_HEIGHT + GAP),
    fontSize: FONT_SIZE,
    plot,
    centre: { x: round(xOf(0)), y1: plot.y, y2: round(y) },
    ticks: ticksOf(left, right).map((percent) => ({
      x: round(xOf(percent)),
      percent: Math.abs(percent),
      text: text(words.percent(Math.abs(percent)), xOf(percent), y + LINE_HEIGHT / 2 + 2, 'middle'),
    })),
    rows,
    legend,
  }
}

function requireCounts({ label, counts, n }: ChartItem, scale: readonly string[]): void {
  const sum = counts.reduce((total, count) => total + count, 0)
  if (counts.length !== scale.length || sum !== n) {
    throw new RangeError(
      `${label}: ${counts.length} counts that sum to ${sum}, for ${scale.length} points and n = ${n}`,
    )
  }
}

/** How many percent of the answers lie left of the centre line: all points below the middle, and half of a neutral one. */
function shareLeft({ counts, n }: ChartItem): number {
  const middle = (counts.length - 1) / 2
  const left = counts.reduce(
    (sum, count, point) => sum + (point < middle ? count : point === middle ? count / 2 : 0),
    0,
  )
  return n === 0 ? 0 : (100 * left) / n
}

/** The ends of the axis, in percent left and right of the centre: as far as any row reaches, in whole steps. */
function extentsOf(items: readonly ChartItem[], scale: readonly string[]): readonly [left: number, right: number] {
  const answered = items.filter((item) => item.n > 0 && scale.length > 0)
  const stepped = (reach: number) => Math.max(TICK_STEP, Math.ceil(reach / TICK_STEP - 1e-9) * TICK_STEP)
  const lefts = answered.map(shareLeft)
  return [stepped(Math.max(0, ...lefts)), stepped(Math.max(0, ...lefts.map((left) => 100 - left)))]
}

function ticksOf(left: number, right: number): readonly number[] {
  return Array.from({ length: (left + right) / TICK_STEP + 1 }, (_, index) => index * TICK_STEP - left)
}

function barsOf(item: ChartItem, y: number, xOf: (percent: number) => number, words: ChartWords): readonly ChartBar[] {
  const bars: ChartBar[] = []
  const left = shareLeft(item)
  let before = 0
  for (const [point, count] of item.counts.entries()) {
    if (count === 0) continue
    const percent = (100 * count) / item.n
    // Edges are told from counts, not from sums of percents, so that neighbours meet exactly.
    const x = round(xOf((100 * before) / item.n - left))
    before += count
    const width = round(round(xOf((100 * before) / item.n - left)) - x)
    const shown = words.percent(Math.round(percent))
    const fits = widthOf(shown) + 4 <= width
    bars.push({
      point,
      count,
      percent,
      ...box(x, y, width, BAR_HEIGHT),
      text: fits ? text(shown, x + width / 2, y + BAR_HEIGHT / 2, 'middle') : null,
    })
  }
  return bars
}

/** The labels of the scale in one line, or in as many as the width asks for. */
function layOutLegend(scale: readonly string[], width: number): readonly ChartLegendEntry[] {
  const entries: ChartLegendEntry[] = []
  const lineHeight = LINE_HEIGHT + 5
  const budget = Math.floor((width - SWATCH - GAP) / LETTER_WIDTH)
  let x = 0
  let y = GAP / 2
  for (const [point, label] of scale.entries()) {
    const shown = wrapLabel(label, budget, 1).lines[0] ?? ''
    const needed = SWATCH + GAP / 2 + widthOf(shown)
    if (x > 0 && x + needed > width) {
      x = 0
      y += lineHeight
    }
    const middle = y + lineHeight / 2
    entries.push({
      point,
      ...box(x, middle - SWATCH / 2, SWATCH, SWATCH),
      text: text(shown, x + SWATCH + GAP / 2, middle, 'start'),
    })
    x += needed + 2 * GAP
  }
  return entries
}

function bottomOf(legend: readonly ChartLegendEntry[]): number {
  return Math.max(0, ...legend.map((entry) => entry.y + entry.height))
}

/** A line of text whose middle, not its baseline, is at `middle`. */
function text(words: string, x: number, middle: number, anchor: ChartText['anchor']): ChartText {
  return { text: words, x: round(x), y: round(middle + FONT_SIZE * 0.35), anchor }
}

function box(x: number, y: number, width: number, height: number): ChartBox {
  return { x: round(x), y: round(y), width: round(width), height: round(height) }
}

function widthOf(words: string): number {
  return words.length * LETTER_WIDTH
}

function round(length: number): number {
  return Math.round(length * 100) / 100
}
