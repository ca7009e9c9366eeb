import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AxialError, reportOf, type ErrorCode } from '../app/contract/failure.ts'
import type { RawCall } from '../app/contract/port-client.ts'
import type { Progress } from '../app/contract/procedure.ts'
import { BODY_LIMIT, CALL_HEADER, NO_ID, fromJson, toJson, type Answer } from '../app/contract/wire.ts'

const STATUS: Readonly<Record<ErrorCode, ContentfulStatusCode>> = {
  invalid: 400,
  refused: 403,
  'not-found': 404,
  conflict: 409,
  cancelled: 409,
  internal: 500,
}

/** No input of the contract is nested nearly as deep; far deeper ones would overflow the stack where they are checked. */
const MOST_LEVELS = 64

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false
  return levels === 0 || Object.values(value).some((item) => isDeeperThan(levels - 1, item))
}

const NDJSON = { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' }

/** An answer that is an error and nothing else, under the HTTP status that its code stands for. */
export function refuse(c: Context, error: unknown, status?: ContentfulStatusCode): Response {
  const report = reportOf(error)
  return c.body(line({ kind: 'error', id: NO_ID, error: report }), status ?? STATUS[report.code], NDJSON)
}

/**
 * Calls over HTTP: POST /call/NAME with the input as JSON; the answer is a line of JSON for each progress report and a
 * last one with the result or the error. A call is cancelled by POST /cancel with the id the caller gave it, and by
 * the caller's going away.
 */
export function createCalls(call: RawCall) {
  const running = new Map<string, AbortController>()

  const start = async (c: Context): Promise<Response> => {
    let input: unknown
    try {
      input = fromJson(await readBody(c))
    } catch (error) {
      return refuse(c, error instanceof SyntaxError || error instanceof RangeError ? malformed() : error)
    }
    if (isDeeperThan(MOST_LEVELS, input)) return refuse(c, malformed())
    const controller = new AbortController()
    const goneAway = () => controller.abort()
    c.req.raw.signal.addEventListener('abort', goneAway)
    const id = c.req.header(CALL_HEADER)
    if (id !== undefined) running.set(id, controller)

    const answers = createQueue()
    void call(c.req.param('name') ?? '', input, {
      signal: controller.signal,
      onProgress: (progress) => answers.add(progress),
    })
      .then(
        (output): Answer => ({ kind: 'result', id: NO_ID, output }),
        (error: unknown): Answer => ({ kind: 'error', id: NO_ID, error: reportOf(error) }),
      )
      .then((last) => {
        if (id !== undefined) running.delete(id)
        answers.end(last)
      })

    const first = await answers.next()
    if (first.kind !== 'progress') {
      return c.body(line(first), first.kind === 'error' ? STATUS[first.error.code] : 200, NDJSON)
    }
    for (const [name, value] of Object.entries(NDJSON)) c.header(name, value)
    return stream(c, async (out) => {
      out.onAbort(goneAway)
      for (let answer: Answer = first; ; answer = await answers.next()) {
        await out.write(line(answer))
        if (answer.kind !== 'progress') return
      }
    })
  }

  const cancel = (c: Context): Response => {
    running.get(c.req.header(CALL_HEADER) ?? '')?.abort()
    return c.body(null, 204)
  }

  return { start, cancel }
}

function line(answer: Answer): string {
  return `${toJson(answer)}\n`
}

function malformed(): AxialError {
  return new AxialError('bad-request', { detail: 'the body is not JSON as Axial writes it' })
}

/** The body as text, read no further than the limit whatever its length was said to be. */
async function readBody(c: Context): Promise<string> {
  const said = Number(c.req.header('content-length') ?? 0)
  if (said > BODY_LIMIT) throw tooLarge(said)
  const body = c.req.raw.body
  if (body === null) return ''
  const decoder = new TextDecoder()
  const parts: string[] = []
  let size = 0
  const reader = body.getReader()
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength
    if (size > BODY_LIMIT) {
      await reader.cancel()
      throw tooLarge(size)
    }
    parts.push(decoder.decode(chunk.value, { stream: true }))
  }
  return parts.join('') + decoder.decode()
}

function tooLarge(size: number): AxialError {
  return new AxialError('request-too-large', { size: Math.ceil(size / 1e6), limit: BODY_LIMIT / 1e6 })
}

/** Answers in order. Of progress that nobody has fetched yet only the latest is kept. */
function createQueue() {
  let progress: Progress | null = null
  let last: Answer | null = null
  let wake: (() => void) | null = null
  const notify = () => {
    wake?.()
    wake = null
  }
  return {
    add: (next: Progress) => {
      progress = next
      notify()
    },
    end: (answer: Answer) => {
      last = answer
      notify()
    },
    next: async (): Promise<Answer> => {
      for (;;) {
        if (progress !== null) {
          const answer: Answer = { kind: 'progress', id: NO_ID, progress }
          progress = null
          return answer
        }
        if (last !== null) return last
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}
