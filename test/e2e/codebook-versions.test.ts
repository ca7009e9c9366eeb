import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './accessibility.ts'
import { launchBrowser } from '../../scripts/browser.ts'
import { focused, pressUntil } from './keyboard.ts'
import { openWorkbench, type Workbench } from '../../scripts/workbench.ts'

const cli = path.join(import.meta.dirname, '../../dist/cli.js')

function axial(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

const MINE = 'category,code,definition\nData,Labels,What a person said a case is.\nData,Drift,\n'
const THEIRS =
  'Catégorie;Nom;Définition\nData;Labels;What a person decided a case is.\nData;Drift;The world changes.\nData;LABELS;\nTeam;Roles;\n'

let browser: Browser
let folder = ''
let workbench: Workbench
let page: Page
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'axial-versions-'))
  const at = (name: string) => path.join(folder, name)
  writeFileSync(at('mine.csv'), MINE)
  writeFileSync(at('theirs.csv'), THEIRS)
  axial('new', at('study'))
  axial('import', 'codebook', at('study'), at('mine.csv'))
  axial('new', at('other'))
  axial('import', 'codebook', at('other'), at('theirs.csv'))
  browser = await launchBrowser()
  workbench = await openWorkbench(browser, {
    args: ['--study', at('study.axial')],
    context: { reducedMotion: 'reduce' },
  })
  page = workbench.page
  await page.getByRole('button', { name: 'Add a coder' }).first().waitFor()
  await workbench.page.evaluate(() => {
    location.hash = '#/codebook/versions'
  })
})
afterAll(async () => {
  await workbench.stop()
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

const faults: string[] = []
async function checkAccess(place: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const found = await faultsOf(page)
    faults.push(...found.map((fault) => `${place}, ${colorScheme}: ${fault}`))
  }
}

describe('versions of the codebook, by keyboard', () => {
  it('are empty at first, and say what they are for', async () => {
    await page.getByRole('heading', { name: 'No version yet' }).waitFor()
    await checkAccess('empty')
  })

  it('are named: the codebook as it is', async () => {
    await pressUntil(page, 'Tab', /^Name this version/)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    expect((await focused(page)).name).toMatch(/^Name/)
    await page.keyboard.type('Round 1')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Agreed on Monday.')
    await pressUntil(page, 'Tab', /^Name it$/)
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: /Round 1/ }).waitFor()
    expect(await page.getByRole('row', { name: /Round 1/ }).textContent()).toContain('Agreed on Monday.')
    await page.getByText('Nothing is different between these two.').waitFor()
  })

  it('take in a table, previewed, each clash decided', async () => {
    await pressUntil(page, 'Shift+Tab', /^Import codes/)
    await page.keyboard.press('Enter')
    await page.locator('input[type=file]').setInputFiles(path.join(folder, 'theirs.csv'))
    await page.getByText('theirs.csv: 3 new, 2 different, 1 the same.').waitFor()
    await page.getByText('you have “Data / Labels”: check that they are two codes').waitFor()
    expect(await page.locator('.word-marks del, .word-marks ins').allTextContents()).toEqual([
      'deleted: said',
      'inserted: decided',
      'inserted: The world changes.',
    ])
    await checkAccess('preview')
    await pressUntil(page, 'Tab', /For “Data \/ Labels”/)
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option', { name: /Take theirs/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await pressUntil(page, 'Tab', /^Import 5 codes$/)
    await page.keyboard.press('Enter')
    await page.getByText('Codes imported: 3 new, 2 changed').waitFor()
  })

  it('show what changed since, word by word, and one kind of it alone', async () => {
    const change = page.getByRole('listitem').filter({ hasText: 'redefined' }).filter({ hasText: 'Data / Labels' })
    await change.waitFor()
    expect(await change.locator('ins').textContent()).toBe('inserted: decided')
    expect(await page.locator('.versions-differences > li').count()).toBe(5)
    await checkAccess('comparison')
    await pressUntil(page, 'Tab', /^Redefined/)
    await page.keyboard.press('Space')
    expect(await page.locator('.versions-differences > li').count()).toBe(2)
  })

  it('write files that say what they hold', async () => {
    await pressUntil(page, 'Shift+Tab', /^Export “Round 1”/)
    await page.keyboard.press('Enter')
    await page.getByText('3 codes as a table that can be imported again; no passage of a transcript').waitFor()
    await pressUntil(page, 'Tab', /^Download codebook-round-1\.csv/)
    const downloading = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    const file = await (await downloading).path()
    expect(readFileSync(file, 'utf8')).toContain('Data / Labels,Labels,,What a person said a case is.')
    await page.keyboard.press('Escape')
  })

  it('take in the codes of another study, which is left as it was', async () => {
    const beside = () => readdirSync(folder).filter((name) => name.startsWith('other'))
    const before = [beside(), readFileSync(path.join(folder, 'other.axial'))]
    await pressUntil(page, 'Shift+Tab', /^Import codes/)
    await page.keyboard.press('Enter')
    await pressUntil(page, 'Tab', /^A file$/)
    await page.keyboard.press('ArrowRight')
    await pressUntil(page, 'Tab', /^Path of the file/)
    await checkAccess('another study')
    await page.keyboard.type(path.join(folder, 'other.axial'))
    await page.keyboard.press('Enter')
    await page.getByText(/Everything in it is in your codebook already/).waitFor()
    expect([beside(), readFileSync(path.join(folder, 'other.axial'))]).toEqual(before)
    await page.keyboard.press('Escape')
  })

  it('have no accessibility fault that axe finds, light or dark', () => {
    expect(faults).toEqual([])
  })
})
