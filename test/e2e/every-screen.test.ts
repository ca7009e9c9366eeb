import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './accessibility.ts'
import { misdrawn } from './layout.ts'
import { launchBrowser } from '../../scripts/browser.ts'
import { openWorkbench } from '../../scripts/workbench.ts'
import { makeStudy, settle } from './made-study.ts'

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
  'agreement/definitions',
  'agreement/drift',
  'harmonising',
  'review',
  'packets',
  'catalog',
  'survey',
  'export',
  'history',
] as const

/** What is chosen and written in the colour for chosen words, which the browser paints on a patch of the page's own. */
function unreadableChoices(): string[] {
  // The words beside a ticked box are written as all others are; the box itself is no text.
  const chosen = [...document.querySelectorAll('[data-selected]:not([role=tab], .checkbox)')]
  return chosen
    .filter((element) => getComputedStyle(element).forcedColorAdjust !== 'none')
    .filter((element) => getComputedStyle(element).backgroundColor !== getComputedStyle(document.body).backgroundColor)
    .map((element) => `cannot be read where colours are forced: ${element.className}`)
}

/** How a screen is looked at. */
const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'dark with forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const
type Look = keyof typeof LOOKS

/** Pixels: the window of a laptop at 200 % and at 400 % zoom. */
const NARROW = [720, 320] as const
const WIDE = { width: 1280, height: 860 }

type Found = ReadonlyMap<Look | 'width' | 'layout', string[]>

/** Goes once through every screen of a study, each looked at in every way; gives what was wrong, by what was looked for. */
async function walk(study: 'sample' | 'new', looks: readonly Look[]): Promise<Found> {
  const context = { reducedMotion: 'reduce', viewport: WIDE } as const
  const file = makeStudy(study, path.join(folder, `${study}.axial`))
  const { page, origin, stop } = await openWorkbench(browser, { args: ['--study', file], context })
  const found = new Map<Look | 'width' | 'layout', string[]>()
  for (const what of [...looks, 'width', 'layout'] as const) found.set(what, [])
  for (const screen of SCREENS) {
    await page.goto(`${origin}/#/${screen}`)
    await settle(page)
    const drawn = await page.evaluate(misdrawn)
    found.get('layout')?.push(...drawn.map((fault) => `${screen}: ${fault}`))
    for (const look of looks) {
      await page.emulateMedia(LOOKS[look])
      const faults = await faultsOf(page)
      found.get(look)?.push(...faults.map((fault) => `${screen}: ${fault}`))
      if (LOOKS[look].forcedColors === 'active') found.get(look)?.push(...(await page.evaluate(unreadableChoices)))
    }
    for (const width of NARROW) {
      await page.setViewportSize({ width, height: 820 })
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (excess > 0) found.get('width')?.push(`${screen} by ${String(excess)} pixels of ${String(width)}`)
    }
    await page.setViewportSize(WIDE)
  }
  await stop()
  return found
}

const folder = mkdtempSync(path.join(tmpdir(), 'axial-screens-'))
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each([
  ['sample', ['light', 'dark', 'dark with forced colours']],
  ['new', ['light']],
] as const)('every screen of the %s study', (study, looks) => {
  let found: Found
  beforeAll(async () => {
    found = await walk(study, looks)
  })

  it.each(looks)('passes axe in %s', (look) => {
    expect(found.get(look)).toEqual([])
  })

  it('cuts no figure off, and ends the headings of figures where these end', () => {
    expect(found.get('layout')).toEqual([])
  })

  it('fits into windows 720 and 320 pixels wide, as at 200 % and 400 % zoom, without scrolling sideways', () => {
    expect(found.get('width')).toEqual([])
  })
})
