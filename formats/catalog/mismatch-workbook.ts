import { MAX_INSTANCES } from '../../domain/catalog.ts'
import { AxialError } from '../../domain/errors.ts'
import { remark, type Remark } from '../../domain/remarks.ts'
import { interviewName } from '../coded-turns.ts'
import { readWorkbook, type Cell, type Row, type Sheet } from '../spreadsheet.ts'

export interface ReadInstance {
  /** Null when the workbook names a subcategory and no category. */
  readonly category: { readonly abbreviation: string | null; readonly name: string } | null
  readonly subcategory: string | null
}

export interface ReadMismatch {
  /** Unique in the workbook, such as M01-03. */
  readonly reference: string
  readonly quote: string
  readonly description: string
  readonly information: string
  readonly instances: readonly ReadInstance[]
  /** Row of the sheet, from 1. */
  readonly row: number
}

export interface MismatchSheet {
  readonly sheet: string
  /** As `interviewName` writes it: `Interview 1` for the sheet `Interview 01`. */
  readonly interview: string
  readonly mismatches: readonly ReadMismatch[]
}

export interface MismatchWorkbook {
  readonly sheets: readonly MismatchSheet[]
  /** Sheets, rows and cells that were left alone or changed, each with why. */
  readonly skipped: readonly Remark[]
}

/**
 * Reads a workbook of coded mismatches: each sheet named `Interview NN` has a header row (found by its names, wherever it
 * is) and a row for each mismatch with its reference, quote, description, information that was not communicated, and up
 * to three categories and subcategories: "Raw Data (RD)" with "(RD) Anonymization". Other sheets and columns are left
 * alone. Throws what `readWorkbook` throws, and `import-empty` when no sheet holds a mismatch.
 */
export async function parseMismatchWorkbook(name: string, bytes: Uint8Array): Promise<MismatchWorkbook> {
  const { sheets } = await readWorkbook(name, bytes)
  const skipped: Remark[] = []
  const references = new Set<string>()
  const read: MismatchSheet[] = []
  for (const sheet of sheets) {
    const number = /^\s*(?:interview|entrevue|entretien)[\s_-]*0*(\d+)\s*$/i.exec(sheet.name)?.[1]
    const header = number === undefined ? null : headerOf(sheet)
    const report = (what: Remark) => skipped.push(remark('at', { place: sheet.name, remark: what }))
    if (number === undefined) report(remark('not-an-interview'))
    else if (header === null) report(remark('no-mismatch-header'))
    else {
      const mismatches = readRows(sheet, number, header, references, skipped)
      read.push({ sheet: sheet.name, interview: interviewName(number), mismatches })
    }
  }
  if (read.every(({ mismatches }) => mismatches.length === 0)) {
    throw new AxialError('import-empty', { name, detail: remark('no-mismatch') })
  }
  return { sheets: read, skipped }
}

interface Header {
  /** Index of the header row. */
  readonly row: number
  readonly reference: number | null
  readonly quote: number
  readonly description: number | null
  readonly information: number | null
  /** Columns of each pair, in order; either may be missing. */
  readonly pairs: readonly { readonly category: number | null; readonly subcategory: number | null }[]
}

/** A header row is looked for among the first rows: some people put a title above it. */
const HEADER_ROWS = 10

function headerOf({ rows }: Sheet): Header | null {
  for (const [row, cells] of rows.slice(0, HEADER_ROWS).entries()) {
    const names = cells.map(foldHeader)
    const find = (pattern: RegExp) => {
      const index = names.findIndex((cell) => pattern.test(cell))
      return index === -1 ? null : index
    }
    const quote = find(/^(?:consolidated )?quotes?$/)
    const pairs = pairsOf(names)
    if (quote === null || pairs.length === 0) continue
    return {
      row,
      reference: find(/^mismatch(?: (?:id|#|number|reference))?$|^(?:id|reference)$/),
      quote,
      description: find(/^(?:mismatch )?description$/),
      information: find(/^information\b.*\bnot communicated$|^information$/),
      pairs,
    }
  }
  return null
}

function pairsOf(names: readonly string[]): Header['pairs'] {
  const pairs = new Map<number, { category: number | null; subcategory: number | null }>()
  for (const [index, cell] of names.entries()) {
    const match = /^(sub ?)?category ?(\d*)$/.exec(cell)
    if (match === null) continue
    const number = Number(match[2] ?? '')
    const pair = pairs.get(number) ?? { category: null, subcategory: null }
    pairs.set(number, match[1] === undefined ? { ...pair, category: index } : { ...pair, subcategory: index })
  }
  return [...pairs].sort((a, b) => a[0] - b[0]).map(([, pair]) => pair)
}

function readRows(
  { name, rows }: Sheet,
  number: string,
  header: Header,
  references: Set<string>,
  skipped: Remark[],
): readonly ReadMismatch[] {
  const mismatches: ReadMismatch[] = []
  for (const [index, cells] of rows.entries()) {
    if (index <= header.row) continue
    const row = index + 1
    const report = (what: Remark) => skipped.push(remark('in-sheet-row', { sheet: name, row, remark: what }))
    const quote = textAt(cells, header.quote)
    const description = textAt(cells, header.description)
    const information = textAt(cells, header.information)
    const instances = readInstances(cells, header, report)
    const given = textAt(cells, header.reference)
    if (quote === '' && description === '' && information === '' && instances.length === 0) {
      if (cells.some((cell) => textOf(cell) !== '')) report(remark('empty-mismatch'))
      continue
    }
    const wanted =
      given === '' ? `M${number.padStart(2, '0')}-${String(mismatches.length + 1).padStart(2, '0')}` : given
    const reference = freeReference(wanted, references)
    if (given === '') report(remark('reference-missing', { reference }))
    else if (reference !== given) report(remark('reference-repeated', { given, reference }))
    references.add(reference)
    mismatches.push({ reference, quote, description, information, instances, row })
  }
  return mismatches
}

function freeReference(wanted: string, taken: ReadonlySet<string>): string {
  let reference = wanted
  for (let copy = 2; taken.has(reference); copy++) reference = `${wanted} (${copy})`
  return reference
}

function readInstances(cells: Row, header: Header, report: (what: Remark) => void): readonly ReadInstance[] {
  const instances: ReadInstance[] = []
  for (const pair of header.pairs) {
    const category = categoryOf(textAt(cells, pair.category))
    const label = textAt(cells, pair.subcategory)
    const subcategory = withoutAbbreviation(label)
    if (category === null && subcategory === null) continue
    if (instances.length === MAX_INSTANCES) {
      const instance = [category?.name, subcategory].filter(Boolean).join(' / ')
      report(remark('too-many-instances', { limit: MAX_INSTANCES, instance }))
      continue
    }
    const prefix = /^\(([^)]{1,8})\)/.exec(label)?.[1]
    if (category === null) report(remark('no-category', { label }))
    else if (prefix !== undefined && category.abbreviation !== null && !sameWord(prefix, category.abbreviation)) {
      const { name, abbreviation } = category
      report(remark('other-category', { label, category: name, abbreviation }))
    }
    instances.push({ category, subcategory })
  }
  return instances
}

function categoryOf(label: string): ReadInstance['category'] {
  if (label === '') return null
  const [, name, abbreviation] = /^(.{1,200}?)\s{0,9}\(([^()\s]{1,8})\)$/.exec(label) ?? []
  return name === undefined || abbreviation === undefined ? { abbreviation: null, name: label } : { abbreviation, name }
}

function withoutAbbreviation(label: string): string | null {
  const bare = label.replace(/^\([^()]{1,8}\)\s*/, '')
  return bare === '' ? null : bare
}

function sameWord(a: string, b: string): boolean {
  return a.trim().toUpperCase() === b.trim().toUpperCase()
}

function foldHeader(cell: Cell): string {
  return textOf(cell)
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
}

function textAt(cells: Row, index: number | null): string {
  return index === null ? '' : textOf(cells[index] ?? null)
}

function textOf(cell: Cell): string {
  if (cell === null) return ''
  return (cell instanceof Date ? cell.toISOString() : String(cell)).trim()
}
