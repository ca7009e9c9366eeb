import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../scripts/browser.ts'
import { openWorkbench, type Workbench } from '../scripts/workbench.ts'
import { tableOf, type Measurement } from './measurement.ts'
import { LONG_TURN_NAME, MANY_TURNS_NAME } from './transcript-names.ts'

/** Milliseconds between the pointer's coming to a transcript and the press: people take longer. */
const POINTING = 150

/**
 * The second half of `npm run bench`: the coding screen in a real browser, against the built workbench, on a transcript
 * of 6,000 turns with 3,000 codings and on one of 300,000 characters without a line break.
 */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } }, strict: false })
const runs = Math.max(1, Number(values['runs']))
const folder = mkdtempSync(path.join(tmpdir(), 'axial-bench-'))
const study = path.join(folder, 'long.axial')

try {
  const program = path.join(import.meta.dirname, '../dist/bench.js')
  const { status, stderr } = spawnSync(process.execPath, [program, '--long-transcripts', study], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  const browser = await launchBrowser()
  const measurements = await measure(browser)
  await browser.close()
  process.stdout.write(`\nThe coding screen in Chromium ${browser.version()}\n${tableOf(measurements).join('\n')}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(browser: Browser): Promise<readonly Measurement[]> {
  const painting = new Map<string, number[]>()
  const note = (what: string, time: number) => painting.set(what, [...(painting.get(what) ?? []), time])
  const frames: number[] = []
  const first: number[] = []
  const later: number[] = []
  const longTurn: number[] = []
  for (let run = 0; run < runs; run++) {
    const workbench = await openWorkbench(browser, { args: ['--study', study] })
    const { page } = workbench
    for (const name of [MANY_TURNS_NAME, LONG_TURN_NAME]) {
      note(name, await openTranscript(workbench, name, false))
      if (name === MANY_TURNS_NAME) {
        // The code that takes digit 1 is chosen in the palette; from then on one key is enough.
        await page.keyboard.press('ControlOrMeta+Home')
        await applyByPalette(page, 'code 7')
        const pressed = await pressDigits(page, 20)
        first.push(...pressed.slice(0, 1))
        later.push(...pressed.slice(1))
        frames.push(...(await scroll(page)))
      } else {
        await page.keyboard.press('ControlOrMeta+Home')
        longTurn.push(...(await pressDigits(page, 10)))
      }
      note(`${name} again`, await openTranscript(workbench, name, false))
      note(`${name} pointed at`, await openTranscript(workbench, name, true))
      await page.evaluate(() => {
        window.location.hash = '#/transcripts'
      })
      await page.getByRole('heading', { level: 1, name: 'Transcripts' }).waitFor()
    }
    await undoEverything(page)
    await workbench.stop()
  }
  const paintings = (what: string, name: string): Measurement[] => [
    { what: `first paint, ${what}`, target: 100, times: painting.get(name) ?? [] },
    { what: 'the same, opened before', target: 100, times: painting.get(`${name} again`) ?? [] },
    { what: 'the same, pointed at before it is pressed', target: 100, times: painting.get(`${name} pointed at`) ?? [] },
  ]
  return [
    ...paintings('6,000 turns with 3,000 codings', MANY_TURNS_NAME),
    ...paintings('300,000 characters in one line', LONG_TURN_NAME),
    { what: 'a frame while scrolling', target: 16.7, times: frames },
    { what: 'a frame while scrolling', target: 25, times: frames, statistic: 'p95' },
    { what: 'first key press to painted coding, saved', target: 50, times: first },
    { what: 'later key presses to painted coding, saved', target: 50, times: later },
    { what: 'the same in 300,000 characters', target: 50, times: longTurn },
  ]
}

/** From leaving for the coding screen until its words are painted, the reading of the file included. */
async function openTranscript({ page }: Workbench, name: string, isPointedAt: boolean): Promise<number> {
  await page.evaluate(() => {
    window.location.hash = '#/transcripts'
  })
  const link = page.getByRole('button', { name, exact: true })
  await link.waitFor()
  await page.waitForTimeout(500)
  if (isPointedAt) {
    await link.hover()
    await page.waitForTimeout(POINTING)
  }
  await link.evaluate((button) => {
    const started = performance.now()
    // A message sent from within a frame arrives as soon as that frame is painted.
    const { port1, port2 } = new MessageChannel()
    const stamp = () => {
      document.body.dataset['painted'] = String(performance.now() - started)
    }
    port1.addEventListener('message', stamp, { once: true })
    port1.start()
    const look = () =>
      requestAnimationFrame(() => {
        if (document.querySelector('.coding-words') === null) look()
        else port2.postMessage(null)
      })
    delete document.body.dataset['painted']
    look()
    if (button instanceof HTMLElement) button.click()
  })
  await page.waitForFunction(() => document.body.dataset['painted'] !== undefined)
  await page.waitForTimeout(500)
  return page.evaluate(() => Number(document.body.dataset['painted']))
}

async function applyByPalette(page: Page, code: string): Promise<void> {
  await page.keyboard.press('c')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.waitForTimeout(300)
}

/** Codes one word after the other with a digit: from the key to the frame in which the turn has one more stripe. */
async function pressDigits(page: Page, presses: number): Promise<number[]> {
  const times: number[] = []
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.waitForTimeout(100)
    await page.evaluate(() => {
      const painted = () => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0)
      delete document.body.dataset['coded']
      window.addEventListener(
        'keydown',
        () => {
          const started = performance.now()
          const before = painted()
          const look = () =>
            requestAnimationFrame(() => {
              if (painted() > before) document.body.dataset['coded'] = String(performance.now() - started)
              else look()
            })
          look()
        },
        { capture: true, once: true },
      )
    })
    await page.keyboard.press('1')
    await page.waitForFunction(() => document.body.dataset['coded'] !== undefined)
    times.push(await page.evaluate(() => Number(document.body.dataset['coded'])))
    await page.waitForTimeout(200)
  }
  return times
}

/** The time between frames while a wheel turns for three seconds. */
async function scroll(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector('.coding-scroller')
        const times: number[] = []
        let last = performance.now()
        const started = last
        const step = () => {
          const now = performance.now()
          times.push(now - last)
          last = now
          scroller?.scrollBy(0, 120)
          if (now - started < 3000) requestAnimationFrame(step)
          else resolve(times.slice(1))
        }
        requestAnimationFrame(step)
      }),
  )
}

/** So that every run finds the study as the first one did. */
async function undoEverything(page: Page): Promise<void> {
  const nothing = page.getByRole('button', { name: 'Nothing to undo' })
  while ((await nothing.count()) === 0) {
    await page.keyboard.press('ControlOrMeta+z')
    await page.waitForTimeout(100)
  }
}
