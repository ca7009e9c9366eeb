import type { CodeDrift } from '../../../domain/agreement/drift.ts'

export interface DriftMark {
  readonly x: number
  readonly y: number
  readonly round: number
  readonly value: number
}

/** Where the drift plot draws. All lengths are in CSS pixels, from the drawing's top left. */
export interface DriftGeometry {
  readonly low: number
  readonly axis: { readonly start: number; readonly end: number; readonly top: number; readonly bottom: number }
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
  /** The x of each round. */
  readonly rounds: readonly number[]
  readonly lines: readonly {
    readonly code: string
    readonly marks: readonly DriftMark[]
    /** Pieces of the line: it is broken where a point is not defined. */
    readonly pieces: readonly string[]
  }[]
}

export interface DriftLayout {
  readonly width: number
  readonly height: number
  /** Room for the ticks' figures at the left, and for the codes' names at the right. */
  readonly ticks: number
  readonly names: number
  /** Room for the rounds' names underneath. */
  readonly foot: number
}

const STEP = 0.2
const HEAD = 10

export function placeDrift(
  drifts: readonly CodeDrift[],
  rounds: number,
  { width, height, ticks, names, foot }: DriftLayout,
): DriftGeometry {
  const values = drifts.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])))
  const low = Math.floor(Math.min(0, ...values) / STEP + 1e-9) * STEP
  const axis = { start: ticks, end: Math.max(ticks + 40, width - names), top: HEAD, bottom: height - foot }
  const yOf = (value: number) => axis.bottom - ((value - low) / (1 - low)) * (axis.bottom - axis.top)
  // One round stands in the middle; several go from edge to edge, a little within.
  const inset = Math.min(40, (axis.end - axis.start) / 8)
  const xOf = (index: number) =>
    rounds < 2
      ? (axis.start + axis.end) / 2
      : axis.start + inset + (index / (rounds - 1)) * (axis.end - axis.start - 2 * inset)
  const steps = Math.round((1 - low) / STEP)
  return {
    low,
    axis,
    ticks: Array.from({ length: steps + 1 }, (_, index) => {
      const value = Math.round((1 - (steps - index) * STEP) * 10) / 10
      return { value, y: yOf(value) }
    }),
    rounds: Array.from({ length: rounds }, (_, index) => xOf(index)),
    lines: drifts.map(({ code, points }) => {
      const marks = points.flatMap(({ value }, round) =>
        value === null ? [] : [{ x: xOf(round), y: yOf(value), round, value }],
      )
      return { code, marks, pieces: piecesOf(marks) }
    }),
  }
}

function piecesOf(marks: readonly DriftMark[]): readonly string[] {
  const pieces: DriftMark[][] = []
  for (const mark of marks) {
    const piece = pieces.at(-1)
    if (piece !== undefined && piece.at(-1)?.round === mark.round - 1) piece.push(mark)
    else pieces.push([mark])
  }
  return pieces
    .filter(({ length }) => length > 1)
    .map((piece) => `M${piece.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`)
}

/** Heights for labels that would lie on each other: kept apart by `gap`, in their order, within top and bottom. */
export function spreadLabels(
  heights: readonly number[],
  { gap, top, bottom }: { readonly gap: number; readonly top: number; readonly bottom: number },
): readonly number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height)
  const placed: number[] = heights.map(() => 0)
  let last = top - gap
  for (const { height, index } of order) {
    last = Math.max(height, last + gap)
    placed[index] = last
  }
  // What was pushed below the bottom is pushed up again, from the last one on.
  let next = bottom + gap
  for (const { index } of [...order].reverse()) {
    next = Math.min(placed[index] ?? next, next - gap)
    placed[index] = next
  }
  return placed
}
