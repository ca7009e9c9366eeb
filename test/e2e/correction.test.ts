import type { Browser, Page } from 'playwright-core'
import { rm } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../db/connection.ts'
import { spanOf } from '../../domain/span.ts'
import { openWorkspace, textFile } from '../fixtures/study.ts'
import { scratchFolder } from '../fixtures/scratch.ts'
import { admittedCall } from './admitted-call.ts'
import { faultsOf } from './accessibility.ts'
import { launchBrowser } from '../../scripts/browser.ts'
import { focused, pressUntil } from './keyboard.ts'
import { openWorkbench, startServer, type Workbench } from '../../scripts/workbench.ts'

const INTERVIEW = [
  'Interviewer: What happened with the lables?',
  'P9z: The labels were missing, and nobody had told us.',
  'Interviewer: And then?',
  'P9z: We found out in production — three weeks later.',
].join('\n')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** A study with Ada's codings on “with the lables”, “nobody” and “three weeks later”. */
async function makeStudy(): Promise<string> {
  const workspace = openWorkspace(scratchFolder())
  const { call } = workspace
  const { path } = await call('workspace.create', { path: 'study', coder: 'Ada' })
  const [ada] = await call('coders.list', {})
  const [round] = await call('rounds.list', {})
  const { imported } = await call('transcripts.import', { files: [textFile('P9z.txt', INTERVIEW)], participant: 'P9z' })
  const code = await call('codes.create', { name: 'missing labels' })
  for (const words of ['with the lables', 'nobody', 'three weeks later']) {
    const start = INTERVIEW.indexOf(words)
    const span = spanOf(start, start + words.length)
    const transcriptId = imported[0]?.id
    if (span === null || ada === undefined || round === undefined || transcriptId === undefined)
      throw new Error('no span')
    await call('codings.apply', { transcriptId, ...span, codeId: code.id, coderId: ada.id, roundId: round.id })
  }
  await workspace.close()
  return path
}

async function openStudy(colorScheme: 'light' | 'dark' = 'light'): Promise<Workbench> {
  const context = { colorScheme, reducedMotion: 'reduce', viewport: { width: 1280, height: 860 } } as const
  const workbench = await openWorkbench(browser, { args: ['--study', await makeStudy()], context })
  // The browser's own dialog would wait for a person.
  await workbench.page.addInitScript(() => {
    window.print = () => undefined
  })
  await workbench.page.getByRole('heading', { level: 1 }).first().waitFor()
  return workbench
}

/** Types in place of what the field with the focus holds. */
async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

describe('correcting a transcript by keyboard alone', () => {
  it('mends a word, decides on a passage whose words go, saves, and takes it all back', async () => {
    const workbench = await openStudy()
    const { page } = workbench
    await page.keyboard.press('Control+2')
    await pressUntil(page, 'Tab', /^Correct P9z/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Correct “P9z”' }).waitFor()
    await pressUntil(page, 'Tab', /^Interviewer/)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await focused(page)).name).toBe('Words of turn 1')
    await retype(page, 'What happened with the labels?')
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Interviewer/)
    await page.getByText('One passage follows the corrected words:').waitFor()

    await page.keyboard.press('ArrowDown')
    await expect.poll(async () => (await focused(page)).name).toMatch(/^P9z/)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await focused(page)).name).toBe('Words of turn 2')
    await retype(page, 'The labels were missing.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'One passage needs your decision' }).waitFor()
    const save = page.getByRole('button', { name: 'Save the correction' })
    expect(await save.isDisabled()).toBe(true)
    expect(await faultsOf(page)).toEqual([])

    await page.getByRole('radio', { name: 'Choose other words' }).focus()
    await page.keyboard.press('Space')
    await pressUntil(page, 'Tab', /^The corrected words around/)
    await page.keyboard.press('Control+Home')
    for (let word = 0; word < 3; word++) await page.keyboard.press('Control+Shift+ArrowRight')
    await pressUntil(page, 'Tab', /^Use the selected words/)
    await page.keyboard.press('Enter')
    await page.getByText('All are decided.').waitFor()
    await expect.poll(() => save.isDisabled()).toBe(false)
    await save.focus()
    await page.keyboard.press('Enter')
    await page.getByText('“P9z” corrected; every passage is on its words, or as you decided.').waitFor()

    await page.keyboard.press('Control+3')
    const transcript = page.getByRole('grid', { name: 'Transcript: P9z' })
    await transcript.getByText('What happened with the labels?').waitFor()
    await page.keyboard.press('Control+z')
    await transcript.getByText('What happened with the lables?').waitFor()
    await transcript.getByText('nobody had told us').waitFor()
    await workbench.stop()
  })

  it('goes from the Coding screen to the turn one is in, and back to it', async () => {
    const workbench = await openStudy()
    const { page } = workbench
    await page.keyboard.press('Control+3')
    await page.getByRole('grid', { name: 'Transcript: P9z' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('button', { name: 'Correct turn 2…' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await focused(page)).name).toBe('Words of turn 2')
    await retype(page, 'The labels were missing, and nobody told us.')
    const save = page.getByRole('button', { name: 'Save the correction' })
    await expect.poll(() => save.isDisabled()).toBe(false)
    await save.focus()
    await page.keyboard.press('Enter')
    const transcript = page.getByRole('grid', { name: 'Transcript: P9z' })
    await transcript.getByText('and nobody told us').waitFor()
    await workbench.stop()
  })
})

describe('a coded transcript', () => {
  it('is handed over as a document, and printed as the page alone with its codes in the margin', async () => {
    const workbench = await openStudy('dark')
    const { page } = workbench
    const troubles: string[] = []
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
    await page.reload()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.keyboard.press('Control+2')
    await pressUntil(page, 'Tab', /^Save or print P9z/)
    await page.keyboard.press('Enter')
    await page.getByText('the whole transcript, 4 turns; 3 codings of 1 coder by name').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await pressUntil(page, 'Tab', /^Download/)
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(download.suggestedFilename()).toBe('p9z.html')

    await page.getByRole('button', { name: 'Save or print P9z with its codes' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('the whole transcript, 4 turns').waitFor()
    await pressUntil(page, 'Tab', /^Print/)
    await page.keyboard.press('Enter')
    await page.locator('#printed-page').waitFor({ state: 'attached' })
    await page.emulateMedia({ media: 'print' })
    const printed = page.locator('#printed-page')
    await printed.getByText('three weeks later').waitFor()
    expect(await printed.getByText('missing labels').count()).toBe(3)
    expect(await page.getByRole('button', { name: 'Import transcripts' }).isVisible()).toBe(false)
    const colour = await printed.locator('h1').evaluate((heading) => getComputedStyle(heading).color)
    expect(colour).toBe('rgb(27, 27, 27)')
    const size = await printed
      .locator('.words')
      .first()
      .evaluate((words) => getComputedStyle(words).fontSize)
    expect(Number.parseFloat(size)).toBeCloseTo((10 * 96) / 72, 1)
    expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-')
    await expect.poll(() => printed.count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
    expect(await page.getByRole('button', { name: 'Import transcripts' }).isVisible()).toBe(true)
    expect(troubles).toEqual([])
    await workbench.stop()
  })
})

describe('the correction', () => {
  it('has no accessibility fault that axe finds, in dark, with a passage to decide on', async () => {
    const workbench = await openStudy('dark')
    const { page } = workbench
    await page.keyboard.press('Control+2')
    await page.getByRole('button', { name: 'Correct P9z' }).click()
    await page.getByRole('button', { name: /nobody had told us/ }).click()
    await page.getByRole('textbox', { name: 'Words of turn 2' }).fill('The labels were missing.')
    await page.getByRole('radio', { name: 'Choose other words' }).click()
    expect(await faultsOf(page)).toEqual([])
    await workbench.stop()
  })

  it('cut off by the process being killed has happened wholly or not at all, and can still be taken back', async () => {
    const turns = Array.from({ length: 400 }, (_, index) => `P1: answer ${String(index)} about the labels.`)
    const server = await startServer()
    const call = await admittedCall(server)
    const { path } = await call('workspace.create', { path: 'study', coder: 'Ada' })
    const { imported } = await call('transcripts.import', { files: [textFile('P1.txt', turns.join('\n'))] })
    const [coder] = await call('coders.list', {})
    const [round] = await call('rounds.list', {})
    const code = await call('codes.create', { name: 'labels' })
    const transcriptId = imported[0]?.id
    if (coder === undefined || round === undefined || transcriptId === undefined) throw new Error('no study')
    const first = await call('transcripts.read', { id: transcriptId })
    for (const { start, end } of first.turns.filter(({ number }) => number % 4 === 0)) {
      await call('codings.apply', { transcriptId, start, end, codeId: code.id, coderId: coder.id, roundId: round.id })
    }
    const correcting = (async () => {
      for (let time = 0; ; time++) {
        const { revisionId } = await call('transcripts.read', { id: transcriptId })
        const words = `answer 0${' again'.repeat(time + 1)} about the labels.`
        const correction = { kind: 'turns' as const, turns: [{ number: 1, words }] }
        await call('corrections.apply', { transcriptId, revisionId, correction, coderId: coder.id })
      }
    })().catch(() => undefined)
    await setTimeout(400)
    await server.kill()
    await correcting

    const workspace = openWorkspace()
    await workspace.call('workspace.open', { path })
    const coderId = coder.id
    const codedWords = async () => {
      const { text } = await workspace.call('transcripts.read', { id: transcriptId })
      const codings = await workspace.call('codings.list', { transcriptId, coderId })
      return codings.map(({ start, end }) => text.slice(start, end))
    }
    const wanted = first.turns
      .filter(({ number }) => number % 4 === 0)
      .map(({ start, end }) => first.text.slice(start, end))
    expect(await codedWords()).toEqual(wanted)
    const made = await workspace.call('corrections.list', { transcriptId })
    expect(made.length).toBeGreaterThan(0)
    for (const _ of made) await workspace.call('history.undo', { coderId })
    expect((await workspace.call('transcripts.read', { id: transcriptId })).text).toBe(first.text)
    expect(await codedWords()).toEqual(wanted)
    await workspace.close()
    const file = connect(path, { readonly: true, passphrase: null })
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
    file.close()
    await rm(server.folder, { recursive: true, force: true })
  })
})
