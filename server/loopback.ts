import type { AddressInfo } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { AxialError, sentenceFor } from '../app/contract/failure.ts'
import type { RawCall } from '../app/contract/port-client.ts'
import { PAGE_HEADERS, readPageFile } from '../app/page.ts'
import { createAdmission, isOwnHost, isOwnOrigin, isOwnSite, type Admission } from './admission.ts'
import { createCalls, refuse } from './calls.ts'

export interface LoopbackOptions {
  /** The folder of the built renderer. */
  readonly pages: string
  readonly call: RawCall
  /** 0 takes any free port. */
  readonly port: number
}

export interface Loopback {
  readonly port: number
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** The address to open, once, in the researcher's browser. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** Serves the workbench and the contract to one browser of this machine. Resolves once it listens. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  let port = 0
  const admission = createAdmission(() => port)
  const app = createApp(options, admission, () => port)
  const server = await new Promise<ServerType>((resolve, reject) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: options.port }, (info: AddressInfo) => {
      port = info.port
      resolve(started)
    })
    started.on('error', reject)
  })
  const origin = `http://127.0.0.1:${port}`
  return {
    port,
    origin,
    url: `${origin}/enter?token=${admission.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

/**
 * What a browser remembers of a person (their keys, text size, recent codes, drafts) it keeps by address: the workbench
 * comes back at the same one. Ports below those that systems give to outgoing connections; several, for several studies
 * at once; at last any free one.
 */
export const USUAL_PORTS: readonly number[] = [21872, 21873, 21874, 21875, 21876, 21877, 21878, 21879, 0]

/** Serves at the first of these ports that is free. */
export async function startOnFirst(
  options: Omit<LoopbackOptions, 'port'>,
  [port = 0, ...others]: readonly number[],
): Promise<Loopback> {
  try {
    return await startLoopback({ ...options, port })
  } catch (error) {
    if (others.length === 0 || !isTaken(error)) throw error
    return startOnFirst(options, others)
  }
}

/** Windows says of ports that it keeps for itself that they are forbidden. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
}

function createApp(options: LoopbackOptions, admission: Admission, port: () => number): Hono {
  const app = new Hono()
  const calls = createCalls(options.call)

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(PAGE_HEADERS)) c.header(name, value)
    if (!isOwnHost(c.req.header('host'), port())) return refuse(c, notAdmitted(), 421)
    return next()
  })
  app.get('/enter', (c) => {
    c.header('cache-control', 'no-store')
    if (admission.isAdmitted(c) || admission.enter(c, c.req.query('token') ?? '')) return c.redirect('/', 303)
    return c.text(explanation(), 401)
  })
  app.use(async (c, next) => {
    const page = c.req.method === 'GET'
    if (!admission.isAdmitted(c)) return page ? c.text(explanation(), 401) : refuse(c, notAdmitted(), 401)
    if (!(page ? isOwnSite(c) : isOwnOrigin(c))) return refuse(c, notAdmitted(), 403)
    return next()
  })
  app.post('/call/:name', calls.start)
  app.post('/cancel', calls.cancel)
  app.get('*', async (c) => {
    const file = await readPageFile(options.pages, new URL(c.req.url).pathname)
    return file === null ? c.text('404', 404) : c.body(file.bytes, 200, file.headers)
  })
  app.all('*', (c) => c.text('405', 405))
  app.onError((error, c) => refuse(c, error))
  return app
}

function notAdmitted(): AxialError {
  return new AxialError('not-admitted')
}

/** For a person whose browser was not let in, in both languages, since none is chosen yet. */
function explanation(): string {
  return `${sentenceFor('not-admitted', {}, 'en')}.\n\n${sentenceFor('not-admitted', {}, 'fr')}.\n`
}
