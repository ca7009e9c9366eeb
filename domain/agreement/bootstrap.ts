import { middleOf } from '../statistics/quantile.ts'
import type { Random } from '../statistics/random.ts'
import { Resampler } from '../statistics/resample.ts'
import { PairSample } from './comparison.ts'
import { PAIR_FIGURES, type PairFigureName, type UnitPair } from './figures.ts'

export type Interval = readonly [low: number, high: number]
export type Intervals = Readonly<Partial<Record<PairFigureName, Interval>>>

export interface BootstrapOptions {
  /** How many resamples; 0 gives no interval. The convention is 1,000. */
  readonly resamples: number
  readonly random: Random
}

/** A figure that fewer of the resamples define has no interval: what is left would no longer stand for the sample. */
const DEFINED_SHARE = 0.95

/**
 * 95 % percentile bootstrap intervals of any number of figures: each resample draws as many units as there are, with
 * replacement, as new counts of the same kinds of units. A resample in which a figure is undefined is left out for that
 * figure; a figure that fewer than 95 % of the resamples define has no interval (null).
 *
 * Units are taken as independent. Characters are not, nor quite are sentences: their intervals are narrower than what
 * is truly known.
 *
 * `measure` gives the figures for other counts, always as many of them and in the same order; null where undefined.
 * A generator, so that long work can breathe: it yields how many resamples are done after each, and returns the intervals.
 *
 * Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3.
 */
export function* bootstrap(
  counts: Float64Array,
  measure: (counts: Float64Array) => readonly (number | null)[],
  { resamples, random }: BootstrapOptions,
): Generator<number, readonly (Interval | null)[], void> {
  const resampler = new Resampler(counts)
  const drawn = new Float64Array(counts.length)
  const samples: number[][] = []
  for (let done = 1; done <= resamples; done++) {
    resampler.draw(random, drawn)
    for (const [index, value] of measure(drawn).entries()) {
      const sample = (samples[index] ??= [])
      if (value !== null) sample.push(value)
    }
    yield done
  }
  return samples.map((sample) => (sample.length >= DEFINED_SHARE * resamples ? middleOf(sample) : null))
}

/** The intervals of two coders' figures in one go. `onProgress` hears how many resamples are done. */
export function bootstrapIntervals(
  pairs: readonly UnitPair[],
  options: BootstrapOptions & { readonly onProgress?: (done: number) => void },
): Intervals {
  const sample = new PairSample(pairs)
  const measure = (weights: Float64Array) => {
    const { figures } = sample.find(weights)
    return PAIR_FIGURES.map((name) => figures[name].value)
  }
  const resampling = bootstrap(sample.patterns.weights, measure, options)
  let step = resampling.next()
  for (; step.done !== true; step = resampling.next()) options.onProgress?.(step.value)
  const intervals: Partial<Record<PairFigureName, Interval>> = {}
  for (const [index, interval] of step.value.entries()) {
    const name = PAIR_FIGURES[index]
    if (name !== undefined && interval !== null) intervals[name] = interval
  }
  return intervals
}
