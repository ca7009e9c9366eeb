import type { Interval } from '../../domain/agreement/bootstrap.ts'
import { randomOf, type Random } from '../../domain/statistics/random.ts'

/** Of what a bootstrap is. */
export interface Resampled {
  readonly seed: number
  /** Names, in their order. */
  readonly transcripts: readonly string[]
  /** The names of the round and the coder of each side. */
  readonly sides: readonly { readonly round: string; readonly coder: string }[]
  readonly subject: string
  /** The unit, or the figure that needs none. */
  readonly what: string
}

/**
 * The random numbers of what is compared: no comparison's interval depends on which others are asked for, and the same
 * comparison has the same interval wherever it is shown.
 */
export function randomFor({ seed, transcripts, sides, subject, what }: Resampled): Random {
  return randomOf(seed, ...transcripts, ...sides.flatMap(({ round, coder }) => [round, coder]), subject, what)
}

/** Goes through a bootstrap to its end; `step` hears how many resamples are done, lets others work, and stops it by throwing. */
export async function resample(
  resampling: Generator<number, readonly (Interval | null)[], void>,
  step: (done: number) => Promise<void>,
): Promise<readonly (Interval | null)[]> {
  let next = resampling.next()
  while (next.done !== true) {
    await step(next.value)
    next = resampling.next()
  }
  return next.value
}
