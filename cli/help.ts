import type { Command } from '../app/commands/command.ts'
import { fold, tableOf } from '../app/commands/table.ts'

/** The list of commands, each with its line of usage and what it does. */
export function listHelp(commands: readonly Command[], width: number): string {
  const rows = commands.map((command) => [
    [...command.words, ...command.arguments.map(argumentText)].join(' '),
    command.summary,
  ])
  return [
    'axial: interview studies about machine-learning systems, from transcripts to catalog, checklists and survey.',
    '',
    'Usage: axial COMMAND [options]',
    '',
    ...indent(tableOf([{ title: 'command' }, { title: 'what it does', wrap: true }], rows, width - 2)),
    '',
    ...fold(
      '"axial COMMAND --help" tells the options of a command, with an example. "axial --version" prints the version.',
      width,
    ),
    '',
    ...exitStatus(width),
  ].join('\n')
}

/** The page of one command. */
export function commandHelp(command: Command, width: number): string {
  const name = `axial ${command.words.join(' ')}`
  const required = Object.entries(command.options).flatMap(([key, { required, value }]) =>
    required === true ? [`--${key} ${value ?? ''}`.trim()] : [],
  )
  const options = [
    ...Object.entries(command.options).map(([key, each]) => [
      `--${key}${each.value === undefined ? '' : ` ${each.value}`}`,
      `${each.help}${each.required === true ? ' (required)' : ''}${each.repeatable === true ? ' (may be repeated)' : ''}`,
    ]),
    ...(command.reports === false ? [] : [['--json', 'print one JSON document and nothing else']]),
    ['--help', 'show this page'],
  ]
  const columns = [{ title: '' }, { title: '', wrap: true as const }]
  const rows = (list: readonly (readonly string[])[]) =>
    indent(tableOf(columns, list, width - 2).replace(/^[^\n]*\n/, ''))
  return [
    `Usage: ${[name, ...command.arguments.map(argumentText), ...required, '[options]'].join(' ')}`,
    '',
    ...fold(command.summary, width),
    ...(command.arguments.length === 0
      ? []
      : ['', ...rows(command.arguments.map((argument) => [argumentText(argument), argument.help]))]),
    '',
    'Options:',
    ...rows(options),
    '',
    'Example:',
    `  ${command.example}`,
    ...(command.notes ?? []).flatMap((note) => ['', ...fold(note, width)]),
    '',
    ...exitStatus(width),
  ].join('\n')
}

function argumentText({ name, many }: Command['arguments'][number]): string {
  return many === true ? `${name}…` : name
}

function exitStatus(width: number): readonly string[] {
  return fold(
    'Exit status: 0 done; 1 a negative finding; 2 misuse or bad input; 70 a fault of its own; 130 cancelled with Ctrl+C.',
    width,
  )
}

function indent(text: string): readonly string[] {
  return text.split('\n').map((line) => `  ${line}`)
}
