import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import { callOverPort, typed, type RawCall } from '../../app/contract/port-client.ts'
import type { Answer } from '../../app/contract/wire.ts'
import { launchBrowser } from '../../scripts/browser.ts'
import { launchDouble } from '../fixtures/electron-double/launch.ts'
import type { Double } from '../fixtures/electron-double/state.ts'
import { contractCases } from './cases.ts'

declare global {
  interface Window {
    contractPort?: MessagePort
    readonly contractAnswer: (answer: Answer) => Promise<void>
  }
}

/** The cases' calls leave from the page of the desktop shell, over the port that its preload handed to it. */
describe('the contract, through the desktop shell', () => {
  let browser: Browser
  let documents: string
  let shell: Double
  let call: RawCall

  beforeAll(async () => {
    browser = await launchBrowser()
    documents = await mkdtemp(path.join(tmpdir(), 'axial-contract-'))
    shell = await launchDouble(browser, new URL('../../dist/main/main.js', import.meta.url), { documents })
    call = await callFromPage(shell)
  })
  afterEach(async () => {
    await call('workspace.close', {})
    const folder = path.join(documents, 'Axial')
    for (const name of await readdir(folder).catch(() => [])) await rm(path.join(folder, name), { recursive: true })
  })
  afterAll(async () => {
    await shell.quit()
    await browser.close()
    await rm(documents, { recursive: true, force: true })
  })

  it.each(contractCases)('$name', ({ run }) => run({ call: typed(call), raw: call }))
})

async function callFromPage(shell: Double): Promise<RawCall> {
  const { page } = shell.window()
  let hear: (answer: Answer) => void = () => {}
  await page.exposeFunction('contractAnswer', (answer: Answer) => hear(answer))
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.addEventListener('message', ({ data, ports: [port] }: MessageEvent<unknown>) => {
          if (data !== 'axial-port' || port === undefined) return
          port.addEventListener('message', (event: MessageEvent<Answer>) => void window.contractAnswer(event.data))
          port.start()
          window.contractPort = port
          resolve()
        })
        void window.axial?.connect()
      }),
  )
  return callOverPort({
    post: (message) => {
      void page.evaluate((request) => window.contractPort?.postMessage(request), message)
    },
    onMessage: (listener) => {
      hear = listener
    },
    onClose: (listener) => page.on('close', listener),
  })
}
