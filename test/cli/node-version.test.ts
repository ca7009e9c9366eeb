import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { NODE_MAJOR } from '../../app/node-version.ts'
import { program } from './axial.ts'

/** Lets a program believe that it runs under an older Node, before its first line. */
const OLDER = `data:text/javascript,${encodeURIComponent(
  "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })",
)}`

describe('under a Node that is too old', () => {
  it.each(['cli.js', 'server.js', 'service.js'])('%s says so in one line and opens nothing', (name) => {
    const entry = path.join(path.dirname(program), name)
    const ran = spawnSync(process.execPath, ['--import', OLDER, entry, '--help'], { encoding: 'utf8', timeout: 20_000 })
    expect([ran.status, ran.stdout]).toEqual([2, ''])
    expect(ran.stderr).toMatch(/^axial: this is Node 20\.20\.2, and Axial needs Node 24 or newer; .*\n$/)
  })
})

describe('the Node that is asked for', () => {
  it('is the one that the project brings', () => {
    expect(Number.parseInt(manifest.devDependencies.node, 10)).toBe(NODE_MAJOR)
  })
})
