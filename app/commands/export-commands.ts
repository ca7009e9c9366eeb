import path from 'node:path'
import { AxialError } from '../../domain/errors.ts'
import type { RoundId } from '../../domain/ids.ts'
import { EXPORTS, type ExportKind } from '../contract/exports.ts'
import {
  choiceOption,
  given,
  option,
  report,
  type Command,
  type CommandContext,
  type ParsedCommand,
} from './command.ts'
import { countText } from './figures.ts'
import { openStudy, PASSPHRASE, STUDY } from './open-study.ts'
import { writeFiles } from './output-files.ts'
import { GROUPING, groupingOf } from './survey-command.ts'
import { tableOf } from './table.ts'

const SUMMARIES: Readonly<Record<ExportKind, string>> = {
  descriptors: 'Writes a JSON Schema document a system element.',
  checklists: 'Writes what to ask for and to provide, per element and role, as Markdown and CSV.',
  catalog: 'Writes the catalog as Markdown and CSV.',
  codebook: 'Writes the codebook as Markdown and CSV.',
  survey: 'Writes the survey summaries as CSV, Markdown and a chart.',
  agreement: 'Writes the agreement between coders as Markdown and CSV.',
  codings: 'Writes who coded what, turn by turn, as the coded turns (JSON) that import codings reads.',
}

const ROUND = {
  round: { value: 'NAME', help: 'only this round, such as the moderated one; every round when not given' },
} as const
const OF_GROUPING =
  '--by, --merge, --top and --seed shape survey figures: those of the survey export and of the checklists a role.'
const OF_CODINGS =
  'A file each transcript and round, with every coder’s pass. A coding on a part of a turn stands on the whole turn there. Blind rounds are left out.'

export const exportCommands: readonly Command[] = EXPORTS.map(exportOf)

function exportOf(kind: ExportKind): Command {
  return {
    words: ['export', kind],
    summary: SUMMARIES[kind],
    arguments: [STUDY],
    options: {
      out: { value: 'DIR', required: true, help: 'the folder to write into; made when absent' },
      'dry-run': { help: 'say what the files would contain, and write none' },
      language: { value: 'en|fr', help: 'the language of the files; en by default' },
      ...(kind === 'codings' ? ROUND : GROUPING),
      ...PASSPHRASE,
    },
    example: `axial export ${kind} hospital --out ${kind}`,
    notes: [
      kind === 'codings' ? OF_CODINGS : OF_GROUPING,
      'A file of the same name in DIR is replaced, and only by a complete one.',
    ],
    async run(context, parsed) {
      const out = path.resolve(context.folder, option(parsed, 'out') ?? '')
      const language = choiceOption(parsed, 'language', ['en', 'fr'])
      const shaped = kind === 'codings' ? {} : { grouping: groupingOf(parsed) }
      await openStudy(context, parsed)
      const round = await roundOf(context, parsed)
      const input = { kind, ...shaped, ...given({ language, round }) }
      const preview = await context.call('exports.preview', input)
      const written = !parsed.flags.has('dry-run')
      if (written) await writeFiles(out, await context.call('exports.files', input), context.signal)
      const table = tableOf(
        [{ title: 'file' }, { title: 'bytes', align: 'right' }, { title: 'contains', wrap: true }],
        preview.map((file) => [
          file.name,
          file.bytes.toLocaleString('en'),
          file.contains + (file.quotes ? " (participants' words)" : ''),
        ]),
        context.width,
      )
      const head = `${written ? 'Wrote' : 'Would write'} ${countText(preview.length, 'file')} into ${out}.`
      return report({ out, written, files: preview }, `${head}\n\n${table}`)
    },
  }
}

async function roundOf({ call }: CommandContext, parsed: ParsedCommand): Promise<RoundId | undefined> {
  const name = option(parsed, 'round')
  if (name === undefined) return undefined
  const found = (await call('rounds.list', {})).find((round) => round.name === name)
  if (found === undefined) throw new AxialError('not-found', { what: 'round', name })
  return found.id
}
