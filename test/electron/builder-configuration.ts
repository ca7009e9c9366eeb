import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** electron-builder's own reader and judge of its configuration, out of the packages it is made of. */
const root = path.join(import.meta.dirname, '../..')
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'))
const library = createRequire(builder.resolve('app-builder-lib/package.json'))

export type Configuration = Readonly<Record<string, unknown>>

export function readConfiguration(): Configuration {
  const yaml = library('js-yaml') as { readonly load: (text: string) => Configuration }
  return yaml.load(readFileSync(path.join(root, 'electron-builder.yml'), 'utf8'))
}

/** Rejects with what is wrong. */
export async function validate(configuration: Configuration): Promise<void> {
  const { validateConfiguration } = library('app-builder-lib/out/util/config/config') as {
    readonly validateConfiguration: (configuration: Configuration, log: unknown) => Promise<void>
  }
  const { DebugLogger } = library('builder-util') as { readonly DebugLogger: new (enabled: boolean) => unknown }
  await validateConfiguration(configuration, new DebugLogger(false))
}

/** The program behind the command `electron-builder`. */
export function builderProgram(): string {
  return builder.resolve('electron-builder/cli.js')
}
