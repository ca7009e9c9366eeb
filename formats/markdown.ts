/**
 * Blocks of Markdown (CommonMark with the tables and task lists of GitHub). Every function takes plain words and
 * escapes them itself: whatever a participant or a researcher wrote shows as it was written, and never becomes a
 * heading, a table cell, a link or HTML.
 */

/** Words after others on a line, or in a cell or heading: line ends and runs of white space become one blank. */
export function inline(text: string): string {
  return escapeWords(foldBlanks(foldLines(text)))
}

export function heading(level: 1 | 2 | 3 | 4 | 5 | 6, text: string): string {
  return `${'#'.repeat(level)} ${inline(text)}`
}

/** A paragraph; line ends are kept, blank lines begin a new one. */
export function paragraph(text: string): string {
  return lines(text).join('\n')
}

/** `**Label:** words` */
export function labelled(label: string, text: string): string {
  return `**${inline(label)}** ${inline(text)}`
}

/** What somebody said, marked as a quotation, each line of it. */
export function blockQuote(text: string): string {
  return lines(text)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${escapeStart(inline(item))}`).join('\n')
}

export interface Column {
  readonly title: string
  /** Numbers stand at the right. */
  readonly align?: 'left' | 'right'
}

/** A table; a row with fewer cells than there are columns is filled up with empty ones. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(({ title }) => inline(title))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map((_, index) => inline(row[index] ?? '')))),
  ].join('\n')
}

/** A whole document: the blocks with a blank line between them; empty blocks are left out. */
export function joinBlocks(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function lines(text: string): readonly string[] {
  return foldLines(text)
    .trim()
    .split('\n')
    .map((line) => escapeStart(escapeWords(foldBlanks(line))))
}

function foldLines(text: string): string {
  return text.replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
}

/** Runs of blanks become one; the no-break spaces of French typography stay. */
function foldBlanks(text: string): string {
  return text.replaceAll(/[^\S\u00A0\u202F]+/g, ' ').trim()
}

/** Marks that mean something anywhere in a line. */
function escapeWords(line: string): string {
  return line
    .replaceAll(/[\\`*[\]|~$#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`)
    .replaceAll(/&(?=\w+;)/g, String.raw`\&`)
    .replaceAll('<', '&lt;')
}

/** Marks that begin a block when they stand first in a line. */
function escapeStart(line: string): string {
  return line.replace(/^[-+=>:]/, String.raw`\$&`).replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`)
}
