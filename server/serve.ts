import path from 'node:path'
import type { Readable } from 'node:stream'
import { typed } from '../app/contract/port-client.ts'
import { startServiceThread } from '../app/service-thread.ts'
import { canOpenBrowser, openBrowser } from './browser.ts'
import { startOnFirst, USUAL_PORTS } from './loopback.ts'

export interface ServeOptions {
  /** The folder of the built programs: it holds service.js and renderer/. Ends with a slash. */
  readonly dist: URL
  readonly pages: string
  /** Null takes one of the usual ones. */
  readonly port: number | null
  readonly study: string | undefined
  readonly passphrase: string | undefined
  /** Where studies go that are named without a path; undefined takes the usual folder. */
  readonly folder: string | undefined
  readonly open: boolean
  /** A stream that ends with the program that started this one; null to outlive it. */
  readonly parent: Readable | null
  readonly print: (line: string) => void
}

/**
 * Serves the workbench until SIGINT, SIGTERM, SIGHUP or the end of its parent, then closes the study. Rejects with an
 * AxialError where the study cannot be opened; nothing is served then.
 */
export async function serveWorkbench(options: ServeOptions): Promise<void> {
  const service = startServiceThread(new URL('service.js', options.dist), options.folder)
  try {
    if (options.study !== undefined) {
      const call = typed(service.call)
      const passphrase = options.passphrase === undefined ? {} : { passphrase: options.passphrase }
      await call('workspace.open', { path: path.resolve(options.study), ...passphrase })
    }
    const served = { pages: options.pages, call: service.call }
    const loopback = await startOnFirst(served, options.port === null ? USUAL_PORTS : [options.port])
    options.print(loopback.url)
    if (options.open && canOpenBrowser(process.platform, process.env)) openBrowser(loopback.url)
    const failure = await Promise.race([stopSignal(), endOf(options.parent), service.ended])
    await loopback.close()
    if (failure !== null) throw failure
  } finally {
    // Being read, it would keep this process going.
    options.parent?.destroy()
    await service.close()
  }
}

function endOf(parent: Readable | null): Promise<null> {
  return new Promise((resolve) => {
    parent?.once('end', () => resolve(null)).resume()
  })
}

function stopSignal(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(null))
  })
}
