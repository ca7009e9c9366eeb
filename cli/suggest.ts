/** The candidate that a mistyped word most likely meant; null when none is near. Case is forgiven. */
export function nearest(typed: string, candidates: readonly string[]): string | null {
  const word = typed.toLowerCase()
  const allowed = Math.max(1, Math.floor(word.length / 3))
  let best: { candidate: string; distance: number } | null = null
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate.toLowerCase())
    if (distance <= allowed && distance < (best?.distance ?? Infinity)) best = { candidate, distance }
  }
  return (
    best?.candidate ?? (word.length < 3 ? null : (candidates.find((candidate) => candidate.startsWith(word)) ?? null))
  )
}

/**
 * How many insertions, deletions, replacements and swaps of neighbours turn one word into the other, no letter being
 * touched twice (optimal string alignment; Damerau 1964).
 */
export function editDistance(a: string, b: string): number {
  let earlier: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        (last[j] ?? Infinity) + 1,
        (row[j - 1] ?? Infinity) + 1,
        (last[j - 1] ?? Infinity) + (same ? 0 : 1),
        swapped ? (earlier[j - 2] ?? Infinity) + 1 : Infinity,
      )
    }
    earlier = last
    last = row
  }
  return last[b.length] ?? 0
}
