import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '../..')

/** `npm run axial -- ARGS`, without npm. */
function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts/run.mjs'), ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('scripts/run.mjs', () => {
  it('lets nothing but the command line speak on standard output', () => {
    const { status, stdout } = run('axial', '--version')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('hands the command line’s exit code and its one line on', () => {
    const { status, stdout, stderr } = run('axial', 'info', 'no-such-study', '--json')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/axial: there is no file .*no-such-study/)
  })

  it('names its tasks to someone who asks for another', () => {
    const { status, stderr } = run('fly')
    expect(status).toBe(1)
    expect(stderr).toMatch(/^axial: there is no task "fly"; the tasks are build, .*start/)
  })
})
