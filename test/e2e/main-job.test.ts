import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser.ts'
import { focused, pressUntil } from './keyboard.ts'
import { makeStudy, settle } from './made-study.ts'
import { openWorkbench, type Workbench } from '../../scripts/workbench.ts'

/** The whole of the main job as a person does it, by keyboard alone, in a real browser on the built workbench. */
const INTERVIEW = [
  'Interviewer: What happened?',
  'P9z: The labels were missing, and nobody had told us.',
  'Interviewer: And then?',
  'P9z: We found out in production — three weeks later.',
].join('\n')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('the main job, by keyboard alone', () => {
  let workbench: Workbench
  let page: Page
  beforeEach(async () => {
    workbench = await openWorkbench(browser, { args: ['--study', makeStudy('sample')] })
    page = workbench.page
    // From here on the browser hands choosers over; asked for only when one is about to open, it may come too late.
    page.on('filechooser', () => undefined)
    await settle(page)
  })
  afterEach(() => workbench.stop())

  it('imports a transcript, codes a passage, takes it back and does it again, shows agreement, and exports', async () => {
    await page.keyboard.press('Control+2')
    await pressUntil(page, 'Tab', /^Import transcripts/)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await focused(page)).name).toBe('Import transcripts')
    await page.getByRole('dialog', { name: 'Import transcripts' }).waitFor()
    await pressUntil(page, 'Tab', /^Choose files/)
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
    await chooser.setFiles({ name: 'P9z.txt', mimeType: 'text/plain', buffer: Buffer.from(INTERVIEW) })
    await pressUntil(page, 'Tab', /^Participant/)
    await page.keyboard.type('P9z')
    await pressUntil(page, 'Tab', /^Import 1 file/)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'One transcript imported' }).waitFor()
    await pressUntil(page, 'Tab', /^Code “P9z”/)
    await page.keyboard.press('Enter')

    const transcript = page.getByRole('grid', { name: 'Transcript: P9z' })
    await transcript.waitFor()
    await expect.poll(async () => (await focused(page)).name).toBe('Transcript: P9z')
    await page.keyboard.press('ArrowDown')
    for (let word = 0; word < 3; word++) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('c')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Find a code/)
    await page.keyboard.type('missing labels')
    await page.keyboard.press('Enter')
    const chip = page.getByRole('button', { name: /Remove missing labels/ })
    await chip.waitFor()

    await page.keyboard.press('Control+z')
    await chip.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Shift+z')
    await chip.waitFor()

    await page.keyboard.press('Control+6')
    await settle(page)
    const row = page.getByRole('row', { name: /P1a data scientist.*Imported, independent/s })
    await row.waitFor()
    // The sample study's own figure, as `axial agreement` gives it.
    expect(await row.textContent()).toContain('0.722')

    await page.keyboard.press('Control+Shift+E')
    await settle(page)
    await pressUntil(page, 'Tab', /^Download all 7 files/)
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(download.suggestedFilename()).toBe('descriptors.zip')
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })

  it('is in French as soon as French is chosen', async () => {
    await page.getByRole('button', { name: /Language/ }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /Transcriptions/ }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  })
})
