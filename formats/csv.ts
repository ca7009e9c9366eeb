import { stringify } from 'csv-stringify/sync'

/** Text, a number, or nothing: an undefined figure is an empty cell, never 0. */
export type CsvCell = string | number | null

/** How many decimals a number is written with at most. */
const DECIMALS = 6

/**
 * Writes rows as comma-separated values (RFC 4180 with LF line ends), the header first.
 *
 * - The text starts with a byte order mark: without it Excel reads UTF-8 as Windows-1252 and ruins every accent.
 * - Numbers have a decimal point in every language and at most six decimals.
 * - A *text* cell that begins with = + - @ (or their full-width forms), a tab or a line end gets an apostrophe in
 *   front, so that a spreadsheet shows it instead of running it as a formula. Numbers are left alone: a kappa of -0.12
 *   stays one.
 * - Line ends within a cell become LF.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const records = [header, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? textCell(cell) : cell)))
  return stringify(records, {
    bom: true,
    record_delimiter: '\n',
    escape_formulas: true,
    cast: { number: (value) => String(rounded(value)) },
  })
}

/** csv-stringify knows the formula characters but a line feed; the others are left to it. */
function textCell(text: string): string {
  const folded = text.replaceAll(/\r\n?/g, '\n')
  return folded.startsWith('\n') ? `'${folded}` : folded
}

function rounded(value: number): number {
  const fixed = Number(value.toFixed(DECIMALS))
  return fixed === 0 ? 0 : fixed
}
