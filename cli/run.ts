import type { Call } from '../app/contract.ts'
import type { Command, CommandContext, CommandResult } from '../app/commands/command.ts'
import { failureOf } from '../app/commands/failure.ts'
import { readCommandLine } from './arguments.ts'
import { commandHelp, listHelp } from './help.ts'
import { progressLine, type Terminal } from './progress.ts'

/** The world a command line runs in. */
export interface World extends Omit<CommandContext, 'call' | 'width'> {
  readonly output: Terminal
  readonly errors: Terminal
  readonly version: string
  readonly createWorkspace: () => { readonly call: Call; readonly close: () => unknown }
}

/** Columns assumed where output goes to a file or a pipe. */
const WIDTH = 100

/**
 * Runs one command line and gives its exit status. Standard output receives the answer alone (with `--json` one
 * document), standard error one line for a failure.
 */
export async function run(commands: readonly Command[], line: readonly string[], world: World): Promise<number> {
  const width = Math.max(40, world.output.columns ?? WIDTH)
  try {
    const request = readCommandLine(commands, line)
    if (request.kind === 'version') {
      world.output.write(`${world.version}\n`)
      return 0
    }
    if (request.kind === 'help') {
      const { command } = request
      world.output.write(`${command === null ? listHelp(request.commands, width) : commandHelp(command, width)}\n`)
      return 0
    }
    const result = await inWorkspace(world, (call) =>
      request.command.run({ ...contextOf(world), call, width }, request.parsed),
    )
    if (result.kind === 'exit') return result.status
    world.output.write(`${request.json ? JSON.stringify(result.json, null, 2) : result.text}\n`)
    return result.negative ? 1 : 0
  } catch (error) {
    const failure = failureOf(error)
    world.errors.write(`${failure.line}\n`)
    return failure.status
  }
}

function contextOf({
  signal,
  environment,
  folder,
  sampleFolder,
  runServer,
}: World): Omit<CommandContext, 'call' | 'width'> {
  return { signal, environment, folder, sampleFolder, runServer }
}

async function inWorkspace(world: World, work: (call: Call) => Promise<CommandResult>): Promise<CommandResult> {
  const workspace = world.createWorkspace()
  const progress = progressLine(world.errors)
  const call: Call = (name, input, options) =>
    workspace.call(name, input, { signal: world.signal, onProgress: progress.show, ...options })
  try {
    return await work(call)
  } finally {
    progress.clear()
    await workspace.close()
  }
}
