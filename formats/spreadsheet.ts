import { Buffer } from 'node:buffer'
import { CsvError, parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import readXlsx from 'read-excel-file/node'
import { AxialError } from '../domain/errors.ts'
import { remark, type Remark } from '../domain/remarks.ts'
import { decodeText, isZip, tooLarge } from './text-encoding.ts'

/** The most a workbook may weigh. */
export const MAX_SPREADSHEET_BYTES = 50 * 1024 * 1024

/** What a workbook may weigh once unpacked: a small file can hold any amount of nothing. */
const MAX_UNPACKED_BYTES = 400 * 1024 * 1024
/** The rectangle of cells a sheet may span: one forgotten cell in the last corner makes seventeen thousand million. */
const MAX_CELLS = 4_000_000

/** A formula's cell holds its last result. */
export type Cell = string | number | boolean | Date | null
export type Row = readonly Cell[]

export interface Sheet {
  readonly name: string
  /** All of one length; rows and columns that are empty to the end are left out. */
  readonly rows: readonly Row[]
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
}

/**
 * Reads an `.xlsx` workbook: every sheet, every cell as a value, strings trimmed. Throws `file-empty`, `file-too-large`,
 * `file-wrong-kind` for what is no workbook or a damaged one, and `import-malformed` for one too large to lay out.
 */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<Workbook> {
  if (bytes.length > MAX_SPREADSHEET_BYTES) throw tooLarge(name, bytes.length, MAX_SPREADSHEET_BYTES)
  if (bytes.length === 0) throw new AxialError('file-empty', { name })
  if (!isZip(bytes)) throw notAWorkbook(name, remark('not-zip'))
  checkSize(name, bytes)
  try {
    // The reader takes a plain Uint8Array for a path: it must have a Buffer.
    const sheets = await readXlsx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return { sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })) }
  } catch (error) {
    throw notAWorkbook(name, remark('archive-damaged'), error)
  }
}

/** Whether bytes claim to be a workbook, by their content. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return isZip(bytes)
}

function notAWorkbook(name: string, detail: Remark, cause?: unknown): AxialError {
  return new AxialError('file-wrong-kind', { name, expected: '.xlsx', detail }, cause)
}

/**
 * The reader's own types say `typeof Date` where it gives a Date. A date is a number of days in the file and loses a
 * millisecond on the way, which is put back by keeping hundredths of seconds.
 */
function cellOf(cell: unknown): Cell {
  if (typeof cell === 'string') return cell === '' ? null : cell
  if (typeof cell === 'number' || typeof cell === 'boolean') return cell
  return cell instanceof Date ? new Date(10 * Math.round(cell.getTime() / 10)) : null
}

/** Refuses archives that unpack to too much, and sheets that span too many cells, before anything is laid out. */
function checkSize(name: string, bytes: Uint8Array): void {
  let unpacked = 0
  let worksheets: Record<string, Uint8Array>
  try {
    worksheets = unzipSync(bytes, {
      filter: (entry) => {
        unpacked += entry.originalSize
        return unpacked <= MAX_UNPACKED_BYTES && /^xl\/worksheets\/[^/]+\.xml$/.test(entry.name)
      },
    })
  } catch (error) {
    throw notAWorkbook(name, remark('archive-damaged'), error)
  }
  if (unpacked > MAX_UNPACKED_BYTES) throw tooLarge(name, unpacked, MAX_UNPACKED_BYTES)
  for (const worksheet of Object.values(worksheets)) {
    const { rows, columns } = extentOf(strFromU8(worksheet))
    if (rows * columns > MAX_CELLS) {
      throw new AxialError('import-malformed', { name, detail: remark('sheet-too-large', { rows, columns }) })
    }
  }
}

/** The last row and the last column that hold something; cells that are only formatted do not count. */
function extentOf(worksheet: string): { readonly rows: number; readonly columns: number } {
  let rows = 0
  let columns = 0
  for (const [, letters = '', digits = ''] of worksheet.matchAll(
    /<c\b[^>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"(?:[^>]{0,200}[^/>])?>/g,
  )) {
    let column = 0
    for (const letter of letters) column = 26 * column + letter.charCodeAt(0) - 64
    rows = Math.max(rows, Number(digits))
    columns = Math.max(columns, column)
  }
  return { rows, columns }
}

const DELIMITERS = [',', ';', '\t'] as const

/** One record of a file of separated values. */
export interface CsvRecord {
  /** The line of the file on which it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Reads comma-, semicolon- or tab-separated values in any encoding that `decodeText` finds; the delimiter is the most
 * frequent one of the first record. Rows may differ in length; blank lines are left out. Throws what `decodeText`
 * throws, `file-wrong-kind` for binary files and web pages, `import-malformed` for a quote that is never closed.
 */
export function readCsv(name: string, bytes: Uint8Array): readonly (readonly string[])[] {
  return readCsvRecords(name, bytes).map(({ cells }) => cells)
}

/** The same with the line on which each record begins; what follows the first `most` records is not read. */
export function readCsvRecords(name: string, bytes: Uint8Array, most = Infinity): readonly CsvRecord[] {
  const text = textOf(name, bytes)
  if (/^\s*<(?:!doctype|html|head|body|table|\?xml)\b/i.test(text)) {
    throw new AxialError('file-wrong-kind', { name, expected: '.csv', detail: remark('web-page') })
  }
  const hint = /^sep=(.)\n/.exec(text)
  const body = hint === null ? text : text.slice(hint[0].length)
  try {
    const records: CsvRecord[] = []
    parse(body, {
      delimiter: hint?.[1] ?? delimiterOf(body),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      ...(Number.isFinite(most) && { to: most }),
      on_record: (cells: string[], { lines }) => {
        // `lines` counts to the record's end; a quoted cell may hold line ends of its own.
        const inside = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
        records.push({ line: lines - inside + (hint === null ? 0 : 1), cells })
        return null
      },
    })
    return records
  } catch (error) {
    throw new AxialError('import-malformed', { name, detail: faultOf(error, hint === null ? 0 : 1) }, error)
  }
}

function faultOf(error: unknown, linesBefore: number): Remark {
  if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') {
    const line = /at line (\d+)/.exec(error.message)?.[1]
    if (line !== undefined) return remark('quote-not-closed', { line: Number(line) + linesBefore })
  }
  return remark('rows-unreadable')
}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return decodeText(name, bytes).text
  } catch (error) {
    if (!(error instanceof AxialError) || error.reason !== 'file-binary') throw error
    throw new AxialError('file-wrong-kind', { name, expected: '.csv, .xlsx', detail: remark('binary') }, error)
  }
}

function delimiterOf(text: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]))
  let quoted = false
  for (const unit of text) {
    if (unit === '"') quoted = !quoted
    else if (!quoted && unit === '\n') break
    else if (!quoted) {
      const count = counts.get(unit)
      if (count !== undefined) counts.set(unit, count + 1)
    }
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}
