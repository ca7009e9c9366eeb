import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { scratchFile, scratchFolder } from '../fixtures/scratch.ts'
import { faultsOf } from './accessibility.ts'
import { launchBrowser } from '../../scripts/browser.ts'
import { focused, pressUntil } from './keyboard.ts'
import { openWorkbench, type Workbench } from '../../scripts/workbench.ts'

const cli = path.join(import.meta.dirname, '../../dist/cli.js')

function axial(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
}

/** A study in which each of these paths was put on one turn of its own, by a coder in an open round. */
function makeStudy(paths: readonly string[], folder = scratchFolder()): string {
  const study = path.join(folder, 'study.axial')
  const codings = path.join(folder, 'P1.json')
  const turns = paths.map((label, index) => ({
    speaker: 'P1',
    text: `Turn ${index + 1} is about this.`,
    codes: [label],
  }))
  writeFileSync(codings, JSON.stringify({ interview: 'P1', sources: [{ coder: 'Ada', pass: 'independent', turns }] }))
  axial('new', study)
  axial('import', 'codings', study, codings)
  return study
}

/** A study of one's own, as one that was made before. */
function copyOf(study: string): string {
  const copy = scratchFile('study.axial')
  copyFileSync(study, copy)
  return copy
}

const PATHS = [
  'Data / missing value',
  'Data / missing values',
  'Data / missing values',
  'Model / drift',
  'Model / drift',
  'labels',
]

describe('the codes of the codebook', () => {
  let browser: Browser
  let workbench: Workbench
  let page: Page
  let tree: Locator
  const folder = mkdtempSync(path.join(tmpdir(), 'axial-codebook-'))
  const usual = path.join(folder, 'study.axial')
  beforeAll(async () => {
    browser = await launchBrowser()
    makeStudy(PATHS, folder)
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(() => workbench.stop())

  async function open(study = copyOf(usual), colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
    const context = { colorScheme, reducedMotion: 'reduce' } as const
    workbench = await openWorkbench(browser, { args: ['--study', study], context })
    page = workbench.page
    await page.goto(`${workbench.origin}/#/codebook/codes`)
    tree = page.getByRole('treegrid', { name: 'Codes' })
    await tree.waitFor()
  }

  const row = (name: string) => tree.getByRole('row', { name: new RegExp(`^${name}(,| and)`) })
  /** The rows as a screen reader tells them: level and name. */
  const told = () =>
    tree
      .getByRole('row')
      .evaluateAll((rows) =>
        rows.map((one) => `${one.getAttribute('aria-level') ?? ''} ${one.getAttribute('aria-label') ?? ''}`),
      )
  const names = async () => (await told()).map((text) => text.replace(/(,| and).*$/, ''))
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const choose = async (name: string) => {
    await row(name).focus()
    await press('Space')
    await page.getByRole('heading', { level: 2, name, exact: true }).waitFor()
  }
  const faults = () => faultsOf(page)

  it('are told to a screen reader as a tree, and moved, renamed and created by keyboard alone', async () => {
    await open()
    expect(await told()).toEqual([
      '1 Data and 0 codings; 3 codings and 1 transcript with the codes under it',
      '2 missing value, 1 coding and 1 transcript',
      '2 missing values, 2 codings and 1 transcript',
      '1 Model and 0 codings; 2 codings and 1 transcript with the codes under it',
      '2 drift, 2 codings and 1 transcript',
      '1 labels, 1 coding and 1 transcript',
    ])
    expect(await row('Data').getAttribute('aria-expanded')).toBe('true')

    await choose('labels')
    await press('Alt+ArrowRight')
    await expect
      .poll(names)
      .toEqual(['1 Data', '2 missing value', '2 missing values', '1 Model', '2 drift', '2 labels'])
    await expect.poll(async () => (await focused(page)).name).toMatch(/^labels/)
    await press('Alt+ArrowUp')
    await expect.poll(async () => (await names()).slice(-2)).toEqual(['2 labels', '2 drift'])
    await press('Alt+ArrowLeft')
    await expect.poll(async () => (await names()).at(-1)).toBe('1 labels')
    await page.getByRole('button', { name: 'Undo: move a code “labels”' }).waitFor()

    await press('F2')
    await page.keyboard.type('Model')
    await page.getByText('1 coding in 1 transcript, by Ada.').waitFor()
    await press('Enter')
    await page.getByText('There is already a code "Model"').waitFor()
    await press('Control+a')
    await page.keyboard.type('tags')
    await press('Enter')
    await row('tags').waitFor()

    await pressUntil(page, 'Shift+Tab', /^New code$/)
    await press('Enter')
    await expect.poll(async () => (await focused(page)).name).toBe('Name')
    await page.keyboard.type('Data / provenance')
    await press('Enter')
    await page.getByRole('heading', { level: 2, name: 'provenance' }).waitFor()
    await row('provenance').focus()
    await press('Shift+ArrowUp', 'Delete')
    await page.getByRole('dialog', { name: /in use$/ }).waitFor()
    await press('Escape')
    await row('provenance').focus()
    await press('Space', 'Delete')
    await row('provenance').waitFor({ state: 'detached' })

    await row('Data').focus()
    await press('ArrowLeft')
    await row('drift').waitFor()
    expect(await names()).toEqual(['1 Data', '1 Model', '2 drift', '1 tags'])
    await page.reload()
    await tree.waitFor()
    expect(await names()).toEqual(['1 Data', '1 Model', '2 drift', '1 tags'])
  })

  it('are merged, split and retired by keyboard, each after its impact is shown, and undone in one step', async () => {
    await open()
    const refused: string[] = []
    page.on('response', (response) => {
      if (!response.ok()) refused.push(`${response.status()} ${response.url()}`)
    })
    await choose('missing value')
    await press('Shift+ArrowDown', 'Control+ArrowDown', 'Control+ArrowDown', 'Control+Space')
    await page.getByRole('heading', { name: '3 codes chosen' }).waitFor()
    await pressUntil(page, 'Tab', /^Merge…$/)
    await press('Enter')
    await expect.poll(async () => (await focused(page)).name).toBe('Into which code')
    await page.keyboard.type('drift')
    await press('Enter')
    await page.getByText('3 codings in 1 transcript, by Ada.').waitFor()
    await pressUntil(page, 'Tab', /^Merge into “drift”$/)
    await press('Enter')
    await row('drift, 5 codings').waitFor()
    await expect.poll(async () => (await focused(page)).name).toMatch(/^drift/)
    await press('Control+z')
    await row('drift, 2 codings').waitFor()
    await choose('missing value')
    await pressUntil(page, 'Tab', /^Merge…$/)
    await press('Enter')
    await expect.poll(async () => (await focused(page)).name).toBe('Into which code')
    await page.keyboard.type('values')
    await press('Enter')
    await page.getByText('The agreement of Imported, independent (finished) may change.').waitFor()
    await pressUntil(page, 'Tab', /^Merge into “missing values”$/)
    await press('Enter')
    await row('missing values, 3 codings').waitFor()
    expect(await row('missing value').count()).toBe(0)
    expect(refused).toEqual([])
    await page.getByRole('button', { name: 'Undo: merge “missing value” into “missing values”' }).waitFor()
    await press('Control+z')
    await row('missing value').waitFor()

    await row('missing value').focus()
    await page.keyboard.type('drift')
    await page.getByRole('heading', { level: 2, name: 'drift', exact: true }).waitFor()
    await pressUntil(page, 'Tab', /^Split…$/)
    await press('Enter')
    await expect.poll(async () => (await focused(page)).name).toBe('Second code')
    await page.keyboard.type('sudden drift')
    await press('Enter')
    await page.getByText('Coding 1 of 2').waitFor()
    await press('2', 'ArrowLeft', '1', '2')
    await page.getByText('1 coding in 1 transcript, by Ada.').waitFor()
    await pressUntil(page, 'Tab', /^Split$/)
    await press('Enter')
    await row('sudden drift, 1 coding').waitFor()
    await press('Control+z')
    await row('drift, 2 codings').waitFor()

    await choose('drift')
    await press('Delete')
    await page.getByRole('dialog', { name: '“drift” is in use' }).waitFor()
    await pressUntil(page, 'Tab', /^Retire$/)
    await press('Enter')
    await row('drift, Retired').waitFor()
    await pressUntil(page, 'Tab', /^Bring back$/)
    await press('Enter')
    await row('drift, 2 codings').waitFor()
  })

  it('are moved by dragging, with the mouse and with the keys of the row', async () => {
    await open()
    await row('labels').dragTo(row('Model'))
    await expect.poll(async () => (await names()).slice(-3)).toEqual(['1 Model', '2 drift', '2 labels'])
    await choose('labels')
    await pressUntil(page, 'ArrowRight', /^Drag/)
    await press('Enter')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Insert/)
    await pressUntil(page, 'ArrowUp', /^Insert before Data$/, 20)
    await press('Enter')
    await expect.poll(async () => (await names())[0]).toBe('1 labels')
  })

  it('keep example quotes, chosen from their codings', async () => {
    await open()
    await choose('labels')
    await page.getByRole('button', { name: 'Show as an example' }).click()
    const examples = page.getByRole('region', { name: 'Examples' })
    await examples.getByText('Turn 6 is about this.').waitFor()
    await examples.getByRole('button', { name: 'Show as an example', pressed: true }).click()
    await examples.getByText('No examples yet').waitFor()
  })

  it('are five hundred without five hundred rows in the document, and the last is reached by a key', async () => {
    const paths = Array.from({ length: 500 }, (_, index) => `Category ${index % 20} / code ${index}`)
    await open(makeStudy(paths))
    await row('Category 0').focus()
    expect(await tree.getByRole('row').count()).toBeLessThan(100)
    await press('End')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^code 499/)
    await page.getByRole('searchbox', { name: 'Filter codes' }).fill('code 49')
    await expect.poll(async () => (await names()).filter((name) => name.startsWith('2'))).toHaveLength(11)
  })

  it.each([
    ['light', ['Merge…', 'Split…', 'Retire…']],
    ['dark', ['Move…', 'New code in it…']],
  ] as const)('have no fault that axe finds, in %s, nor have their dialogs %s', async (scheme, dialogs) => {
    await open(undefined, scheme)
    await choose('drift')
    expect(await faults()).toEqual([])
    for (const name of dialogs) {
      await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('dialog').waitFor()
      expect([name, await faults()]).toEqual([name, []])
      await page.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })
})
