import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import type { Taking } from '../fixtures/lock-taker.ts'
import { scratchFolder } from '../fixtures/scratch.ts'

const TAKERS = 3
const ROUNDS = 60

it('gives a lock to one of several that want it in the same instant, free or left behind by a crash', async () => {
  const folder = scratchFolder()
  const paths = Array.from({ length: ROUNDS }, (_, round) => join(folder, `${String(round)}.axial`))
  const left = JSON.stringify({ pid: 0x7ffffff0, host: hostname(), user: 'x' })
  for (const [round, path] of paths.entries()) if (round % 2 === 0) writeFileSync(`${path}.lock`, left)
  const counts = () => new Int32Array(new SharedArrayBuffer(4 * ROUNDS))
  const workerData: Taking = { paths, takers: TAKERS, arrived: counts(), got: counts() }
  const taker = new URL('../fixtures/lock-taker.ts', import.meta.url)
  await Promise.all(Array.from({ length: TAKERS }, () => once(new Worker(taker, { workerData }), 'exit')))
  expect([...workerData.got]).toEqual(paths.map(() => 1))
  expect(readdirSync(folder)).toHaveLength(ROUNDS)
})
