import type { Random } from './random.ts'

/**
 * How many of `trials` independent trials succeed, each with `probability`. Exact in distribution, at a cost that does
 * not grow with the number of trials: inversion of the distribution function where few successes are expected, else
 * transformed rejection (algorithm BTRS of W. Hörmann, The generation of binomial random variates, Journal of
 * Statistical Computation and Simulation 46, 1993).
 */
export function drawBinomial(trials: number, probability: number, random: Random): number {
  if (trials <= 0 || probability <= 0) return 0
  if (probability >= 1) return trials
  if (probability > 0.5) return trials - drawBinomial(trials, 1 - probability, random)
  return trials * probability < 10 ? invert(trials, probability, random) : reject(trials, probability, random)
}

function invert(trials: number, probability: number, random: Random): number {
  const odds = probability / (1 - probability)
  let mass = Math.pow(1 - probability, trials)
  let rest = random()
  let successes = 0
  while (rest > mass && successes < trials) {
    rest -= mass
    successes++
    mass *= (odds * (trials - successes + 1)) / successes
  }
  return successes
}

function reject(trials: number, probability: number, random: Random): number {
  const spread = Math.sqrt(trials * probability * (1 - probability))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * probability
  const centre = trials * probability + 0.5
  const scale = (2.83 + 5.1 / b) * spread
  const squeeze = 0.92 - 4.2 / b
  const logOdds = Math.log(probability / (1 - probability))
  const mode = Math.floor((trials + 1) * probability)
  const peak = logFactorial(mode) + logFactorial(trials - mode)
  for (;;) {
    const u = random() - 0.5
    const v = random()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + centre)
    if (us >= 0.07 && v <= squeeze) return k
    if (k < 0 || k > trials || v === 0) continue
    const height = Math.log((v * scale) / (a / (us * us) + b))
    if (height <= peak - logFactorial(k) - logFactorial(trials - k) + (k - mode) * logOdds) return k
  }
}

const SMALL_FACTORIALS: readonly number[] = Array.from({ length: 16 }, (_, n) => {
  let sum = 0
  for (let factor = 2; factor <= n; factor++) sum += Math.log(factor)
  return sum
})

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI)

/** ln(n!), by Stirling's series where n is not small; its error is below 1e-12 there. */
export function logFactorial(n: number): number {
  const small = SMALL_FACTORIALS[n]
  if (small !== undefined) return small
  const inverse = 1 / n
  const square = inverse * inverse
  const tail = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
  return (n + 0.5) * Math.log(n) - n + HALF_LOG_TWO_PI + tail
}
