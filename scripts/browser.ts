import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type LaunchOptions } from 'playwright-core'

/**
 * A real browser for tests and pictures. On Linux it is the Chromium that comes inside an npm package, so nothing has
 * to be installed; elsewhere, the machine's own Chromium, Chrome or Edge.
 */
const cache = path.join(import.meta.dirname, '../.cache')

/** Draws without a graphics card; fonts come from the page alone. */
const HEADLESS = ['--no-sandbox', '--headless=shell', '--disable-gpu']
/** A browser on its own may look for updates and time: nothing of that belongs into a test of what the page asks for. */
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export async function launchBrowser(): Promise<Browser> {
  const found = await findBrowser()
  return chromium.launch({ ...found, args: [...(found.args ?? []), ...QUIET] })
}

/** Puts the browser in place. Two programs that did so at once would start one that is only half there. */
export async function prepareBrowser(): Promise<void> {
  await findBrowser()
}

/** AXIAL_CHROMIUM names another program for it. */
async function findBrowser(): Promise<LaunchOptions> {
  const named = process.env['AXIAL_CHROMIUM']
  if (named !== undefined) return { executablePath: named, args: process.platform === 'linux' ? HEADLESS : [] }
  return process.platform === 'linux' ? onLinux() : { channel: channelOf(process.platform) }
}

async function onLinux(): Promise<LaunchOptions> {
  const installed = process.arch === 'x64' ? undefined : SYSTEM_BROWSERS.find((program) => existsSync(program))
  if (installed !== undefined) return { executablePath: installed, args: HEADLESS }
  // It unpacks itself into the temporary folder: one of the project's own, that nothing cleans by half.
  const unpacked = path.join(cache, 'chromium')
  mkdirSync(unpacked, { recursive: true })
  process.env['TMPDIR'] = unpacked
  const { default: bundled } = await import('@sparticuz/chromium')
  return { executablePath: await bundled.executablePath(), args: HEADLESS }
}

function channelOf(platform: NodeJS.Platform): string {
  return platform === 'win32' ? 'msedge' : 'chrome'
}
