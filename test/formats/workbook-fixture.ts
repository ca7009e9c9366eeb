import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeExcel from 'write-excel-file/node'

type Value = string | number | boolean | Date | null

/** The bytes of an .xlsx workbook with these sheets, as a spreadsheet program writes it. */
export async function workbookOf(sheets: Readonly<Record<string, readonly (readonly Value[])[]>>): Promise<Uint8Array> {
  const data = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((value) => (value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd hh:mm' } : value)),
    ),
  }))
  return new Uint8Array(await writeExcel(data).toBuffer())
}

/** The workbook with one of its parts changed by hand, as no spreadsheet program would. */
export function tamper(workbook: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const entries = unzipSync(workbook)
  const entry = entries[part]
  if (entry === undefined) throw new Error(`no part ${part}`)
  return zipSync({ ...entries, [part]: strToU8(change(strFromU8(entry))) })
}
