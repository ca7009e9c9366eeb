import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { agreement as agreementSchema } from '../../app/contract/agreement.ts'
import { catalog as catalogSchema } from '../../app/contract/catalog.ts'
import { surveySummary, type SurveySummary } from '../../app/contract/surveys.ts'
import { SHOWN_FIGURES } from '../../renderer/features/agreement/rows.ts'
import { faultsOf } from './accessibility.ts'
import { launchBrowser } from '../../scripts/browser.ts'
import { openWorkbench, type Workbench } from '../../scripts/workbench.ts'

const cli = path.join(import.meta.dirname, '../../dist/cli.js')
const folder = mkdtempSync(path.join(tmpdir(), 'axial-figures-'))
const study = path.join(folder, 'sample.axial')
const SURVEY = 'Importance of sharing'
const MERGED = 'Running and building'

/** What the command line says of the sample study: the same contract, asked without a screen. */
function ask<Schema extends z.ZodType>(schema: Schema, ...args: readonly string[]): z.output<Schema> {
  return schema.parse(JSON.parse(execFileSync(process.execPath, [cli, ...args, '--json'], { encoding: 'utf8' })))
}

let browser: Browser
let workbench: Workbench
let page: Page
/** As the command line prints it. */
const printedAgreement = agreementSchema.extend({
  comparisons: z.array(agreementSchema.shape.comparisons.element.omit({ round: true, coded: true })),
})

let agreement: z.infer<typeof printedAgreement>
const printedCatalog = catalogSchema.extend({
  items: z.array(catalogSchema.shape.items.element.omit({ mismatchId: true })),
})
let catalog: z.infer<typeof printedCatalog>
let grouped: SurveySummary
let merged: SurveySummary

beforeAll(async () => {
  execFileSync(process.execPath, [cli, 'sample', study])
  agreement = ask(printedAgreement, 'agreement', study)
  catalog = ask(printedCatalog, 'catalog', study)
  grouped = ask(surveySummary, 'survey', study, SURVEY, '--by', 'Q2')
  merged = ask(
    surveySummary,
    'survey',
    study,
    SURVEY,
    '--by',
    'Q2',
    '--merge',
    `${MERGED}=Software Engineer,Operations`,
  )
  browser = await launchBrowser()
  workbench = await openWorkbench(browser, { args: ['--study', study], context: { locale: 'en-GB' } })
  page = workbench.page
})

afterAll(async () => {
  await workbench.stop()
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Goes on by Tab until the focus is where the selector says. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${selector}`)
}

/** Goes to a screen by its shortcut, once there is a screen. */
async function goTo(where: Page, shortcut: string, selector: string): Promise<void> {
  await where.waitForSelector('#page-heading')
  await where.keyboard.press(shortcut)
  await where.waitForSelector(selector)
}

const decimal = (value: number, digits = 3) =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
const percent = (value: number) => new Intl.NumberFormat('en-GB', { style: 'percent' }).format(value / 100)
const textsOf = (selector: string) => page.locator(selector).allInnerTexts()

describe('the Agreement screen on the sample study', () => {
  it('shows the main figures of every comparison with their intervals and n', async () => {
    await goTo(page, 'Control+6', '.agreement-table tbody tr')
    const rows = await page.locator('.agreement-table tbody tr').all()
    expect(rows).toHaveLength(agreement.comparisons.length)
    for (const [index, comparison] of agreement.comparisons.entries()) {
      const row = page.locator('.agreement-table tbody tr').nth(index)
      expect(await row.locator('th').innerText()).toContain(comparison.transcript)
      expect(await row.locator('td').first().innerText()).toBe(String(comparison.units))
      for (const name of SHOWN_FIGURES.pair) {
        const value = comparison[name]
        const [low, high] = comparison.intervals[name] ?? [NaN, NaN]
        const shown = (await row.locator(`[data-figure=${name}]`).innerText()).split(/\n+/)
        expect(shown).toEqual([decimal(value ?? NaN), `${decimal(low, 2)} to ${decimal(high, 2)}`])
      }
    }
  })

  it('opens a comparison by keyboard and draws the chosen code’s 2×2 table with its margins', async () => {
    const [, comparison] = agreement.comparisons
    if (comparison === undefined) throw new Error('the sample has fewer than two comparisons')
    await tabTo('[data-row-action]')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.agreement-two')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(comparison.transcript)
    await tabTo('[data-row-action]')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const name = await page.locator('[data-row-action][aria-pressed=true]').innerText()
    const code = comparison.perCode.find((candidate) => candidate.code === name)
    if (code === undefined) throw new Error(`no code is called ${name}`)
    const { both, onlyFirst, onlySecond, neither } = code
    expect(await textsOf('.agreement-two tbody td')).toEqual(
      [
        [both, onlyFirst, both + onlyFirst],
        [onlySecond, neither, onlySecond + neither],
        [both + onlySecond, onlyFirst + neither, comparison.units],
      ].flatMap((row) => row.map(String)),
    )
    expect(await page.locator('.agreement-aside').innerText()).toContain(
      `Kappa of this code: ${code.kappa === null ? '—' : decimal(code.kappa)}`,
    )
  })

  it('gives the focus back to the row when one goes back', async () => {
    await page.keyboard.press('Shift+Tab')
    await page.getByRole('button', { name: 'All comparisons' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.agreement-table')
    const [, comparison] = agreement.comparisons
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(comparison?.transcript)
  })

  it('draws the figure that is chosen for the plot', async () => {
    await page.getByRole('radio', { name: 'α MASI' }).focus()
    await page.keyboard.press('Space')
    expect(await page.locator('.plot-value').allTextContents()).toEqual(
      agreement.comparisons.map(({ alphaMasi }) => decimal(alphaMasi ?? NaN)),
    )
    expect(await page.locator('.plot-note[text-anchor=end]').allTextContents()).toEqual(
      agreement.comparisons.map(({ n }) => `n = ${n.alphaMasi}`),
    )
  })

  it('saves the agreement over rounds with each chosen code in a colour of its own', async () => {
    await page.getByRole('tab', { name: 'Over rounds' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as SVG' }).click(),
    ])
    const text = await readFile(await download.path(), 'utf8')
    const marks = [...text.matchAll(/<circle[^>]* r="4.5" [^>]*fill="([^"]+)"/g)].map(([, fill]) => fill)
    // Three codes stand out; the third was first used in the second of the sample's three rounds. Each has a label beside its end.
    expect([...Map.groupBy(marks, (fill) => fill).values()].map((of) => of.length)).toEqual([3, 3, 2])
    expect(text).toContain('<title>Operational Environment / Runtime Metrics and Data</title>')
    expect(text).toMatch(/>0\.430 [^<]*Runtime Metrics and Data</)
    await page.getByRole('tab', { name: 'Figures' }).click()
    await page.waitForSelector('.agreement-table')
  })

  it('says the sentence of a figure when its heading has the focus', async () => {
    await page.getByRole('button', { name: /κ pooled/ }).focus()
    expect(await page.getByRole('tooltip').innerText()).toContain('all unit × code cells stacked')
  })
})

describe('the Catalog screen on the sample study', () => {
  it('shows the count and percent of every category, and narrows the list by keyboard', async () => {
    await goTo(page, 'Control+8', '.catalog-item')
    const rows = await textsOf('.catalog-tree [role=row]')
    expect(rows.slice(1).map((row) => row.split(/\n+/))).toEqual(
      catalog.categories.map((category) => [category.name, `${category.count} (${percent(category.percent)})`]),
    )
    await tabTo('.catalog-tree [role=row]')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const [first] = catalog.categories
    const about = catalog.items.filter(({ instances }) => instances.some(({ category }) => category === first?.code))
    expect(await textsOf('.catalog-item .catalog-reference')).toEqual(about.map(({ id }) => id))
  })

  it('reads on with the arrow keys', async () => {
    await tabTo('.catalog-item')
    await page.keyboard.press('ArrowDown')
    const chosen = await page.locator('.catalog-item[aria-selected=true] .catalog-reference').innerText()
    const item = catalog.items.find(({ id }) => id === chosen)
    expect(await page.locator('.catalog-detail h2').innerText()).toBe(item?.id)
    expect(await page.locator('.catalog-detail blockquote').innerText()).toBe(item?.quote)
  })
})

describe('the Survey screen on the sample study', () => {
  const cellsOf = async (id: string) => textsOf(`.survey-table tr[data-item="${id}"] td`)
  const top = ({ count, percent: share }: { count: number; percent: number | null }) =>
    `${count} (${percent(share ?? NaN)})`
  const expectRows = async (summary: SurveySummary) => {
    for (const { id, overall, groups } of summary.items) {
      const cells = await cellsOf(id)
      expect(cells.slice(0, 4)).toEqual([
        String(overall.n),
        String(overall.missing),
        top(overall.top),
        decimal(overall.mean ?? NaN, 2),
      ])
      expect(cells.slice(8).map((cell) => cell.replace(/†.*/s, ''))).toEqual(
        groups.flatMap((group) => [String(group.n), top(group.top)]),
      )
    }
  }

  it('groups by an attribute chosen by keyboard', async () => {
    await goTo(page, 'Control+9', '.likert')
    await tabTo('.survey-controls .select-button')
    await page.keyboard.press('Enter')
    await page.keyboard.type('What is your main role')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.survey-group >> nth=3')
    expect(await textsOf('.survey-group')).toEqual([
      'Everyone',
      ...(grouped.items[0]?.groups ?? []).map(({ group }) => group),
    ])
    await expectRows(grouped)
  })

  it('merges two groups under a name typed, and takes them for one everywhere', async () => {
    await tabTo('.survey-groups input[type=checkbox]')
    for (const name of ['Software Engineer', 'Operations']) {
      await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).focus()
      await page.keyboard.press('Space')
    }
    await tabTo('.survey-merge input')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(MERGED)
    await page.keyboard.press('Enter')
    await page.locator('.survey-group', { hasText: MERGED }).waitFor()
    await expectRows(merged)
  })

  it('draws as many bars for an item as points that somebody chose', async () => {
    const chosen = merged.items.map(({ overall }) => overall.counts.filter(({ count }) => count > 0).length)
    const drawn = await page.locator('.likert rect.likert-bar:has(title)').count()
    expect(drawn).toBe(chosen.reduce((sum, count) => sum + count, 0))
  })
})

describe('a chart saved as a file', () => {
  it('is an SVG document that needs nothing from outside and uses plain colours', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as SVG' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('survey.svg')
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(text).not.toMatch(/var\(|color\(|color-mix|class=|href|url\(/)
    expect(text.match(/<rect [^>]*fill="rgb\(21, 80, 138\)"/g)?.length).toBeGreaterThan(10)
  })
})

describe.each([
  { theme: 'light', locale: 'en-GB' },
  { theme: 'dark', locale: 'fr-FR' },
] as const)('the three screens, $theme, $locale', ({ theme, locale }) => {
  // At full width they are looked at with every other screen (every-screen.test.ts).
  it('are free of axe violations at 200 % zoom', async () => {
    // A copy: the study itself is open in the other workbench.
    const copy = path.join(folder, `${theme}.axial`)
    execFileSync(process.execPath, [cli, 'sample', copy])
    const context = { locale, colorScheme: theme, viewport: { width: 640, height: 800 } }
    const other = await openWorkbench(browser, { args: ['--study', copy], context })
    try {
      for (const [shortcut, selector] of [
        ['Control+6', '.agreement-table'],
        ['Control+8', '.catalog-item'],
        ['Control+9', '.likert'],
      ] as const) {
        await goTo(other.page, shortcut, selector)
        expect(await faultsOf(other.page)).toEqual([])
      }
    } finally {
      await other.stop()
    }
  })
})
