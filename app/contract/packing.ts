/**
 * Long lists on their way between processes. A transcript has thousands of turns, each with the same keys and most with
 * one of a few speakers: as columns, in which each text stands once, they are a third as long, and read in half the time.
 */

/** The values of one key, row by row; where texts repeat, the different ones and which of them each row has. */
type Column = readonly unknown[] | { readonly texts: readonly string[]; readonly rows: readonly number[] }

interface Table {
  /** The key of the answer that holds the list; null where the answer is the list. */
  readonly of: string | null
  readonly length: number
  readonly columns: Readonly<Record<string, Column>>
}

/** No answer of the contract has a key of this name. */
const TABLES = 'axial:tables'

interface Packed {
  readonly [TABLES]: readonly Table[]
  /** What is left of the answer. */
  readonly rest: unknown
}

/** Shorter lists stay as they are. */
const LEAST_ROWS = 100
/** With more different texts than these, they stay as they are. */
const MOST_TEXTS = 250

type Row = Readonly<Record<string, unknown>>

/** An answer with its long lists as columns; as it is where it has none. */
export function pack(answer: unknown): unknown {
  if (Array.isArray(answer)) {
    const table = tableOf(null, answer)
    return table === null ? answer : ({ [TABLES]: [table], rest: null } satisfies Packed)
  }
  if (!isRow(answer)) return answer
  const tables = Object.entries(answer).flatMap(([key, item]) => tableOf(key, item) ?? [])
  if (tables.length === 0) return answer
  const isTable = (key: string) => tables.some(({ of }) => of === key)
  const rest = Object.fromEntries(Object.entries(answer).map(([key, item]) => [key, isTable(key) ? null : item]))
  return { [TABLES]: tables, rest } satisfies Packed
}

/** The answer that `pack` was given. */
export function unpack(answer: unknown): unknown {
  if (!isPacked(answer)) return answer
  const [first] = answer[TABLES]
  if (first?.of === null) return rowsOf(first)
  return { ...Object(answer.rest), ...Object.fromEntries(answer[TABLES].map((table) => [table.of, rowsOf(table)])) }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function isPacked(value: unknown): value is Packed {
  return typeof value === 'object' && value !== null && TABLES in value
}

/** Null where it is no long list, or its rows are not all of one kind. */
function tableOf(of: string | null, list: unknown): Table | null {
  if (!Array.isArray(list) || list.length < LEAST_ROWS) return null
  const keys = Object.keys(Object(list[0]))
  const isAlike = (row: unknown): row is Row => {
    if (!isRow(row)) return false
    const own = Object.keys(row)
    return own.length === keys.length && own.every((key, index) => key === keys[index] && row[key] !== undefined)
  }
  if (keys.includes('__proto__') || !list.every(isAlike)) return null
  return { of, length: list.length, columns: Object.fromEntries(keys.map((key) => [key, columnOf(list, key)])) }
}

function columnOf(list: readonly Row[], key: string): Column {
  const places = new Map<string, number>()
  const rows: number[] = []
  for (const row of list) {
    const value = row[key]
    const place = typeof value === 'string' ? (places.get(value) ?? places.size) : MOST_TEXTS
    if (typeof value !== 'string' || place === MOST_TEXTS) return list.map((one) => one[key])
    if (place === places.size) places.set(value, place)
    rows.push(place)
  }
  return { texts: [...places.keys()], rows }
}

function rowsOf({ length, columns }: Table): readonly Row[] {
  const rows = Array.from({ length }, (): Record<string, unknown> => ({}))
  // Key by key: all rows get one shape.
  for (const [key, column] of Object.entries(columns)) {
    rows.forEach((row, index) => {
      row[key] = 'texts' in column ? column.texts[column.rows[index] ?? -1] : column[index]
    })
  }
  return rows
}
