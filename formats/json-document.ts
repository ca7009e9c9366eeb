import type { z } from 'zod'
import { AxialError } from '../domain/errors.ts'

/** Parses JSON and checks its shape; the error says where in the document the first fault is. */
export function parseDocument<Schema extends z.ZodType>(name: string, text: string, schema: Schema): z.output<Schema> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new AxialError('import-malformed', { name, detail: `JSON: ${detail.slice(0, 200)}` }, error)
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const detail = issue === undefined ? 'JSON' : `${placeOf(issue.path)}: ${issue.message}`
  throw new AxialError('import-malformed', { name, detail }, result.error)
}

/** `sources[0].turns[3].text`, as a programmer would point at it. */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return place === '' ? 'document' : place.replace(/^\./, '')
}
