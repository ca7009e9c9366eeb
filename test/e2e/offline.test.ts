import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer } from '../../scripts/workbench.ts'
import { admittedCall } from './admitted-call.ts'

const watch = new URL('../fixtures/network-watch.ts', import.meta.url).href
const dist = fileURLToPath(new URL('../../dist/', import.meta.url))

/** The lines that the watch wrote, without those of Node itself. */
function watched(errors: string): string[] {
  return errors.split('\n').filter((line) => line.startsWith('watch: '))
}

describe('Axial is offline', () => {
  let scratch: string
  beforeAll(async () => {
    scratch = await mkdtemp(path.join(tmpdir(), 'axial-offline-'))
  })
  afterAll(() => rm(scratch, { recursive: true, force: true }))

  it('makes no connection and looks no name up while it serves, imports and exports', async () => {
    const server = await startServer([], { NODE_OPTIONS: `--import ${watch}` })
    const call = await admittedCall(server)
    await call('workspace.create', { path: 'offline', taxonomies: ['ml-mismatch'] })
    const bytes = new TextEncoder().encode(
      'Interviewer: What is missing?\nP1: Everything, from https://example.org on.',
    )
    await call('transcripts.import', { files: [{ name: 'one.txt', bytes }] })
    await call('exports.files', { kind: 'codebook' })
    await server.stop()
    // Both threads are watched, and neither has anything to tell.
    expect(watched(server.errors()).sort()).toEqual(['watch: main thread', 'watch: worker thread'])
  })

  it('makes no connection in the whole main job on the command line', async () => {
    const { stderr } = await promisify(execFile)(process.execPath, [
      '--import',
      watch,
      path.join(dist, 'cli.js'),
      'demo',
      '--out',
      scratch,
    ])
    expect(watched(stderr)).toEqual(['watch: main thread'])
  })

  it('would be caught at it: the watch sees a connection', async () => {
    const script = "fetch('http://localhost:65000/').catch(() => {})"
    const { stderr } = await promisify(execFile)(process.execPath, [
      '--import',
      watch,
      '--input-type=module',
      '-e',
      script,
    ])
    expect(watched(stderr)).toEqual(
      expect.arrayContaining(['watch: connection', 'watch: request', 'watch: name localhost']),
    )
  })
})
