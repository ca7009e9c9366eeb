import path from 'node:path'
import type { Call } from '../contract.ts'
import type { PlannedImport, VersionComparison } from '../contract/versions.ts'
import { IMPORT_CHOICES } from '../../domain/codebook/codebook-import.ts'
import { AxialError } from '../../domain/errors.ts'
import { differenceOf } from '../../domain/text/word-difference.ts'
import {
  argument,
  choiceOption,
  given,
  misuse,
  option,
  report,
  type Command,
  type CommandContext,
  type ParsedCommand,
} from './command.ts'
import { countText } from './figures.ts'
import { readInput } from './input-files.ts'
import { existingStudyPath, openStudy, PASSPHRASE, STUDY } from './open-study.ts'
import { writeFiles } from './output-files.ts'
import { tableOf } from './table.ts'

const NOW = 'now'
const WHICH = `a version's name, or ${NOW} for the codebook as it is`

export const importCodebook: Command = {
  words: ['import', 'codebook'],
  summary: 'Adds the codes of a table, a JSON export or another study to the codebook.',
  arguments: [STUDY, { name: 'FILE', help: 'a .csv, .xlsx or .json file of codes, or another study (.axial)' }],
  options: {
    'on-difference': {
      value: 'mine|theirs|both',
      help: 'what becomes of codes that differ; unless given, only what is still empty is filled in',
    },
    'dry-run': { help: 'say what the import would do, and change nothing' },
    'file-passphrase-env': {
      value: 'VAR',
      help: 'the environment variable that holds the passphrase of the other study',
    },
    ...PASSPHRASE,
  },
  example: 'axial import codebook hospital codes.csv --dry-run',
  notes: [
    'A table has a column of names (name, code or path) and perhaps parent or category, definition, inclusion, exclusion and colour, in English or French.',
    'The other study is read, never changed. All of it is imported or nothing: a file that cannot be read leaves the study as it was.',
  ],
  async run(context, parsed) {
    const otherwise = choiceOption(parsed, 'on-difference', IMPORT_CHOICES)
    const source = await sourceOf(context, parsed)
    await openStudy(context, parsed)
    const { codes } = await context.call('codebook.preview', { source })
    if (parsed.flags.has('dry-run')) return report({ codes }, planText(codes, context.width))
    const done = await context.call('codebook.import', { source, ...given({ otherwise }) })
    const text = `Imported ${countText(done.added, 'new code')}; ${countText(done.changed, 'code')} changed, ${done.kept} kept as they were although the file differs, ${done.same} the same.`
    return report(done, text)
  },
}

async function sourceOf(context: CommandContext, parsed: ParsedCommand) {
  const name = argument(parsed, 'FILE')
  if (path.extname(name).toLowerCase() !== '.axial') {
    return { from: 'file' as const, file: await readInput(context.folder, name) }
  }
  const variable = option(parsed, 'file-passphrase-env')
  const passphrase = variable === undefined ? undefined : context.environment[variable]
  if (variable !== undefined && passphrase === undefined) {
    throw misuse(parsed.command, `the environment variable ${variable} is not set`)
  }
  return { from: 'study' as const, path: existingStudyPath(context.folder, name), ...given({ passphrase }) }
}

function planText(codes: readonly PlannedImport[], width: number): string {
  const of = (kind: PlannedImport['kind']) => codes.filter((code) => code.kind === kind)
  const table = tableOf(
    [
      { title: 'code', wrap: true },
      { title: '' },
      { title: 'differs in', wrap: true },
      { title: 'unless told otherwise' },
    ],
    [...of('new'), ...of('differs')].map((code) => [
      code.path,
      code.kind === 'new' ? 'new' : 'differs',
      code.kind === 'new' ? (code.alike === null ? '' : `like ${code.alike}`) : code.fields.join(', '),
      code.kind === 'new' ? 'added' : code.suggested === 'mine' ? 'kept as it is' : 'filled in',
    ]),
    width,
  )
  const head = `Would import ${countText(of('new').length, 'new code')}; ${of('differs').length} differ, ${of('same').length} are the same.`
  return of('new').length + of('differs').length === 0 ? head : `${head}\n\n${table}`
}

const codebookVersions: Command = {
  words: ['codebook', 'versions'],
  summary: 'Lists the versions of the codebook, newest first.',
  arguments: [STUDY],
  options: PASSPHRASE,
  example: 'axial codebook versions hospital',
  async run(context, parsed) {
    await openStudy(context, parsed)
    const listed = await context.call('versions.list', {})
    const { versions, codes, sinceLast } = listed
    const changed = sinceLast === null ? '' : `; since the newest version ${countsText(sinceLast)}`
    const head = `${countText(versions.length, 'version')}. The codebook now has ${countText(codes, 'code')}${changed}.`
    const table = tableOf(
      [
        { title: 'version', wrap: true },
        { title: 'named' },
        { title: 'by' },
        { title: 'codes', align: 'right' },
        { title: 'against the one before' },
        { title: 'note', wrap: true },
      ],
      versions.map((version) => [
        version.name,
        version.namedAt.slice(0, 16).replace('T', ' '),
        version.coder ?? '',
        String(version.codes),
        version.changes === null ? '' : countsText(version.changes),
        version.note,
      ]),
      context.width,
    )
    return report(listed, versions.length === 0 ? head : `${head}\n\n${table}`)
  },
}

export const codebookVersion: Command = {
  words: ['codebook', 'version'],
  summary: 'Names the codebook as it is now a version.',
  arguments: [STUDY, { name: 'NAME', help: 'what the version is called, such as "After round 1"' }],
  options: { note: { value: 'TEXT', help: 'why it was named' }, ...PASSPHRASE },
  example: 'axial codebook version hospital "After round 1" --note "Agreed on 3 March"',
  async run(context, parsed) {
    await openStudy(context, parsed)
    const named = await context.call('versions.name', {
      name: argument(parsed, 'NAME'),
      ...given({ note: option(parsed, 'note') }),
    })
    return report(named, `Named version "${named.name}" with ${countText(named.codes, 'code')}.`)
  },
}

const codebookCompare: Command = {
  words: ['codebook', 'compare'],
  summary: 'Says what changed in the codebook between two versions.',
  arguments: [STUDY, { name: 'BEFORE', help: WHICH }],
  options: { with: { value: 'VERSION', help: `${WHICH}; ${NOW} by default` }, ...PASSPHRASE },
  example: 'axial codebook compare hospital "After round 1" --with "After round 2"',
  async run(context, parsed) {
    await openStudy(context, parsed)
    const before = await versionNamed(context.call, argument(parsed, 'BEFORE'))
    const after = await versionNamed(context.call, option(parsed, 'with') ?? NOW)
    const comparison = await context.call('versions.compare', { before, after })
    return report(comparison, comparisonText(comparison, context.width))
  },
}

function comparisonText(comparison: VersionComparison, width: number): string {
  const { before, after, added, removed, changed } = comparison
  const head = `From ${sideText(before)} to ${sideText(after)}: ${countsText({ added: added.length, removed: removed.length, changed: changed.length })}.`
  const rows = [
    ...added.map(({ path }) => ['added', path, '']),
    ...removed.map(({ path, merged }) => [merged === null ? 'removed' : 'merged', path, merged ?? '']),
    ...changed.map((one) => [one.changes.join(', '), one.path, changeText(one)]),
  ]
  if (rows.length === 0) return head
  return `${head}\n\n${tableOf(
    [
      { title: 'change', wrap: true },
      { title: 'code', wrap: true },
      { title: 'how', wrap: true },
    ],
    rows,
    width,
  )}`
}

/** `[-removed-] {+added+}`, as `git diff --word-diff` marks words. */
function changeText({ before, pathBefore, after, path }: VersionComparison['changed'][number]): string {
  const texts = (['definition', 'inclusion', 'exclusion'] as const).flatMap((field) => {
    if (before[field] === after[field]) return []
    const marked = differenceOf(before[field], after[field]).map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`,
    )
    return [`${field}: ${marked.join('')}`]
  })
  return [...(path === pathBefore ? [] : [`was ${pathBefore}`]), ...texts].join('; ')
}

function sideText({ name, codes }: VersionComparison['before']): string {
  return `${name === null ? 'the codebook as it is now' : `"${name}"`} (${countText(codes, 'code')})`
}

function countsText({ added, removed, changed }: { added: number; removed: number; changed: number }): string {
  return `${added} added, ${removed} removed, ${changed} changed`
}

const codebookExport: Command = {
  words: ['codebook', 'export'],
  summary: 'Writes a version of the codebook as CSV, Markdown and JSON.',
  arguments: [STUDY, { name: 'VERSION', help: WHICH }],
  options: {
    out: { value: 'DIR', required: true, help: 'the folder to write into; made when absent' },
    'dry-run': { help: 'say what the files would contain, and write none' },
    language: { value: 'en|fr', help: 'the language of the files; en by default' },
    ...PASSPHRASE,
  },
  example: 'axial codebook export hospital "After round 1" --out codebook',
  notes: ['The CSV and the JSON can be imported again with "axial import codebook".'],
  async run(context, parsed) {
    const out = path.resolve(context.folder, option(parsed, 'out') ?? '')
    const language = choiceOption(parsed, 'language', ['en', 'fr'])
    await openStudy(context, parsed)
    const id = await versionNamed(context.call, argument(parsed, 'VERSION'))
    const files = await context.call('versions.export', { id, ...given({ language }) })
    const written = !parsed.flags.has('dry-run')
    if (written) await writeFiles(out, files, context.signal)
    const preview = files.map(({ name, bytes, contains }) => ({ name, bytes: bytes.byteLength, contains }))
    const table = tableOf(
      [{ title: 'file' }, { title: 'bytes', align: 'right' }, { title: 'contains', wrap: true }],
      preview.map(({ name, bytes, contains }) => [name, bytes.toLocaleString('en'), contains]),
      context.width,
    )
    const head = `${written ? 'Wrote' : 'Would write'} ${countText(files.length, 'file')} into ${out}.`
    return report({ out, written, files: preview }, `${head}\n\n${table}`)
  },
}

/** The version of that name; null for the codebook as it is now, unless a version is called so. */
async function versionNamed(call: Call, name: string) {
  const { versions } = await call('versions.list', {})
  const found = versions.find((version) => version.name === name.normalize('NFC').trim())
  if (found !== undefined) return found.id
  if (name === NOW) return null
  throw new AxialError('not-found', { what: 'version', name })
}

export const codebookCommands: readonly Command[] = [codebookVersions, codebookVersion, codebookCompare, codebookExport]
