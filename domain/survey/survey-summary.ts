import { drawMultinomial } from '../statistics/multinomial.ts'
import { meanOf } from '../statistics/mean.ts'
import { medianOf } from '../statistics/median.ts'
import { modesOf } from '../statistics/mode.ts'
import { middleOf } from '../statistics/quantile.ts'
import { randomOf, type Random } from '../statistics/random.ts'
import { standardDeviationOf } from '../statistics/standard-deviation.ts'
import type { ItemSummary, LikertAnswers, LikertSummary } from './survey.ts'

export interface SummaryOptions {
  /** The top-box count takes this many points from the top of the scale; all of them when it has fewer. */
  readonly top: number
  /** Bootstrap resamples of the mean; 1,000 when absent. */
  readonly resamples?: number
}

/** Respondents by the name of their group, as indexes into the answers' values, in the order in which groups are shown. */
export type Groups = ReadonlyMap<string, readonly number[]>

export interface Merge {
  readonly label: string
  readonly groups: readonly string[]
}

/**
 * Summarises answers on a scale of the given labels, lowest first. An answer is a whole number from 1 to the number of
 * labels, or null when missing; anything else throws a RangeError. Percents are of those who answered.
 */
export function summarise(
  values: readonly (number | null)[],
  scale: readonly string[],
  { top, resamples = 1000, random }: SummaryOptions & { readonly random: Random },
): LikertSummary {
  const answers = values.filter((value) => value !== null)
  const counts = countPoints(answers, scale.length)
  const n = answers.length
  const percentOf = (count: number) => (n === 0 ? null : (100 * count) / n)
  const topCount = counts.slice(Math.max(0, counts.length - top)).reduce((sum, count) => sum + count, 0)
  return {
    n,
    missing: values.length - n,
    counts: scale.map((label, point) => ({ label, count: counts[point] ?? 0, percent: percentOf(counts[point] ?? 0) })),
    top: { count: topCount, percent: percentOf(topCount) },
    mean: meanOf(answers),
    median: medianOf(answers),
    mode: modesOf(answers),
    sd: standardDeviationOf(answers),
    interval: intervalOfMean(counts, resamples, random),
  }
}

/**
 * Summarises every item, over all respondents and for each group. The interval of each item and group is drawn from a
 * stream of its own, made from the seed, the item's id and the group's name (`randomOf`): it does not depend on which
 * other items and groups are summarised, nor in which order.
 */
export function summariseItems(
  items: readonly LikertAnswers[],
  groups: Iterable<readonly [group: string, respondents: readonly number[]]>,
  scale: readonly string[],
  options: SummaryOptions & { readonly seed: number },
): readonly ItemSummary[] {
  const { seed, ...rest } = options
  const named = [...groups]
  return items.map(({ id, label, values }) => ({
    id,
    label,
    overall: summarise(values, scale, { ...rest, random: randomOf(seed, 'survey', id) }),
    groups: named.map(([group, respondents]) => ({
      group,
      ...summarise(
        respondents.map((respondent) => values[respondent] ?? null),
        scale,
        { ...rest, random: randomOf(seed, 'survey', id, group) },
      ),
    })),
  }))
}

/**
 * The groups that an attribute of the respondents makes, in the order in which each first appears once merged. A merge
 * puts several values under one label; of two merges that name one value the first counts. Respondents without a value,
 * or with a blank one, are in no group (and still in the overall figures). Blanks around a value do not make it another.
 */
export function mergeGroups(attribute: readonly (string | null)[], merges: readonly Merge[]): Groups {
  const labels = new Map<string, string>()
  for (const { label, groups } of merges) {
    for (const group of groups) if (!labels.has(group.trim())) labels.set(group.trim(), label)
  }
  const members = new Map<string, number[]>()
  for (const [respondent, value] of attribute.entries()) {
    const name = value?.trim() ?? ''
    if (name === '') continue
    const label = labels.get(name) ?? name
    const group = members.get(label)
    if (group) group.push(respondent)
    else members.set(label, [respondent])
  }
  return members
}

function countPoints(answers: readonly number[], points: number): readonly number[] {
  const counts = Array.from({ length: points }, () => 0)
  for (const answer of answers) {
    const count = counts[answer - 1]
    if (count === undefined) throw new RangeError(`${answer} is no point of a scale of ${points}`)
    counts[answer - 1] = count + 1
  }
  return counts
}

/** 95 % percentile bootstrap of the mean, over respondents; equal answers are drawn together. */
function intervalOfMean(
  counts: readonly number[],
  resamples: number,
  random: Random,
): readonly [low: number, high: number] | null {
  const n = counts.reduce((sum, count) => sum + count, 0)
  if (n === 0 || resamples === 0) return null
  const drawn = new Float64Array(counts.length)
  const means = new Float64Array(resamples)
  for (let resample = 0; resample < resamples; resample++) {
    drawMultinomial(counts, random, drawn)
    means[resample] = drawn.reduce((sum, count, point) => sum + count * (point + 1), 0) / n
  }
  return middleOf(means)
}
