import { meanOf } from './mean.ts'

/** The sample standard deviation, with n − 1 in the denominator; null under two values. */
export function standardDeviationOf(values: readonly number[]): number | null {
  const mean = meanOf(values)
  if (mean === null || values.length < 2) return null
  let squares = 0
  for (const value of values) squares += (value - mean) ** 2
  return Math.sqrt(squares / (values.length - 1))
}
