import { AxialError } from '../../domain/errors.ts'
import { misuse, option, optionsOf, type CommandContext, type CommandOption, type ParsedCommand } from './command.ts'

export const PACKET_PASSPHRASE: Readonly<Record<string, CommandOption>> = {
  'packet-passphrase-env': {
    value: 'VAR',
    help: 'the environment variable that holds the passphrase of the packet',
  },
}

export const PACKET_PASSPHRASES: Readonly<Record<string, CommandOption>> = {
  'packet-passphrase-env': {
    value: '[CODER=]VAR',
    repeatable: true,
    help: 'the environment variable that holds the passphrase of this coder’s packet; of all others without CODER=',
  },
}

/** The passphrases of several packets. */
export interface PacketWords {
  /** By the coder's name. */
  readonly of: ReadonlyMap<string, string>
  readonly others: string | undefined
}

export function packetPassphrasesOf(context: CommandContext, parsed: ParsedCommand): PacketWords {
  const of = new Map<string, string>()
  let others: string | undefined
  for (const text of optionsOf(parsed, 'packet-passphrase-env')) {
    // No variable has an equals sign in its name; a person may.
    const at = text.lastIndexOf('=')
    const coder = text.slice(0, Math.max(0, at)).trim()
    const word = wordIn(context, parsed, text.slice(at + 1).trim())
    if (at >= 0 && coder === '') throw misuse(parsed.command, `the coder is missing in "${text}"`)
    if (at >= 0 ? of.has(coder) : others !== undefined) {
      throw misuse(parsed.command, `two passphrases are given for ${at >= 0 ? coder : 'all packets'}`)
    }
    if (at >= 0) of.set(coder, word)
    else others = word
  }
  return { of, others }
}

export function packetPassphraseOf(context: CommandContext, parsed: ParsedCommand): string | undefined {
  const variable = option(parsed, 'packet-passphrase-env')
  return variable === undefined ? undefined : wordIn(context, parsed, variable)
}

function wordIn(context: CommandContext, parsed: ParsedCommand, variable: string): string {
  const passphrase = context.environment[variable]
  if (passphrase === undefined) throw misuse(parsed.command, `the environment variable ${variable} is not set`)
  if (passphrase === '') throw new AxialError('passphrase-empty')
  return passphrase
}
