/** What was measured, in milliseconds. */
export interface Measurement {
  readonly what: string
  /** What is promised of it; NaN where nothing is. */
  readonly target: number
  readonly times: readonly number[]
  /** Which of the times the promise is about. */
  readonly statistic?: 'median' | 'p95'
}

/** A table with the median, the 95th percentile, the smallest and the largest, and how many there were. */
export function tableOf(measurements: readonly Measurement[]): readonly string[] {
  const cell = (value: number | undefined) =>
    (value === undefined || Number.isNaN(value) ? '–' : value.toFixed(value < 100 ? 1 : 0)).padStart(8)
  const titles = ['median', 'p95', 'min', 'max', 'target'].map((title) => title.padStart(8)).join('')
  return [
    `${'milliseconds'.padEnd(56)}${titles}      n`,
    ...measurements.map(({ what, target, times, statistic = 'median' }) => {
      const sorted = times.toSorted((a, b) => a - b)
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
      const figures = [at(0.5), at(0.95), sorted[0], sorted.at(-1), target].map(cell).join('')
      return `${what.padEnd(56)}${figures}${String(times.length).padStart(7)}${statistic === 'p95' ? '  (p95)' : ''}`
    }),
  ]
}
