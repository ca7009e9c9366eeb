import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { connect } from '../../../db/connection.ts'
import { createTestStudy, textFile } from '../../fixtures/study.ts'

const TEN_MINUTES = 10 * 60 * 1000

// The clock that starts backups, and nothing else: the work itself runs in its own time.
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => vi.useRealTimers())

function transcriptsInEach(path: string): readonly number[] {
  const names = readdirSync(`${path}-backups`).filter((name) => name.endsWith('.axial'))
  return names
    .map((name) => {
      const copy = connect(join(`${path}-backups`, name), { readonly: true, passphrase: null })
      const count = Number(copy.prepare('SELECT count(*) FROM transcript').pluck().get())
      copy.close()
      return count
    })
    .sort((a, b) => a - b)
}

it('a change is backed up within ten minutes, once', async () => {
  const { call, path, workspace } = await createTestStudy()
  await call('transcripts.import', { files: [textFile('P1.txt', 'P1: We lost the labels.')] })
  vi.advanceTimersByTime(3 * TEN_MINUTES)
  await workspace.close()
  expect(transcriptsInEach(path).filter((count) => count === 1).length).toBeGreaterThan(0)
  expect(transcriptsInEach(path).length).toBeLessThanOrEqual(4)
})

it('an import that is going on when a backup is due is in the next one', async () => {
  const { call, path, workspace } = await createTestStudy()
  const turns = Array.from({ length: 400 }, (_, index) => `P1: answer ${String(index)} about the data.`).join('\n')
  const files = Array.from({ length: 40 }, (_, index) =>
    textFile(`${String(index)}.txt`, `Int: ${String(index)}\n${turns}`),
  )
  let due = 0
  const onProgress = () => {
    if (due++ === 0) return
    if (due === 2) vi.advanceTimersByTime(TEN_MINUTES)
  }
  await call('codes.create', { name: 'a change that is due' })
  await call('transcripts.import', { files }, { onProgress })
  expect(due).toBeGreaterThan(1)
  // A write waits for the backup that is under way.
  await call('study.rename', { title: 'renamed' })
  await call('workspace.status', {})
  vi.advanceTimersByTime(TEN_MINUTES)
  await workspace.close()
  expect(transcriptsInEach(path)).toContain(0)
  expect(transcriptsInEach(path).at(-1)).toBe(40)
})
