/**
 * Likert summaries. A scale is an ordered list of labels with values 1..k, lowest first; unanswered is missing (null),
 * never 0. Percents are of those who answered the item, 0 to 100, unrounded.
 */
export interface LikertAnswers {
  readonly id: string
  readonly label: string
  /** One entry a respondent, in the respondents' order: 1..k, or null when missing. */
  readonly values: readonly (number | null)[]
}

export interface LikertSummary {
  readonly n: number
  readonly missing: number
  /** One entry a point of the scale, lowest first. */
  readonly counts: readonly { readonly label: string; readonly count: number; readonly percent: number | null }[]
  readonly top: { readonly count: number; readonly percent: number | null }
  readonly mean: number | null
  readonly median: number | null
  /** Every most frequent value; several when they tie, none when nobody answered. */
  readonly mode: readonly number[]
  /** Sample standard deviation (n − 1); null under two answers. */
  readonly sd: number | null
  /** 95 % percentile bootstrap interval of the mean; null when nobody answered. */
  readonly interval: readonly [low: number, high: number] | null
}

export interface ItemSummary {
  readonly id: string
  readonly label: string
  readonly overall: LikertSummary
  readonly groups: readonly (LikertSummary & { readonly group: string })[]
}
