import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { scratchFile } from '../fixtures/scratch.ts'
import { faultsOf } from './accessibility.ts'
import { launchBrowser } from '../../scripts/browser.ts'
import { focused, pressUntil } from './keyboard.ts'
import { openWorkbench, type Workbench } from '../../scripts/workbench.ts'

/** Constant comparison and the matrices, by keyboard alone, on the sample study. */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

function makeSample(): string {
  const file = scratchFile('study.axial')
  const cli = path.join(import.meta.dirname, '../../dist/cli.js')
  const { status, stderr } = spawnSync(process.execPath, [cli, 'sample', file], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  return file
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
}

async function choose(page: Page, key: string, code: string): Promise<void> {
  await page.keyboard.press(key)
  await expect.poll(async () => (await focused(page)).name).toMatch(/^Find the code/)
  await page.keyboard.type(code)
  await page
    .getByRole('option', { name: new RegExp(`^${code}`) })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
}

describe('comparing, by keyboard alone', () => {
  let workbench: Workbench
  let page: Page
  beforeEach(async () => {
    workbench = await openWorkbench(browser, { args: ['--study', makeSample()] })
    page = workbench.page
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  })
  afterEach(() => workbench.stop())

  it('adds a code to a passage, recodes and removes it from the comparison, each undone in one step, and opens its place', async () => {
    await goTo(page, '#/codebook/comparison')
    const cards = page.getByRole('article')
    await cards.first().waitFor()
    await pressUntil(page, 'Tab', /Choose another$/)
    await pressUntil(page, 'Tab', /P1a data scientist$/)
    await page.keyboard.press('ArrowDown')
    expect(await cards.nth(1).evaluate((card) => card === document.activeElement)).toBe(true)
    await choose(page, 'a', 'workaround')
    await page.getByText('“workaround” was added in 1 place.').waitFor()

    // Back to the choice of the code: what was just coded is one's own, and may be changed.
    await pressUntil(page, 'Shift+Tab', /Choose another$/)
    await choose(page, 'Enter', 'workaround')
    await page.getByRole('button', { name: /^Code: workaround/ }).waitFor()
    await page.getByRole('button', { name: /Codings of/ }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await page.getByText(/^Codings of Ada, .*n = \d+ codings/).waitFor()
    const mine = cards.filter({ has: page.getByRole('checkbox') })
    await expect.poll(() => mine.count()).toBe(1)
    await mine.focus()
    const before = await cards.count()
    await choose(page, 'r', 'Data Dictionary')
    await page.getByText('1 coding is now “Data Dictionary”.').waitFor()
    await expect.poll(() => cards.count()).toBe(before - 1)
    await expect.poll(async () => (await focused(page)).role).toBe('article')
    await page.keyboard.press('Control+z')
    await page.getByText(/Taken back: recode from “workaround” to “Data Dictionary”/).waitFor()
    await expect.poll(() => cards.count()).toBe(before)

    await mine.focus()
    await page.keyboard.press('Space')
    await page.getByText('1 chosen').waitFor()
    await page.keyboard.press('x')
    await page.getByText('1 coding removed.').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => mine.count()).toBe(1)

    // Somebody else's, or one of a finished round, is left alone.
    await cards
      .filter({ hasNot: page.getByRole('checkbox') })
      .first()
      .focus()
    await page.keyboard.press('x')
    await page.getByText(/Only your own codings can be changed/).waitFor()
    await mine.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toMatch(/#\/coding\/[0-9a-f-]{36}\/\d+\/\d+-\d+$/)
  })

  it('opens the passages behind the cells of both matrices and saves them', async () => {
    await goTo(page, '#/codebook/matrices')
    const grid = page.getByRole('grid', { name: /^Codes with codes/ })
    await grid.waitFor()
    await pressUntil(page, 'Tab', /^Runtime Metrics and Data: 44$/)
    await pressUntil(page, 'ArrowRight', /^Runtime Metrics and Data with nobody told us: 2$/)
    await page.keyboard.press('Enter')
    const pairs = page.getByRole('dialog')
    await pairs.getByText('2 pairs of codings').waitFor()
    expect(await pairs.getByRole('link', { name: /turn \d+$/ }).count()).toBeGreaterThanOrEqual(2)
    await page.keyboard.press('Escape')
    await pairs.waitFor({ state: 'detached' })
    await expect.poll(async () => (await focused(page)).name).toMatch(/with nobody told us: 2$/)
    await page.keyboard.press('Control+End')
    expect((await focused(page)).name).toMatch(/^Labels from side effects: \d+$/)
    await pressUntil(page, 'Tab', /^Save as CSV, a row a pair$/)
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(download.suggestedFilename()).toBe('co-occurrence-pairs.csv')
    expect(readFileSync(await download.path(), 'utf8')).toMatch(/^\uFEFFfirst code,second code,turns/)

    await goTo(page, '#/codebook/matrices/attributes')
    await page.getByRole('grid', { name: /^Codes by Role/ }).waitFor()
    await page.getByRole('columnheader', { name: /Manager.*n = 1 †/ }).waitFor()
    await page.locator('[data-at="0 1"]').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: '“Runtime Metrics and Data”, Manager' }).waitFor()
    await page.getByText(/n = 5 codings in 1 transcript of 1 participant/).waitFor()
  })
})

describe('the panes of comparing', () => {
  // The comparison and the codes with codes are looked at with every other screen (every-screen.test.ts).
  it('have no accessibility fault that axe finds, light or dark, where they open further', async () => {
    const context = { reducedMotion: 'reduce' } as const
    const workbench = await openWorkbench(browser, { args: ['--study', makeSample()], context })
    const { page } = workbench
    const found: string[] = []
    const check = async (where: string, part: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const faults = await faultsOf(page, part)
        found.push(...faults.map((fault) => `${where}, ${colorScheme}: ${fault}`))
      }
    }
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await goTo(page, '#/codebook/matrices')
    await page.locator('[data-at="0 1"]').click()
    await page.getByRole('dialog').waitFor()
    await check('pairs', '[role=dialog]')
    await page.keyboard.press('Escape')
    await goTo(page, '#/codebook/matrices/attributes')
    await page.getByRole('grid', { name: /Role/ }).waitFor()
    await check('attributes', '.page')
    await workbench.stop()
    expect(found).toEqual([])
  })
})
