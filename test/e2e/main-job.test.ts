import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { scratchFile } from '../fixtures/scratch.ts'
import { launchBrowser } from './browser.ts'
import { focused, pressUntil } from './keyboard.ts'
import { openWorkbench, type Workbench } from './workbench.ts'

/** The whole of the main job as a person does it, by keyboard alone, in a real browser on the built workbench. */
const INTERVIEW = [
  'Interviewer: What happened?',
  'P9z: The labels were missing, and nobody had told us.',
  'Interviewer: And then?',
  'P9z: We found out in production — three weeks later.',
].join('\n')

const SCREENS = [
  'study',
  'transcripts',
  'transcripts/participants',
  'coding',
  'codebook',
  'codebook/comparison',
  'codebook/matrices',
  'codebook/versions',
  'search',
  'memos',
  'agreement',
  'catalog',
  'survey',
  'export',
  'history',
] as const

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

function makeStudy(command: 'sample' | 'new'): string {
  const file = scratchFile('study.axial')
  const cli = path.join(import.meta.dirname, '../../dist/cli.js')
  const { status, stderr } = spawnSync(process.execPath, [cli, command, file], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  return file
}

/** Until the screen stands and nothing is being worked on. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => document.querySelector('[role="progressbar"]') === null)
}

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
    const row = page.getByRole('row', { name: /P1a data scientist/ }).first()
    await row.waitFor()
    // The sample study's own figure, as `axial agreement` gives it.
    expect(await row.textContent()).toContain('0.722')

    await page.keyboard.press('Control+9')
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

describe('every screen', () => {
  it.each([
    ['light', 'sample', 'none'],
    ['dark', 'sample', 'none'],
    ['dark', 'sample', 'active'],
    ['light', 'new', 'none'],
  ] as const)('in %s, on the %s study, forced colours %s, passes axe', async (colorScheme, study, forcedColors) => {
    const context = { colorScheme, forcedColors, reducedMotion: 'reduce' } as const
    const workbench = await openWorkbench(browser, { args: ['--study', makeStudy(study)], context })
    const found: string[] = []
    for (const screen of SCREENS) {
      await workbench.page.goto(`${workbench.origin}/#/${screen}`)
      await settle(workbench.page)
      await workbench.page.waitForTimeout(150)
      const { violations } = await new AxeBuilder({ page: workbench.page }).analyze()
      found.push(...violations.map(({ id, nodes }) => `${screen}: ${id}, ${nodes[0]?.html ?? ''}`))
    }
    await workbench.stop()
    expect(found).toEqual([])
  })

  it('fits into a window 720 pixels wide, as at 200 % zoom, without scrolling sideways', async () => {
    const context = { viewport: { width: 720, height: 820 } }
    const workbench = await openWorkbench(browser, { args: ['--study', makeStudy('sample')], context })
    const wide: string[] = []
    for (const screen of SCREENS) {
      await workbench.page.goto(`${workbench.origin}/#/${screen}`)
      await settle(workbench.page)
      const excess = await workbench.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (excess > 0) wide.push(`${screen} by ${String(excess)} pixels`)
    }
    await workbench.stop()
    expect(wide).toEqual([])
  })
})
