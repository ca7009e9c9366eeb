import { drawMultinomial } from '../statistics/multinomial.ts'
import { middleOf } from '../statistics/quantile.ts'
import type { Random } from '../statistics/random.ts'
import { figuresOf } from './comparison.ts'
import { FIGURES, type FigureName, type UnitPair } from './figures.ts'
import { countPatterns } from './patterns.ts'

export type Interval = readonly [low: number, high: number]
export type Intervals = Readonly<Partial<Record<FigureName, Interval>>>

export interface BootstrapOptions {
  /** How many resamples; 0 gives no interval. The convention is 1,000. */
  readonly resamples: number
  readonly random: Random
}

/** A figure that fewer of the resamples define has no interval: what is left would no longer stand for the sample. */
export const DEFINED_SHARE = 0.95

/**
 * 95 % percentile bootstrap intervals of every figure, over units: each resample draws as many units as there are, with
 * replacement, as new counts of the same patterns. A resample in which a figure is undefined is left out for that figure;
 * a figure that fewer than 95 % of the resamples define has no interval.
 *
 * Units are taken as independent. Characters are not, nor quite are sentences: their intervals are narrower than what
 * is truly known.
 *
 * A generator, so that long work can breathe: it yields how many resamples are done after each, and returns the intervals.
 *
 * Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3.
 */
export function* bootstrap(
  pairs: readonly UnitPair[],
  { resamples, random }: BootstrapOptions,
): Generator<number, Intervals, void> {
  const patterns = countPatterns(pairs)
  const weights = new Float64Array(patterns.weights.length)
  const samples = new Map<FigureName, number[]>(FIGURES.map((name) => [name, []]))
  for (let done = 1; done <= resamples; done++) {
    drawMultinomial(patterns.weights, random, weights)
    const figures = figuresOf({ ...patterns, weights })
    for (const [name, sample] of samples) {
      const { value } = figures[name]
      if (value !== null) sample.push(value)
    }
    yield done
  }
  const intervals: Partial<Record<FigureName, Interval>> = {}
  for (const [name, sample] of samples) {
    const interval = sample.length >= DEFINED_SHARE * resamples ? middleOf(sample) : null
    if (interval) intervals[name] = interval
  }
  return intervals
}

/** The same in one go, for callers with nothing else to do. `onProgress` hears how many resamples are done. */
export function bootstrapIntervals(
  pairs: readonly UnitPair[],
  options: BootstrapOptions & { readonly onProgress?: (done: number) => void },
): Intervals {
  const resampling = bootstrap(pairs, options)
  for (;;) {
    const step = resampling.next()
    if (step.done) return step.value
    options.onProgress?.(step.value)
  }
}
