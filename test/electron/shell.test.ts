import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser.ts'
import { launchDouble } from '../fixtures/electron-double/launch.ts'
import type { Double } from '../fixtures/electron-double/state.ts'

const main = new URL('../../dist/main/main.js', import.meta.url)
const HOME = 'axial://workbench/'

interface MenuItem {
  readonly label?: string
  readonly role?: string
  readonly click?: () => void
  readonly submenu?: readonly MenuItem[]
}

describe('the desktop shell, its real main and preload in a real browser', () => {
  let browser: Browser
  let documents: string
  let shell: Double
  let page: Page
  const consoleErrors: string[] = []

  beforeAll(async () => {
    browser = await launchBrowser()
    documents = await mkdtemp(path.join(tmpdir(), 'axial-electron-'))
    shell = await launchDouble(browser, main, { documents, locale: 'fr-CA' })
    page = shell.window().page
    page.on('console', (message) => {
      if (message.type() === 'error') consoleErrors.push(message.text())
    })
  })
  afterAll(async () => {
    await shell.quit()
    await browser.close()
    await rm(documents, { recursive: true, force: true })
  })

  it('shows the workbench in its window', async () => {
    await page.locator('#root > *').first().waitFor()
    expect(shell.window().shown).toBe(true)
    expect(shell.errorBoxes).toEqual([])
  })

  it('gives the window the safe preferences', () => {
    expect(shell.window().options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    })
    expect(shell.sandboxed).toBe(true)
  })

  it('registers its own scheme as a standard and secure one', () => {
    expect(shell.privileged).toMatchObject([{ scheme: 'axial', privileges: { standard: true, secure: true } }])
  })

  it('serves every file under the strict policy', async () => {
    const serve = shell.schemes.get('axial')
    const answer = await serve?.(new Request(HOME))
    expect(answer?.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(answer?.headers.get('content-security-policy')).not.toContain('unsafe')
  })

  it.each(['axial://workbench/../main/main.js', 'axial://workbench/..%2fmain%2fmain.js', 'axial://elsewhere/'])(
    'serves nothing at %s',
    async (url) => {
      const answer = await shell.schemes.get('axial')?.(new Request(url))
      expect(answer?.status).toBe(404)
    },
  )

  it('puts nothing into the page but the bridge', async () => {
    const found = await page.evaluate(() => ({
      bridge: Object.keys(window.axial ?? {}).sort(),
      desktop: Object.keys(window.axial?.desktop ?? {}).sort(),
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
    }))
    expect(found).toEqual({
      bridge: ['connect', 'desktop'],
      desktop: ['chooseNewStudy', 'chooseStudy', 'onCommand'],
      node: [],
    })
  })

  it('hears nobody but its own page', async () => {
    const channels = [...shell.handlers.keys()]
    expect(channels.length).toBeGreaterThanOrEqual(3)
    for (const channel of channels) {
      for (const url of [
        'https://evil.example/',
        'axial://workbench.evil.example/',
        'axial://other/',
        'about:blank',
        '',
      ]) {
        await expect(shell.invoke(channel, { url })).rejects.toThrow('may not ask')
      }
      await expect(shell.invoke(channel, { url: HOME, parent: {} })).rejects.toThrow('may not ask')
    }
  })

  it('goes nowhere when a page tries to navigate', async () => {
    const before = page.url()
    await page.evaluate(() => {
      window.location.href = 'https://evil.example/'
    })
    await expect.poll(() => shell.requests.some(({ url }) => url === 'https://evil.example/')).toBe(true)
    expect(page.url()).toBe(before)
    expect(shell.requests.every(({ outcome }) => outcome !== 'escaped')).toBe(true)
  })

  it('opens no second window', async () => {
    const answer = shell.window().webContents.openHandler?.({ url: HOME })
    expect(answer).toEqual({ action: 'deny' })
    await page.evaluate(() => window.open('about:blank') !== null)
    await expect.poll(() => page.context().pages().length).toBe(1)
  })

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'hid'])(
    'grants no permission: %s',
    (permission) => {
      const answers: boolean[] = []
      shell.permissionRequest?.(null, permission, (granted) => answers.push(granted))
      expect(answers).toEqual([false])
      expect(shell.permissionCheck?.(null, permission)).toBe(false)
      expect(shell.devicePermission?.({})).toBe(false)
    },
  )

  it.each([
    'https://example.org/',
    'http://127.0.0.1:8080/',
    'file:///etc/passwd',
    'ws://127.0.0.1/',
    'axial://elsewhere/',
    'blob:https://example.org/1',
  ])('lets no request out: %s', (url) => {
    let cancelled: boolean | undefined
    shell.guard?.({ url }, ({ cancel }) => (cancelled = cancel))
    expect(cancelled).toBe(true)
  })

  it('has a page that asks for nothing but its own files', async () => {
    const blocked = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'fetched',
        () => 'blocked',
      ),
    )
    expect(blocked).toBe('blocked')
    expect(shell.requests.filter(({ outcome }) => outcome === 'served').every(({ url }) => url.startsWith(HOME))).toBe(
      true,
    )
  })

  it('answers a call of the contract through a port to the service', async () => {
    const answer = await page.evaluate(
      () =>
        new Promise((resolve) => {
          window.addEventListener('message', ({ data, ports: [port] }: MessageEvent<unknown>) => {
            if (data !== 'axial-port' || port === undefined) return
            port.addEventListener('message', (event: MessageEvent<unknown>) => resolve(event.data))
            port.start()
            port.postMessage({ kind: 'call', id: 1, name: 'workspace.status', input: {} })
          })
          void window.axial?.connect()
        }),
    )
    expect(answer).toMatchObject({
      kind: 'result',
      id: 1,
      output: { open: null, folder: path.join(documents, 'Axial') },
    })
  })

  it('asks the system for a study to open, and takes cancelling for an answer', async () => {
    shell.dialogAnswers.push('/studies/one.axial', null)
    expect(await page.evaluate(() => window.axial?.desktop.chooseStudy())).toBe('/studies/one.axial')
    expect(await page.evaluate(() => window.axial?.desktop.chooseStudy())).toBeNull()
    expect(shell.dialogs).toMatchObject([
      { kind: 'open', options: { title: 'Ouvrir une étude…', filters: [{ extensions: ['axial'] }] } },
      { kind: 'open' },
    ])
  })

  it('asks where to put a new study, in the studies folder by default and whatever the page suggests', async () => {
    shell.dialogAnswers.push('/studies/new.axial')
    expect(await page.evaluate(() => window.axial?.desktop.chooseNewStudy('../../etc/hospital'))).toBe(
      '/studies/new.axial',
    )
    expect(shell.dialogs.at(-1)).toMatchObject({
      kind: 'save',
      options: { defaultPath: path.join(documents, 'Axial', 'hospital') },
    })
  })

  it('has its menu in the system’s language, which asks the page to open a study', async () => {
    const menu = shell.menu as readonly MenuItem[]
    const file = menu.find(({ label }) => label === 'Fichier')
    expect(menu.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Fichier', 'Édition', 'Affichage', 'Fenêtre']),
    )
    const heard = page.evaluate(() => new Promise((resolve) => window.axial?.desktop.onCommand(resolve)))
    // The page listens once its evaluation has begun; the menu is chosen until it does.
    const choosing = setInterval(() => file?.submenu?.find(({ label }) => label === 'Ouvrir une étude…')?.click?.(), 50)
    expect(await heard).toBe('open-study')
    clearInterval(choosing)
  })

  it('has written no error on the page’s console but those of the refusals above', () => {
    expect(consoleErrors.filter((text) => !/Refused|violates|ERR_BLOCKED|ERR_ABORTED|example/.test(text))).toEqual([])
  })
})
