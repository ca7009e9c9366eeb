import type { SurveyColumn } from './columns.ts'

/** Line ends and runs of blanks as one blank. */
export function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** The short label of an attribute: its question on one line, without what Qualtrics appends. */
export function attributeLabel({ text }: SurveyColumn): string {
  return onOneLine(text).replace(/ - Selected Choice$/, '')
}

/**
 * Short labels that tell the items of a survey apart, in the items' order: the row of a grid ("Question - Row",
 * "Question [Row]"), and of "Name: explanation" the name where all items are written so. Items that would then have one
 * label get their grid's title before it ("Development Environment: Computing Resources"), else their column's id.
 */
export function itemLabels(columns: readonly SurveyColumn[]): readonly string[] {
  const parts = columns.map((column) => splitQuestion(column, columns))
  const named = parts.every(({ row }) => /^[^:]{1,80}:\s+\S/.test(row))
  const short = parts.map(({ row }) => (named ? row.slice(0, row.indexOf(':')).trim() : row))
  const counts = Map.groupBy(short, (label) => label.toLowerCase())
  const prefixed = short.map((label, index) => {
    const title = parts[index]?.title ?? ''
    const collides = (counts.get(label.toLowerCase())?.length ?? 0) > 1
    return collides && title !== '' ? `${title}: ${label}` : label
  })
  const again = Map.groupBy(prefixed, (label) => label.toLowerCase())
  return prefixed.map((label, index) =>
    (again.get(label.toLowerCase())?.length ?? 0) > 1 ? `${columns[index]?.id ?? ''}: ${label}` : label,
  )
}

interface Question {
  /** The grid's title, from what its rows have in common; may be empty. */
  readonly title: string
  readonly row: string
}

const LONGEST_TITLE = 60

function splitQuestion(column: SurveyColumn, columns: readonly SurveyColumn[]): Question {
  const bracket = column.text.endsWith(']') ? column.text.lastIndexOf('[') : -1
  if (bracket > 0) {
    return { title: titleOf(column.text.slice(0, bracket)), row: onOneLine(column.text.slice(bracket + 1, -1)) }
  }
  const stem = stemOf(column, columns)
  if (stem !== '') return { title: titleOf(stem), row: onOneLine(column.text.slice(stem.length)) }
  return { title: '', row: onOneLine(column.text) }
}

/** What stands before the row, its " - " included: what the columns of one question share, else up to the last " - ". */
function stemOf({ id, text }: SurveyColumn, columns: readonly SurveyColumn[]): string {
  const question = /^(.+?)_\d+$/.exec(id)?.[1]
  const together = columns.filter((other) => question !== undefined && other.id.startsWith(`${question}_`))
  let shared = text
  for (const other of together) {
    let at = 0
    while (at < shared.length && shared[at] === other.text[at]) at++
    shared = shared.slice(0, at)
  }
  const from = together.length > 1 ? shared : text
  const dash = from.lastIndexOf(' - ')
  return dash === -1 || (together.length < 2 && question === undefined) ? '' : text.slice(0, dash + 3)
}

/** The stem's first line, or what that line says before its first colon or full stop where it is long; '' if still long. */
function titleOf(stem: string): string {
  const [line = ''] = stem.trim().split('\n')
  const whole = onOneLine(line)
  const title = whole.length <= LONGEST_TITLE ? whole : (whole.split(/[:.?!]\s/)[0] ?? '')
  return title.length <= LONGEST_TITLE ? title.replace(/\s*[-–:.?]+$/, '') : ''
}
