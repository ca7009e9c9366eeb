// Every npm script of Axial: node scripts/run.mjs TASK [arguments]. Sets up and builds first, as far as is needed, then
// runs the tool under the project's own Node. What it says itself goes to standard error.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { build } from './build.mjs'
import { nodePath, root, say, setUp, toolEnvironment } from './set-up.mjs'
import { start } from './start.mjs'

const CHECKS = [
  { name: 'format', tool: 'oxfmt', args: ['--check'] },
  { name: 'lint', tool: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'types', tool: 'typescript', args: ['--noEmit'], command: 'tsc' },
]

const tasks = {
  async build() {
    build()
    return 0
  },
  async format(args) {
    return runTool('oxfmt', args)
  },
  async check() {
    const failed = await failedChecks()
    return failed.length === 0 ? 0 : 1
  },
  async test(args) {
    const failed = await failedChecks()
    const total = { passed: CHECKS.length - failed.length, failed: failed.length, skipped: [] }
    try {
      build()
    } catch (error) {
      say(error.message)
      total.failed += 1
    }
    for (const project of ['unit', 'e2e']) add(total, await runVitest(project, args))
    return conclude(total)
  },
  async unit(args) {
    build()
    return conclude(await runVitest('unit', args))
  },
  async e2e(args) {
    build()
    return conclude(await runVitest('e2e', args))
  },
  async bench(args) {
    build()
    const code = await runNode([path.join(root, 'dist', 'bench.js'), ...args])
    return code === 0 ? runNode([path.join(root, 'bench', 'coding-screen.ts'), ...args]) : code
  },
  async shots(args) {
    build()
    return runNode([path.join(root, 'scripts', 'shots.ts'), ...args])
  },
  async demo(args) {
    build()
    return runNode([
      path.join(root, 'dist', 'cli.js'),
      'demo',
      ...(args.includes('--out') ? [] : ['--out', 'out']),
      ...args,
    ])
  },
  async axial(args) {
    build()
    return runNode([path.join(root, 'dist', 'cli.js'), ...args], process.env.INIT_CWD)
  },
  async start(args) {
    build()
    return start(args, run)
  },
}

/** Runs a program with this one's streams and answers with its exit code. Ctrl-C is the program's to handle. */
function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: toolEnvironment(), stdio: 'inherit', ...options })
    const ignore = () => {}
    const pass = (signal) => child.kill(signal)
    process.on('SIGINT', ignore)
    process.on('SIGTERM', pass)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGINT', ignore)
      process.off('SIGTERM', pass)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

function runNode(args, cwd = root) {
  return run(nodePath(), args, { cwd })
}

function runTool(name, args, command = name) {
  const folder = path.join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return runNode([path.join(folder, typeof bin === 'string' ? bin : bin[command]), ...args])
}

async function failedChecks() {
  const failed = []
  for (const { name, tool, args, command } of CHECKS) {
    const code = await runTool(tool, args, command)
    process.stdout.write(`${name}: ${code === 0 ? 'passed' : 'failed'}\n`)
    if (code !== 0) failed.push(name)
  }
  return failed
}

async function runVitest(project, args) {
  const tally = path.join(root, '.cache', `tally-${project}.json`)
  mkdirSync(path.dirname(tally), { recursive: true })
  rmSync(tally, { force: true })
  const code = await run(
    nodePath(),
    [path.join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', project, ...args],
    { env: { ...toolEnvironment(), AXIAL_TALLY: tally } },
  )
  const counted = existsSync(tally) ? JSON.parse(readFileSync(tally, 'utf8')) : { passed: 0, failed: 0, skipped: [] }
  // A run that broke off without a failed test has failed all the same.
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

function add(total, more) {
  total.passed += more.passed
  total.failed += more.failed
  total.skipped.push(...more.skipped)
}

function conclude({ passed, failed, skipped }) {
  for (const { name, reason } of skipped)
    process.stdout.write(`skipped: ${name}${reason === '' ? '' : ` (${reason})`}\n`)
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped.length} skipped\n`)
  return failed === 0 ? 0 : 1
}

const [name = '', ...args] = process.argv.slice(2)
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
try {
  if (task === undefined) throw new Error(`there is no task "${name}"; the tasks are ${Object.keys(tasks).join(', ')}`)
  setUp()
  process.exitCode = await task(args)
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
