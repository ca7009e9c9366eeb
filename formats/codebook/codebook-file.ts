import type { IncomingCode } from '../../domain/codebook/codebook-import.ts'
import { AxialError } from '../../domain/errors.ts'
import { remark } from '../../domain/remarks.ts'
import { readCodebookCsv, readCodebookRecords } from './codebook-csv.ts'
import { readCodebookJson } from './codebook-json.ts'
import { isWorkbook, readWorkbook, type Cell } from '../spreadsheet.ts'

const SQLITE_MAGIC = 'SQLite format 3\0'

/**
 * Reads a codebook from a file of a kind that is told by its content: JSON that Axial wrote, the first sheet of a workbook
 * that has rows, or separated values. Throws what those readers throw, and `file-wrong-kind` for a study.
 */
export async function readCodebookFile(name: string, bytes: Uint8Array): Promise<readonly IncomingCode[]> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256))
  if (start.startsWith(SQLITE_MAGIC) || /\.axial$/i.test(name)) {
    throw new AxialError('file-wrong-kind', { name, expected: '.csv, .xlsx, .json', detail: remark('study-by-path') })
  }
  if (isWorkbook(bytes)) {
    const { sheets } = await readWorkbook(name, bytes)
    const rows = sheets.find((sheet) => sheet.rows.length > 0)?.rows ?? []
    return readCodebookRecords(
      name,
      rows.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) })),
    )
  }
  return /^(?:\u00EF\u00BB\u00BF)?\s*\{/.test(start) ? readCodebookJson(name, bytes) : readCodebookCsv(name, bytes)
}

function textOf(cell: Cell): string {
  if (cell === null) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}
