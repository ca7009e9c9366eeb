import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './accessibility.ts'
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
  'review',
  'catalog',
  'survey',
  'export',
  'history',
] as const

/** What is chosen and written in the colour for chosen words, which the browser paints on a patch of the page's own. */
function unreadableChoices(): string[] {
  const chosen = [...document.querySelectorAll('[data-selected]:not([role=tab])')]
  return chosen
    .filter((element) => getComputedStyle(element).forcedColorAdjust !== 'none')
    .filter((element) => getComputedStyle(element).backgroundColor !== getComputedStyle(document.body).backgroundColor)
    .map((element) => `cannot be read where colours are forced: ${element.className}`)
}

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

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
      const faults = await faultsOf(workbench.page)
      found.push(...faults.map((fault) => `${screen}: ${fault}`))
      if (forcedColors === 'active') found.push(...(await workbench.page.evaluate(unreadableChoices)))
    }
    await workbench.stop()
    expect(found).toEqual([])
  })

  it('fits into windows 720 and 320 pixels wide, as at 200 % and 400 % zoom, without scrolling sideways', async () => {
    const context = { viewport: { width: 720, height: 820 } }
    const workbench = await openWorkbench(browser, { args: ['--study', makeStudy('sample')], context })
    const wide: string[] = []
    for (const screen of SCREENS) {
      await workbench.page.goto(`${workbench.origin}/#/${screen}`)
      await settle(workbench.page)
      for (const width of [320, 720]) {
        await workbench.page.setViewportSize({ width, height: 820 })
        const excess = await workbench.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (excess > 0) wide.push(`${screen} by ${String(excess)} pixels of ${String(width)}`)
      }
    }
    await workbench.stop()
    expect(wide).toEqual([])
  })
})
