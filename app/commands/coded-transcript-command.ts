import path from 'node:path'
import { AxialError } from '../../domain/errors.ts'
import {
  argument,
  choiceOption,
  given,
  misuse,
  option,
  optionsOf,
  report,
  type Command,
  type CommandContext,
} from './command.ts'
import { openStudy, PASSPHRASE, STUDY } from './open-study.ts'
import { writeFiles } from './output-files.ts'

/** `axial export transcript`: one transcript with its codes, as a page or as a word processor's document. */
export const exportTranscript: Command = {
  words: ['export', 'transcript'],
  summary: 'Writes a transcript with its codes, as a page (HTML) or as a document with comments (DOCX).',
  arguments: [STUDY, { name: 'NAME', help: 'the transcript, by its name in the study' }],
  options: {
    format: { value: 'html|docx', required: true, help: 'what kind of file' },
    out: { value: 'DIR', required: true, help: 'the folder to write into; made when absent' },
    coder: { value: 'NAME', repeatable: true, help: 'only the codings of this coder; everyone’s when not given' },
    memos: { help: 'with what was noted on the codings' },
    'dry-run': { help: 'say what the file would contain, and write none' },
    language: { value: 'en|fr', help: 'the language of the file; en by default' },
    ...PASSPHRASE,
  },
  example: 'axial export transcript hospital interview-07 --format docx --out coded',
  notes: [
    'The file holds the whole transcript and the names of its coders, codings of blind rounds included.',
    'A file of the same name in DIR is replaced, and only by a complete one.',
  ],
  async run(context, parsed) {
    const out = path.resolve(context.folder, option(parsed, 'out') ?? '')
    const format = choiceOption(parsed, 'format', ['html', 'docx'])
    if (format === undefined) throw misuse(parsed.command, '--format takes html or docx')
    const language = choiceOption(parsed, 'language', ['en', 'fr'])
    await openStudy(context, parsed)
    const input = {
      transcriptId: await transcriptNamed(context, argument(parsed, 'NAME')),
      format,
      memos: parsed.flags.has('memos'),
      ...given({ language, coders: await codersNamed(context, optionsOf(parsed, 'coder')) }),
    }
    const { name, bytes, contains, codings, turns } = await context.call('codedTranscripts.preview', input)
    const written = !parsed.flags.has('dry-run')
    if (written) await writeFiles(out, await context.call('codedTranscripts.files', input), context.signal)
    const text = [
      `${written ? 'Wrote' : 'Would write'} ${path.join(out, name)}, ${bytes.toLocaleString('en')} bytes:`,
      `${contains} (participants' words).`,
    ]
    return report({ out, written, file: { name, bytes, contains, turns, codings } }, text.join(' '))
  },
}

async function transcriptNamed(context: CommandContext, name: string) {
  const found = (await context.call('transcripts.list', {})).find((transcript) => transcript.name === name)
  if (found === undefined) throw new AxialError('not-found', { what: 'transcript', name })
  return found.id
}

async function codersNamed(context: CommandContext, names: readonly string[]) {
  if (names.length === 0) return undefined
  const coders = await context.call('coders.list', {})
  return names.map((name) => {
    const found = coders.find((coder) => coder.name === name)
    if (found === undefined) throw new AxialError('not-found', { what: 'coder', name })
    return found.id
  })
}
