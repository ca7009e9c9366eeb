import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scratchFile } from '../fixtures/scratch.ts'
import { launchBrowser } from '../../scripts/browser.ts'
import { focused, pressUntil } from './keyboard.ts'
import { openWorkbench } from '../../scripts/workbench.ts'

/**
 * A person who begins with nothing codes an interview by keyboard alone, and the power goes. The published interview
 * where ../shared/data is at hand, else an invented one of the project's sample.
 */
const published = path.join(import.meta.dirname, '../../../shared/data/quality-issues/transcripts/Interview 19.txt')
const invented = path.join(import.meta.dirname, '../../assets/sample/transcripts/P1a data scientist.txt')
const file = existsSync(published) ? published : invented

/** Codes as one coins them while reading: in vivo, of one's own, in a category. */
const NEW_CODES = ['missing documentation', 'Data / guessed columns', 'waiting for others'] as const
/** Passages coded with digits before the power goes, one more a run. */
const KILLED_AFTER = [5, 9]

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

function newStudy(): string {
  const file = scratchFile('study.axial')
  const cli = path.join(import.meta.dirname, '../../dist/cli.js')
  const { status, stderr } = spawnSync(process.execPath, [cli, 'new', file], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  return file
}

async function importByKeyboard(page: Page, file: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+3')
  await pressUntil(page, 'Tab', /^Your name or initials/)
  await page.keyboard.type('Ada')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await focused(page)).name).toBe('Import transcripts')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Transcripts' }).waitFor()
  await pressUntil(page, 'Tab', /^Import transcripts/)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Import transcripts' }).waitFor()
  await pressUntil(page, 'Tab', /^Choose files/)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
  await chooser.setFiles({ name: path.basename(file), mimeType: 'text/plain', buffer: readFileSync(file) })
  await pressUntil(page, 'Tab', /^Import 1 file/)
  await page.keyboard.press('Enter')
  await pressUntil(page, 'Tab', /^Code “/)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await focused(page)).name).toMatch(/^Transcript: /)
}

async function applyNew(page: Page, code: string): Promise<void> {
  await page.keyboard.press('c')
  await expect.poll(async () => (await focused(page)).name).toMatch(/^Find a code/)
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await focused(page)).name).toMatch(/^Transcript: /)
}

/** How often the screen lists each code in each turn that it shows: `Codes of turn 5: guessed columns` twice. */
async function listed(page: Page): Promise<ReadonlyMap<string, number>> {
  const chips = await page
    .getByRole('list', { name: /^Codes of turn / })
    .evaluateAll((lists) =>
      lists.flatMap((list) =>
        [...list.querySelectorAll('li')].map((item) => `${list.getAttribute('aria-label') ?? ''}: ${item.textContent}`),
      ),
    )
  return new Map(
    chips.map((chip) => {
      const [code = '', times = '1'] = chip.split('×')
      return [code, Number(times)]
    }),
  )
}

/** What was shown and is not there any more. One more may be there, which was saved and not yet shown. */
function lost(shown: ReadonlyMap<string, number>, kept: ReadonlyMap<string, number>): readonly string[] {
  return [...shown].filter(([code, times]) => (kept.get(code) ?? 0) < times).map(([code]) => code)
}

describe('an interview coded from nothing by keyboard alone, the process killed in between', () => {
  it(`has every coding that the screen had shown (${path.basename(file)})`, async () => {
    const study = newStudy()
    let first = await openWorkbench(browser, { args: ['--study', study] })
    first.page.on('filechooser', () => undefined)
    await importByKeyboard(first.page, file)
    await first.page.keyboard.press('ArrowDown')
    for (const code of NEW_CODES) {
      await first.page.keyboard.press('ArrowDown')
      for (let word = 0; word < 3; word++) await first.page.keyboard.press('Shift+ArrowRight')
      await applyNew(first.page, code)
    }
    await expect.poll(async () => (await listed(first.page)).size).toBe(NEW_CODES.length)

    for (const presses of KILLED_AFTER) {
      const { page } = first
      for (let press = 0; press < presses; press++) {
        await page.keyboard.press('Shift+ArrowRight')
        await page.keyboard.press(String(1 + (press % NEW_CODES.length)))
        await page.keyboard.press('ArrowRight')
      }
      const shown = await listed(page)
      await first.kill()
      await first.page.context().close()

      first = await openWorkbench(browser, { args: ['--study', study] })
      await rm(first.folder, { recursive: true, force: true })
      await first.page.getByRole('heading', { level: 1 }).waitFor()
      await first.page.keyboard.press('Control+3')
      await first.page.getByRole('grid', { name: /^Transcript: / }).waitFor()
      expect(shown.size).toBeGreaterThanOrEqual(NEW_CODES.length)
      await expect.poll(async () => lost(shown, await listed(first.page))).toEqual([])
    }
    await first.stop()
  })
})
