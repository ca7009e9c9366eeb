import { z } from 'zod'
import type { ErrorReport } from '../../domain/errors.ts'
import type { Progress } from './procedure.ts'

/**
 * How a call crosses a process boundary. Over a message port these values travel as they are (structured clone carries
 * Uint8Array); over HTTP they are JSON, see `toJson`.
 */
export const request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), id: z.int(), name: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('cancel'), id: z.int() }),
])
export type Request = z.infer<typeof request>

/** What comes back: any number of `progress`, then exactly one `result` or `error`. */
export type Answer =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'result'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: ErrorReport }

/** The id of an answer to a message whose own id could not be read. */
export const NO_ID = -1

/** Over HTTP, names a call so that it can be cancelled by another request; any string that the caller does not repeat. */
export const CALL_HEADER = 'axial-call'

/** The largest request body that is read, in bytes: a file of 200 MB in base64 fits and is then refused by name. */
export const BODY_LIMIT = 300 * 1000 * 1000

const BYTES = '$bytes'

/**
 * Plain data as JSON text. Bytes become `{"$bytes": base64}`; a key of an ordinary object that begins with `$` gets a
 * second one, so any plain data survives the round trip.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(isTagged(value) ? tag(value) : value)
}

/** The plain data that `toJson` wrote. Throws SyntaxError when the text is not JSON or its bytes are not base64. */
export function fromJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  // Most answers hold neither bytes nor such keys: a transcript is not copied once more only to find that out.
  return text.includes('"$') || text.includes('"\\u0024') ? untag(value) : value
}

/** Whether plain JSON would not bring this value across as it is. */
function isTagged(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isTagged)
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof Uint8Array) return true
  return Object.entries(value).some(([key, item]) => key.startsWith('$') || isTagged(item))
}

function tag(value: unknown): unknown {
  if (value instanceof Uint8Array) return { [BYTES]: base64Of(value) }
  if (Array.isArray(value)) return value.map(tag)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.startsWith('$') ? `$${key}` : key, tag(item)]),
  )
}

function untag(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(untag)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const only = entries.length === 1 ? entries[0] : undefined
  if (only !== undefined && only[0] === BYTES && typeof only[1] === 'string') return bytesOf(only[1])
  // fromEntries defines own properties, so a key such as __proto__ stays data.
  return Object.fromEntries(entries.map(([key, item]) => [key.startsWith('$$') ? key.slice(1) : key, untag(item)]))
}

/** Kept below the number of arguments that engines allow in one call. */
const CHUNK = 0x6000

function base64Of(bytes: Uint8Array): string {
  const parts: string[] = []
  // CHUNK is a multiple of three, so the parts join without padding between them.
  for (let at = 0; at < bytes.length; at += CHUNK)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK))))
  return parts.join('')
}

function bytesOf(base64: string): Uint8Array {
  let binary: string
  try {
    binary = atob(base64)
  } catch (error) {
    throw new SyntaxError('The bytes are not base64', { cause: error })
  }
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes
}

/** Cuts a stream of text into its lines, however the chunks fall. Empty lines are left out. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  // A line may come in a hundred chunks: each is searched once, and they are joined once.
  let begun: string[] = []
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n')
    begun.push(first)
    for (const other of others) {
      const line = begun.join('')
      if (line !== '') yield line
      begun = [other]
    }
  }
  const rest = begun.join('')
  if (rest !== '') yield rest
}
