import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scratchFile } from '../fixtures/scratch.ts'
import { faultsOf } from './accessibility.ts'
import { launchBrowser } from '../../scripts/browser.ts'
import { focused, pressUntil } from './keyboard.ts'
import { openWorkbench, type Workbench } from '../../scripts/workbench.ts'

const cli = path.join(import.meta.dirname, '../../dist/cli.js')

const TURNS = [
  'What went wrong first?',
  'The model got grams where it was trained on kilograms.',
  'And after that?',
  'Operations had no idea how much memory it needs.',
  'Anything else?',
  'No, the rest went well.',
]

/** A study with the mismatch taxonomy and one transcript of six turns, and Ada in the first round. */
async function openStudy(browser: Browser, colorScheme: 'light' | 'dark'): Promise<Workbench & { study: string }> {
  const study = scratchFile('talk.axial')
  const file = scratchFile('P1.txt')
  writeFileSync(file, TURNS.map((words, index) => `${index % 2 === 0 ? 'Interviewer' : 'P1'}: ${words}`).join('\n\n'))
  for (const args of [
    ['new', study, '--taxonomy', 'ml-mismatch'],
    ['import', 'transcript', study, file],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
  const context = { colorScheme, reducedMotion: 'reduce' } as const
  const workbench = await openWorkbench(browser, { args: ['--study', study], context })
  await workbench.page.goto(`${workbench.origin}/#/coding`)
  await workbench.page.getByLabel('Your name or initials').fill('Ada')
  await workbench.page.keyboard.press('Enter')
  await workbench.page.getByRole('grid').waitFor()
  return { ...workbench, study }
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** The rules in the transcript: what is said where a segment starts. */
function rules(page: Page): Promise<string[]> {
  return page.locator('.segment-rule').allInnerTexts()
}

function ruleTexts(page: Page): Promise<string[]> {
  return rules(page).then((texts) => texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()))
}

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('segments, by keyboard alone', () => {
  it('are started, screened, split, joined, and survive the process being killed as soon as they are said to be saved', async () => {
    const { page, study, kill } = await openStudy(browser, 'light')
    await page.getByRole('grid').focus()
    await press(page, 'Control+Home', 's')
    await expect.poll(() => ruleTexts(page)).toEqual(['Segment 1 Open'])
    await press(page, 'ArrowDown', 'ArrowDown', 's')
    await expect.poll(() => ruleTexts(page)).toEqual(['Segment 1 Open', 'Segment 2 Open'])
    await press(page, 's')
    await page.getByText('A segment starts here already').waitFor()

    // One key a criterion: yes, no, undecided; the decision at once.
    await press(page, 'ArrowUp', 'Shift+S')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Segment 1/)
    await press(page, '1', '2', 'a')
    await page.getByText('Excluded because of E1.').waitFor()
    await press(page, 'a')
    await page.getByText(/^Still to decide: E2.*E5\.$/).waitFor()
    await press(page, '0')
    await page.getByText('Included: both inclusion criteria').waitFor()
    await expect.poll(() => ruleTexts(page)).toEqual(['Segment 1 Included', 'Segment 2 Open'])
    await page.getByText('1 of 2 screened').waitFor()

    // The quote is taken from the words chosen in the transcript.
    await press(page, 'Escape')
    await expect.poll(async () => (await focused(page)).name).toBe('Transcript: P1')
    await press(page, 'Control+Home', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight')
    await press(page, 'Shift+S', 't')
    await expect.poll(() => page.getByLabel('Quote').inputValue()).toBe('grams')
    await press(page, 'Enter')
    expect((await focused(page)).name).toMatch(/^Description/)
    await page.keyboard.type('Other units than in training')
    await press(page, 'Shift+Tab')
    expect((await focused(page)).name).toMatch(/^Quote/)
    await press(page, 'Tab', 'Tab')
    expect((await focused(page)).name).toMatch(/^Information/)
    await page.keyboard.type('The unit')
    await pressUntil(page, 'Tab', /^Category and subcategory 1/)
    await page.keyboard.type('dictionary')
    await page.getByRole('option', { name: /Data Dictionary/ }).waitFor()
    await press(page, 'Enter')
    await page.getByRole('combobox', { name: 'Category and subcategory 2' }).waitFor()
    // Tab goes on to where one types the next; emptied again, the field counts for nothing.
    await press(page, 'Tab')
    expect((await focused(page)).name).toMatch(/^Category and subcategory 2/)
    await page.keyboard.type('task')
    await page.getByRole('option', { name: 'Task Task and Purpose' }).waitFor()
    await press(page, 'Enter')
    await page.getByRole('combobox', { name: 'Category and subcategory 3' }).waitFor()
    expect(await page.getByRole('combobox', { name: 'Category and subcategory 2' }).inputValue()).toBe(
      'Task and Purpose / Task',
    )
    // The first emptied and chosen anew: the second stays in its field meanwhile.
    const second = page.locator('.instance input').nth(1)
    await press(page, 'Shift+Tab', 'Control+a', 'Backspace')
    expect((await focused(page)).name).toMatch(/^Category and subcategory 1/)
    await page.getByLabel('Remove category and subcategory 1').waitFor({ state: 'detached' })
    expect(await second.inputValue()).toBe('Task and Purpose / Task')
    await page.keyboard.type('dictionary')
    await page.getByRole('option', { name: /Data Dictionary/ }).waitFor()
    await press(page, 'Enter', 'Tab')
    expect(await second.inputValue()).toBe('Task and Purpose / Task')
    await press(page, 'Control+a', 'Backspace', 'Escape')
    await page.getByRole('combobox', { name: 'Category and subcategory 3' }).waitFor({ state: 'detached' })
    await page.getByText('Saved', { exact: true }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    // The panes scroll, and never the window behind them.
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0)

    // Split after the quote: the screening stays with it. Joined again, it is one.
    await press(page, 'Escape', 'Escape')
    await expect.poll(async () => (await focused(page)).name).toBe('Transcript: P1')
    await press(page, 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 's')
    await expect
      .poll(() => ruleTexts(page))
      .toEqual(['Segment 1 Included', 'Segment 2 from “it was trained on kilograms.” Open', 'Segment 3 Open'])
    await press(page, 'Shift+S', 'j')
    await expect.poll(() => ruleTexts(page)).toEqual(['Segment 1 Included', 'Segment 2 Open'])
    await press(page, 'Control+z')
    await expect.poll(() => ruleTexts(page)).toHaveLength(3)
    await press(page, 'Control+z')
    await expect.poll(() => ruleTexts(page)).toEqual(['Segment 1 Included', 'Segment 2 Open'])

    await kill()
    const again = await openWorkbench(browser, { args: ['--study', study] })
    await again.page.goto(`${again.origin}/#/coding`)
    await again.page.getByRole('grid').waitFor()
    await press(again.page, 'Control+Home')
    await expect.poll(() => ruleTexts(again.page)).toEqual(['Segment 1 Included', 'Segment 2 Open'])
    await press(again.page, 'Shift+S')
    await expect.poll(() => again.page.getByLabel('Quote').inputValue()).toBe('grams')
    expect(await again.page.getByLabel('Description').inputValue()).toBe('Other units than in training')
    expect(await again.page.getByLabel('Information that was').inputValue()).toBe('The unit')
    expect(await again.page.getByRole('combobox', { name: 'Category and subcategory 1' }).inputValue()).toBe(
      'Raw Data / Data Dictionary',
    )
    await again.stop()
    await page.context().close()
  })

  it('words typed just before going on to the next segment are saved with the one they were typed in', async () => {
    const { page, stop } = await openStudy(browser, 'dark')
    await page.getByRole('grid').focus()
    await press(page, 'Control+Home', 's')
    await expect.poll(() => ruleTexts(page)).toHaveLength(1)
    await press(page, 'ArrowDown', 'ArrowDown', 's')
    await expect.poll(() => ruleTexts(page)).toHaveLength(2)
    await press(page, 'Control+Home', 'Shift+S')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Segment 1/)
    await press(page, '1', '2', '0')
    await pressUntil(page, 'Tab', /^Description/)
    await page.keyboard.type('Units')
    await press(page, 'Control+Enter')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Segment 2/)
    await press(page, 'p')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Segment 1/)
    // The button is disabled at the last segment: the form has the keyboard then.
    await page.getByRole('button', { name: 'Next segment' }).press('Enter')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Segment 2/)
    await press(page, 'p')
    await expect.poll(() => page.getByRole('heading', { name: 'Segment 1' }).count()).toBe(1)
    await expect.poll(() => page.getByLabel('Description').inputValue()).toBe('Units')
    expect(await page.getByLabel('Title, for everybody').count()).toBe(1)
    await page.getByText('Saved', { exact: true }).waitFor()
    expect(await faultsOf(page)).toEqual([])

    // Taken back outside the field, the form follows: the words first, then the decision.
    await press(page, 'Control+z')
    await expect.poll(() => page.getByLabel('Description').inputValue()).toBe('')
    await press(page, 'Control+z')
    await expect.poll(() => ruleTexts(page)).toEqual(['Segment 1 Open', 'Segment 2 Open'])
    await stop()
  })

  it('quotes are marked and unmarked with Q, noted, found again in the catalog and gone to', async () => {
    const { page, origin, stop } = await openStudy(browser, 'light')
    await page.getByRole('grid').focus()
    await press(page, 'Control+Home', 'ArrowDown', 'q')
    await page.getByText('Marked as a quote for the catalog').first().waitFor()
    await expect.poll(() => page.locator('.segment-quote-sign').count()).toBe(1)
    await press(page, 'ArrowRight', 'q')
    await page.getByText('No longer marked as a quote').waitFor()
    await expect.poll(() => page.locator('.segment-quote-sign').count()).toBe(0)
    await press(page, 'Shift+ArrowRight', 'q')
    await expect.poll(() => page.locator('.segment-quote-sign').count()).toBe(1)

    await pressUntil(page, 'Tab', /^Codes$/)
    await press(page, 'ArrowRight', 'ArrowRight')
    await pressUntil(page, 'Tab', /^Note on/)
    await page.keyboard.type('telling')
    await press(page, 'Escape')
    await expect.poll(async () => (await focused(page)).name).toBe('Transcript: P1')
    expect(await faultsOf(page)).toEqual([])

    await page.goto(`${origin}/#/catalog`)
    await pressUntil(page, 'Tab', /^Mismatches$/)
    await press(page, 'ArrowRight', 'ArrowRight')
    await page.getByRole('list', { name: 'Quotes' }).getByText('model', { exact: true }).waitFor()
    await page.getByText('telling').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await stop()
  })
})
