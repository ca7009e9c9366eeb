import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { scratchFile } from '../fixtures/scratch.ts'
import { faultsOf } from './accessibility.ts'
import { launchBrowser } from '../../scripts/browser.ts'
import { focused, pressUntil } from './keyboard.ts'
import { openWorkbench, type Workbench } from '../../scripts/workbench.ts'

/** Finding words and coding what was found, by keyboard, on the sample study. */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

let workbench: Workbench
let page: Page
async function open(context = {}): Promise<void> {
  const study = scratchFile('study.axial')
  const cli = path.join(import.meta.dirname, '../../dist/cli.js')
  expect(spawnSync(process.execPath, [cli, 'sample', study], { encoding: 'utf8' }).stderr).toBe('')
  workbench = await openWorkbench(browser, { args: ['--study', study], context })
  page = workbench.page
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}
afterEach(() => workbench.stop())

async function goToSearch(): Promise<void> {
  await page.keyboard.press('Control+Shift+F')
  await expect.poll(async () => (await focused(page)).name).toBe('Words in the transcripts')
}

/** Chooses an option of a select that has the focus, by its first letters. */
async function choose(field: RegExp, option: string): Promise<void> {
  await pressUntil(page, 'Tab', field)
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: option }).first().waitFor()
  await page.keyboard.type(option)
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
}

const results = () => page.locator('.search-result')
const summary = () => page.locator('.search-summary output')

describe('the search screen, by keyboard', () => {
  beforeEach(() => open())

  it('finds as one types, goes through the results, to the place, and back to where one was', async () => {
    await goToSearch()
    await page.keyboard.type('donnees')
    await expect.poll(() => summary().textContent()).toBe('10 hits in 10 turns of 1 transcript')
    expect(await page.locator('.search-text mark').first().textContent()).toBe('données')
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    const address = await results().nth(2).getAttribute('href')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(address)
    await page.keyboard.press('Enter')
    await page.getByRole('grid', { name: /^Transcript: P3a/ }).waitFor()
    expect(new URL(page.url()).hash).toBe(address)

    await page.keyboard.press('Control+Shift+F')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(address)
    await page.keyboard.press('Control+Shift+F')
    expect((await focused(page)).name).toBe('Words in the transcripts')
    await page.keyboard.type('étiquet*')
    await expect.poll(() => summary().textContent()).toBe('1 hit in 1 turn of 1 transcript')
  })

  it('narrows by a filter, and says what to do where nothing is found', async () => {
    await goToSearch()
    await page.keyboard.type('data')
    await expect.poll(() => results().count()).toBeGreaterThan(10)
    const before = await results().count()
    await choose(/^Anyone|Speaker/, 'Interviewers')
    await expect.poll(() => results().count()).toBeLessThan(before)
    expect(new Set(await page.locator('.search-who .truncate').allTextContents())).toEqual(new Set(['Interviewer']))
    await page.keyboard.press('Control+Shift+F')
    await page.keyboard.type('zeppelin')
    await page.getByText('No turn holds that with these filters.').waitFor()
    await pressUntil(page, 'Tab', /^Clear the filters/)
    await page.keyboard.press('Enter')
    await page.getByText(/No turn holds that\. Try fewer words/).waitFor()
  })

  it('codes what was found in one step, the ones left out excepted, and takes it back in one', async () => {
    await goToSearch()
    await page.keyboard.type('zero')
    await expect.poll(() => summary().textContent()).toMatch(/turns? of/)
    await pressUntil(page, 'Tab', /^Code these/)
    await page.keyboard.press('Enter')
    const counts = page.locator('.search-counts output')
    await expect.poll(() => counts.textContent()).toMatch(/^\d+ passages?: \d+ new, 0 coded so already, 0 left out$/)
    const passages = Number((await counts.textContent())?.split(' ')[0])
    // The button is gone with its pane: the keyboard is where the code is named.
    await expect.poll(() => page.evaluate(() => document.activeElement?.matches('.search-apply input'))).toBe(true)
    // Names a category on the way, which is a code of its own.
    await page.keyboard.type('Raw Data / Zeros')
    await expect.poll(() => page.locator('.search-apply input').inputValue()).toBe('Raw Data / Zeros')
    await pressUntil(page, 'Tab', /^P\d.*turn/)
    await page.keyboard.press('Space')
    await expect.poll(() => counts.textContent()).toContain('1 left out')
    await pressUntil(page, 'Shift+Tab', /^Code(?! \d)/)
    await page.keyboard.press('Enter')
    await page.getByText(new RegExp(`^${String(passages - 1)} passages? coded “Zeros”`)).waitFor()
    await expect.poll(() => counts.textContent()).toContain(`${String(passages - 1)} coded so already`)
    // The keyboard has left the field, where Control+z would take back only what was typed.
    await page.keyboard.press('Control+z')
    await expect.poll(() => counts.textContent()).toContain(' 0 coded so already')
    await page.getByText('A new code: it is created').waitFor()
  })

  it('keeps the interview guide and shows the answers to its questions', async () => {
    await page.evaluate(() => (location.hash = '#/search/auto-coding'))
    await choose(/^All turns of a speaker|What is coded/, 'Answers to guide')
    const guide = page.getByRole('textbox', { name: 'Questions of the interview guide' })
    await guide.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Qui travaille dessus ?\nQuelle était la demande au début ?')
    await pressUntil(page, 'Tab', /^Keep these questions/)
    await page.keyboard.press('Enter')
    await page.getByText('Qui travaille dessus ? (100%)').waitFor()
    expect(await page.locator('.search-proposal').count()).toBe(2)
  })
})

describe('the search screen', () => {
  it('has no accessibility fault that axe finds, in light and dark, and fits into a narrow window', async () => {
    await open({ reducedMotion: 'reduce', colorScheme: 'light' })
    await goToSearch()
    await page.keyboard.type('zero')
    await results().first().waitFor()
    const found: string[] = []
    const look = async (where: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const faults = await faultsOf(page)
        found.push(...faults.map((fault) => `${where}, ${colorScheme}: ${fault}`))
      }
      await page.setViewportSize({ width: 720, height: 640 })
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (excess > 0) found.push(`${where} is too wide by ${String(excess)} pixels`)
      await page.setViewportSize({ width: 1280, height: 860 })
    }
    await page.keyboard.press('ArrowDown')
    await look('found')
    await page.getByRole('button', { name: 'Code these' }).click()
    await page.locator('.search-proposal').first().waitFor()
    await page.locator('.search-proposal [type=checkbox]').first().press('Space')
    await look('auto-coding')
    expect(found).toEqual([])
  })
})
