import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const dist = path.join(import.meta.dirname, '../dist')

/** The loopback shell as a person runs it: dist/server.js in a process of its own, on a studies folder of its own. */
export interface Server {
  readonly origin: string
  /** The address that admits one browser, once. */
  readonly url: string
  /** Where studies go that are named without a path. It is removed with the server. */
  readonly folder: string
  /** Whatever the program wrote to standard error. */
  readonly errors: () => string
  /** Ends it as Ctrl-C does and gives its exit code. */
  readonly stop: () => Promise<number | null>
  /** Ends it at once, as a power cut does; its folder stays. */
  readonly kill: () => Promise<void>
}

export async function startServer(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const folder = await mkdtemp(path.join(tmpdir(), 'axial-e2e-'))
  const child = spawn(process.execPath, [path.join(dist, 'server.js'), '--no-open', '--folder', folder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  // A test that fails before it stops its server leaves none running.
  const abandon = () => child.kill()
  process.once('exit', abandon)
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = await Promise.race([firstLine(child), ended.then(() => null)])
  if (url === null) throw new Error(`dist/server.js ended before it served: ${errors}`)
  return {
    origin: new URL(url).origin,
    url,
    folder,
    errors: () => errors,
    stop: async () => {
      child.kill('SIGINT')
      const code = await ended
      process.off('exit', abandon)
      await rm(folder, { recursive: true, force: true })
      return code
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    if (child.stdout !== null) createInterface(child.stdout).once('line', resolve)
  })
}

/** The workbench in a browser page that was admitted, and the server behind it. */
export interface Workbench extends Server {
  readonly page: Page
}

export interface WorkbenchOptions {
  /** Arguments of dist/server.js, such as `--study PATH`. */
  readonly args?: readonly string[]
  readonly context?: BrowserContextOptions
}

/** Stopping it closes the page's context too; the browser stays the caller's. */
export async function openWorkbench(browser: Browser, options: WorkbenchOptions = {}): Promise<Workbench> {
  const server = await startServer(options.args)
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options.context })
  const page = await context.newPage()
  await page.goto(server.url)
  return {
    ...server,
    page,
    stop: async () => {
      await context.close()
      return server.stop()
    },
  }
}
