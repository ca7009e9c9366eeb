import { AxialError, reportOf } from '../domain/errors.ts'
import { isProcedureName, type Call, type Input, type ProcedureName } from './contract.ts'
import { pack } from './contract/packing.ts'
import { NO_ID, request, type Answer } from './contract/wire.ts'

/** One end of a two-way channel of structured-clone messages: a port of a worker thread, of Electron, or of a test. */
export interface ServicePort {
  readonly post: (message: Answer) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onClose: (listener: () => void) => void
}

/**
 * Serves the contract to whoever holds the other end of the port. Calls run side by side; a call is cancelled by its id,
 * and all of them when the port closes. Nothing that arrives can throw here: what cannot be understood is answered with
 * an error report.
 */
export function serve(port: ServicePort, workspace: { readonly call: Call }): void {
  const running = new Map<number, AbortController>()

  const run = async (id: number, name: string, input: unknown): Promise<void> => {
    if (running.has(id)) {
      port.post({
        kind: 'error',
        id,
        error: reportOf(new AxialError('bad-request', { detail: `call ${id} is running already` })),
      })
      return
    }
    const controller = new AbortController()
    running.set(id, controller)
    let answer: Answer
    try {
      if (!isProcedureName(name)) throw new AxialError('bad-request', { detail: `there is no procedure "${name}"` })
      // The workspace checks the input before anything else sees it.
      const output = await workspace.call(name, input as Input<ProcedureName>, {
        signal: controller.signal,
        onProgress: (progress) => {
          if (running.get(id) === controller) port.post({ kind: 'progress', id, progress })
        },
      })
      answer = { kind: 'result', id, output: pack(output) }
    } catch (error) {
      answer = { kind: 'error', id, error: reportOf(error) }
    }
    running.delete(id)
    port.post(answer)
  }

  port.onMessage((message) => {
    const parsed = request.safeParse(message)
    if (!parsed.success) {
      const error = reportOf(
        new AxialError('bad-request', { detail: 'a message that is neither a call nor its cancelling' }),
      )
      port.post({ kind: 'error', id: idOf(message), error })
      return
    }
    if (parsed.data.kind === 'cancel') running.get(parsed.data.id)?.abort()
    else void run(parsed.data.id, parsed.data.name, parsed.data.input)
  })
  port.onClose(() => {
    for (const controller of running.values()) controller.abort()
  })
}

function idOf(message: unknown): number {
  if (typeof message !== 'object' || message === null || !('id' in message)) return NO_ID
  return typeof message.id === 'number' ? message.id : NO_ID
}
