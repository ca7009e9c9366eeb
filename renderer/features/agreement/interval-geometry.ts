import { PATH_SEPARATOR } from '../../../domain/codebook/codebook.ts'

/** Where the interval plot draws. All lengths are in CSS pixels, from the drawing's top left. */
export interface IntervalRow {
  /** Null where the figure is undefined. */
  readonly value: number | null
  readonly interval: readonly [low: number, high: number] | null
}

export interface IntervalGeometry {
  readonly width: number
  readonly height: number
  /** The low end of the axis: 0, or below where a figure or its interval is; the high end is 1. */
  readonly low: number
  readonly axis: { readonly start: number; readonly end: number; readonly top: number; readonly bottom: number }
  readonly ticks: readonly { readonly value: number; readonly x: number }[]
  readonly rows: readonly {
    readonly y: number
    readonly x: number | null
    readonly from: number | null
    readonly to: number | null
  }[]
}

export interface IntervalLayout {
  readonly width: number
  /** Room for the names at the left and for the values at the right. */
  readonly names: number
  readonly values: number
  readonly rowHeight: number
}

const STEP = 0.2
/** Room for the ticks' figures under the axis, and above the first row. */
const FOOT = 26
const HEAD = 6

/** The end of the axis: 0, or the next half step below the lowest mark. */
function lowEnd(rows: readonly IntervalRow[]): number {
  const lowest = Math.min(0, ...rows.flatMap(({ value, interval }) => [value ?? 0, interval?.[0] ?? 0]))
  return Math.floor(lowest / (STEP / 2) + 1e-9) * (STEP / 2)
}

/** A row for each comparison, one under the other, on a common axis that ends at 1. */
export function placeIntervals(
  rows: readonly IntervalRow[],
  { width, names, values, rowHeight }: IntervalLayout,
): IntervalGeometry {
  const low = lowEnd(rows)
  const start = names
  const end = Math.max(start + 40, width - values)
  const bottom = HEAD + rows.length * rowHeight
  const xOf = (value: number) => start + ((value - low) / (1 - low)) * (end - start)
  // Ticks go down from 1, so that 0 always has one.
  const steps = Math.floor((1 - low) / STEP + 1e-9)
  return {
    width,
    height: bottom + FOOT,
    low,
    axis: { start, end, top: HEAD, bottom },
    ticks: Array.from({ length: steps + 1 }, (_, index) => {
      const value = Math.round((1 - (steps - index) * STEP) * 10) / 10
      return { value, x: xOf(value) }
    }),
    rows: rows.map(({ value, interval }, index) => ({
      y: HEAD + (index + 0.5) * rowHeight,
      x: value === null ? null : xOf(value),
      from: interval === null ? null : xOf(interval[0]),
      to: interval === null ? null : xOf(interval[1]),
    })),
  }
}

/** The text cut to what fits, at about `advance` pixels a character, with an ellipsis where it was cut. */
export function fitText(text: string, room: number, advance: number): string {
  const most = Math.max(1, Math.floor(room / advance))
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}

/** Fewer characters of a category than these tell nobody which it is. */
const LEAST_OF_CATEGORY = 3

/**
 * A code's label within what fits. Its own name is what tells it from the others of its category, so the path is shortened from
 * its front: as much of the nearest category as there is room for stays, and only a name too long by itself is cut.
 */
export function fitLabel(label: string, room: number, advance: number): string {
  const most = Math.max(1, Math.floor(room / advance))
  if (label.length <= most) return label
  const parts = label.split(PATH_SEPARATOR)
  for (let from = 1; from < parts.length; from += 1) {
    const kept = parts.slice(from).join(PATH_SEPARATOR)
    const left = most - kept.length - PATH_SEPARATOR.length - 1
    if (left < 0) continue
    const nearest = parts[from - 1] ?? ''
    const category = left < LEAST_OF_CATEGORY ? '' : nearest.slice(0, Math.min(left, nearest.length - 1)).trimEnd()
    return `${category}…${PATH_SEPARATOR}${kept}`
  }
  return fitText(parts.at(-1) ?? label, room, advance)
}
