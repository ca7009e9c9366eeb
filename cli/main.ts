import '../app/node-version.ts'
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { v7 } from 'uuid'
import manifest from '../package.json' with { type: 'json' }
import { commands } from '../app/commands.ts'
import { outputFailureOf } from '../app/commands/failure.ts'
import { createWorkspace } from '../app/workspace.ts'
import { run } from './run.ts'

/** The command line's composition: the real clock, ids, screen and signals. Built as `dist/cli.js`. */
const controller = new AbortController()

process.on('SIGINT', () => {
  // The first asks the work to stop where nothing is half done; whoever insists is obeyed at once.
  if (controller.signal.aborted) process.exit(130)
  controller.abort()
})

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
  if (error.code === 'EPIPE') process.exit(0)
  const failure = outputFailureOf(error)
  process.stderr.write(`${failure.line}\n`)
  process.exit(failure.status)
})

/** Runs the sibling program with the same Node, on the same screen, until it ends. */
function runServer(args: readonly string[]): Promise<number> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./server.js', import.meta.url)), '--with-parent', ...args],
    {
      // The pipe ends with this process however it ends, and the server with it.
      stdio: ['pipe', 'inherit', 'inherit'],
    },
  )
  const end = () => child.kill('SIGTERM')
  process.once('SIGTERM', end)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      process.removeListener('SIGTERM', end)
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
}

process.exitCode = await run(commands, process.argv.slice(2), {
  output: process.stdout,
  errors: process.stderr,
  version: manifest.version,
  signal: controller.signal,
  environment: process.env,
  folder: process.cwd(),
  sampleFolder: fileURLToPath(new URL('./assets/sample/', import.meta.url)),
  runServer,
  createWorkspace: () =>
    createWorkspace({ folder: process.cwd(), version: manifest.version, now: () => new Date(), newId: () => v7() }),
})
