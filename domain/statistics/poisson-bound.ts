/**
 * The lower bound of the mean of a Poisson distribution of which `count` was observed: the mean under which a count this
 * large or larger has the probability `1 − confidence`. 0 where nothing was observed.
 *
 * Source: F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28, 1936.
 */
export function poissonLowerBound(count: number, confidence: number): number {
  if (count <= 0) return 0
  let low = 0
  let high = count
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2
    if (atLeast(count, middle) > 1 - confidence) high = middle
    else low = middle
  }
  return low
}

/** Halvings of the interval: past what a number can tell apart. */
const STEPS = 60

/** The probability of `count` or more. */
function atLeast(count: number, mean: number): number {
  let mass = Math.exp(-mean)
  let below = 0
  for (let k = 0; k < count; k++) {
    below += mass
    mass *= mean / (k + 1)
  }
  return 1 - below
}
