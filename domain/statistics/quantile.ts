/**
 * The value below which the share `probability` of a sample lies, by linear interpolation between its order statistics
 * (definition 7 of R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50(4),
 * 1996). `sorted` is in ascending order; null when it is empty.
 */
export function quantileOf(sorted: ArrayLike<number>, probability: number): number | null {
  const position = (sorted.length - 1) * probability
  const below = sorted[Math.floor(position)]
  const above = sorted[Math.ceil(position)]
  if (below === undefined || above === undefined) return null
  return below + (above - below) * (position - Math.floor(position))
}

/** The middle 95 % of a sample: its quantiles at 2.5 % and 97.5 %. Null when it is empty. The sample is not changed. */
export function middleOf(sample: ArrayLike<number>): readonly [low: number, high: number] | null {
  const sorted = Float64Array.from(sample).sort()
  const low = quantileOf(sorted, 0.025)
  const high = quantileOf(sorted, 0.975)
  return low === null || high === null ? null : [low, high]
}
