import { parseArgs } from 'node:util'
import { misuse, type Command, type ParsedCommand } from '../app/commands/command.ts'
import { nearest } from './suggest.ts'

/** What a command line asks for. */
export type Request =
  | { readonly kind: 'help'; readonly commands: readonly Command[]; readonly command: Command | null }
  | { readonly kind: 'version' }
  | { readonly kind: 'run'; readonly command: Command; readonly parsed: ParsedCommand; readonly json: boolean }

/**
 * Reads a command line strictly: an option that the command does not declare, a value that is missing, an argument too
 * many or too few is misuse. Nothing is guessed; what was probably meant is suggested.
 */
export function readCommandLine(commands: readonly Command[], line: readonly string[]): Request {
  const [first] = line
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    return helpFor(commands, line.slice(1))
  }
  if (first === '--version' || first === '-V') return { kind: 'version' }
  const command = commands.find(({ words }) => words.every((word, index) => line[index] === word))
  if (command === undefined) return withoutCommand(commands, line)
  return readCommand(command, line.slice(command.words.length))
}

function helpFor(commands: readonly Command[], words: readonly string[]): Request {
  const command = commands.find((each) => each.words.join(' ') === words.join(' ')) ?? null
  const family = commands.filter((each) => words.every((word, index) => each.words[index] === word))
  return { kind: 'help', commands: family.length === 0 ? commands : family, command }
}

function withoutCommand(commands: readonly Command[], line: readonly string[]): Request {
  const [first = '', second] = line
  const family = commands.filter(({ words }) => words[0] === first)
  if (family.length === 0) {
    if (first.startsWith('-'))
      throw misuse('', `there is no option ${first} before the command${hint(first, ['--help', '--version'])}`)
    throw misuse(
      '',
      `there is no command "${first}"${hint(first, [...new Set(commands.map(({ words }) => words[0]))])}`,
    )
  }
  if (second === '--help' || second === '-h') return helpFor(commands, [first])
  const kinds = family.flatMap(({ words }) => words.slice(1, 2))
  const known = kinds.join(', ')
  throw misuse(
    first,
    second === undefined
      ? `"${first}" needs to know what: ${known}`
      : `"${first}" knows no "${second}", only ${known}${hint(second, kinds)}`,
  )
}

function hint(typed: string, candidates: readonly string[]): string {
  const meant = nearest(typed, candidates)
  return meant === null ? '' : `; did you mean ${meant}?`
}

function readCommand(command: Command, line: readonly string[]): Request {
  const name = command.words.join(' ')
  const reports = command.reports !== false
  const flags = ['help', ...(reports ? ['json'] : [])]
  const declared = Object.entries(command.options)
  // Not parseArgs's own strictness: its messages are for programmers. The tokens are judged below.
  const { tokens } = parseArgs({
    args: [...line],
    options: {
      ...Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }])),
      ...Object.fromEntries(
        declared.map(([key, { value }]) => [
          key,
          { type: value === undefined ? ('boolean' as const) : ('string' as const) },
        ]),
      ),
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  if (tokens.some((token) => token.kind === 'option' && (token.rawName === '--help' || token.rawName === '-h'))) {
    return { kind: 'help', commands: [command], command }
  }
  const options: Record<string, string[]> = {}
  const given = new Set<string>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option =
      Object.hasOwn(command.options, token.name) && token.rawName.startsWith('--')
        ? command.options[token.name]
        : undefined
    if (option === undefined && !(flags.includes(token.name) && token.rawName.startsWith('--'))) {
      const known = [...declared.map(([key]) => `--${key}`), ...flags.map((flag) => `--${flag}`)]
      throw misuse(name, `"${name}" has no option ${token.rawName}${hint(token.rawName, known)}`)
    }
    if (option?.value === undefined) {
      if (token.value !== undefined) throw misuse(name, `${token.rawName} takes no value`)
      given.add(token.name)
      continue
    }
    if (token.value === undefined || (!token.inlineValue && /^-./.test(token.value))) {
      throw misuse(name, `${token.rawName} needs a value, ${token.rawName}=${option.value}`)
    }
    const values = options[token.name] ?? []
    if (values.length > 0 && option.repeatable !== true) throw misuse(name, `${token.rawName} is given twice`)
    options[token.name] = [...values, token.value]
  }
  for (const [key, { required, value }] of declared) {
    if (required === true && options[key] === undefined) throw misuse(name, `--${key} ${value ?? ''} is missing`)
    if (required === true && options[key]?.[0]?.trim() === '') throw misuse(name, `--${key} is empty`)
  }
  const parsed: ParsedCommand = { command: name, arguments: readArguments(command, positionals), options, flags: given }
  return { kind: 'run', command, parsed, json: given.has('json') }
}

function readArguments(command: Command, positionals: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const name = command.words.join(' ')
  const rest = [...positionals]
  const values: Record<string, readonly string[]> = {}
  for (const argument of command.arguments) {
    const taken = argument.many === true ? rest.splice(0) : rest.splice(0, 1)
    if (taken.length === 0) throw misuse(name, `${argument.name} is missing`)
    if (taken.includes('')) throw misuse(name, `${argument.name} is empty`)
    values[argument.name] = taken
  }
  const [extra] = rest
  if (extra !== undefined) throw misuse(name, `"${extra}" is one argument too many`)
  return values
}
