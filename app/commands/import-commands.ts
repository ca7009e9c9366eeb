import path from 'node:path'
import type { CodingImport } from '../contract/codings.ts'
import type { SurveyImport } from '../contract/surveys.ts'
import type { TranscriptImport } from '../contract/transcripts.ts'
import {
  argument,
  argumentsOf,
  choiceOption,
  given,
  misuse,
  option,
  optionsOf,
  report,
  type Command,
  type CommandContext,
} from './command.ts'
import { countText } from './figures.ts'
import { readInput, SPREADSHEET_LIMIT, type InputFile } from './input-files.ts'
import { openStudy, PASSPHRASE, STUDY } from './open-study.ts'
import {
  speakMismatchImport,
  speakSurveyImport,
  type SpokenColumn,
  type SpokenMismatchImport,
  type SpokenSurveyImport,
} from './spoken-imports.ts'
import { tableOf } from './table.ts'

const WHOLE_OR_NOT = 'All of it is imported or nothing: a file that cannot be read leaves the study as it was.'

async function readAll(context: CommandContext, names: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = []
  for (const name of names) files.push(await readInput(context.folder, name))
  return files
}

export const importTranscript: Command = {
  words: ['import', 'transcript'],
  summary: 'Adds interviews, as text files, to a study.',
  arguments: [STUDY, { name: 'FILE', many: true, help: 'a text file an interview, such as interview-07.txt' }],
  options: {
    participant: { value: 'P7a', help: 'pseudonym of who was interviewed' },
    role: { value: 'ROLE', help: 'their role, such as "data scientist"' },
    organization: { value: 'NAME', help: 'their organization' },
    language: { value: 'TAG', help: 'the language spoken, such as en or fr; found by itself when not given' },
    ...PASSPHRASE,
  },
  example: 'axial import transcript hospital interview-07.txt --participant P7a --role "data scientist" --language fr',
  notes: [WHOLE_OR_NOT],
  async run(context, parsed) {
    const language = option(parsed, 'language')
    if (language !== undefined && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) {
      throw misuse(parsed.command, `--language takes a tag such as en or fr, not "${language}"`)
    }
    const files = await readAll(context, argumentsOf(parsed, 'FILE'))
    await openStudy(context, parsed)
    const imported = await context.call('transcripts.import', {
      files,
      ...given({
        participant: option(parsed, 'participant'),
        role: option(parsed, 'role'),
        organization: option(parsed, 'organization'),
        language,
      }),
    })
    return report(imported, transcriptText(imported, context.width))
  },
}

function transcriptText({ imported }: TranscriptImport, width: number): string {
  const table = tableOf(
    [
      { title: 'transcript', wrap: true },
      { title: 'turns', align: 'right' },
      { title: 'words', align: 'right' },
      { title: 'language' },
      { title: 'encoding' },
      { title: 'lines without a label', align: 'right' },
      { title: 'speakers', wrap: true },
    ],
    imported.map((each) => [
      each.name,
      each.turns.toLocaleString('en'),
      each.words.toLocaleString('en'),
      each.language ?? 'unknown',
      each.encoding,
      String(each.unlabelled),
      each.speakers.join(', '),
    ]),
    width,
  )
  return `Imported ${countText(imported.length, 'transcript')}.\n\n${table}`
}

export const importCodings: Command = {
  words: ['import', 'codings'],
  summary: 'Adds the codings of coded turns (JSON) to a study.',
  arguments: [STUDY, { name: 'FILE', many: true, help: 'a file of coded turns, such as interview-07.json' }],
  options: {
    align: {
      value: 'text|position',
      help: 'match turns with the transcript by their words (text, the rule) or turn n with turn n (position)',
    },
    ...PASSPHRASE,
  },
  example: 'axial import codings hospital interview-07.json interview-12.json',
  notes: [
    'Turns that match no turn of the transcript are listed in full; their codes are not in the study. The import has still done its work: the exit status is 0.',
    WHOLE_OR_NOT,
  ],
  async run(context, parsed) {
    const align = choiceOption(parsed, 'align', ['text', 'position'])
    const files = await readAll(context, argumentsOf(parsed, 'FILE'))
    await openStudy(context, parsed)
    const imported = await context.call('codings.import', { files, ...given({ align }) })
    return report(imported, codingText(imported, context.width))
  },
}

function codingText({ passes, createdCodes, unaligned }: CodingImport, width: number): string {
  const codings = passes.reduce((sum, pass) => sum + pass.codings, 0)
  const table = tableOf(
    [
      { title: 'file', wrap: true },
      { title: 'transcript', wrap: true },
      { title: 'coder' },
      { title: 'round' },
      { title: 'turns', align: 'right' },
      { title: 'matched', align: 'right' },
      { title: 'by likeness', align: 'right' },
      { title: 'codings', align: 'right' },
      { title: '' },
    ],
    passes.map((pass) => [
      pass.file,
      pass.transcript,
      pass.coder,
      pass.round,
      String(pass.turns),
      String(pass.matched),
      String(pass.approximate),
      String(pass.codings),
      pass.skipped ? 'left out: it carries no code' : pass.created ? 'new transcript' : '',
    ]),
    width,
  )
  const turns = unaligned.map(
    (turn) =>
      `  ${turn.transcript}, ${turn.coder}, ${turn.round}, turn ${turn.number} [${turn.codes.join('; ')}]: ${turn.speaker === null ? '' : `${turn.speaker}: `}${turn.text}`,
  )
  return [
    `Imported ${countText(codings, 'coding')} from ${countText(passes.length, 'pass', 'passes')}; ${countText(createdCodes.length, 'code')} created.`,
    '',
    table,
    '',
    ...(turns.length === 0
      ? ['Every turn was matched.', ...regroupedText(passes)]
      : [
          `${countText(turns.length, 'turn')} matched no turn of the transcript, so that their codes are not in the study:`,
          ...turns,
        ]),
  ].join('\n')
}

/** Where a file divides the words more finely than the transcript does: agreement is measured over the transcript's turns. */
function regroupedText(passes: CodingImport['passes']): readonly string[] {
  return passes
    .filter(({ covered, matched }) => covered < matched)
    .map(
      ({ transcript, coder, covered, matched }) =>
        `${transcript}, ${coder}: ${countText(matched, 'turn')} of the file lie in ${countText(covered, 'turn')} of the transcript, which are the units of agreement.`,
    )
}

export const importMismatches: Command = {
  words: ['import', 'mismatches'],
  summary: 'Adds a workbook of coded mismatches, one sheet an interview.',
  arguments: [STUDY, { name: 'FILE.xlsx', help: 'the workbook, with sheets such as "Interview 07"' }],
  options: PASSPHRASE,
  example: 'axial import mismatches hospital mismatches.xlsx',
  notes: [WHOLE_OR_NOT],
  async run(context, parsed) {
    const file = await readInput(context.folder, argument(parsed, 'FILE.xlsx'), SPREADSHEET_LIMIT)
    await openStudy(context, parsed)
    const imported = speakMismatchImport(await context.call('mismatches.import', { file }))
    return report(imported, mismatchText(imported, context.width))
  },
}

function mismatchText(imported: SpokenMismatchImport, width: number): string {
  const table = tableOf(
    [
      { title: 'sheet', wrap: true },
      { title: 'mismatches', align: 'right' },
      { title: 'instances', align: 'right' },
    ],
    imported.sheets.map((sheet) => [sheet.sheet, String(sheet.mismatches), String(sheet.instances)]),
    width,
  )
  const { createdCodes, skipped } = imported
  return [
    `Imported ${countText(imported.mismatches, 'mismatch', 'mismatches')} with ${countText(imported.instances, 'instance')} from ${countText(imported.sheets.length, 'sheet')}.`,
    '',
    table,
    ...section(`${countText(createdCodes.length, 'code')} that the taxonomy did not have, created:`, createdCodes),
    ...section('Left alone:', skipped),
  ].join('\n')
}

export const importQualityIssues: Command = {
  words: ['import', 'quality-issues'],
  summary: 'Adds quality issues (JSON) to a study.',
  arguments: [STUDY, { name: 'FILE.json', help: 'the quality issues' }],
  options: PASSPHRASE,
  example: 'axial import quality-issues hospital quality-issues.json',
  notes: [WHOLE_OR_NOT],
  async run(context, parsed) {
    const file = await readInput(context.folder, argument(parsed, 'FILE.json'))
    await openStudy(context, parsed)
    const imported = await context.call('qualityIssues.import', { file })
    return report(imported, `Imported ${countText(imported.issues, 'quality issue')}.`)
  },
}

export const importSurvey: Command = {
  words: ['import', 'survey'],
  summary: 'Adds the answers to a survey, as Qualtrics, Google Forms or Microsoft Forms export them.',
  arguments: [STUDY, { name: 'FILE.csv|FILE.xlsx', help: 'the exported answers' }],
  options: {
    name: { value: 'NAME', required: true, help: 'what the study calls this survey' },
    keep: { value: 'COLUMN', repeatable: true, help: 'keep a column that identifies people; once a column' },
    ...PASSPHRASE,
  },
  example: 'axial import survey hospital answers.csv --name importance',
  notes: ['Columns that identify people are left out and named, unless each is asked for with --keep.', WHOLE_OR_NOT],
  async run(context, parsed) {
    const name = option(parsed, 'name') ?? ''
    const answers = argument(parsed, 'FILE.csv|FILE.xlsx')
    const file = await readInput(context.folder, answers)
    await openStudy(context, parsed)
    const keep = [...optionsOf(parsed, 'keep')]
    const imported = speakSurveyImport(await context.call('surveys.import', { file, name, keep }))
    return report(imported, surveyText(imported, path.basename(answers)))
  },
}

function surveyText(imported: SpokenSurveyImport, file: string): string {
  const named = ({ column, reason }: SpokenColumn) => `${column} (${reason})`
  return [
    `Imported survey "${imported.name}" from ${file} (${SOURCES[imported.source]}): ${countText(imported.respondents, 'respondent')}, ${countText(imported.items, 'item')}.`,
    `Scale, lowest first: ${imported.scale.join(', ')}.`,
    ...section('Attributes to group by:', imported.attributes),
    ...section(
      'Columns left out, since they identify people (keep one with --keep COLUMN):',
      imported.leftOut.map(named),
    ),
    ...section('Identifying columns kept, as asked:', imported.kept),
    ...section('Columns that are neither items nor attributes:', imported.ignored.map(named)),
    ...section('Respondents left out:', imported.skipped),
  ].join('\n')
}

const SOURCES: Readonly<Record<SurveyImport['source'], string>> = {
  qualtrics: 'a Qualtrics export',
  'google-forms': 'a Google Forms export',
  'microsoft-forms': 'a Microsoft Forms export',
  plain: 'a plain table',
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line.replaceAll(/\s+/g, ' ').trim()}`)]
}
