import path from 'node:path'
import { FEW_PARTICIPANTS, percentOf } from '../../domain/matrices/attribute-matrix.ts'
import { AxialError } from '../../domain/errors.ts'
import type { Term } from '../../domain/terms.ts'
import type { AttributeTable, CoOccurrenceMatrix, Measure, RelationChoice } from '../contract/comparison.ts'
import type { Input } from '../contract.ts'
import {
  argument,
  choiceOption,
  given,
  integerOption,
  misuse,
  option,
  optionsOf,
  report,
  splitList,
  type Command,
  type CommandContext,
  type CommandOption,
  type ParsedCommand,
} from './command.ts'
import { countText, percentText } from './figures.ts'
import { openStudy, PASSPHRASE, STUDY } from './open-study.ts'
import { writeFiles } from './output-files.ts'
import { tableOf } from './table.ts'

/** Which codings and codes: shared by both matrices. */
const SCOPE: Readonly<Record<string, CommandOption>> = {
  coder: { value: 'NAME', repeatable: true, help: 'only the codings of this coder; everyone’s when not given' },
  round: { value: 'NAME', repeatable: true, help: 'only the codings of this round; all rounds when not given' },
  transcript: { value: 'NAME', repeatable: true, help: 'only this transcript; all when not given' },
  codes: { value: 'CODE,CODE', help: 'these codes, by name or path; a comma within a name is written \\,' },
  'most-used': { value: 'N', help: 'the N most used codes; 20 by default' },
  categories: { help: 'the codes that hold codes, with what is below them' },
  'roll-up': { help: 'count sub-codes in the code at the top of them' },
  out: { value: 'DIR', help: 'also write the matrix into this folder, as CSV and SVG; made when absent' },
  language: { value: 'en|fr', help: 'the language of the files; en by default' },
}

export const coOccurrenceMatrix: Command = {
  words: ['matrix', 'co-occurrence'],
  summary: 'Counts which codes meet: in the same words, in the same turn, or a few turns apart.',
  arguments: [STUDY],
  options: {
    within: { value: 'N', help: 'codes at most N turns apart, 0 for the same turn; overlapping words when not given' },
    ...SCOPE,
    ...PASSPHRASE,
  },
  example: 'axial matrix co-occurrence hospital --within 0 --coder C1 --out matrices',
  notes: [
    'Codings meet only within one coder’s codings of one round. A turn counts once, however many coders went through it.',
    'The coefficient is Jaccard’s: the turns where two codes meet, as a share of the turns that hold either.',
  ],
  async run(context, parsed) {
    const within = integerOption(parsed, 'within', 0, 20)
    const relation: RelationChoice = within === undefined ? { kind: 'overlap' } : { kind: 'near', turns: within }
    const choice = choiceOf(parsed)
    const files = filesOf(context, parsed)
    await openStudy(context, parsed)
    const question = { ...choice, ...(await scopeOf(context, parsed)), relation }
    const matrix = await context.call('matrices.coOccurrence', question)
    await files.write(async (language) => [
      await context.call('matrices.exportCoOccurrence', { ...question, format: 'csv', language }),
      await context.call('matrices.exportCoOccurrence', { ...question, format: 'list', language }),
      await context.call('matrices.exportCoOccurrence', { ...question, format: 'svg', language }),
    ])
    return report(
      { relation, ...printedCoOccurrence(matrix), out: files.out },
      coOccurrenceText(matrix, relation, context.width),
    )
  },
}

const MEASURES = ['codings', 'transcripts', 'participants', 'percent'] as const

export const attributeMatrix: Command = {
  words: ['matrix', 'attributes'],
  summary: 'Counts which codes come from whom, by an attribute of the participants.',
  arguments: [STUDY, { name: 'ATTRIBUTE', help: 'role, organization, team, years, or one of the study’s own' }],
  options: {
    measure: { value: MEASURES.join('|'), help: 'what the text and the files show; participants by default' },
    ...SCOPE,
    ...PASSPHRASE,
  },
  example: 'axial matrix attributes hospital role --measure percent --roll-up',
  notes: ['Percent is of the participants of the column whose transcripts the coders went through.'],
  async run(context, parsed) {
    const measure = choiceOption(parsed, 'measure', MEASURES) ?? 'participants'
    const attribute = argument(parsed, 'ATTRIBUTE')
    const choice = choiceOf(parsed)
    const files = filesOf(context, parsed)
    await openStudy(context, parsed)
    const question = { ...choice, ...(await scopeOf(context, parsed)), attribute }
    const table = await context.call('matrices.attributes', question)
    await files.write(async (language) => [
      await context.call('matrices.exportAttributes', { ...question, format: 'csv', measure, language }),
      await context.call('matrices.exportAttributes', { ...question, format: 'svg', measure, language }),
    ])
    return report(
      { attribute, ...printedAttributes(table), out: files.out },
      attributeText(table, measure, context.width),
    )
  },
}

/** The fields of `--json`: codes by their paths, no ids. */
function printedCoOccurrence({ basis, rows, leftOut, cells }: CoOccurrenceMatrix) {
  const pathOf = (index: number) => rows[index]?.path ?? ''
  return {
    basis,
    codes: rows.map(({ path: code, codings, turns }) => ({ code, codings, turns })),
    leftOut,
    cells: cells.map(({ first, second, ...cell }) => ({ first: pathOf(first), second: pathOf(second), ...cell })),
  }
}

function printedAttributes({ basis, rows, leftOut, columns, cells }: AttributeTable) {
  return {
    basis,
    columns,
    leftOut,
    codes: rows.map(({ path: code, codings }, row) => ({ code, codings, cells: cells[row] ?? [] })),
  }
}

/** The most telling pairs first: a square of twenty names does not fit on a terminal. */
function coOccurrenceText(matrix: CoOccurrenceMatrix, relation: RelationChoice, width: number): string {
  const { rows, cells } = matrix
  const title =
    relation.kind === 'overlap'
      ? 'Codes that overlap'
      : relation.turns === 0
        ? 'Codes in the same turn'
        : `Codes at most ${countText(relation.turns, 'turn')} apart`
  const sorted = cells.toSorted((a, b) => b.turns - a.turns || b.pairs - a.pairs)
  const table = tableOf(
    [
      { title: 'code', wrap: true },
      { title: 'code', wrap: true },
      { title: 'turns', align: 'right' },
      { title: 'pairs', align: 'right' },
      { title: 'n1', align: 'right' },
      { title: 'n2', align: 'right' },
      { title: 'coefficient', align: 'right' },
    ],
    sorted.map(({ first, second, turns, pairs, coefficient }) => [
      rows[first]?.path ?? '',
      rows[second]?.path ?? '',
      String(turns),
      String(pairs),
      String(rows[first]?.turns ?? 0),
      String(rows[second]?.turns ?? 0),
      coefficient.toFixed(4),
    ]),
    width,
  )
  const shown = `${countText(rows.length, 'code')}${leftOutText(matrix.leftOut)}; n1 and n2 are the turns that hold each.`
  const none = `No two of ${countText(rows.length, 'code')} meet.`
  return [title, basisText(matrix.basis), shown, '', sorted.length === 0 ? none : table].join('\n')
}

function attributeText(
  { basis, rows, columns, cells, leftOut }: AttributeTable,
  measure: Measure,
  width: number,
): string {
  const isFew = columns.some(({ participants }) => participants < FEW_PARTICIPANTS)
  const table = tableOf(
    [
      { title: 'code', wrap: true },
      ...columns.map(({ value, participants }) => ({
        title: `${value ?? '(not noted)'} n=${participants}${participants < FEW_PARTICIPANTS ? ' *' : ''}`,
        align: 'right' as const,
      })),
    ],
    rows.map((row, at) => [
      row.path,
      ...(cells[at] ?? []).map((cell, index) => {
        const column = columns[index]
        if (measure !== 'percent') return String(cell[measure])
        return percentText(column === undefined ? null : percentOf(cell, column))
      }),
    ]),
    width,
  )
  return [
    `Codes by participant; cells: ${measure}; ${countText(rows.length, 'code')}${leftOutText(leftOut)}.`,
    basisText(basis),
    '',
    table,
    ...(isFew ? ['', `* fewer than ${FEW_PARTICIPANTS} participants: read with care.`] : []),
  ].join('\n')
}

function leftOutText(leftOut: number): string {
  return leftOut === 0 ? '' : ` (${leftOut} more were used)`
}

function basisText(basis: CoOccurrenceMatrix['basis']): string {
  const { coders, rounds, codings, transcripts, participants, turns, allCodings } = basis
  return (
    `Codings of ${coders.join(', ') || 'nobody'} in ${rounds.join(', ') || 'no round'}: ` +
    `n = ${countText(codings, 'coding')} in ${countText(transcripts, 'transcript')} of ` +
    `${countText(participants, 'participant')}, ${countText(turns, 'turn')}.` +
    (allCodings > codings ? ` Only the codes shown; all codes have n = ${countText(allCodings, 'coding')}.` : '')
  )
}

type Choice = Pick<Input<'matrices.coOccurrence'>, 'rows' | 'rollUp'>

function choiceOf(parsed: ParsedCommand): Choice {
  const codes = option(parsed, 'codes')
  const number = integerOption(parsed, 'most-used', 1, 100)
  const isCategories = parsed.flags.has('categories')
  const rollUp = isCategories || parsed.flags.has('roll-up')
  if ([codes !== undefined, number !== undefined, isCategories].filter(Boolean).length > 1) {
    throw misuse(parsed.command, '--codes, --most-used and --categories exclude each other')
  }
  if (codes !== undefined) {
    const labels = [...splitList(codes)]
    if (labels.length === 0) throw misuse(parsed.command, '--codes takes names of codes, such as labels,schema')
    return { rows: { kind: 'named', labels }, rollUp }
  }
  if (isCategories) return { rows: { kind: 'categories' }, rollUp }
  return { rollUp, ...given({ rows: number === undefined ? undefined : ({ kind: 'most-used', number } as const) }) }
}

/** Names as the person typed them, as ids. @throws AxialError not-found */
async function scopeOf(context: CommandContext, parsed: ParsedCommand) {
  const idsOf = <Known extends { readonly name: string; readonly id: string }>(
    what: Term,
    names: readonly string[],
    known: readonly Known[],
  ): Known['id'][] =>
    names.map((name) => {
      const found = known.find((one) => one.name === name)
      if (found === undefined) throw new AxialError('not-found', { what, name })
      return found.id
    })
  return {
    coders: idsOf('coder', optionsOf(parsed, 'coder'), await context.call('coders.list', {})),
    rounds: idsOf('round', optionsOf(parsed, 'round'), await context.call('rounds.list', {})),
    transcripts: idsOf('transcript', optionsOf(parsed, 'transcript'), await context.call('transcripts.list', {})),
  }
}

type FileLanguage = 'en' | 'fr'

/** Where files are to be written, if anywhere: asked before the work begins. */
function filesOf(context: CommandContext, parsed: ParsedCommand) {
  const folder = option(parsed, 'out')
  const language = choiceOption(parsed, 'language', ['en', 'fr']) ?? 'en'
  const out = folder === undefined ? null : path.resolve(context.folder, folder)
  const write = async (make: (language: FileLanguage) => Promise<Parameters<typeof writeFiles>[1]>): Promise<void> => {
    if (out !== null) await writeFiles(out, await make(language), context.signal)
  }
  return { out, write }
}
