import { MessageChannel, Worker } from 'node:worker_threads'
import { callOverPort, type RawCall } from './contract/port-client.ts'

/** The service in a thread of this process, and one port to it. */
export interface ServiceThread {
  readonly call: RawCall
  /** Resolves, with what went wrong if anything, when the thread has ended by itself. */
  readonly ended: Promise<Error | null>
  /** Closes the study and ends the thread. */
  readonly close: () => Promise<void>
}

/** `entry` is the built dist/service.js; `folder` is where studies go that are named without a path. */
export function startServiceThread(entry: URL, folder: string | undefined): ServiceThread {
  const worker = new Worker(entry, { argv: folder === undefined ? [] : ['--folder', folder] })
  const { port1, port2 } = new MessageChannel()
  worker.postMessage({ port: port2 }, [port2])
  let failure: Error | null = null
  worker.on('error', (error) => {
    failure = error instanceof Error ? error : new Error(String(error))
  })
  const ended = new Promise<Error | null>((resolve) => {
    worker.on('exit', () => resolve(failure))
  })
  const call = callOverPort({
    post: (message) => port1.postMessage(message),
    onMessage: (listener) => port1.on('message', listener),
    onClose: (listener) => port1.on('close', listener),
  })
  return {
    call,
    ended,
    close: async () => {
      worker.postMessage({ kind: 'close' }, [])
      await ended
      port1.close()
    },
  }
}
