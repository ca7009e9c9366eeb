import { AxialError } from '../../domain/errors.ts'
import { remark, type Remark } from '../../domain/remarks.ts'
import { chooseScale, type Scale } from './likert-scales.ts'
import { isWorkbook, readCsv, readWorkbook, type Row } from '../spreadsheet.ts'
import { classifyColumn, isRefusal, whyNoAttribute, type SurveyColumn } from './columns.ts'
import { readHeader, type SurveySource, type SurveyTable } from './header.ts'
import { attributeLabel, itemLabels, onOneLine } from './labels.ts'

export interface LabelledColumn {
  readonly column: string
  readonly label: string
}

export interface ReportedColumn {
  readonly column: string
  readonly reason: Remark
}

export interface SurveyRespondent {
  /** By the attribute's column; empty where unanswered. */
  readonly attributes: Readonly<Record<string, string>>
  /** One entry an item: 1 to the number of points, or null when unanswered. */
  readonly answers: readonly (number | null)[]
}

export interface SurveyExport {
  readonly source: SurveySource
  /** Lowest first. */
  readonly scale: readonly string[]
  readonly items: readonly LabelledColumn[]
  readonly attributes: readonly LabelledColumn[]
  readonly respondents: readonly SurveyRespondent[]
  /** Columns that identify a person, never read further. */
  readonly leftOut: readonly ReportedColumn[]
  /** Columns that are neither items nor attributes: dates, free text, ratings on another scale. */
  readonly ignored: readonly ReportedColumn[]
  /** Identifying columns kept as attributes because `keep` names them. */
  readonly kept: readonly string[]
  /** Rows that are no respondents, each with why. */
  readonly skipped: readonly Remark[]
}

/**
 * Reads the raw export of a survey, `.csv` or `.xlsx` by content: Qualtrics (two or three header rows), Google Forms,
 * Microsoft Forms, or any table with one header row. Which columns are rated items, and on what scale, is found by their
 * values; which ones identify a person by header and values, and those are left out unless `keep` names them (by id or
 * question; naming another column makes that one an attribute too). No report holds an answer.
 *
 * Throws what the readers of the two formats throw, `import-empty` where there is no answer or no rated item, and
 * `column-missing` where `keep` names a column that is not there.
 */
export async function parseSurveyExport(
  name: string,
  bytes: Uint8Array,
  options: { readonly keep: readonly string[] },
): Promise<SurveyExport> {
  const sheets: readonly (readonly Row[])[] = isWorkbook(bytes)
    ? (await readWorkbook(name, bytes)).sheets.map((sheet) => sheet.rows)
    : [readCsv(name, bytes)]
  let best: SurveyReading | null = null
  for (const rows of sheets) {
    const table = readHeader(rows)
    const reading = table === null ? null : readItems(table)
    if (reading !== null && (best === null || reading.items.length > best.items.length)) best = reading
  }
  if (best === null) throw new AxialError('import-empty', { name, detail: remark('no-header') })
  if (best.columns.every(({ answers }) => answers.length === 0)) {
    throw new AxialError('import-empty', { name, detail: remark('no-answers') })
  }
  if (best.scale === null) throw new AxialError('import-empty', { name, detail: remark('no-rated-question') })
  return gather(name, best, best.scale, options.keep)
}

interface SurveyReading {
  readonly table: SurveyTable
  readonly columns: readonly SurveyColumn[]
  readonly scale: Scale | null
  readonly items: readonly SurveyColumn[]
  readonly skipped: readonly Remark[]
}

function readItems(table: SurveyTable): SurveyReading {
  const { rows, skipped } = respondentRows(table)
  const columns = table.ids.map((id, index) => ({
    index,
    id,
    text: table.texts[index] ?? id,
    answers: rows.map((row) => row[index] ?? ''),
  }))
  const candidates = columns.filter((column) => classifyColumn(column).kind === 'answers')
  const choice = chooseScale(candidates.map(({ answers }) => [...new Set(answers)]))
  const items = choice === null ? [] : choice.columns.flatMap((index) => candidates[index] ?? [])
  return { table, columns, scale: choice?.scale ?? null, items, skipped }
}

/** The rows that are people: previews, refusals of consent and rows without any answer are not. */
function respondentRows(table: SurveyTable): {
  readonly rows: readonly (readonly string[])[]
  readonly skipped: readonly Remark[]
} {
  const columns = table.ids.map((id, index) => {
    const column = { index, id, text: table.texts[index] ?? id, answers: table.rows.map((row) => row[index] ?? '') }
    return { index, id, kind: classifyColumn(column).kind }
  })
  const status = columns.find(({ id }) => /^status$/i.test(id))?.index
  const consents = columns.filter(({ kind }) => kind === 'consent')
  const questions = columns.filter(({ kind }) => kind === 'answers')
  const rows: (readonly string[])[] = []
  const skipped: Remark[] = []
  for (const [at, row] of table.rows.entries()) {
    const why = (reason: Remark) => skipped.push(remark('in-row', { row: table.firstRow + at, remark: reason }))
    const state = status === undefined ? '' : (row[status] ?? '')
    if (table.source === 'qualtrics' && /preview|aperçu|survey test|^[12]$/i.test(state)) why(remark('preview'))
    else if (consents.some(({ index }) => isRefusal(row[index] ?? ''))) why(remark('consent-refused'))
    else if (questions.every(({ index }) => (row[index] ?? '') === '')) why(remark('nothing-answered'))
    else rows.push(row)
  }
  return { rows, skipped }
}

function gather(name: string, reading: SurveyReading, scale: Scale, keep: readonly string[]): SurveyExport {
  const { table, columns, items } = reading
  const insisted = keptColumns(name, columns, keep)
  const rated = new Set(items)
  const otherScales = onOtherScales(columns.filter((column) => !rated.has(column)))
  const attributes: SurveyColumn[] = []
  const leftOut: ReportedColumn[] = []
  const ignored: ReportedColumn[] = []
  const kept: string[] = []
  for (const column of columns) {
    if (rated.has(column)) continue
    const { id } = column
    const kind = classifyColumn(column)
    const reason = otherScales.get(column) ?? reasonToIgnore(column)
    if (kind.kind === 'identifying' && insisted.has(column)) kept.push(id)
    if (insisted.has(column)) attributes.push(column)
    else if (kind.kind === 'identifying') leftOut.push({ column: id, reason: kind.reason })
    else if (reason !== null) ignored.push({ column: id, reason })
    else attributes.push(column)
  }
  const labels = itemLabels(items)
  return {
    source: table.source,
    scale: scale.labels,
    items: items.map(({ id }, index) => ({ column: id, label: labels[index] ?? id })),
    attributes: attributes.map((column) => ({ column: column.id, label: attributeLabel(column) })),
    respondents: (columns[0]?.answers ?? []).map((_, at) => ({
      attributes: Object.fromEntries(attributes.map(({ id, answers }) => [id, onOneLine(answers[at] ?? '')])),
      answers: items.map(({ answers }) => scale.valueOf(answers[at] ?? '')),
    })),
    leftOut,
    ignored,
    kept,
    skipped: reading.skipped,
  }
}

/** Why a column that identifies nobody is no attribute; null when it is one. */
function reasonToIgnore(column: SurveyColumn): Remark | null {
  const kind = classifyColumn(column)
  if (kind.kind === 'technical') return kind.reason
  if (kind.kind === 'consent') return remark('consent-question')
  return whyNoAttribute(column)
}

/** A survey has one scale here: questions that share another one are told with it, and left alone. */
function onOtherScales(columns: readonly SurveyColumn[]): ReadonlyMap<SurveyColumn, Remark> {
  const reasons = new Map<SurveyColumn, Remark>()
  let rest = columns.filter((column) => classifyColumn(column).kind === 'answers')
  for (;;) {
    const choice = chooseScale(rest.map(({ answers }) => [...new Set(answers)]))
    // A single question with graded answers may well be what respondents are grouped by.
    if (choice === null || choice.columns.length < 2) return reasons
    const chosen = new Set(choice.columns)
    const reason = remark('other-scale', { labels: choice.scale.labels.join(', ') })
    for (const [index, column] of rest.entries()) if (chosen.has(index)) reasons.set(column, reason)
    rest = rest.filter((_, index) => !chosen.has(index))
  }
}

function keptColumns(
  name: string,
  columns: readonly SurveyColumn[],
  keep: readonly string[],
): ReadonlySet<SurveyColumn> {
  const fold = (text: string) => onOneLine(text).toLocaleLowerCase('en')
  return new Set(
    keep.map((wanted) => {
      const column = columns.find(({ id, text }) => fold(id) === fold(wanted) || fold(text) === fold(wanted))
      if (column === undefined) {
        const known = columns.map(({ id }) => id).join(', ')
        throw new AxialError('column-missing', { name: wanted, known: remark('at', { place: name, remark: known }) })
      }
      return column
    }),
  )
}
