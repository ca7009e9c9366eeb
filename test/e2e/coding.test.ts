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
  'Another team does, and we never know which values are missing.',
  'How do you notice?',
  'The café labels are wrong, usually on a Monday.',
  ...Array.from(
    { length: 60 },
    (_, index) => `And then there was problem number ${index + 5}, which took us some weeks.`,
  ),
]

/** The point of the window where a word of a turn begins. */
function placeOf(page: Page, turn: number, word: string): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ({ turn, word }) => {
      const text = document.querySelector(`[data-words="${turn - 1}"]`)?.firstChild
      if (!(text instanceof Text)) throw new Error(`turn ${turn} is not in the document`)
      const range = document.createRange()
      const at = text.data.indexOf(word)
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      const { left, top, height } = range.getBoundingClientRect()
      return { x: left + 1, y: top + height / 2 }
    },
    { turn, word },
  )
}

describe('the Coding screen', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'axial-coding-'))
  let browser: Browser
  let workbench: Workbench
  let page: Page

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
  /** The caret at the beginning, nothing coded. */
  beforeEach(async () => {
    await page.getByRole('grid').focus()
    await press(page, 'Escape', 'Control+Home')
    await expect.poll(() => painted(page, 'coding-caret')).toEqual(['Who'])
  })

  it('codes words by keyboard alone: choose, create, undo, redo, by digit, remove', async () => {
    await press(
      page,
      'ArrowDown',
      'ArrowRight',
      'ArrowRight',
      'Shift+ArrowRight',
      'Shift+ArrowRight',
      'Shift+ArrowLeft',
    )
    await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight')
    expect(await painted(page, 'coding-chosen')).toEqual(['does, and we'])

    await press(page, 'c')
    await page.keyboard.type('Data / Missing value')
    await press(page, 'Enter')
    await expect.poll(() => painted(page)).toEqual(['does, and we'])
    expect(await chips(page, 2)).toEqual(['Missing value'])
    expect(await painted(page, 'coding-chosen')).toEqual(['does, and we'])
    await expect.poll(() => page.getByRole('row', { name: 'Missing value', exact: true }).count()).toBe(1)

    await page.getByRole('button', { name: 'Undo: create and apply a code “Missing value”' }).waitFor()
    await press(page, 'Control+z')
    await expect.poll(() => painted(page)).toEqual([])
    expect(await chips(page, 2)).toEqual([])
    await page.getByRole('button', { name: 'Redo: create and apply a code “Missing value”' }).waitFor()
    await press(page, 'Control+Shift+z')
    await expect.poll(() => painted(page)).toEqual(['does, and we'])

    await press(page, 'Escape', 'ArrowDown', '1')
    await expect.poll(() => chips(page, 3)).toEqual(['Missing value'])
    await press(page, 'x')
    await expect.poll(() => chips(page, 3)).toEqual([])
    // Only what is where one is goes, not all of the turn.
    await press(page, 'ArrowUp', 'x')
    await page.getByText('There is no coding of yours here').first().waitFor()
    await press(page, 'ArrowRight', 'ArrowRight', 'x')
    await expect.poll(() => painted(page)).toEqual([])
  })

  it('finds a code by a few letters and applies it with Enter', async () => {
    await press(page, 'Control+a', 'c')
    await page.keyboard.type('misv')
    await page.getByRole('option', { name: /Missing value/ }).waitFor()
    // Escape leaves the palette at once, also with something typed.
    await press(page, 'Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('grid').focus()
    await press(page, 'c')
    await page.keyboard.type('misv')
    await page.getByRole('option', { name: /Missing value/ }).waitFor()
    await press(page, 'Enter')
    await expect.poll(() => chips(page, 1)).toEqual(['Missing value'])
    await press(page, 'x')
    await expect.poll(() => chips(page, 1)).toEqual([])
  })

  it('codes words chosen by dragging over two turns, from the tools beside them', async () => {
    const from = await placeOf(page, 2, 'missing')
    const to = await placeOf(page, 3, 'do you')
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 5 })
    await page.mouse.up()
    expect(await painted(page, 'coding-chosen')).toEqual(['missing.', 'How'])
    await page.getByRole('toolbar').getByRole('button', { name: 'Missing value' }).click()
    await expect.poll(() => painted(page)).toEqual(['missing.', 'How'])
    expect([await chips(page, 2), await chips(page, 3)]).toEqual([['Missing value'], ['Missing value']])
    await page.getByRole('button', { name: 'Remove Missing value from turn 3' }).click()
    await expect.poll(() => painted(page)).toEqual([])
  })

  it('codes chosen words by a click on a code in the codebook', async () => {
    const { x, y } = await placeOf(page, 4, 'café')
    await page.mouse.dblclick(x + 4, y)
    expect(await painted(page, 'coding-chosen')).toEqual(['café'])
    await page.getByRole('row', { name: 'Missing value', exact: true }).click()
    await expect.poll(() => painted(page)).toEqual(['café'])
    await press(page, 'x')
    await expect.poll(() => painted(page)).toEqual([])
  })

  it('takes a turn with a triple click and reaches on with Shift', async () => {
    const first = await placeOf(page, 1, 'prepares')
    await page.mouse.click(first.x, first.y, { clickCount: 3 })
    expect(await painted(page, 'coding-chosen')).toEqual(['Who prepares the data?'])
    const last = await placeOf(page, 2, ' does')
    await page.keyboard.down('Shift')
    await page.mouse.click(last.x, last.y)
    await page.keyboard.up('Shift')
    expect(await painted(page, 'coding-chosen')).toEqual(['Who prepares the data?', 'Another team'])
  })

  it('scrolls on while a drag goes beyond the view, and keeps what has left it chosen', async () => {
    const from = await placeOf(page, 1, 'prepares')
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x, 858, { steps: 4 })
    await page.getByText('problem number 40').waitFor()
    await page.mouse.up()
    await press(page, 'c')
    await page.keyboard.type('misv')
    await press(page, 'Enter')
    await expect.poll(async () => (await painted(page)).length).toBeGreaterThan(5)
    await press(page, 'Control+Home')
    await expect.poll(async () => (await painted(page))[0]).toBe('prepares the data?')
    await press(page, 'ArrowRight', 'x')
    await expect.poll(() => painted(page)).toEqual([])
  })

  it('copies the words with speaker, turn and source', async () => {
    await press(page, 'ArrowDown', 'Control+a')
    // A promise inside an object is not waited for: the listener stands before the key is pressed.
    const listener = await page.evaluateHandle(() => ({
      copied: new Promise<string>((resolve) => {
        document.addEventListener('copy', (event) => resolve(event.clipboardData?.getData('text/plain') ?? ''), {
          once: true,
        })
      }),
    }))
    await press(page, 'Control+c')
    expect(await listener.evaluate(({ copied }) => copied)).toBe(`P1a [2]: ${TURNS[1]}\n— P1a`)
  })

  it('comes back to the turn one was in', async () => {
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight')
    await page.reload()
    await expect.poll(() => painted(page, 'coding-caret')).toEqual(['café'])
  })

  it('goes to the turn that an address names', async () => {
    const { 2: id } = await page.evaluate(() => {
      const key = Object.keys(localStorage).find((key) => key.startsWith('axial.coding.last:')) ?? ''
      return ['#', 'coding', localStorage.getItem(key) ?? '']
    })
    await page.goto(`${workbench.origin}/#/coding/${id}/30`)
    await page.getByText('Turn 30 of 64').waitFor()
    await page.goto(`${workbench.origin}/#/coding/${id}`)
    await page.getByText('of 64').waitFor()
  })

  // The screen itself is looked at with every other one (every-screen.test.ts).
  it('has no axe violation in the palette and the list of shortcuts, light or dark', async () => {
    for (const open of ['c', '?']) {
      await page.getByRole('grid').focus()
      await press(page, open)
      await page.getByRole('dialog').waitFor()
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        expect(await faultsOf(page)).toEqual([])
      }
      await press(page, 'Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })
})
