import { describe, expect, it } from 'vitest'
import { commands } from '../../app/commands.ts'
import { argumentsOf, option, optionsOf } from '../../app/commands/command.ts'
import { failureOf } from '../../app/commands/failure.ts'
import { readCommandLine, type Request } from '../../cli/arguments.ts'
import { commandHelp, listHelp } from '../../cli/help.ts'

const read = (...line: string[]): Request => readCommandLine(commands, line)

function parsed(...line: string[]) {
  const request = read(...line)
  if (request.kind !== 'run') throw new Error(`not a command to run: ${request.kind}`)
  return request
}

function failure(...line: string[]) {
  try {
    read(...line)
  } catch (error) {
    return failureOf(error)
  }
  throw new Error('the command line was accepted')
}

describe('readCommandLine', () => {
  it('finds a command of two words and its arguments and options in any order', () => {
    const { command, parsed: given } = parsed(
      'import',
      'transcript',
      '--role',
      'manager',
      'hospital',
      'a.txt',
      '--language=fr',
      'b.txt',
    )
    expect(command.words).toEqual(['import', 'transcript'])
    expect(argumentsOf(given, 'STUDY')).toEqual(['hospital'])
    expect(argumentsOf(given, 'FILE')).toEqual(['a.txt', 'b.txt'])
    expect(option(given, 'role')).toBe('manager')
    expect(option(given, 'language')).toBe('fr')
  })

  it('collects a repeatable option in order', () => {
    const { parsed: given } = parsed('import', 'survey', 's', 'a.csv', '--name', 'n', '--keep', 'Q1', '--keep', 'Q2')
    expect(optionsOf(given, 'keep')).toEqual(['Q1', 'Q2'])
  })

  it('takes what follows -- as arguments', () => {
    expect(argumentsOf(parsed('info', '--', '--odd').parsed, 'STUDY')).toEqual(['--odd'])
  })

  it('says whether one JSON document is wanted', () => {
    expect(parsed('info', 's', '--json').json).toBe(true)
    expect(parsed('info', 's').json).toBe(false)
  })

  it.each([
    [['catalgo', 's'], 'axial: there is no command "catalgo"; did you mean catalog?'],
    [['xyzzy'], 'axial: there is no command "xyzzy";'],
    [
      ['import'],
      'axial: "import" needs to know what: transcript, codings, codebook, mismatches, quality-issues, survey;',
    ],
    [['export', 'descriptor', 's'], 'did you mean descriptors?'],
    [['info', 's', '--jsno'], 'axial: "info" has no option --jsno; did you mean --json?'],
    [['info', 's', '-j'], 'axial: "info" has no option -j'],
    [['info'], 'axial: STUDY is missing;'],
    [['info', ''], 'axial: STUDY is empty;'],
    [['info', 'a', 'b'], 'axial: "b" is one argument too many;'],
    [['import', 'transcript', 's'], 'axial: FILE is missing;'],
    [['import', 'survey', 's', 'a.csv'], 'axial: --name NAME is missing;'],
    [['import', 'survey', 's', 'a.csv', '--name', ' '], 'axial: --name is empty;'],
    [['export', 'catalog', 's'], 'axial: --out DIR is missing;'],
    [['agreement', 's', '--seed'], 'axial: --seed needs a value, --seed=N;'],
    [['agreement', 's', '--seed', '--json'], 'axial: --seed needs a value, --seed=N;'],
    [['agreement', 's', '--seed', '1', '--seed', '2'], 'axial: --seed is given twice;'],
    [['info', 's', '--json=yes'], 'axial: --json takes no value;'],
    [['serve', 's', '--json'], 'axial: "serve" has no option --json'],
    [['--jsn'], 'axial: there is no option --jsn before the command'],
  ])('refuses %j with one line that says why and exit status 2', (line, expected) => {
    const { line: text, status } = failure(...line)
    expect(text).toContain(expected)
    expect(text).toMatch(/^axial: [^\n]*; nothing was changed; see "axial [^\n]*--help"$/)
    expect(status).toBe(2)
  })

  it('gives the list of commands for no words at all, for --help and for an unknown help topic', () => {
    for (const request of [read(), read('--help'), read('help', 'nothing')]) {
      expect(request).toMatchObject({ kind: 'help', command: null })
    }
  })

  it('gives the page of one command for --help after it, whatever else is wrong with the line', () => {
    expect(read('export', 'survey', '--help')).toMatchObject({ kind: 'help', command: { words: ['export', 'survey'] } })
    expect(read('help', 'export', 'survey')).toMatchObject({ kind: 'help', command: { words: ['export', 'survey'] } })
  })

  it('lists the kinds of a command that needs one', () => {
    const request = read('import', '--help')
    expect(request.kind === 'help' && request.commands.map(({ words }) => words[1])).toEqual([
      'transcript',
      'codings',
      'codebook',
      'mismatches',
      'quality-issues',
      'survey',
    ])
  })

  it('knows --version', () => {
    expect(read('--version')).toEqual({ kind: 'version' })
  })
})

/** Words of a shell line with double quotes, as the examples of the help use them. */
function shellWords(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}

describe('the help', () => {
  it.each(commands.map((command) => [command.words.join(' '), command] as const))(
    'of "%s" shows an example that the command line accepts',
    (_, command) => {
      const [program, ...line] = shellWords(command.example)
      expect(program).toBe('axial')
      expect(parsed(...line).command).toBe(command)
      expect(commandHelp(command, 80)).toContain(command.example)
    },
  )

  it('of every command names every option and argument, and the exit statuses', () => {
    for (const command of commands) {
      const text = commandHelp(command, 80)
      for (const key of [...Object.keys(command.options), 'help']) expect(text).toContain(`--${key}`)
      for (const { name } of command.arguments) expect(text).toContain(name)
      expect(text).toContain('Exit status')
    }
  })

  it('lists every command once', () => {
    const text = listHelp(commands, 100)
    for (const { words } of commands) {
      expect(text.split('\n').filter((line) => line.startsWith(`  ${words.join(' ')} `))).toHaveLength(1)
    }
  })

  it('fits 80 columns wherever its words can be folded', () => {
    const long = commands.flatMap((command) => commandHelp(command, 80).split('\n')).filter((line) => line.length > 80)
    expect(long.filter((line) => !line.includes('axial '))).toEqual([])
  })
})
