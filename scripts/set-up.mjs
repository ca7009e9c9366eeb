// What has to be there before any other tool can run: the packages of the lock file, and the Node they are built for.
// Node 20 or newer, built-ins only, because nothing else is installed yet.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.dirname(import.meta.dirname)
const windows = process.platform === 'win32'
const ownNode = path.join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

/** Says a line where it cannot be taken for a command's output. */
export function say(line) {
  process.stderr.write(`axial: ${line}\n`)
}

/** Installs what the lock file names where it is not installed yet; otherwise does nothing and says nothing. */
export function setUp() {
  if (isInstalled()) return
  say('installing what the lock file names (npm ci); this happens once and takes about half a minute')
  // No install script runs but that of `node`, which fetches Node itself: the database brings its binaries, and a
  // compiler must not start on any version of npm. Electron's own download is left to `npm start`.
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  npm(['rebuild', 'node', '--strict-allow-scripts=false', '--loglevel=error'])
  if (!existsSync(ownNode)) throw new Error(`npm did not install Node at ${path.relative(root, ownNode)}`)
}

/** The Node that every tool runs under: the one in the lock file, the same major as Electron's. */
export function nodePath() {
  return ownNode
}

/** The environment of every tool: that Node and the packages' commands first. */
export function toolEnvironment() {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const folders = [path.dirname(ownNode), path.join(root, 'node_modules', '.bin'), process.env[key] ?? '']
  return { ...process.env, [key]: folders.join(path.delimiter) }
}

/** Whether every package of the lock file is there in its version; packages of other systems may be absent. */
function isInstalled() {
  const installed = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(ownNode) || !existsSync(installed)) return false
  const wanted = packagesOf(path.join(root, 'package-lock.json'))
  const found = packagesOf(installed)
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true
    const there = found[name]
    if (there === undefined) return entry.optional === true || entry.devOptional === true
    return there.version === entry.version && there.integrity === entry.integrity
  })
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}

function npm(args) {
  const script = process.env.npm_execpath
  const viaScript = script !== undefined && /^npm(-cli)?\.c?js$/.test(path.basename(script))
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
  const result = viaScript
    ? spawnSync(process.execPath, [script, ...args], options)
    : // npm is a .cmd file on Windows, which only a shell can run; the arguments are our own constants.
      spawnSync(['npm', ...args].join(' '), { ...options, shell: true })
  if (result.status === 0) return
  process.stderr.write(result.stdout ?? '')
  process.stderr.write(result.stderr ?? '')
  throw new Error(`npm ${args[0]} failed; nothing else was done; correct what it says above and try again`)
}
