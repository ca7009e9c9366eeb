import { heaviestChain, type Place } from './heaviest-chain.ts'

/** Pairs of equal words looked at together; the most common words are left out when there would be more. */
const MOST_PAIRS = 400_000

/** How many words in a row are compared first where single words would make too many pairs. */
const PHRASE = 3

/**
 * The words that two lists have in common in the same order, the heaviest such choice by their letters: `item` is the
 * index of a word in `coded`, `start` in `said`. In very long lists phrases of three words are fixed first, and single
 * words are then looked for between them, so that the cost stays far from the product of the lengths.
 */
export function commonWords(said: readonly string[], coded: readonly string[]): readonly Place[] {
  if (costOf(said, coded) <= MOST_PAIRS) return heaviestChain(equalPairs(said, coded))
  const fixed = words(heaviestChain(equalPairs(phrases(said), phrases(coded))), coded)
  const found: Place[] = []
  let item = 0
  let start = 0
  for (const next of [...fixed, { item: coded.length, start: said.length, end: said.length, weight: 0 }]) {
    if (next.item > item && next.start > start) {
      const between = heaviestChain(equalPairs(said.slice(start, next.start), coded.slice(item, next.item)))
      for (const place of between) {
        found.push({ ...place, item: place.item + item, start: place.start + start, end: place.end + start })
      }
    }
    if (next.item < coded.length) found.push(next)
    item = next.item + 1
    start = next.start + 1
  }
  return found
}

function phrases(list: readonly string[]): readonly string[] {
  return list.slice(0, Math.max(0, list.length - PHRASE + 1)).map((_, at) => list.slice(at, at + PHRASE).join(' '))
}

/** The single words of phrases that were matched; phrases overlap, so a word may come several times. */
function words(matched: readonly Place[], coded: readonly string[]): readonly Place[] {
  const single: Place[] = []
  for (const { item, start } of matched) {
    for (let step = 0; step < PHRASE; step++) {
      const last = single.at(-1)
      if (last !== undefined && (last.item >= item + step || last.start >= start + step)) continue
      const weight = coded[item + step]?.length ?? 1
      single.push({ item: item + step, start: start + step, end: start + step + 1, weight })
    }
  }
  return single
}

function costOf(said: readonly string[], coded: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of said) counts.set(word, (counts.get(word) ?? 0) + 1)
  return coded.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0)
}

function equalPairs(said: readonly string[], coded: readonly string[]): readonly Place[] {
  const at = new Map<string, number[]>()
  for (const [index, word] of said.entries()) {
    const known = at.get(word)
    if (known === undefined) at.set(word, [index])
    else known.push(index)
  }
  const costs = new Map<string, number>()
  for (const word of coded) costs.set(word, (costs.get(word) ?? 0) + (at.get(word)?.length ?? 0))
  let budget = MOST_PAIRS
  const kept = new Set<string>()
  for (const [word, cost] of [...costs].sort((a, b) => a[1] - b[1])) {
    budget -= cost
    if (budget < 0) break
    kept.add(word)
  }
  return coded.flatMap((word, item) =>
    kept.has(word) ? (at.get(word) ?? []).map((start) => ({ item, start, end: start + 1, weight: word.length })) : [],
  )
}
