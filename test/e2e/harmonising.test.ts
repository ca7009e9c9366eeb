import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { launchBrowser } from '../../scripts/browser.ts'
import { openWorkbench } from '../../scripts/workbench.ts'
import { faultsOf } from './accessibility.ts'
import { makeStudy, settle } from './made-study.ts'

/** What the command palette finds first by these letters. */
async function run(page: Page, letters: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.getByRole('searchbox').fill(letters)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

describe('names of one thing, brought together by keyboard alone', () => {
  it('are mapped, refused, merged and taken back, and the figures follow', async () => {
    const browser = await launchBrowser()
    onTestFinished(() => browser.close())
    const context = { locale: 'en-GB', reducedMotion: 'reduce' } as const
    const { page, stop } = await openWorkbench(browser, { args: ['--study', makeStudy('sample')], context })
    onTestFinished(async () => void (await stop()))
    await settle(page)
    await run(page, 'Coding as: Mira')
    await run(page, 'Harmonising')
    const figures = page.getByRole('table', { name: 'Agreement by turn, before and now' })
    const pairs = page.getByRole('listbox', { name: 'Pairs of codes' })
    const notices = page.getByRole('region', { name: 'Messages' })
    await figures.waitFor()
    const unchanged = await figures.innerText()
    const proposed = await pairs.getByRole('option').allInnerTexts()
    expect(proposed.map((text) => text.split('\n').slice(0, 2))).toEqual([
      ['missing documentation', 'documentation missing'],
      ['user trust', 'trust of users'],
    ])

    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('m')
    // Without waiting: the focus has gone on to the next pair, and the key is about that one.
    await page.keyboard.press('r')
    await notices.getByText('“trust of users” and “user trust” stay two.').waitFor()
    await pairs.getByText('Every pair is decided.').waitFor()
    await pairs.getByText('Mapped').waitFor()
    await figures.getByText('→').first().waitFor()
    expect(await faultsOf(page)).toEqual([])

    await page.keyboard.press('g')
    await page.getByRole('dialog', { name: /^Merge/ }).waitFor()
    await page.keyboard.press('Enter')
    await notices.getByText('became').waitFor()
    await pairs.getByText('Merged').waitFor()
    expect(await pairs.getByText('Refused').count()).toBe(0)

    for (const name of ['merge', 'keep', 'count']) {
      await page.keyboard.press('u')
      await notices.getByText(`Taken back: ${name}`).waitFor()
    }
    await pairs.getByText('To decide (2)').waitFor()
    await expect.poll(() => figures.innerText()).toBe(unchanged)

    // The Agreement screen shows names as coded, says so, and shows the other on demand.
    await page.keyboard.press('Control+Shift+Z')
    await pairs.getByText('To decide (1)').waitFor()
    const pooled = page.locator('.agreement-table td[data-figure="kappaPooled"]')
    await page.keyboard.press('Control+6')
    await page.getByText('1 code was mapped to another in harmonising; these figures count it apart.').waitFor()
    const asCoded = await pooled.allInnerTexts()
    await page.getByRole('radio', { name: 'Names as coded' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await page.getByText('1 code counts as the one it was mapped to.').waitFor()
    await expect.poll(() => pooled.allInnerTexts()).not.toEqual(asCoded)
    // The passage is first of an earlier round, of which nothing was decided.
    await page.getByRole('button', { name: 'Comparison' }).press('Enter')
    await page.getByRole('option', { name: /P1a.*Imported, independent$/ }).press('Enter')
    await page.getByText('Names were harmonised: 1 code was counted as another one of the same meaning.').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })
})
