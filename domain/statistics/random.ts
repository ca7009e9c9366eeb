/**
 * Randomness that can be repeated. Everything random in Axial draws from a `Random` that was made from a seed, and the
 * seed is printed beside what was drawn, so that two people get the same figure.
 */

/** Gives the next number, uniform in [0, 1). */
export type Random = () => number

/**
 * The stream of a seed and a path of names. Each path has a stream of its own: a figure does not change when another one
 * is computed before it, left out, or added. The seed and the path are hashed (FNV-1a over the parts and their lengths,
 * finished as in MurmurHash3) into the 128 bits of state of xoshiro128** 1.1 by D. Blackman and S. Vigna (Scrambled Linear
 * Pseudorandom Number Generators, ACM Transactions on Mathematical Software 47(4), 2021). Not for secrets.
 */
export function randomOf(seed: number, ...path: readonly string[]): Random {
  const parts = [String(seed), ...path]
  const words = [hash(parts, 1), hash(parts, 2), hash(parts, 3), hash(parts, 4)] as const
  // All zeros is the one state that xoshiro never leaves.
  return doublesOf(xoshiro128(words.some((word) => word !== 0) ? words : [1, 2, 3, 4]))
}

/** xoshiro128** from the given state: each call gives the next 32 bits as an unsigned integer. */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
}

/** The 53 bits of a double's fraction, from two words of 32. */
function doublesOf(next: () => number): Random {
  return () => {
    const high = next() >>> 5
    const low = next() >>> 6
    return (high * 0x4000000 + low) / 0x20000000000000
  }
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}

function hash(parts: readonly string[], variant: number): number {
  let word = Math.imul(0x811c9dc5 ^ variant, 0x01000193)
  for (const part of parts) {
    word = Math.imul(word ^ part.length, 0x01000193)
    for (let at = 0; at < part.length; at++) {
      const unit = part.charCodeAt(at)
      word = Math.imul(word ^ (unit & 0xff), 0x01000193)
      word = Math.imul(word ^ (unit >>> 8), 0x01000193)
    }
  }
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
  return (word ^ (word >>> 16)) >>> 0
}
