/** A label broken into lines. */
export interface WrappedLabel {
  readonly lines: readonly string[]
  /** Whether words were left out; the last line then ends with an ellipsis. */
  readonly truncated: boolean
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Breaks a label into at most `maxLines` lines of at most `budget` characters (graphemes), each 1 or more. Lines break at
 * white space (never at a no-break space), after a slash or a hyphen, and within a word only where it alone is longer
 * than a line. A blank label gives no line.
 */
export function wrapLabel(label: string, budget: number, maxLines: number): WrappedLabel {
  const lines: string[][] = []
  let line: string[] = []
  for (const word of label.split(/[ \t\r\n]+/).filter((part) => part !== '')) {
    let space = line.length > 0
    for (const piece of piecesOf(word)) {
      let rest = piece
      if (line.length > 0 && line.length + (space ? 1 : 0) + rest.length > budget) {
        lines.push(line)
        line = []
      } else if (space) line.push(' ')
      space = false
      for (; rest.length > budget; rest = rest.slice(budget)) lines.push(rest.slice(0, budget))
      line.push(...rest)
    }
  }
  if (line.length > 0) lines.push(line)
  if (lines.length <= maxLines) return { lines: lines.map((one) => one.join('')), truncated: false }
  const last = lines[maxLines - 1] ?? []
  const kept = last
    .slice(0, Math.max(0, budget - 1))
    .join('')
    .trimEnd()
  return { lines: [...lines.slice(0, maxLines - 1).map((one) => one.join('')), `${kept}…`], truncated: true }
}

/** A word cut after each slash and hyphen, as lists of graphemes. */
function piecesOf(word: string): readonly string[][] {
  return word.split(/(?<=[/-])/).map((piece) => Array.from(graphemes.segment(piece), ({ segment }) => segment))
}
