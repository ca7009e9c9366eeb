import { differenceOf } from '../text/word-difference.ts'

/** A stretch of a draft; `isOwn` where it is only there, see `markOwnWords`. */
export interface MarkedWords {
  readonly text: string
  readonly isOwn: boolean
}

/**
 * Several drafts of one text, each beside the one at `base`: of every other draft what that one has not is its own, of that
 * one what none of the others has. The stretches of a draft make up its text. Of two drafts it is the same whichever is the
 * base. A draft that has none beside it has nothing of its own.
 */
export function markOwnWords(drafts: readonly string[], base: number): readonly (readonly MarkedWords[])[] {
  const before = drafts[base] ?? ''
  // In how many of the others each character of the base is missing.
  const missing = new Uint16Array(before.length)
  const marked = drafts.map((draft, index): readonly MarkedWords[] => {
    if (index === base) return []
    const difference = differenceOf(before, draft)
    let at = 0
    for (const { kind, text } of difference) {
      if (kind === 'added') continue
      if (kind === 'removed')
        for (let unit = at; unit < at + text.length; unit++) missing[unit] = (missing[unit] ?? 0) + 1
      at += text.length
    }
    return difference
      .filter(({ kind }) => kind !== 'removed')
      .map(({ kind, text }): MarkedWords => ({ text, isOwn: kind === 'added' }))
  })
  return marked.with(base, stretchesOf(before, missing, drafts.length - 1))
}

function stretchesOf(text: string, missing: Uint16Array, others: number): readonly MarkedWords[] {
  const isOwn = (unit: number) => others > 0 && missing[unit] === others
  const stretches: MarkedWords[] = []
  let from = 0
  for (let unit = 1; unit <= text.length; unit++) {
    if (unit < text.length && isOwn(unit) === isOwn(from)) continue
    stretches.push({ text: text.slice(from, unit), isOwn: isOwn(from) })
    from = unit
  }
  return stretches
}
