import { readFile } from 'node:fs/promises'
import type { Download } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { launchBrowser } from '../../scripts/browser.ts'
import { openWorkbench } from '../../scripts/workbench.ts'
import { Machines } from '../fixtures/machines.ts'
import { spanOf } from '../../domain/span.ts'
import { faultsOf } from './accessibility.ts'
import { makeStudy, settle } from './made-study.ts'

const PASSPHRASE = 'a dog, a boat, a lamp'
const CODINGS = [
  [5, 20],
  [30, 44],
] as const

/** What a coder does on a machine of their own with a packet that was saved: two codings, a code of their own, a return. */
async function workOn(machines: Machines, download: Download, lock: { readonly passphrase?: string }) {
  const { call, path } = machines.start()
  const bytes = new Uint8Array(await readFile(await download.path()))
  await call('packets.openAsStudy', { file: { name: 'saved.axialpacket', bytes }, path })
  const [coder] = await call('coders.list', {})
  const [round] = await call('rounds.list', {})
  const [transcript] = await call('transcripts.list', {})
  if (coder === undefined || round === undefined || transcript === undefined)
    throw new Error('the packet holds a study')
  const who = { coderId: coder.id, roundId: round.id }
  const { id: codeId } = await call('codes.create', { name: 'unsaid', coderId: coder.id })
  for (const [start, end] of CODINGS) {
    const span = spanOf(start, end)
    if (span !== null) await call('codings.apply', { transcriptId: transcript.id, ...span, codeId, ...who })
  }
  const { file } = await call('packets.giveBack', { ...who, ...lock })
  return { name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.bytes) }
}

describe('packets, on the lead’s screen', () => {
  it('go out, come back sealed, are opened, looked through, merged, and taken back in one step', async () => {
    const machines = new Machines()
    onTestFinished(() => machines.clear())
    const browser = await launchBrowser()
    onTestFinished(() => browser.close())
    const context = { locale: 'en-GB', reducedMotion: 'reduce' } as const
    const { page, stop } = await openWorkbench(browser, { args: ['--study', makeStudy('sample')], context })
    onTestFinished(async () => void (await stop()))
    await settle(page)
    for (const letters of ['Coding as: Mira', 'Packets']) {
      await page.keyboard.press('Control+K')
      await page.getByRole('searchbox').fill(letters)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    }
    const round = page.getByRole('region', { name: 'Round 1' })
    const dialog = page.getByRole('dialog')
    const notices = page.getByRole('region', { name: 'Messages' })

    await round.getByRole('button', { name: 'Hand out…' }).press('Enter')
    await dialog.getByRole('button', { name: 'Make the packets' }).press('Enter')
    const saved = async (name: string) => {
      const save = dialog.getByRole('button', { name: `Save the packet for ${name}` })
      const [download] = await Promise.all([page.waitForEvent('download'), save.press('Enter')])
      return download
    }
    const back = [
      await workOn(machines, await saved('Ada'), { passphrase: PASSPHRASE }),
      await workOn(machines, await saved('Ben'), {}),
    ]
    await page.keyboard.press('Escape')
    await round.getByText('Still out: Ada and Ben.').waitFor()
    // Whoever would now correct a transcript is told first.
    const packetsAt = page.url()
    await page.keyboard.press('Control+2')
    await page
      .getByRole('button', { name: /^Correct/ })
      .first()
      .press('Enter')
    await page.getByRole('region', { name: 'Work on these words elsewhere' }).getByText('Ada and Ben').waitFor()
    await page.goto(packetsAt)

    await round.getByRole('button', { name: 'Register what came back…' }).press('Enter')
    await dialog.locator('input[type=file]').setInputFiles(back)
    await dialog.getByText('in, sealed').nth(1).waitFor()
    await page.keyboard.press('Escape')
    await round.getByRole('row', { name: /Ben/ }).getByText('in, sealed').waitFor()
    expect(await page.getByText('unsaid').count()).toBe(0)

    await round.getByRole('button', { name: 'Open the packets…' }).press('Enter')
    await dialog.getByRole('button', { name: 'Open them' }).press('Enter')
    // Ada's passphrase is not at hand: Ben's packet does not wait for it.
    await dialog.getByRole('checkbox', { name: 'Ada' }).press('Space')
    await dialog.getByText('One new code').waitFor()
    expect(await dialog.getByRole('row', { name: /Codings/ }).innerText()).toMatch(/Codings\s+2\s+0\s+0\s+0/)
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter')
    await notices.getByText('One packet was merged.').waitFor()
    const [ada, ben] = [round.getByRole('row', { name: /Ada/ }), round.getByRole('row', { name: /Ben/ })]
    await ben.getByText('merged').waitFor()
    await ada.getByText('in, opened').waitFor()

    await round.getByRole('button', { name: 'Preview and merge…' }).press('Enter')
    const word = dialog.getByLabel('Passphrase of the packet: Ada')
    await word.fill('a guess')
    await page.keyboard.press('Enter')
    await dialog.getByRole('alert').getByText('does not open').waitFor()
    await word.fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await dialog.getByText('“unsaid” becomes “unsaid (Ada)”').waitFor()
    await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter')
    await ada.getByText('merged').waitFor()

    await page.keyboard.press('Control+Z')
    await ada.getByText('in, opened').waitFor()

    // From the clash of names to harmonising it: the round is opened on the way.
    await round.getByRole('button', { name: 'Preview and merge…' }).press('Enter')
    await word.fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Merge and harmonise' }).press('Enter')
    await page.getByText('“Round 1” is still blind').waitFor()
    await page.getByRole('button', { name: 'Open the round…' }).press('Enter')
    await dialog.getByRole('button', { name: 'Open the round' }).press('Enter')
    const pairs = page.getByRole('listbox', { name: 'Pairs of codes' })
    await pairs.getByRole('option').filter({ hasText: 'unsaid (Ada)' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('a')
    await dialog.getByRole('checkbox', { name: /unsaid \(Ada\)/ }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Count one pair as one' }).press('Enter')
    await notices.getByText('One pair counts as one code.').waitFor()
  })
})
