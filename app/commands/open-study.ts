import { existsSync } from 'node:fs'
import path from 'node:path'
import type { OpenStudy } from '../contract/study.ts'
import { AxialError } from '../../domain/errors.ts'
import {
  argument,
  misuse,
  option,
  type CommandArgument,
  type CommandContext,
  type CommandOption,
  type ParsedCommand,
} from './command.ts'

const EXTENSION = '.axial'

export const STUDY: CommandArgument = { name: 'STUDY', help: 'the study file, with or without .axial' }

export const PASSPHRASE: Readonly<Record<string, CommandOption>> = {
  'passphrase-env': { value: 'VAR', help: 'the environment variable that holds the passphrase of the study' },
}

/** The file that STUDY means: `.axial` is added unless it is there. Relative to the person's folder. */
export function studyPath(folder: string, study: string): string {
  const full = path.resolve(folder, study)
  return path.extname(full) === EXTENSION ? full : full + EXTENSION
}

/** The same for a study that must be there: told apart from a file of another kind, which `STUDY` names exactly. */
export function existingStudyPath(folder: string, study: string): string {
  const full = path.resolve(folder, study)
  const file = studyPath(folder, study)
  if (file !== full && existsSync(full) && !existsSync(file)) throw new AxialError('not-a-study', { path: full })
  return file
}

/** The passphrase from the variable that was named, so that it never stands on a command line; undefined without one. */
export function passphraseOf(context: CommandContext, parsed: ParsedCommand): string | undefined {
  const variable = option(parsed, 'passphrase-env')
  if (variable === undefined) return undefined
  const passphrase = context.environment[variable]
  if (passphrase === undefined) throw misuse(parsed.command, `the environment variable ${variable} is not set`)
  if (passphrase === '') throw new AxialError('passphrase-empty')
  return passphrase
}

/** Opens the study the command names. */
export async function openStudy(context: CommandContext, parsed: ParsedCommand): Promise<OpenStudy> {
  const passphrase = passphraseOf(context, parsed)
  const file = existingStudyPath(context.folder, argument(parsed, 'STUDY'))
  return context.call('workspace.open', passphrase === undefined ? { path: file } : { path: file, passphrase })
}
