/**
 * Writes assets/sample/mismatches.xlsx from assets/sample/mismatches.json: one sheet an interview, one row a mismatch, as
 * researchers keep them. The same input gives the same bytes. Run it after a change of the JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { unzipSync, zipSync } from 'fflate'
import writeExcel from 'write-excel-file/node'

const sample = new URL('../assets/sample/', import.meta.url)
const MAX_INSTANCES = 3
/** A zip entry needs a date; this one stands for none. */
const NO_DATE = new Date(1980, 0, 1)

const HEADERS = ['Mismatch', 'Quotes', 'Mismatch Description', 'Information Not Communicated']
const WIDTHS = [12, 80, 60, 50]

/** The bytes of the workbook for `{ interviews: [{ sheet, mismatches: [{ reference, quote, … }] }] }`. */
export async function workbookOf({ interviews }) {
  const numbers = Array.from({ length: MAX_INSTANCES }, (_, index) => index + 1)
  const headers = [...HEADERS, ...numbers.flatMap((number) => [`Category ${number}`, `Sub-Category ${number}`])]
  const sheets = interviews.map(({ sheet, mismatches }) => ({
    sheet,
    columns: headers.map((_, index) => ({ width: WIDTHS[index] ?? 32 })),
    data: [
      headers.map((value) => ({ value, fontWeight: 'bold' })),
      ...mismatches.map(({ reference, quote, description, information, instances }) =>
        [
          reference,
          quote,
          description,
          information,
          ...numbers.flatMap((number) => {
            const instance = instances[number - 1]
            return [instance?.category ?? null, instance?.subcategory ?? null]
          }),
        ].map((value) => (value === null ? null : { value, type: String, wrap: true, alignVertical: 'top' })),
      ),
    ],
  }))
  const written = unzipSync(await writeExcel(sheets).toBuffer())
  const names = Object.keys(written).sort()
  return zipSync(Object.fromEntries(names.map((name) => [name, [written[name], { mtime: NO_DATE }]])))
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const catalog = JSON.parse(readFileSync(new URL('mismatches.json', sample), 'utf8'))
  writeFileSync(new URL('mismatches.xlsx', sample), await workbookOf(catalog))
}
