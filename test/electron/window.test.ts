import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The desktop shell in Electron itself. It runs wherever Electron's program and a display are. */
const root = path.join(import.meta.dirname, '../..')

function electronProgram(): string | null {
  const name = path.join(root, 'node_modules/electron/path.txt')
  if (!existsSync(name)) return null
  const program = path.join(root, 'node_modules/electron/dist', readFileSync(name, 'utf8').trim())
  return existsSync(program) ? program : null
}

function whyNot(): string | null {
  if (electronProgram() === null) return 'Electron’s program is not on this machine'
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return 'there is no display'
  return null
}

describe('the desktop shell in Electron itself', () => {
  const reason = whyNot()
  let shell: ElectronApplication
  let folder: string

  beforeAll(async () => {
    if (reason !== null) {
      process.stdout.write(`The suite in Electron itself is skipped: ${reason}.\n`)
      return
    }
    folder = await mkdtemp(path.join(tmpdir(), 'axial-window-'))
    const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
    shell = await _electron.launch({
      executablePath: electronProgram() ?? '',
      args: [...flags, `--user-data-dir=${folder}`, root],
    })
  })
  afterAll(async () => {
    if (reason !== null) return
    await shell.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('shows the workbench in its window', async ({ skip }) => {
    if (reason !== null) skip(reason)
    const page = await shell.firstWindow()
    await page.locator('#root > *').first().waitFor()
    expect(page.url()).toBe('axial://workbench/')
  })

  it('keeps Node and Electron out of the page', async ({ skip }) => {
    if (reason !== null) skip(reason)
    const page = await shell.firstWindow()
    const found = await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in window))
    expect(found).toEqual([])
  })

  it('answers a call of the contract', async ({ skip }) => {
    if (reason !== null) skip(reason)
    const page = await shell.firstWindow()
    const answer = await page.evaluate(
      () =>
        new Promise((resolve) => {
          window.addEventListener('message', ({ data, ports: [port] }: MessageEvent<unknown>) => {
            if (data !== 'axial-port' || port === undefined) return
            port.addEventListener('message', (event: MessageEvent<unknown>) => resolve(event.data))
            port.start()
            port.postMessage({ kind: 'call', id: 1, name: 'workspace.studies', input: {} })
          })
          void window.axial?.connect()
        }),
    )
    expect(answer).toMatchObject({ kind: 'result', id: 1 })
  })

  it('lets no request out and opens no second window', async ({ skip }) => {
    if (reason !== null) skip(reason)
    const page = await shell.firstWindow()
    const fetched = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'fetched',
        () => 'blocked',
      ),
    )
    expect(fetched).toBe('blocked')
    expect(await page.evaluate(() => window.open('about:blank'))).toBeNull()
    expect(shell.windows()).toHaveLength(1)
  })
})
