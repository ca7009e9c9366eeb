/** One column of a table for a person. Where the screen is too narrow, `wrap` columns are folded over several lines. */
export interface Column {
  readonly title: string
  readonly align?: 'right'
  readonly wrap?: true
}

const GAP = 2
const NARROWEST = 16

/**
 * An aligned table: titles, then a line a row, columns two blanks apart, no blanks at a line's end. Nothing is ever cut
 * off: a table that cannot be folded to `width` is wider.
 */
export function tableOf(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string {
  const cells = [columns.map((column) => column.title), ...rows.map((row) => row.map(flatten))]
  const widest = (measure: (cell: string) => number) =>
    columns.map((_, index) => Math.max(...cells.map((row) => measure(row[index] ?? ''))))
  const widths = fit(columns, widest(displayWidth), widest(longestWord), width)
  return cells.flatMap((row) => linesOf(row, columns, widths)).join('\n')
}

/** Name and value pairs, one a line, values aligned. */
export function listOf(pairs: readonly (readonly [name: string, value: string])[]): string {
  const width = Math.max(0, ...pairs.map(([name]) => displayWidth(name)))
  return pairs.map(([name, value]) => `${pad(name, width)}  ${flatten(value)}`.trimEnd()).join('\n')
}

/** Words folded into lines of at most `width` columns; a longer word has a line of its own. */
export function fold(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of flatten(text).split(' ')) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** How many columns a text takes, a grapheme taking one. */
export function displayWidth(text: string): number {
  // Of plain letters each is one; to look for clusters takes a hundred times as long.
  return /^[\x20-\x7e]*$/.test(text) ? text.length : [...graphemes.segment(text)].length
}

function flatten(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}

function pad(text: string, width: number, align?: 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'right' ? blanks + text : text + blanks
}

function longestWord(text: string): number {
  return Math.max(...text.split(' ').map(displayWidth))
}

/** Takes what is too much from the columns that may be folded, in proportion, and never below their longest word. */
function fit(
  columns: readonly Column[],
  natural: readonly number[],
  words: readonly number[],
  width: number,
): readonly number[] {
  const excess = natural.reduce((sum, each) => sum + each + GAP, -GAP) - width
  const foldable = natural.filter((_, index) => columns[index]?.wrap === true).reduce((sum, each) => sum + each, 0)
  if (excess <= 0 || foldable === 0) return natural
  const share = Math.max(0, foldable - excess) / foldable
  return natural.map((each, index) =>
    columns[index]?.wrap === true
      ? Math.min(each, Math.max(NARROWEST, words[index] ?? 0, Math.floor(each * share)))
      : each,
  )
}

function linesOf(row: readonly string[], columns: readonly Column[], widths: readonly number[]): readonly string[] {
  const folded = columns.map((column, index) => {
    const cell = row[index] ?? ''
    return column.wrap === true ? fold(cell, widths[index] ?? cell.length) : [cell]
  })
  const height = Math.max(...folded.map((lines) => lines.length))
  return Array.from({ length: height }, (_, at) =>
    columns
      .map((column, index) => pad(folded[index]?.[at] ?? '', widths[index] ?? 0, column.align))
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
}
