import type { Call } from '../contract.ts'
import { AxialError } from '../../domain/errors.ts'

/** What a command takes by place. `many` takes all that follows, at least one. */
export interface CommandArgument {
  readonly name: string
  readonly help: string
  readonly many?: true
}

/** What a command takes by name. Without `value` it is a flag; `value` is what the help shows in its place. */
export interface CommandOption {
  readonly help: string
  readonly value?: string
  readonly repeatable?: true
  readonly required?: true
}

/** One command of `axial`, as data: the command line knows none by name. */
export interface Command {
  /** What is typed after `axial`, such as `import transcript`. */
  readonly words: readonly [string, ...string[]]
  readonly summary: string
  readonly arguments: readonly CommandArgument[]
  readonly options: Readonly<Record<string, CommandOption>>
  readonly example: string
  /** Further paragraphs of its help, such as when it ends with status 1. */
  readonly notes?: readonly string[]
  /** False for a command that prints no report of its own and so has no `--json`. */
  readonly reports?: false
  readonly run: (context: CommandContext, parsed: ParsedCommand) => Promise<CommandResult>
}

/** What was typed, checked against the command's declaration: every argument is present, required options too. */
export interface ParsedCommand {
  readonly command: string
  readonly arguments: Readonly<Record<string, readonly string[]>>
  readonly options: Readonly<Record<string, readonly string[]>>
  readonly flags: ReadonlySet<string>
}

/** What a command may use of the world. */
export interface CommandContext {
  /** The contract. Progress and cancelling are already attached. */
  readonly call: Call
  readonly signal: AbortSignal
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Relative paths start here. */
  readonly folder: string
  readonly sampleFolder: string
  /** Columns of the person's screen. */
  readonly width: number
  /** Runs the loopback shell until it ends; gives its exit status. */
  readonly runServer: (args: readonly string[]) => Promise<number>
}

export type CommandResult =
  | {
      readonly kind: 'report'
      /** The document that `--json` prints. */
      readonly json: unknown
      /** The same for a person, lines separated by a line feed. */
      readonly text: string
      /** True when the answer to what was asked is no: exit status 1. */
      readonly negative: boolean
    }
  | { readonly kind: 'exit'; readonly status: number }

export function report(json: unknown, text: string, negative = false): CommandResult {
  return { kind: 'report', json, text, negative }
}

/** The error for a command line that cannot be obeyed. `command` names the help page to read; empty for the list. */
export function misuse(command: string, detail: string): AxialError {
  return new AxialError('misuse', { command, detail })
}

export function argument(parsed: ParsedCommand, name: string): string {
  const [value] = argumentsOf(parsed, name)
  if (value === undefined) throw misuse(parsed.command, `${name} is missing`)
  return value
}

export function argumentsOf(parsed: ParsedCommand, name: string): readonly string[] {
  return parsed.arguments[name] ?? []
}

export function option(parsed: ParsedCommand, name: string): string | undefined {
  return parsed.options[name]?.at(-1)
}

export function optionsOf(parsed: ParsedCommand, name: string): readonly string[] {
  return parsed.options[name] ?? []
}

/** The option as a whole number from `low` to `high`; undefined when it was not given; misuse when it is anything else. */
export function integerOption(parsed: ParsedCommand, name: string, low: number, high: number): number | undefined {
  const text = option(parsed, name)
  if (text === undefined) return undefined
  const value = /^[+-]?\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (value >= low && value <= high) return value
  throw misuse(parsed.command, `--${name} takes a whole number from ${low} to ${high}, not "${text}"`)
}

/** The option as one of `choices`; undefined when it was not given; misuse when it is anything else. */
export function choiceOption<const Choice extends string>(
  parsed: ParsedCommand,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = option(parsed, name)
  if (text === undefined) return undefined
  const choice = choices.find((candidate) => candidate === text)
  if (choice !== undefined) return choice
  throw misuse(parsed.command, `--${name} takes ${choices.join(', ')}, not "${text}"`)
}

/**
 * A comma-separated list, blanks trimmed, empty entries dropped. A comma that belongs to a name is written `\,`.
 */
export function splitList(text: string): readonly string[] {
  return (text.match(/(?:\\,|[^,])+/g) ?? [])
    .map((part) => part.replaceAll('\\,', ',').trim())
    .filter((part) => part !== '')
}

/** The given values without those that are undefined, so that a contract's defaults apply. */
export function given<const Values extends Record<string, unknown>>(
  values: Values,
): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  const kept: Partial<Values> = {}
  for (const key in values) if (values[key] !== undefined) kept[key] = values[key]
  return kept as { [Key in keyof Values]?: Exclude<Values[Key], undefined> }
}

/** Ends the command where it stands when the person has asked it to stop. */
export function stopIfCancelled(context: CommandContext): void {
  if (context.signal.aborted) throw new AxialError('cancelled')
}
