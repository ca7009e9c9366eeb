/** Letters compared of each word at most: longer ones are addresses and the like. */
const LONGEST = 60

/**
 * How far two words are spelled alike, from 0 to 1: twice the letters they have in common in the same order, by the letters
 * of both. Case does not count: it is what a correction often mends.
 */
export function likenessOf(a: string, b: string): number {
  const first = Array.from(a.toLowerCase()).slice(0, LONGEST)
  const second = Array.from(b.toLowerCase()).slice(0, LONGEST)
  const both = first.length + second.length
  return both === 0 ? 1 : (2 * commonLetters(first, second).length) / both
}

/**
 * The places of the letters that two words have in common in the same order, as many as there can be; where there is a
 * choice, the earliest ones. Cost: the product of the lengths.
 */
export function commonLetters(
  a: readonly string[],
  b: readonly string[],
): readonly { readonly a: number; readonly b: number }[] {
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: { a: number; b: number }[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push({ a: i++, b: j++ })
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}
