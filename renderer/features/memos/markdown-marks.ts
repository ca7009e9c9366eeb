/** A text with what is chosen in it, as a text area has them. */
export interface Edited {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Puts the mark around what is chosen; around nothing, the caret is left between. */
export function wrap({ text, start, end }: Edited, mark: string): Edited {
  const chosen = text.slice(start, end)
  const before = text.slice(0, start) + mark
  return { text: before + chosen + mark + text.slice(end), start: before.length, end: before.length + chosen.length }
}

/** Begins every line that is chosen with the mark. */
export function prefixLines({ text, start, end }: Edited, mark: string): Edited {
  const first = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1
  const block = text
    .slice(first, end)
    .split('\n')
    .map((line) => mark + line)
    .join('\n')
  return { text: text.slice(0, first) + block + text.slice(end), start: start + mark.length, end: first + block.length }
}

/** Puts the words in place of what is chosen, with a blank before where a word stands there, and the caret after. */
export function insert({ text, start, end }: Edited, words: string): Edited {
  const before = text.slice(0, start)
  const spaced = before === '' || /\s$/.test(before) ? words : ` ${words}`
  const at = before.length + spaced.length
  return { text: before + spaced + text.slice(end), start: at, end: at }
}
