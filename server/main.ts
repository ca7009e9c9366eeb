import '../app/node-version.ts'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { AxialError, reportOf, sentenceFor } from '../app/contract/failure.ts'
import { serveWorkbench } from './serve.ts'

/** dist/server.js: the workbench for a browser on this machine. */
const HELP = `node dist/server.js [--study PATH] [--passphrase-env VAR] [--folder DIR] [--port N] [--no-open]
                       [--with-parent]

Serves the workbench on 127.0.0.1 and prints the address to open. The address works once.
With --with-parent it ends when its standard input does, as when the program that started it was killed.`

const OPTIONS = {
  study: { type: 'string' },
  'passphrase-env': { type: 'string' },
  folder: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
  'with-parent': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

async function main(): Promise<void> {
  const values = readArguments()
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return
  }
  const dist = new URL('./', import.meta.url)
  await serveWorkbench({
    dist,
    pages: fileURLToPath(new URL('renderer', dist)),
    port: readPort(values.port),
    study: values.study,
    passphrase: readPassphrase(values['passphrase-env']),
    folder: values.folder,
    open: !values['no-open'],
    parent: values['with-parent'] ? process.stdin : null,
    print: (line) => process.stdout.write(`${line}\n`),
  })
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, strict: true }).values
  } catch (error) {
    throw misuse(error instanceof Error ? error.message : String(error))
  }
}

function readPort(text: string | undefined): number | null {
  if (text === undefined) return null
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535) throw misuse(`"${text}" is not a port`)
  return port
}

function readPassphrase(variable: string | undefined): string | undefined {
  if (variable === undefined) return undefined
  const passphrase = process.env[variable]
  if (passphrase === undefined) throw misuse(`the environment has no variable ${variable}`)
  return passphrase
}

function misuse(detail: string): AxialError {
  return new AxialError('misuse', { detail, command: 'serve' })
}

try {
  await main()
} catch (error) {
  const { code, reason, params } = reportOf(error)
  process.stderr.write(`axial: ${sentenceFor(reason, params, 'en')}\n`)
  // As the command line: 70 for a fault of our own (EX_SOFTWARE), 2 for what the person can mend.
  process.exitCode = code === 'internal' ? 70 : 2
}
