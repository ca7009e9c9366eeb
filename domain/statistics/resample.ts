import { drawMultinomial } from './multinomial.ts'
import type { Random } from './random.ts'

/** Up to so many things a kind, drawing them one by one is quicker than drawing each kind's number. */
const ONE_BY_ONE = 8

/**
 * Draws bootstrap resamples of a sample of which the counts of equal things are known: as many things as there are, with
 * replacement, as new counts of the same kinds. Where there are few things of each kind they are drawn one by one; else
 * each kind's number is drawn, at a cost that does not grow with the things. Both are the same distribution.
 */
export class Resampler {
  readonly #counts: Float64Array
  /** The kind of each thing; null where they are too many to be listed. */
  readonly #kinds: Int32Array | null

  /** `counts` holds whole numbers, none negative. */
  constructor(counts: Float64Array) {
    this.#counts = counts
    const things = counts.reduce((sum, count) => sum + count, 0)
    this.#kinds = things <= ONE_BY_ONE * counts.length ? new Int32Array(things) : null
    let at = 0
    if (this.#kinds !== null) for (const [kind, count] of counts.entries()) this.#kinds.fill(kind, at, (at += count))
  }

  /** Overwrites `drawn`, which is as long as the counts. */
  draw(random: Random, drawn: Float64Array): void {
    const kinds = this.#kinds
    if (kinds === null) {
      drawMultinomial(this.#counts, random, drawn)
      return
    }
    drawn.fill(0)
    for (let left = kinds.length; left > 0; left--) {
      const kind = kinds[Math.floor(random() * kinds.length)] ?? 0
      drawn[kind] = (drawn[kind] ?? 0) + 1
    }
  }
}
