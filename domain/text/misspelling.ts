/** Shorter words are other words, not misspelt ones. */
const LEAST_LETTERS = 4

/**
 * Whether what was typed begins a word of the text but for one slip: a letter too many, too few, wrong, or two swapped.
 * Both as `fold` gives them.
 */
export function isMisspelt(typed: string, text: string): boolean {
  if (typed.length < LEAST_LETTERS) return false
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => [-1, 0, 1].some((more) => isOneSlipFrom(typed, word.slice(0, typed.length + more))))
}

/** Whether two words differ in one slip alone, or not at all: a letter too many, too few, wrong, or two swapped. */
export function isOneSlipFrom(typed: string, word: string): boolean {
  let start = 0
  while (start < typed.length && start < word.length && typed[start] === word[start]) start++
  const rest = typed.slice(start)
  const wanted = word.slice(start)
  const isSwapped = rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2)
  return (
    rest.slice(1) === wanted.slice(1) ||
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    (rest.length > 1 && isSwapped)
  )
}
