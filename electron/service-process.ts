import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { callOverPort, type RawCall } from '../app/contract/port-client.ts'
import type { Answer } from '../app/contract/wire.ts'

/** How long a closing service is waited for, in milliseconds. What was saved is safe in any case. */
const CLOSING = 10_000

/** The service in a process of its own: neither the window nor this program ever waits for its database. */
export class ServiceProcess {
  readonly #entry: string
  readonly #folder: string
  #child: UtilityProcess | null = null

  constructor(entry: string, folder: string) {
    this.#entry = entry
    this.#folder = folder
  }

  /** A new port to the service, which is started where it does not run. */
  connect(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain()
    this.#running().postMessage({ kind: 'port' }, [port1])
    return port2
  }

  /** Calls from this program itself, over a port of its own. */
  open(): RawCall {
    const port = this.connect()
    return callOverPort({
      post: (message) => port.postMessage(message),
      onMessage: (listener) => {
        port.on('message', (event) => listener(event.data as Answer))
        port.start()
      },
      onClose: (listener) => port.on('close', listener),
    })
  }

  get runs(): boolean {
    return this.#child !== null
  }

  /** Closes the study and ends the process. */
  async close(): Promise<void> {
    const child = this.#child
    if (child === null) return
    const gone = new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
    })
    child.postMessage({ kind: 'close' }, [])
    const timer = setTimeout(() => child.kill(), CLOSING)
    await gone
    clearTimeout(timer)
  }

  #running(): UtilityProcess {
    if (this.#child !== null) return this.#child
    const child = utilityProcess.fork(this.#entry, ['--folder', this.#folder], { serviceName: 'Axial service' })
    child.once('exit', () => {
      if (this.#child === child) this.#child = null
    })
    this.#child = child
    return child
  }
}
