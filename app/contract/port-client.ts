import { AxialError, errorOf } from '../../domain/errors.ts'
import type { Call, CallOptions } from '../contract.ts'
import { unpack } from './packing.ts'
import type { Answer, Request } from './wire.ts'

/** The asking end of a channel whose other end is served by `serve` in app/service-host.ts. */
export interface ClientPort {
  readonly post: (message: Request) => void
  readonly onMessage: (listener: (message: Answer) => void) => void
  readonly onClose: (listener: () => void) => void
}

interface Pending {
  readonly settle: (answer: Exclude<Answer, { kind: 'progress' }>) => void
  readonly onProgress: CallOptions['onProgress']
}

/** By name and with unchecked data: the service is who checks. Long lists in what it gives are still packed. */
export type RawCall = (name: string, input: unknown, options?: CallOptions) => Promise<unknown>

/**
 * Calls over a message port. A cancelled call still waits for its true answer: work that finished before the word
 * arrived says so. Where the port closes, every call in hand and every later one fails with `service-gone`.
 */
export function callOverPort(port: ClientPort): RawCall {
  const pending = new Map<number, Pending>()
  let lastId = 0
  let gone = false

  port.onMessage((answer) => {
    const waiting = pending.get(answer.id)
    if (answer.kind === 'progress') waiting?.onProgress?.(answer.progress)
    else waiting?.settle(answer)
  })
  port.onClose(() => {
    gone = true
    const error = { code: 'internal', reason: 'service-gone', params: {} } as const
    for (const [id, waiting] of pending) waiting.settle({ kind: 'error', id, error })
  })

  return (name, input, { signal, onProgress } = {}) =>
    new Promise((resolve, reject) => {
      if (gone) throw new AxialError('service-gone')
      if (signal?.aborted === true) throw new AxialError('cancelled')
      const id = (lastId += 1)
      const cancel = () => port.post({ kind: 'cancel', id })
      pending.set(id, {
        onProgress,
        settle: (answer) => {
          pending.delete(id)
          signal?.removeEventListener('abort', cancel)
          if (answer.kind === 'result') resolve(answer.output)
          else reject(errorOf(answer.error))
        },
      })
      try {
        port.post({ kind: 'call', id, name, input })
      } catch (error) {
        pending.delete(id)
        throw error
      }
      signal?.addEventListener('abort', cancel, { once: true })
    })
}

/** The same calls with the contract's types: the service has checked both input and output against them. */
export function typed(call: RawCall): Call {
  return (async (name: string, input: unknown, options?: CallOptions) =>
    unpack(await call(name, input, options))) as Call
}
