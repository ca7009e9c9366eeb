import type { Undefined } from '../../domain/agreement/figures.ts'

/**
 * Whole percents, as the papers print them. Null, because nobody answered, is said; what is there is never shown as
 * nothing.
 */
export function percentText(percent: number | null): string {
  if (percent === null) return 'undefined'
  return percent > 0 && percent < 0.5 ? '<1 %' : `${Math.round(percent)} %`
}

/** A number with a fixed count of decimals; a figure that is undefined says so and is never shown as 0. */
export function decimalText(value: number | null, decimals: number): string {
  return value === null ? 'undefined' : value.toFixed(decimals)
}

/** A kappa, an alpha or a share: four decimals, or that it is undefined and why. */
export function figureText(value: number | null, reason: string | null | undefined): string {
  if (value !== null) return value.toFixed(4)
  return reason === null || reason === undefined ? 'undefined' : `undefined (${reasonText(reason)})`
}

export function intervalText(interval: readonly [number, number] | null | undefined, decimals: number): string {
  return interval === null || interval === undefined
    ? ''
    : `${interval[0].toFixed(decimals)} to ${interval[1].toFixed(decimals)}`
}

/** `1 turn`, `2 turns`; thousands apart, as English writes them. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

const REASONS: Readonly<Record<Undefined | 'not-used', string>> = {
  'no-units': 'there is no unit to compare',
  'no-codes': 'neither coder used a code',
  'expected-agreement-is-one': 'chance alone would give full agreement, so there is nothing to correct',
  'expected-disagreement-is-zero': 'all values are equal, so no disagreement could be expected',
  'no-defined-kappa': 'no code has a kappa that is defined',
  'unequal-ratings': 'not every unit has the same number of ratings',
  'no-spans': 'segments are given, so there is no unitizing to compare',
  'only-for-pairs': 'spans are matched two coders at a time',
  'not-used': 'no coder used the code',
}

function reasonText(reason: string): string {
  return Object.entries(REASONS).find(([key]) => key === reason)?.[1] ?? reason
}
