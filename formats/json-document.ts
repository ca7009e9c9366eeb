import type { z } from 'zod'
import { AxialError } from '../domain/errors.ts'
import { remark, type Remark } from '../domain/remarks.ts'

/** Parses JSON and checks its shape; the error says where in the document the first fault is. */
export function parseDocument<Schema extends z.ZodType>(name: string, text: string, schema: Schema): z.output<Schema> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new AxialError('import-malformed', { name, detail: syntaxFault(text, error) }, error)
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const place = placeOf(issue?.path ?? [])
  const detail = remark('at', { place, remark: issue === undefined ? remark('value-unfit') : shapeFault(value, issue) })
  throw new AxialError('import-malformed', { name, detail }, result.error)
}

/** Where the text stops being JSON, as far as the engine tells. */
function syntaxFault(text: string, error: unknown): Remark {
  const message = error instanceof Error ? error.message : ''
  if (message.startsWith('Unexpected end')) return remark('json-cut-short')
  const position = /at position (\d+)/.exec(message)?.[1]
  if (position === undefined) return remark('not-json')
  const before = text.slice(0, Number(position)).split('\n')
  return remark('json-broken-at', { line: before.length, column: (before.at(-1) ?? '').length + 1 })
}

const KINDS: Readonly<Record<string, Remark>> = {
  string: remark('value-not-text'),
  number: remark('value-not-number'),
  int: remark('value-not-number'),
  boolean: remark('value-not-yes-no'),
  array: remark('value-not-list'),
  object: remark('value-not-object'),
  record: remark('value-not-object'),
}

/** What is wrong with a value, in words of our own: the checker's are English. */
function shapeFault(document: unknown, issue: z.core.$ZodIssue): Remark {
  if (valueAt(document, issue.path) === undefined) return remark('value-absent')
  if (issue.code === 'invalid_value') return remark('value-not-one-of', { values: issue.values.map(String).join(', ') })
  return (issue.code === 'invalid_type' ? KINDS[issue.expected] : undefined) ?? remark('value-unfit')
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    document,
  )
}

/** `sources[0].turns[3].text`, as a programmer would point at it. */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return place === '' ? 'document' : place.replace(/^\./, '')
}
