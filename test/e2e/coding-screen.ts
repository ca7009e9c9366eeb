import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

const cli = path.join(import.meta.dirname, '../../dist/cli.js')

/** A study with one transcript and nobody who codes. */
export function makeStudy(folder: string, turns: readonly string[]): string {
  const study = path.join(folder, 'words.axial')
  const file = path.join(folder, 'P1a.txt')
  writeFileSync(file, turns.map((words, index) => `${index % 2 === 0 ? 'Interviewer' : 'P1a'}: ${words}`).join('\n\n'))
  for (const args of [
    ['new', study],
    ['import', 'transcript', study, file],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
  return study
}

/** The words that a kind of highlight is painted on: those of codes by default. */
export function painted(page: Page, name = 'coding-colour-'): Promise<string[]> {
  return page.evaluate(
    (name) =>
      [...CSS.highlights]
        .filter(([key]) => key.startsWith(name))
        .flatMap(([, highlight]) => [...highlight])
        .map(
          ({ startContainer, startOffset, endOffset }) =>
            startContainer.textContent?.slice(startOffset, endOffset) ?? '',
        ),
    name,
  )
}

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** The codes listed for a turn. */
export function chips(page: Page, turn: number): Promise<string[]> {
  return page
    .getByRole('list', { name: `Codes of turn ${turn}`, exact: true })
    .getByRole('listitem')
    .allInnerTexts()
}
