import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { openWorkbench } from './workbench.ts'

/**
 * `npm run shots`: pictures of every screen into docs/guide/images/, light and dark, with the sample study and with an
 * empty one. `npm run shots -- FOLDER` writes them elsewhere.
 */
const root = path.join(import.meta.dirname, '..')
const target = path.resolve(process.argv[2] ?? path.join(root, 'docs/guide/images'))
/** Each screen by its address, and the name of its picture. */
const SCREENS = [
  ['study', 'study'],
  ['transcripts', 'transcripts'],
  ['transcripts/participants', 'participants'],
  ['coding', 'coding'],
  ['codebook', 'codebook'],
  ['codebook/comparison', 'comparison'],
  ['codebook/matrices', 'matrices'],
  ['codebook/versions', 'versions'],
  ['search', 'search'],
  ['memos', 'memos'],
  ['agreement', 'agreement'],
  ['agreement/definitions', 'definitions'],
  ['agreement/definitions/sharing%20that%20helped', 'definition'],
  ['agreement/drift', 'drift'],
  ['harmonising', 'harmonising'],
  ['review', 'review-begin'],
  ['catalog', 'catalog'],
  ['survey', 'survey'],
  ['export', 'export'],
  ['history', 'history'],
  ['packets', 'packets'],
] as const
const SCHEMES = ['light', 'dark'] as const
const VIEWPORT = { width: 1280, height: 820 }

// A plain name, since some screens show it.
const folder = path.join(tmpdir(), 'Axial')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
mkdirSync(target, { recursive: true })
const browser = await launchBrowser()
try {
  const sample = makeStudy('sample')
  const empty = makeStudy('new')
  for (const scheme of SCHEMES) {
    await shoot(browser, scheme, sample, '')
    await shoot(browser, scheme, empty, 'empty-')
    await shootStart(browser, scheme)
    await shootReview(browser, scheme)
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}

function makeStudy(command: 'sample' | 'new'): string {
  const study = path.join(folder, `${command}.axial`)
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), command, study], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return study
}

async function shoot(browser: Browser, scheme: 'light' | 'dark', study: string, prefix: string): Promise<void> {
  const context = { colorScheme: scheme, viewport: VIEWPORT, reducedMotion: 'reduce' } as const
  const workbench = await openWorkbench(browser, { args: ['--folder', folder, '--study', study], context })
  for (const [address, name] of SCREENS) {
    await workbench.page.goto(`${workbench.origin}/#/${address}`)
    await settle(workbench.page)
    if (name === 'coding') await readOn(workbench.page)
    await workbench.page.screenshot({ path: path.join(target, `${prefix}${name}-${scheme}.png`) })
  }
  await workbench.stop()
}

/** A review that has begun, in a sample study of its own: the others are shown as they are made. */
async function shootReview(browser: Browser, scheme: 'light' | 'dark'): Promise<void> {
  const context = { colorScheme: scheme, viewport: VIEWPORT, reducedMotion: 'reduce' } as const
  const study = path.join(folder, `reviewed-${scheme}.axial`)
  copyFileSync(makeStudy('sample'), study)
  const workbench = await openWorkbench(browser, { args: ['--folder', folder, '--study', study], context })
  const { page } = workbench
  await page.goto(`${workbench.origin}/#/review`)
  await page.getByRole('button', { name: /^Work as/ }).click()
  await page.getByRole('button', { name: 'Start the review' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start the review' }).click()
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  for (const key of ['a', '1', 'b', '5', 'a', '3', 'a']) {
    await settle(page)
    await page.keyboard.press(key)
  }
  await settle(page)
  await page.screenshot({ path: path.join(target, `review-${scheme}.png`) })
  await page.goto(`${workbench.origin}/#/agreement/snapshots`)
  await settle(page)
  await page.screenshot({ path: path.join(target, `snapshots-${scheme}.png`) })
  await workbench.stop()
  // The list of studies is shown as it was.
  rmSync(study)
}

/** To where the sample's coders had much to say. */
async function readOn(page: Page): Promise<void> {
  const transcript = page.getByRole('grid', { name: /^Transcript/ })
  if ((await transcript.count()) === 0) return
  await transcript.focus()
  for (let turn = 1; turn < 14; turn++) await page.keyboard.press('ArrowDown')
  await page.waitForTimeout(300)
}

/** The screen that is shown while no study is open. */
async function shootStart(browser: Browser, scheme: 'light' | 'dark'): Promise<void> {
  const context = { colorScheme: scheme, viewport: VIEWPORT, reducedMotion: 'reduce' } as const
  const workbench = await openWorkbench(browser, { args: ['--folder', folder], context })
  await settle(workbench.page)
  await workbench.page.screenshot({ path: path.join(target, `start-${scheme}.png`) })
  await workbench.stop()
}

/** Until the screen has its heading, nothing is being worked on, and the fonts are there. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => document.querySelector('[role="progressbar"]') === null)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForTimeout(600)
}
