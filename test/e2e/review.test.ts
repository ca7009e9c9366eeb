import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { launchBrowser } from '../../scripts/browser.ts'
import { openWorkbench } from '../../scripts/workbench.ts'
import { scratchFile } from '../fixtures/scratch.ts'
import { faultsOf } from './accessibility.ts'
import { focused, pressUntil } from './keyboard.ts'
import { makeStudy, settle } from './made-study.ts'

/** The review by keyboard alone, in a real browser on the built workbench. */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const cli = path.join(import.meta.dirname, '../../dist/cli.js')
const data = path.join(import.meta.dirname, '../../../shared/data/quality-issues/coded')

function axial(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

const chosen = (page: Page) => page.locator('.review-row[aria-current=true]')

/** Whether the row in hand stands whole in what is seen of the queue. */
async function isInView(page: Page): Promise<boolean> {
  const [row, list] = await Promise.all([
    chosen(page).boundingBox(),
    page.locator('.review-queue-scroller').boundingBox(),
  ])
  return row !== null && list !== null && row.y >= list.y - 1 && row.y + row.height <= list.y + list.height + 1
}

/** Starts the review of the round on the screen, as the moderator. */
async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start the review' }).waitFor()
  await pressUntil(page, 'Tab', /^Start the review$/)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Start the review/ })
  await dialog.waitFor()
  await pressUntil(page, 'Tab', /^Start the review$/)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await chosen(page).waitFor()
}

describe('the review of the sample study', () => {
  it('decides, revises, discusses and takes back by keyboard, and has no accessibility fault that axe finds', async () => {
    const context = { reducedMotion: 'reduce' } as const
    const workbench = await openWorkbench(browser, { args: ['--study', makeStudy('sample')], context })
    const { page } = workbench
    await settle(page)
    await page.keyboard.press('Control+7')
    await pressUntil(page, 'Tab', /^Work as Mira$/)
    await page.keyboard.press('Enter')
    await start(page)
    await page.getByText('0 of 171 decided').waitFor()

    // What, then why; the next open one comes by itself.
    const first = await chosen(page).getAttribute('data-item')
    await page.keyboard.press('a')
    await page.keyboard.press('1')
    await page.getByText('1 of 171 decided').waitFor()
    expect(await chosen(page).getAttribute('data-item')).not.toBe(first)

    // Taken back: its item is open again and in hand.
    await page.keyboard.press('Control+z')
    await page.getByText('0 of 171 decided').waitFor()
    await expect.poll(() => chosen(page).getAttribute('data-item')).toBe(first)
    await expect.poll(() => page.locator('.review-foot').innerText()).not.toContain('Decided')

    // Another code on fewer words, for a reason of one's own.
    await page.getByRole('figure').waitFor()
    await page.keyboard.press('e')
    await page.getByRole('group', { name: 'Something else' }).waitFor()
    await page.keyboard.press('e')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Find the code/)
    await page.keyboard.type('workaround')
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'Something else' }).getByText('workaround').waitFor()
    await page.keyboard.press('}')
    await page.keyboard.press('r')
    await page.keyboard.type('She says so two turns later')
    await page.keyboard.press('Enter')
    await page.getByText('1 of 171 decided').waitFor()
    await page.keyboard.press('k')
    await page.getByText('Because: She says so two turns later.').waitFor()

    // A note, and what has notes.
    await page.keyboard.press('d')
    await page.keyboard.type('Ask Ada')
    await page.keyboard.press('Enter')
    await page.keyboard.type('and Ben')
    await page.keyboard.press('Control+Enter')
    await page.locator('.review-note-body').waitFor()
    expect(await page.locator('.review-note-body').innerText()).toBe('Ask Ada\nand Ben')
    await expect.poll(() => chosen(page).innerText()).toContain('1 note')

    // Revised: who, when and why of both stay.
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.keyboard.press('2')
    await page.keyboard.press('k')
    await expect.poll(() => page.locator('.review-history li').count()).toBe(2)

    // Revised again: nothing stands, so that a code is asked for at once; each of two has words of its own.
    await page.keyboard.press('e')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Find the code/)
    await page.keyboard.type('workaround')
    await page.keyboard.press('Enter')
    await page.keyboard.press('e')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Find the code/)
    await page.keyboard.type('team structure')
    await page.keyboard.press('Enter')
    await page.getByText('Words of all codes').waitFor()
    await page.keyboard.press('w')
    await page.getByText('Words of workaround').waitFor()
    await page.keyboard.press('}')
    await page.keyboard.press('1')
    await page.keyboard.press('k')
    await expect.poll(() => page.locator('.review-history li').count()).toBe(3)
    const told = await page.locator('.review-history li').allInnerTexts()
    const words = told.join('\n').match(/(?:workaround|team structure): .*/g) ?? []
    expect(new Set(words.map((one) => one.split(': ')[1])).size).toBeGreaterThan(1)

    // Whoever chose an order goes on by keyboard at once.
    await page
      .locator('.review-filters')
      .getByRole('button', { name: /By transcript/ })
      .click()
    await page.getByRole('option', { name: 'Costliest first' }).click()
    await expect.poll(() => chosen(page).evaluate((row) => row === document.activeElement)).toBe(true)

    await page.keyboard.press('?')
    const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    const change = shortcuts.getByRole('button', { name: 'Change the keys of “Let none stand”' })
    await change.click()
    await page.keyboard.press('t')
    await shortcuts.getByRole('alert').getByText('T is already “Let all readings stand”').waitFor()
    await change.click()
    await page.keyboard.press('q')
    await change.getByText('Q', { exact: true }).first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('q')
    const none = page.locator('.review-deck').getByRole('button', { name: 'None' })
    await expect.poll(() => none.getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Escape')
    const faults = await faultsOf(page, '.page')

    // The row in hand stays in view when the window is made less high.
    await page.keyboard.press('End')
    await page.locator('li:last-child > .review-row[aria-current=true]').waitFor()
    await page.setViewportSize({ width: 1280, height: 500 })
    await expect.poll(() => isInView(page)).toBe(true)

    // At 200 % zoom what can be decided stays in view under the item.
    await page.keyboard.press('Home')
    await expect.poll(() => page.locator('[aria-posinset="1"] .review-row[aria-current=true]').count()).toBe(1)
    await page.setViewportSize({ width: 640, height: 400 })
    await chosen(page).focus()
    await page.keyboard.press('j')
    await expect.poll(() => page.locator('.review-deck').getByRole('button', { name: 'None' }).isVisible()).toBe(true)
    const bounds = await page.locator('.review-deck').boundingBox()
    expect((bounds?.y ?? 0) + (bounds?.height ?? Infinity)).toBeLessThanOrEqual(400)
    await workbench.stop()
    expect(faults).toEqual([])
  })
})

const wherePresent = existsSync(data) ? it : it.skip
if (!existsSync(data)) console.log('The review of interviews 12 and 19 is skipped: ../shared/data is not at hand.')

const turn = z.object({ speaker: z.string().nullish(), text: z.string(), codes: z.array(z.string()) })
const published = z.object({
  interview: z.union([z.string(), z.number()]),
  sources: z.array(z.object({ coder: z.string(), pass: z.string(), turns: z.array(turn) })),
})
type Published = z.infer<typeof published>
const FIGURES = ['codedAgreement', 'kappaCoded', 'kappaPooled', 'alphaJaccard', 'alphaMasi'] as const
const figure = z.number().nullable()
const measured = z.object({
  comparisons: z.array(
    z.object({
      transcript: z.string(),
      units: z.number(),
      codes: z.number(),
      codedAgreement: figure,
      kappaCoded: figure,
      kappaPooled: figure,
      alphaJaccard: figure,
      alphaMasi: figure,
    }),
  ),
})

/** Both independent passes of the interviews, imported. */
function importIndependent(interviews: readonly Published[]): string {
  const study = scratchFile('interviews.axial')
  axial('new', study)
  for (const { interview, sources } of interviews) {
    const file = scratchFile('independent.json')
    writeFileSync(file, JSON.stringify({ interview, sources: sources.filter(({ pass }) => pass === 'independent') }))
    axial('import', 'codings', study, file)
  }
  return study
}

/** The consolidated coding as coded turns, exported on the Export screen by keyboard; by interview. */
async function exportConsolidated(page: Page): Promise<ReadonlyMap<string, Published>> {
  await page.keyboard.press('Control+Shift+E')
  await page.getByRole('heading', { name: 'Export', level: 1 }).waitFor()
  await pressUntil(page, 'Tab', /^Descriptors$/)
  await page.keyboard.press('End')
  await page.getByRole('heading', { name: 'Codings' }).waitFor()
  await pressUntil(page, 'Tab', /Round$/)
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page
    .getByText(/in Imported, independent, moderated/)
    .first()
    .waitFor()
  await pressUntil(page, 'Tab', /^Download all 2 files/)
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const files = Object.values(unzipSync(readFileSync(await download.path())))
  const read = files.map((bytes) => published.parse(JSON.parse(strFromU8(bytes))))
  return new Map(read.map((one) => [String(one.interview), one]))
}

/** Two passes over the same turns, measured as `axial agreement` measures two coders. */
function agreementOf(passes: readonly Published[]): z.infer<typeof measured>['comparisons'] {
  const study = scratchFile('compared.axial')
  axial('new', study)
  for (const pass of passes) {
    const file = scratchFile('compared.json')
    writeFileSync(file, JSON.stringify(pass))
    axial('import', 'codings', study, file)
  }
  return measured.parse(JSON.parse(axial('agreement', study, '--resamples', '0', '--json'))).comparisons
}

describe('the review of interviews 12 and 19', () => {
  wherePresent(
    'goes to the end by keyboard, and its result is compared with the published moderated pass',
    async () => {
      const interviews = ['12', '19'].map((number) =>
        published.parse(JSON.parse(readFileSync(path.join(data, `interview-${number}.json`), 'utf8'))),
      )
      const study = importIndependent(interviews)
      const workbench = await openWorkbench(browser, { args: ['--study', study] })
      const { page } = workbench
      await settle(page)
      await page.keyboard.press('Control+7')
      await pressUntil(page, 'Tab', /^Add a moderator$/)
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await focused(page)).name).toMatch(/^Name/)
      await page.keyboard.type('Mo')
      await page.keyboard.press('Tab')
      await page.keyboard.type('m')
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('Control+7')
      await pressUntil(page, 'Tab', /^Work as Mo$/)
      await page.keyboard.press('Enter')
      await start(page)

      // One reason is kept: each decision is one key, and lets the reading stand that is there, or the first of two.
      await page.keyboard.press('0')
      await page.keyboard.press('5')
      const total = Number(await chosen(page).locator('..').getAttribute('aria-setsize'))
      for (let decided = 1; decided <= total; decided++) {
        await page.keyboard.press(/^A\nnothing/m.test(await chosen(page).innerText()) ? 'b' : 'a')
        await page.getByText(`${decided} of ${total} decided`).waitFor()
      }
      await page.getByRole('region', { name: 'Everything is decided.' }).waitFor()

      await pressUntil(page, 'Shift+Tab', /^Report…$/)
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      await pressUntil(page, 'Tab', /^CSV$/)
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
      const tables = Object.entries(unzipSync(readFileSync(await download.path())))
      const queue = strFromU8(tables.find(([name]) => /queue|disagreements/.test(name))?.[1] ?? new Uint8Array())
      expect(queue.split('the words say so').length - 1).toBe(total)

      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      const result = await exportConsolidated(page)
      await workbench.stop()
      const compared = agreementOf(
        interviews.map(({ interview, sources }) => {
          const moderated = sources.find(({ pass }) => pass === 'moderated')
          const turns = moderated?.turns ?? []
          const reviewed = result.get(`Interview ${interview}`)?.sources[0]?.turns ?? []
          expect(reviewed.map(({ text }) => text)).toEqual(turns.map(({ text }) => text))
          return {
            interview,
            sources: [
              { coder: 'review', pass: 'independent', turns: reviewed },
              { coder: 'published', pass: 'independent', turns },
            ],
          }
        }),
      )
      console.log('The consolidated result of the review against the published moderated pass, turn by turn:')
      for (const comparison of compared) {
        const told = FIGURES.map((name) => `${name} ${comparison[name]?.toFixed(4) ?? '—'}`)
        console.log(
          `${comparison.transcript}: ${comparison.units} turns, ${comparison.codes} codes; ${told.join(', ')}`,
        )
      }
      expect(compared.map(({ units }) => units)).toEqual([160, 104])
    },
  )
})
