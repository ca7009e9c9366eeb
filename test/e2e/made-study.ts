import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { scratchFile } from '../fixtures/scratch.ts'

/** A study file as the command line makes it: the sample, or a new one with nothing in it. */
export function makeStudy(command: 'sample' | 'new'): string {
  const file = scratchFile('study.axial')
  const cli = path.join(import.meta.dirname, '../../dist/cli.js')
  const { status, stderr } = spawnSync(process.execPath, [cli, command, file], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return file
}

/** Until the screen stands and nothing is being worked on. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => document.querySelector('[role="progressbar"]') === null)
}
