import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { scratchFile } from '../fixtures/scratch.ts'

/** A study file as the command line makes it: the sample, or a new one with nothing in it. */
export function makeStudy(command: 'sample' | 'new', file = scratchFile('study.axial')): string {
  const cli = path.join(import.meta.dirname, '../../dist/cli.js')
  const { status, stderr } = spawnSync(process.execPath, [cli, command, file], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return file
}

/** Until the screen stands, nothing is being worked on, and nothing more has come into it for a moment. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.evaluate(quiet, QUIET)
}

/** Milliseconds without a change after which a screen has all that it reads; what takes longer shows its progress. */
const QUIET = 150

function quiet(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(end, milliseconds)
    const observer = new MutationObserver(wait)
    observer.observe(document.body, { childList: true, subtree: true, attributes: true })
    function wait() {
      clearTimeout(timer)
      timer = setTimeout(end, milliseconds)
    }
    function end() {
      if (document.querySelector('[role="progressbar"]') !== null) return wait()
      observer.disconnect()
      resolve()
    }
  })
}
