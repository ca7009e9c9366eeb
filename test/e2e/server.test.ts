import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { admittedCall } from './admitted-call.ts'
import { launchBrowser } from '../../scripts/browser.ts'
import { openWorkbench, startServer } from '../../scripts/workbench.ts'

const program = path.join(import.meta.dirname, '../../dist/server.js')

/** A program that is expected to end by itself. */
function runServer(
  args: readonly string[],
): Promise<{ readonly code: unknown; readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, '--no-open', ...args], (error, out, err) =>
      resolve({ code: error === null ? 0 : error.code, out, err }),
    )
  })
}

describe('dist/server.js', () => {
  let scratch: string
  beforeAll(async () => {
    scratch = await mkdtemp(path.join(tmpdir(), 'axial-server-'))
  })
  afterAll(() => rm(scratch, { recursive: true, force: true }))

  it('opens the study it is given and closes it on Ctrl-C, leaving nothing but the file and its backups', async () => {
    const study = path.join(scratch, 'kept.axial')
    const first = await startServer()
    const call = await admittedCall(first)
    await call('workspace.create', { path: study, title: 'Kept' })
    await call('coders.create', { name: 'Ada', kind: 'coder' })
    expect(await first.stop()).toBe(0)

    const second = await startServer(['--study', study])
    const again = await admittedCall(second)
    expect(await again('workspace.status', {})).toMatchObject({ open: { path: study, title: 'Kept' } })
    expect((await again('coders.list', {})).map((coder) => coder.name)).toContain('Ada')
    expect(await second.stop()).toBe(0)
    expect(second.errors()).toBe('')
    expect((await readdir(scratch)).filter((name) => !/^kept\.axial(-backups)?$/.test(name))).toEqual([])
  })

  it('opens an encrypted study with the passphrase that a variable of the environment holds', async () => {
    const study = path.join(scratch, 'secret.axial')
    const first = await startServer()
    await (
      await admittedCall(first)
    )('workspace.create', { path: study, passphrase: 'correct horse' })
    await first.stop()
    const second = await startServer(['--study', study, '--passphrase-env', 'STUDY_KEY'], {
      STUDY_KEY: 'correct horse',
    })
    const status = await (await admittedCall(second))('workspace.status', {})
    expect(status.open).toMatchObject({ path: study, encrypted: true })
    await second.stop()
  })

  it('ends with one sentence and serves nothing where the study cannot be opened', async () => {
    const missing = path.join(scratch, 'missing.axial')
    const { code, out, err } = await runServer(['--study', missing])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^axial: there is no file .*missing\.axial; nothing was changed; .+\n$/)
    expect(existsSync(missing)).toBe(false)
  })

  it.each([
    [['--port', 'eighty'], '"eighty" is not a port'],
    [['--port', '70000'], '"70000" is not a port'],
    [['--passphrase-env', 'AXIAL_NOT_SET'], 'no variable AXIAL_NOT_SET'],
    [['--nonsense'], '--nonsense'],
  ])('refuses %j as misuse', async (args, said) => {
    const { code, out, err } = await runServer(args)
    expect([code, out]).toEqual([2, ''])
    expect(err.startsWith('axial: ')).toBe(true)
    expect(err).toContain(said)
  })
})

describe('the workbench in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  it('asks for nothing but its own server’s files and calls, and breaks no rule of its content policy', async () => {
    const context = await browser.newContext()
    const asked: string[] = []
    const violations: string[] = []
    context.on('request', (request) => asked.push(request.url()))
    context.on('console', (message) => {
      if (message.type() === 'error') violations.push(message.text())
    })
    context.on('weberror', (fault) => violations.push(fault.error().message))
    const server = await startServer()
    const page = await context.newPage()
    await page.goto(server.url)
    await page.locator('#root > *').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(page.url()).toBe(`${server.origin}/`)
    expect(asked.some((url) => url === `${server.origin}/call/workspace.status`)).toBe(true)
    expect(asked.filter((url) => !url.startsWith(`${server.origin}/`))).toEqual([])
    expect(violations).toEqual([])
    await context.close()
    await server.stop()
  })

  it('shows a second browser, which was not admitted, nothing', async () => {
    const workbench = await openWorkbench(browser)
    const stranger = await browser.newContext()
    const page = await stranger.newPage()
    const answer = await page.goto(workbench.url)
    expect(answer?.status()).toBe(401)
    expect(await page.locator('#root').count()).toBe(0)
    await stranger.close()
    await workbench.stop()
  })

  it('does not answer a form or a script of another site, although the browser is admitted', async () => {
    const workbench = await openWorkbench(browser)
    const context = workbench.page.context()
    await context.route('https://evil.invalid/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>evil</title>' }),
    )
    const evil = await context.newPage()
    await evil.goto('https://evil.invalid/')
    const statuses: number[] = []
    evil.on('response', (response) => statuses.push(response.status()))
    const outcome = await evil.evaluate(
      (url) =>
        fetch(url, { method: 'POST', body: '{}', credentials: 'include', mode: 'no-cors' }).then(
          (response) => response.type,
          () => 'failed',
        ),
      `${workbench.origin}/call/workspace.status`,
    )
    expect(['opaque', 'failed']).toContain(outcome)
    expect(statuses.every((status) => status === 401 || status === 403)).toBe(true)
    await workbench.stop()
  })
})
