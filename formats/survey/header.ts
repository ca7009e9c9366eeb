import type { Cell, Row } from '../spreadsheet.ts'

export type SurveySource = 'qualtrics' | 'google-forms' | 'microsoft-forms' | 'plain'

export interface SurveyTable {
  readonly source: SurveySource
  /** Unique; the same as the question where the tool has no ids. */
  readonly ids: readonly string[]
  readonly texts: readonly string[]
  /** The answers; blanks trimmed, dates as ISO 8601. */
  readonly rows: readonly (readonly string[])[]
  /** Row of the file, from 1, that the first of `rows` is. */
  readonly firstRow: number
}

const QUALTRICS_TITLES: ReadonlyMap<string, RegExp> = new Map([
  ['StartDate', /^(?:start date|date de début)$/i],
  ['EndDate', /^(?:end date|date de fin)$/i],
  ['RecordedDate', /^(?:recorded date|date d['’]enregistrement)$/i],
  ['Status', /^(?:response type|type de réponse)$/i],
  ['Progress', /^(?:progress|progression)$/i],
  ['Finished', /^(?:finished|terminé)$/i],
  ['IPAddress', /^(?:ip address|adresse ip)$/i],
  ['ResponseId', /^(?:response id|id de réponse|identifiant de la réponse)$/i],
])

/** Divides a table into its header and its answers; null when it has no header or no column. */
export function readHeader(rows: readonly Row[]): SurveyTable | null {
  const cells = rows.map((row) => row.map(textOf))
  const [first = [], second, third] = cells
  if (first.filter((cell) => cell !== '').length === 0) return null
  const imported = (row: readonly string[] | undefined) =>
    row?.some((cell) => /^\{\s*"ImportId"\s*:/.test(cell)) === true
  if (imported(third)) return table('qualtrics', first, second ?? first, cells, 3)
  if (imported(second)) return table('qualtrics', first, first, cells, 2)
  if (second !== undefined && isQualtrics(first, second)) return table('qualtrics', first, second, cells, 2)
  return table(sourceOf(first), first, first, cells, 1)
}

function isQualtrics(ids: readonly string[], titles: readonly string[]): boolean {
  const known = ids.some((id, index) => QUALTRICS_TITLES.get(id)?.test(titles[index] ?? '') === true)
  if (known) return true
  const questions = ids.flatMap((id, index) => (/^Q\d+(?:[_.#]\w+)*$/.test(id) ? [titles[index] ?? ''] : []))
  return (
    questions.length > ids.length / 2 && questions.filter((title) => title.length > 20).length > questions.length / 2
  )
}

function sourceOf(header: readonly string[]): SurveySource {
  const folded = header.map((cell) => cell.toLowerCase())
  if (/^(?:timestamp|horodateur)$/.test(folded[0] ?? '')) return 'google-forms'
  const microsoft = (english: string, french: string) => folded.includes(english) || folded.includes(french)
  return microsoft('start time', 'heure de début') && microsoft('completion time', 'heure de fin')
    ? 'microsoft-forms'
    : 'plain'
}

function table(
  source: SurveySource,
  ids: readonly string[],
  texts: readonly string[],
  cells: readonly (readonly string[])[],
  headerRows: number,
): SurveyTable {
  const taken = new Set<string>()
  const unique = ids.map((id, index) => {
    const name = id === '' ? `Column ${index + 1}` : id
    let free = name
    for (let copy = 2; taken.has(free); copy++) free = `${name} (${copy})`
    taken.add(free)
    return free
  })
  return {
    source,
    ids: unique,
    texts: unique.map((id, index) => texts[index] || id),
    rows: cells.slice(headerRows),
    firstRow: headerRows + 1,
  }
}

function textOf(cell: Cell): string {
  if (cell === null) return ''
  return (cell instanceof Date ? cell.toISOString() : String(cell)).trim()
}
