import './node-version.ts'
import { homedir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parentPort, type MessagePort } from 'node:worker_threads'
import { v7 } from 'uuid'
import packageJson from '../package.json' with { type: 'json' }
import { serve, type ServicePort } from './service-host.ts'
import { createWorkspace } from './workspace.ts'

/**
 * The service as a program of its own, `dist/service.js`: a worker thread of the loopback shell, or a utility process
 * of Electron. It holds the study and its database, and serves every port its parent hands it. `{ kind: 'close' }` from
 * the parent closes the study and ends it.
 */

/** The parts of Electron's `process.parentPort` and its ports that are used; Electron itself is not there to import. */
interface ElectronPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
}
interface ElectronParent {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly ElectronPort[] }) => void,
  ): unknown
}

const { values } = parseArgs({ options: { folder: { type: 'string' } }, strict: false, allowPositionals: true })
const folder = typeof values.folder === 'string' ? values.folder : path.join(homedir(), 'Axial')

const workspace = createWorkspace({ folder, version: packageJson.version, now: () => new Date(), newId: () => v7() })

async function close(): Promise<void> {
  await workspace.close()
  process.exit(0)
}

function isClose(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'close'
}

function portIn(message: unknown): MessagePort | null {
  if (typeof message !== 'object' || message === null || !('port' in message)) return null
  return message.port as MessagePort
}

function ofWorker(port: MessagePort): ServicePort {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
    onClose: (listener) => port.on('close', listener),
  }
}

function ofElectron(port: ElectronPort): ServicePort {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', (event) => listener(event.data))
      port.start()
    },
    onClose: (listener) => port.on('close', listener),
  }
}

const electronParent = (process as { readonly parentPort?: ElectronParent }).parentPort
if (electronParent !== undefined) {
  electronParent.on('message', ({ data, ports }) => {
    if (isClose(data)) void close()
    for (const port of ports) serve(ofElectron(port), workspace)
  })
} else if (parentPort !== null) {
  parentPort.on('message', (message: unknown) => {
    if (isClose(message)) void close()
    const port = portIn(message)
    if (port !== null) serve(ofWorker(port), workspace)
  })
} else {
  throw new Error('dist/service.js is started by a shell of Axial, not by hand')
}
