import { argument, integerOption, option, type Command } from './command.ts'
import { PASSPHRASE, passphraseOf, STUDY, existingStudyPath } from './open-study.ts'

export const serve: Command = {
  words: ['serve'],
  summary: 'Serves the workbench to a browser on this machine, until stopped.',
  arguments: [STUDY],
  options: {
    port: { value: 'N', help: 'the port on 127.0.0.1; the same one each time by default, if it is free' },
    ...PASSPHRASE,
  },
  example: 'axial serve hospital --port 8123',
  notes: ['The address is printed; it works on this machine only. Ctrl+C stops it.'],
  reports: false,
  async run(context, parsed) {
    const port = integerOption(parsed, 'port', 0, 65_535)
    // Asked for its own sake: an unset variable is told here, before a server starts.
    passphraseOf(context, parsed)
    const variable = option(parsed, 'passphrase-env')
    const status = await context.runServer([
      '--study',
      existingStudyPath(context.folder, argument(parsed, 'STUDY')),
      ...(port === undefined ? [] : ['--port', String(port)]),
      ...(variable === undefined ? [] : ['--passphrase-env', variable]),
    ])
    return { kind: 'exit', status }
  },
}
