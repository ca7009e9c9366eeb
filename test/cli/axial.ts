import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The built command line. `npm test` builds it first. */
export const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** Data that real studies published, beside the repository where it is at hand. */
export const published = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
export const hasPublished = existsSync(published)

export interface Ran {
  readonly status: number
  readonly output: string
  readonly errors: string
}

export function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'axial-cli-'))
}

/** Runs `axial …` as a process of its own in `folder`. `watch` gets the process, to send it signals. */
export function axial(
  folder: string,
  line: readonly string[],
  environment: Record<string, string> = {},
  watch: (child: ChildProcess) => void = () => undefined,
): Promise<Ran> {
  if (!existsSync(program)) throw new Error('dist/cli.js is not there: npm run build')
  const child = spawn(process.execPath, [program, ...line], { cwd: folder, env: { ...process.env, ...environment } })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  watch(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status: status ?? -1, output, errors }))
  })
}

/** Runs a command with `--json` that must succeed, and gives its document: standard output holds nothing else. */
export async function axialJson(folder: string, line: readonly string[], status = 0): Promise<unknown> {
  const ran = await axial(folder, [...line, '--json'])
  if (ran.status !== status || ran.errors !== '')
    throw new Error(`axial ${line.join(' ')}: ${ran.status} ${ran.errors}`)
  return JSON.parse(ran.output)
}
