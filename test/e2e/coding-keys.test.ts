import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { faultsOf } from './accessibility.ts'
import { launchBrowser } from '../../scripts/browser.ts'
import { chips, makeStudy, painted, press } from './coding-screen.ts'
import { openWorkbench, type Workbench } from '../../scripts/workbench.ts'

const TURNS = [
  'Who prepares the data?',
  'Another team does. We never know which values are missing! Nobody told us.',
  'How do you notice?',
  'The café labels are wrong, usually on a Monday.',
  ...Array.from({ length: 80 }, (_, index) => `Then came problem number ${index + 5}, and the Cafe was closed.`),
]

/** Where words begin in the file's text, as an address names them. */
function offsetsOf(words: string): string {
  const text = TURNS.map((turn, index) => `${index % 2 === 0 ? 'Interviewer' : 'P1a'}: ${turn}`).join('\n\n')
  const start = text.indexOf(words)
  return `${start}-${start + words.length}`
}

describe('the keys of the Coding screen', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'axial-coding-keys-'))
  let browser: Browser
  let workbench: Workbench
  let page: Page
  const chosen = () => painted(page, 'coding-chosen')
  const undo = async (action: string) => {
    await page.getByRole('button', { name: `Undo: ${action}` }).waitFor()
    await press(page, 'Control+z')
  }

  beforeAll(async () => {
    browser = await launchBrowser()
    workbench = await openWorkbench(browser, { args: ['--study', makeStudy(folder, TURNS)] })
    page = workbench.page
    await page.goto(`${workbench.origin}/#/coding`)
    await page.getByLabel('Your name or initials').fill('Ada')
    await press(page, 'Enter')
    await page.getByRole('grid').waitFor()
  })
  afterAll(async () => {
    await workbench.stop()
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    await page.getByRole('grid').focus()
    await press(page, 'Escape', 'Control+Home')
    await expect.poll(() => painted(page, 'coding-caret')).toEqual(['Who'])
  })

  it('go from sentence to sentence, and choose word, sentence and turn', async () => {
    await press(page, 'ArrowDown', 'Alt+ArrowRight')
    expect(await painted(page, 'coding-caret')).toEqual(['We'])
    await press(page, 'e', 'e')
    expect(await chosen()).toEqual(['We never know which values are missing!'])
    await press(page, 'Alt+Shift+ArrowRight')
    expect(await chosen()).toEqual(['We never know which values are missing! Nobody told us.'])
    await press(page, 'Alt+Shift+ArrowLeft', 'e')
    expect(await chosen()).toEqual([TURNS[1]])
    await press(page, 'Shift+e')
    expect(await chosen()).toEqual(['We never know which values are missing!'])
  })

  it('move the boundaries of a coding, each press one step that can be taken back', async () => {
    await press(page, 'ArrowDown', 'Alt+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight')
    await press(page, 'c')
    await page.keyboard.type('Not told')
    await press(page, 'Enter')
    await expect.poll(() => painted(page)).toEqual(['We never'])
    await press(page, ']', ']', '}', '[')
    await expect.poll(() => painted(page)).toEqual(['does. We never know'])
    expect(await chosen()).toEqual(['does. We never know'])
    await press(page, 'Shift+j', 'Alt+k')
    await expect.poll(() => painted(page)).toEqual(['We never know w'])
    await page.getByText('“Not told” now ends with “which”').waitFor()
    await undo('move the boundary of a coding “Not told”')
    await expect.poll(() => painted(page)).toEqual(['We never know'])
    await press(page, 'Escape', 'x')
    await expect.poll(() => painted(page)).toEqual([])
  })

  it('move the boundaries of chosen words where no coding is on them', async () => {
    await press(page, 'e', 'k', 'k', 'Shift+j')
    await expect.poll(() => chosen()).toEqual(['prepares the'])
  })

  it('go from one coding to the next, to all passages of its code, and back to its words', async () => {
    await press(page, 'ArrowDown', 'Alt+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'c')
    await page.keyboard.type('Not told')
    await press(page, 'Enter')
    await expect.poll(() => painted(page)).toEqual(['We never'])
    await press(page, 'Escape', 'Control+Home', 'n')
    await expect.poll(chosen).toEqual(['We never'])
    await press(page, 'n')
    await page.getByText('There is no coding further on in this transcript').first().waitFor()
    await press(page, 'g')
    await page.getByRole('article', { name: /^We never/ }).waitFor()
    await press(page, 'g')
    await expect.poll(chosen).toEqual(['We never'])
    await page.locator('[role=grid]:focus').waitFor()
    await press(page, 'x')
    await expect.poll(() => painted(page)).toEqual([])
  })

  it('create a code with its category and apply it in one step that one undo takes back', async () => {
    await press(page, 'e', 'c')
    await page.keyboard.type('Roles / Who does it')
    await press(page, 'Enter')
    await expect.poll(() => chips(page, 1)).toEqual(['Who does it'])
    const usual = page.viewportSize()
    await page.setViewportSize({ width: 900, height: 640 })
    const boxOf = async (selector: string) =>
      (await page.locator(selector).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await expect.poll(async () => (await boxOf('.coding-status')).width).toBeGreaterThan(300)
    await undo('create and apply a code “Who does it”')
    await page.locator('.notice').getByText('Taken back: create').waitFor()
    // Neither the digits and tools at the foot nor the codebook beside it are under the notice.
    const [notice, foot] = [await boxOf('.notice'), await boxOf('.coding-foot')]
    expect(notice.y + notice.height).toBeLessThanOrEqual(foot.y)
    expect(notice.x + notice.width).toBeLessThanOrEqual(foot.x + foot.width)
    if (usual !== null) await page.setViewportSize(usual)
    await expect.poll(() => page.getByRole('row', { name: /Roles|Who does it/ }).count()).toBe(0)
    expect(await chips(page, 1)).toEqual([])
  })

  it('name a new code by the chosen words, in the second place of the palette', async () => {
    await press(page, 'ArrowDown', 'Alt+ArrowRight', 'Alt+ArrowRight', 'Alt+Shift+ArrowRight', 'c')
    await page.getByRole('option', { name: 'New code in these words: “Nobody told us”' }).waitFor()
    // The first has the keyboard from the beginning: one press goes to the second. So it is when all that was typed is gone.
    await press(page, 'n', 'o', 'Backspace', 'Backspace', 'ArrowDown', 'Enter')
    await expect.poll(() => chips(page, 2)).toEqual(['Nobody told us'])
    expect(await chosen()).toEqual(['Nobody told us.'])
    await press(page, 'x')
    await expect.poll(() => chips(page, 2)).toEqual([])
  })

  it('find words whatever their accents, in turns far away too, and leave them chosen', async () => {
    await press(page, 'Control+f')
    await page.keyboard.type('CAFÉ')
    const count = page.getByRole('search').getByRole('status').first()
    await expect.poll(() => count.innerText()).toBe('1 of 81')
    expect((await painted(page, 'coding-found')).slice(0, 2)).toEqual(['café', 'Cafe'])
    await press(page, 'Shift+Enter')
    await expect.poll(() => count.innerText()).toBe('81 of 81')
    await page.getByText('problem number 84').waitFor()
    await press(page, 'F3', 'Enter', 'Enter', 'Escape')
    await expect.poll(chosen).toEqual(['Cafe'])
    await page.getByText('Turn 6 of 84').waitFor()
    await press(page, 'F3')
    await page.getByText('Turn 7 of 84').waitFor()
  })

  it('come with an address to exactly its words, in view', async () => {
    const id = await page.evaluate(() => {
      const key = Object.keys(localStorage).find((key) => key.startsWith('axial.coding.last:')) ?? ''
      return localStorage.getItem(key) ?? ''
    })
    await page.goto(`${workbench.origin}/#/coding/${id}/74/${offsetsOf('problem number 74')}`)
    await expect.poll(() => chosen()).toEqual(['problem number 74'])
    await page.getByText('Turn 74 of 84').waitFor()
    expect(await page.locator('[data-words="73"]').isVisible()).toBe(true)
    await page.goto(`${workbench.origin}/#/coding/${id}/3/9999990-9999999`)
    await page.getByText('Turn 3 of 84').waitFor()
    expect(await chosen()).toEqual([])
    await page.goto(`${workbench.origin}/#/coding/${id}`)
  })

  it('make the text larger and smaller, its turns staying one under the other', async () => {
    const size = () => page.locator('[data-words="0"]').evaluate((words) => getComputedStyle(words).fontSize)
    await press(page, 'Control+Equal', 'Control+Equal')
    await expect.poll(size).toBe('20px')
    const widestGap = () =>
      page.locator('.coding-turn').evaluateAll((rows) => {
        const boxes = rows.map((row) => row.getBoundingClientRect())
        return Math.max(...boxes.slice(1).map(({ top }, index) => Math.abs(top - (boxes[index]?.bottom ?? 0))))
      })
    await expect.poll(widestGap).toBeLessThan(1)
    await page.reload()
    await expect.poll(size).toBe('20px')
    await page.getByRole('grid').focus()
    await press(page, 'Control+0')
    await expect.poll(size).toBe('16px')
  })

  it('can be changed, a conflict being refused with the name of the other command', async () => {
    await press(page, '?')
    const key = page.getByRole('button', { name: /Change the keys of “Choose or create a code”/ })
    await key.click()
    await press(page, 'x')
    await page.getByRole('alert').getByText('X is already “Remove your codings here”').waitFor()
    await key.click()
    await press(page, 'Control+3')
    await page.getByRole('alert').getByText('does something on every screen').waitFor()
    await key.click()
    await press(page, 'h', 'Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('grid').focus()
    await press(page, 'h')
    await page.getByRole('dialog', { name: 'Code the chosen words' }).waitFor()
    await press(page, 'Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('grid').focus()
    await press(page, '?')
    await page.getByRole('button', { name: 'All keys as they were' }).click()
    await press(page, 'Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('stand beside a tree that screen readers can go through: turns as rows with their codes, codes as options', async () => {
    await press(page, 'e', '1')
    await expect.poll(() => chips(page, 1)).toHaveLength(1)
    const grid = page.getByRole('grid', { name: 'Transcript: P1a' })
    expect(await grid.getAttribute('aria-rowcount')).toBe('84')
    const row = await grid.getByRole('row').first().ariaSnapshot()
    expect(row).toContain('rowheader "Interviewer Turn 1"')
    expect(row).toContain('list "Codes of turn 1"')
    expect(row).toMatch(/button "Remove .+ from turn 1"/)
    await press(page, 'c')
    const palette = await page.getByRole('dialog', { name: 'Code the chosen words' }).ariaSnapshot()
    expect(palette).toContain('searchbox "Find a code, or name a new one"')
    expect(palette).toContain('listbox "Codes"')
    expect(palette).toMatch(/option "Not told/)
    await press(page, 'Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('grid').focus()
    await press(page, 'x')
    await expect.poll(() => chips(page, 1)).toEqual([])
  })

  it('have no axe violation where words are found, light, dark and in forced colours', async () => {
    await press(page, 'Control+f')
    await page.keyboard.type('cafe')
    await expect.poll(() => painted(page, 'coding-found')).not.toEqual([])
    for (const [colorScheme, forcedColors] of [
      ['light', 'none'],
      ['dark', 'none'],
      ['light', 'active'],
    ] as const) {
      await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' })
      expect(await faultsOf(page, '.coding')).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
    await press(page, 'Escape')
  })

  it('work at 200 % zoom, with nothing cut off at the side', async () => {
    await page.setViewportSize({ width: 640, height: 430 })
    await page.getByRole('grid').focus()
    await press(page, 'e', 'c')
    const palette = page.getByRole('dialog', { name: 'Code the chosen words' })
    const box = await palette.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(640)
    await press(page, 'Escape')
    await palette.waitFor({ state: 'detached' })
    await page.getByRole('grid').focus()
    await press(page, 'Control+f')
    await page.keyboard.type('Monday')
    await expect.poll(() => page.locator('[data-words="3"]').isVisible()).toBe(true)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(640)
    await press(page, 'Escape')
    await page.setViewportSize({ width: 1280, height: 860 })
  })
})
