import type { Call } from '../app/contract.ts'
import { PORT_MESSAGE, type Desktop } from '../app/contract/bridge.ts'
import { callOverPort, typed, type RawCall } from '../app/contract/port-client.ts'
import { CALL_HEADER, fromJson, linesOf, toJson, type Answer } from '../app/contract/wire.ts'
import { AxialError, errorOf } from '../domain/errors.ts'

/** What only the desktop shell can do, such as the system's own file dialogs; null in a browser. */
export function desktop(): Desktop | null {
  return window.axial?.desktop ?? null
}

/** Calls over Electron's port where the window has one, otherwise over HTTP to the server the page came from. */
export async function connect(): Promise<Call> {
  const { axial } = window
  if (axial === undefined) return typed(callOverHttp(fetch.bind(window)))
  const arriving = portFromWindow()
  await axial.connect()
  const port = await arriving
  const call = callOverPort({
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', (event: MessageEvent<Answer>) => listener(event.data))
      port.start()
    },
    onClose: (listener) => port.addEventListener('close', listener),
  })
  return typed(call)
}

function portFromWindow(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent<unknown>) => {
      const port = event.ports[0]
      if (event.source !== window || event.data !== PORT_MESSAGE || port === undefined) return
      window.removeEventListener('message', take)
      resolve(port)
    }
    window.addEventListener('message', take)
  })
}

/**
 * Calls over HTTP, see server/calls.ts. A cancelled call still waits for its true answer. `base` is empty in the page,
 * and the server's origin for a test.
 */
export function callOverHttp(send: typeof fetch, base = ''): RawCall {
  return async (name, input, { signal, onProgress } = {}) => {
    if (signal?.aborted === true) throw new AxialError('cancelled')
    const headers = { 'content-type': 'application/json', [CALL_HEADER]: crypto.randomUUID() }
    // Where this word does not arrive either, the call itself fails and says so.
    const cancel = () => void send(`${base}/cancel`, { method: 'POST', headers }).catch(() => undefined)
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      const response = await send(`${base}/call/${name}`, { method: 'POST', headers, body: toJson(input) })
      for await (const line of linesOf(textOf(response))) {
        const answer = fromJson(line) as Answer
        if (answer.kind === 'progress') onProgress?.(answer.progress)
        else if (answer.kind === 'result') return answer.output
        else throw errorOf(answer.error)
      }
      throw new AxialError('service-gone')
    } catch (error) {
      if (error instanceof AxialError) throw error
      throw new AxialError('service-gone', {}, error)
    } finally {
      signal?.removeEventListener('abort', cancel)
    }
  }
}

async function* textOf(response: Response): AsyncGenerator<string> {
  if (response.body === null) return
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    yield decoder.decode(chunk.value, { stream: true })
  }
  yield decoder.decode()
}
