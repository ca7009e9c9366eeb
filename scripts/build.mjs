// Builds dist/ when it is absent or older than the sources, one builder at a time.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { nodePath, root, say, toolEnvironment } from './set-up.mjs'

const SOURCES = [
  'domain',
  'db',
  'formats',
  'app',
  'electron',
  'server',
  'cli',
  'renderer',
  'bench',
  'assets',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const stamp = path.join(root, 'dist', '.built')
const lock = path.join(root, '.cache', 'build.lock')

/** Brings dist/ up to date. Says nothing where it is. Throws with the builder's own output on a fault. */
export function build() {
  withLock(() => {
    const now = fingerprint()
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
    say('building')
    const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const args = [vite, 'build', '--app', '--config', path.join(root, 'vite.config.ts'), '--logLevel', 'warn']
    // Started from within a test, it would build the libraries' testing halves.
    const env = { ...toolEnvironment(), NODE_ENV: 'production' }
    const result = spawnSync(nodePath(), args, { cwd: root, env, encoding: 'utf8' })
    if (result.status !== 0) {
      rmSync(path.join(root, 'dist.new'), { recursive: true, force: true })
      process.stderr.write((result.stdout ?? '') + (result.stderr ?? ''))
      throw new Error('the build failed; see above')
    }
    // The fingerprint from before the build: what changed during it is built next time.
    writeFileSync(stamp, now)
  })
}

/** Paths, sizes and times of all sources: changes, additions and removals all show. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const top = path.join(root, source)
    if (!existsSync(top)) continue
    const files = statSync(top).isFile() ? [top] : filesIn(top)
    for (const file of files.sort()) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
}

function withLock(work) {
  mkdirSync(path.dirname(lock), { recursive: true })
  const deadline = Date.now() + 120_000
  while (!take()) {
    if (Date.now() > deadline)
      throw new Error(`another build holds ${path.relative(root, lock)}; remove it if none runs`)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
  try {
    work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!holderLives()) rmSync(lock, { force: true })
    return false
  }
}

function holderLives() {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    // Between its creation and its writing the lock is empty: its holder is just starting.
    if (pid === 0) return true
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
