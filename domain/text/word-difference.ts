/** A stretch of two texts: in both, in the earlier one alone, or in the later one alone. */
export interface WordStretch {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Two texts whose words would need a larger table than this are shown whole, one after the other. */
const MOST_CELLS = 2_000_000

/**
 * What changed between two texts, word by word. The stretches that are the same or removed make up `before`, those that
 * are the same or added make up `after`. White space that alone stayed between two changed words counts as changed, so
 * that a rewritten sentence is read as one stretch. A longest common subsequence over words, blanks and marks.
 */
export function differenceOf(before: string, after: string): readonly WordStretch[] {
  const old = wordsOf(before)
  const now = wordsOf(after)
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  // Read from the start, a sentence that was put in ends with its own full stop; from the end, with the one before it.
  const isLong = (old.length - head) * (now.length - head) > MOST_CELLS
  const mostTail = isLong ? Math.min(old.length, now.length) - head : 0
  while (tail < mostTail && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++
  const middle = steps(old.slice(head, old.length - tail), now.slice(head, now.length - tail))
  const whole = [...same(old.slice(0, head)), ...middle, ...same(old.slice(old.length - tail))]
  return join(whole)
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}

function same(words: readonly string[]): readonly WordStretch[] {
  return words.map((text) => ({ kind: 'same', text }))
}

function steps(old: readonly string[], now: readonly string[]): readonly WordStretch[] {
  if (old.length * now.length > MOST_CELLS) return replaced(old.join(''), now.join(''))
  const width = now.length + 1
  // lengths[i * width + j]: how many words the rest of `old` from i and the rest of `now` from j have in common.
  const lengths = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const below = lengths[(i + 1) * width + j] ?? 0
      const beside = lengths[i * width + j + 1] ?? 0
      const both = (lengths[(i + 1) * width + j + 1] ?? 0) + 1
      lengths[i * width + j] = old[i] === now[j] ? both : Math.max(below, beside)
    }
  }
  const stretches: WordStretch[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    const left = old[i]
    const right = now[j]
    if (left !== undefined && left === right) {
      stretches.push({ kind: 'same', text: left })
      i++
      j++
    } else if (left !== undefined && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
      stretches.push({ kind: 'removed', text: left })
      i++
    } else {
      if (right !== undefined) stretches.push({ kind: 'added', text: right })
      j++
    }
  }
  return stretches
}

function replaced(removed: string, added: string): readonly WordStretch[] {
  return [
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
  ]
}

/** Neighbours of one kind as one stretch; between two that stayed the same at most one removed, then one added. */
function join(words: readonly WordStretch[]): readonly WordStretch[] {
  const stretches: WordStretch[] = []
  let kept = ''
  let removed = ''
  let added = ''
  const close = () => {
    if (removed !== '') stretches.push({ kind: 'removed', text: removed })
    if (added !== '') stretches.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  const isChanging = () => removed !== '' || added !== ''
  for (const [index, { kind, text }] of words.entries()) {
    const between = isChanging() && text.trim() === '' && changesBefore(words, index + 1)
    if (kind === 'same' && !between) {
      close()
      kept += text
      if (words[index + 1]?.kind !== 'same') {
        stretches.push({ kind: 'same', text: kept })
        kept = ''
      }
      continue
    }
    if (kind !== 'added') removed += text
    if (kind !== 'removed') added += text
  }
  close()
  return stretches
}

function changesBefore(words: readonly WordStretch[], index: number): boolean {
  const next = words[index]
  return next !== undefined && next.kind !== 'same'
}
