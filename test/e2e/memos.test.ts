import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '../../app/contract.ts'
import { typed } from '../../app/contract/port-client.ts'
import { spanOf } from '../../domain/span.ts'
import { callOverHttp } from '../../renderer/client.ts'
import { faultsOf } from './accessibility.ts'
import { launchBrowser } from '../../scripts/browser.ts'
import { focused, pressUntil } from './keyboard.ts'
import { openWorkbench, type Workbench } from '../../scripts/workbench.ts'

function makeStudy(folder: string): string {
  const file = path.join(folder, 'study.axial')
  const cli = path.join(import.meta.dirname, '../../dist/cli.js')
  const { status, stderr } = spawnSync(process.execPath, [cli, 'sample', file], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  return file
}

/** Calls the service as the page that was admitted. */
async function callOf({ page, origin }: Workbench): Promise<Call> {
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const send: typeof fetch = (address, init) =>
    fetch(address, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie, origin } })
  return typed(callOverHttp(send, origin))
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** What axe finds on the page in both themes. */
async function faults(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const faults = await faultsOf(page)
    found.push(...faults.map((fault) => `${colorScheme}: ${fault}`))
  }
  return found
}

describe('memos and history, by keyboard alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'axial-memos-'))
  let browser: Browser
  let workbench: Workbench
  let page: Page
  beforeAll(async () => {
    browser = await launchBrowser()
    workbench = await openWorkbench(browser, { args: ['--study', makeStudy(folder)] })
    page = workbench.page
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  })
  afterAll(async () => {
    await workbench.stop()
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('a memo that is closed unsaved has its words when it is opened again, and is saved with Ctrl+Enter', async () => {
    await press(page, 'Control+5')
    await page.getByText('4 of 4').waitFor()
    await pressUntil(page, 'Tab', /^New memo/)
    await press(page, 'Enter')
    const window = page.getByRole('dialog', { name: 'Memo' })
    await window.waitFor()
    await expect.poll(async () => (await focused(page)).role).toBe('textarea')
    await page.keyboard.type('Nobody owns the labels: compare déjà vu')
    expect(await faults(page)).toEqual([])
    await press(page, 'Escape')
    await window.waitFor({ state: 'detached' })
    await press(page, 'Enter')
    await page.getByText('These words were not saved yet').waitFor()
    await expect.poll(async () => (await focused(page)).role).toBe('textarea')
    await press(page, 'Control+Enter')
    await window.waitFor({ state: 'detached' })
    await page.getByRole('option', { name: /Nobody owns the labels/ }).waitFor()
  })

  it('a link to a code is put in by a few letters of its name, and leads there', async () => {
    await pressUntil(page, 'Tab', /^Edit/)
    await press(page, 'Enter')
    await expect.poll(async () => (await focused(page)).role).toBe('textarea')
    await press(page, 'Control+End')
    await pressUntil(page, 'Shift+Tab', /^Link to a code/)
    await press(page, 'Enter')
    await page.getByRole('searchbox', { name: 'Find a code' }).waitFor()
    await page.keyboard.type('metadata')
    await press(page, 'Enter')
    await expect.poll(() => page.getByRole('textbox', { name: 'Memo', exact: true }).inputValue()).toMatch(/\]\(code:/)
    await expect.poll(async () => (await focused(page)).role).toBe('textarea')
    await press(page, 'Control+Enter')
    await page.getByRole('link', { name: 'Metadata' }).waitFor()
    expect(await page.getByRole('link', { name: 'Metadata' }).getAttribute('href')).toMatch(/^#\/codebook\/codes\//)
  })

  it('a memo is filed under a code, found by words without their accents, and removed and brought back', async () => {
    await pressUntil(page, 'Tab', /^File under a code/)
    await press(page, 'Enter')
    await page.getByRole('searchbox', { name: 'Find a code' }).waitFor()
    await page.keyboard.type('metadata')
    await press(page, 'Enter')
    await page.getByRole('button', { name: /No longer under .*Metadata/ }).waitFor()
    await pressUntil(page, 'Shift+Tab', /^Find in memos/)
    await page.keyboard.type('deja VU')
    await page.getByText('1 of 5').waitFor()
    await page.keyboard.type(' nowhere')
    await page.getByText('No memo fits.').waitFor()
    await press(page, 'Control+a', 'Delete')
    await page.getByRole('option', { name: /Nobody owns/ }).waitFor()
    expect(await faults(page)).toEqual([])
    await pressUntil(page, 'Tab', /^Nobody owns/)
    await press(page, 'Delete')
    await page.getByText('4 of 4').waitFor()
    await press(page, 'Control+z')
    await page.getByRole('option', { name: /Nobody owns/ }).waitFor()
  })

  it('a memo on words of a transcript is marked at its turn', async () => {
    const call = await callOf(workbench)
    const [ada] = await call('coders.list', {})
    const [round] = await call('rounds.list', {})
    const [transcript] = await call('transcripts.list', {})
    if (ada === undefined || round === undefined || transcript === undefined) throw new Error('the sample has them')
    const { turns } = await call('transcripts.read', { id: transcript.id })
    const span = spanOf(turns[1]?.start ?? 0, (turns[1]?.start ?? 0) + 20)
    if (span === null) throw new Error('no span')
    const subject = { kind: 'passage', transcriptId: transcript.id, span } as const
    await call('memos.write', { coderId: ada.id, roundId: round.id, subject, body: 'How they begin' })
    await page.goto(`${workbench.origin}/#/coding/${transcript.id}`)
    await page.getByRole('link', { name: 'One memo on words of turn 2: How they begin' }).waitFor()
  })

  it('one earlier action is taken back from the history, and that can be undone', async () => {
    await press(page, 'Control+Shift+h')
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor()
    const options = page.getByRole('listbox', { name: 'Actions' }).getByRole('option')
    await options.first().waitFor()
    expect(await faults(page)).toEqual([])
    await pressUntil(page, 'Tab', /Write a memo “How they begin”/)
    await page.getByRole('option', { name: /Undo: remove a memo/ }).waitFor()
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown')
    await page.getByRole('heading', { level: 2, name: /^File a memo/ }).waitFor()
    await pressUntil(page, 'Tab', /^Take back this action/)
    await press(page, 'Enter')
    await page.getByText(/^Taken back: file a memo/).waitFor()
    await page.getByRole('button', { name: /^Undo: take back: file a memo/ }).waitFor()
    await press(page, 'Control+z')
    await page.getByRole('button', { name: /^Redo: take back: file a memo/ }).waitFor()
  })

  it('one can be written about a transcript, a mismatch, a quality issue and a segment where each stands', async () => {
    const window = page.getByRole('dialog', { name: 'Memo' })
    const seen = async (kind: string) => {
      await window.getByText(kind, { exact: true }).waitFor()
      await press(page, 'Escape')
      await window.waitFor({ state: 'detached' })
    }
    await press(page, 'Control+2')
    await page.getByRole('button', { name: /^Memos about P1a/ }).press('Enter')
    await seen('Transcript')
    await press(page, 'Control+8')
    await page.getByRole('tabpanel', { name: 'Mismatches' }).getByRole('button', { name: 'Memo…' }).press('Enter')
    await seen('Mismatch')
    await page.getByRole('tab', { name: 'Quality issues' }).click()
    // The panel left behind goes a moment after the new one has come.
    await page.getByRole('tabpanel', { name: 'Quality issues' }).getByRole('button', { name: 'Memo…' }).press('Enter')
    await seen('Quality issue')
    await press(page, 'Control+3')
    await page.getByRole('grid').focus()
    await press(page, 'Control+Home', 's')
    await page
      .locator('.segment-rule')
      .filter({ hasText: /Segment 1\s*Open/ })
      .waitFor()
    await press(page, 'Shift+S')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Segment 1/)
    await press(page, 'm')
    await seen('Segment')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Segment 1/)
  })
})
