import { drawBinomial } from './binomial.ts'
import type { Random } from './random.ts'

/**
 * Draws as many things as `counts` holds, with replacement, and says how often each kind was drawn, into `drawn`. This
 * is the bootstrap's resample of a sample of which only the counts of equal things are known: equal in distribution to
 * drawing them one by one, but its cost is that of the number of kinds. `counts` holds whole numbers, none negative;
 * `drawn` is as long and is overwritten.
 */
export function drawMultinomial(counts: ArrayLike<number>, random: Random, drawn: Float64Array): void {
  let mass = 0
  for (let kind = 0; kind < counts.length; kind++) mass += counts[kind] ?? 0
  let left = mass
  for (let kind = 0; kind < counts.length; kind++) {
    const count = counts[kind] ?? 0
    const taken = count === mass ? left : drawBinomial(left, count / mass, random)
    drawn[kind] = taken
    left -= taken
    mass -= count
  }
}
