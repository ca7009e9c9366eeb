import path from 'node:path'
import type { ItemKind } from '../../domain/adjudication/adjudication.ts'
import { AxialError } from '../../domain/errors.ts'
import type { Call } from '../contract.ts'
import type { ReviewedRound, ReviewQueue } from '../contract/review.ts'
import {
  choiceOption,
  given,
  misuse,
  option,
  report,
  splitList,
  type Command,
  type CommandContext,
  type CommandResult,
  type ParsedCommand,
} from './command.ts'
import { countText } from './figures.ts'
import { openStudy, PASSPHRASE, STUDY } from './open-study.ts'
import { writeFiles } from './output-files.ts'
import { tableOf } from './table.ts'

const FORMATS = ['md', 'html', 'csv', 'tex'] as const
type Format = (typeof FORMATS)[number]

/** Kinds of disagreement as the tables name them, for any number of coders; `--json` has them as the contract does. */
const KINDS: Readonly<Record<ItemKind, string>> = {
  'one-sided': 'not by all',
  boundary: 'boundary',
  sibling: 'sibling code',
  branch: 'other branch',
  screening: 'screening',
  instance: 'instances',
  text: 'text',
  identical: 'identical',
}

/** `axial review`: where the coders of a round differ, what was decided, and the report of it. */
export const review: Command = {
  words: ['review'],
  summary: 'Lists the disagreements of a round and what was decided, starts the review, or writes its report.',
  arguments: [STUDY],
  options: {
    round: { value: 'NAME', help: 'the independent round; needed where several were opened' },
    start: { value: 'NAME', help: 'start the review as this moderator, before anything else' },
    report: { value: 'FORMATS', help: `write the report: ${FORMATS.join(', ')}, comma-separated, or all` },
    out: { value: 'DIR', help: 'the folder to write the report into; made when absent' },
    'dry-run': { help: 'say what the report would contain, and write none' },
    language: { value: 'en|fr', help: 'the language of the report; en by default' },
    sort: { value: 'ORDER', help: 'place, cost, code or kind; place by default' },
    open: { help: 'only what is still open' },
    ...PASSPHRASE,
  },
  example: 'axial review hospital --report md,csv --out review',
  notes: [
    'Ends with status 1 when a disagreement is still open.',
    'The report holds participants’ words. Decisions are made in the workbench.',
  ],
  async run(context, parsed) {
    const sort = choiceOption(parsed, 'sort', ['place', 'cost', 'code', 'kind'])
    const formats = formatsOf(parsed)
    const out = option(parsed, 'out')
    if (formats !== null && out === undefined && !parsed.flags.has('dry-run')) {
      throw misuse(parsed.command, '--report needs --out, the folder to write into')
    }
    await openStudy(context, parsed)
    const chosen = await roundNamed(context.call, option(parsed, 'round'))
    const moderator = option(parsed, 'start')
    if (moderator !== undefined) {
      const moderatorId = await moderatorNamed(context.call, moderator)
      await context.call('review.start', { roundId: chosen.roundId, moderatorId })
    }
    if (formats !== null) return writeReport(context, parsed, chosen, formats)
    const queue = await context.call('review.queue', {
      roundId: chosen.roundId,
      ...given({ sort }),
      ...(parsed.flags.has('open') && { states: ['open'] }),
    })
    const [round = chosen] = (await context.call('review.rounds', {})).filter((one) => one.roundId === chosen.roundId)
    return report({ round, ...queue }, await queueText(context, round, queue), queue.tally.open > 0)
  },
}

function formatsOf(parsed: ParsedCommand): readonly Format[] | null {
  const text = option(parsed, 'report')
  if (text === undefined) return null
  if (text === 'all') return FORMATS
  return splitList(text).map((name) => {
    const format = FORMATS.find((candidate) => candidate === name)
    if (format === undefined) throw misuse(parsed.command, `--report takes ${FORMATS.join(', ')} or all, not "${name}"`)
    return format
  })
}

/** The round of that name, or the only one that is open; the last one that was reviewed where there are several. */
async function roundNamed(call: Call, name: string | undefined): Promise<ReviewedRound> {
  const rounds = await call('review.rounds', {})
  if (name !== undefined) {
    const found = rounds.find((round) => round.name === name)
    if (found === undefined) throw new AxialError('not-found', { what: 'round', name })
    if (found.state === 'blind') throw new AxialError('round-blind', { name })
    return found
  }
  const open = rounds.filter(({ state }) => state === 'open')
  const worked = open.filter(({ tally }) => tally !== null && tally.disagreements + tally.identical > 0)
  const [only, ...others] = worked.length === 0 ? open : worked
  if (only === undefined) {
    const [blind] = rounds
    if (blind === undefined) throw new AxialError('not-found', { what: 'round', name: '' })
    throw new AxialError('round-blind', { name: blind.name })
  }
  if (others.length > 0)
    throw misuse('review', `--round is needed: ${[only, ...others].map((one) => one.name).join(', ')}`)
  return only
}

async function moderatorNamed(call: Call, name: string) {
  const found = (await call('coders.list', {})).find((coder) => coder.name === name)
  if (found === undefined) throw new AxialError('not-found', { what: 'coder', name })
  return found.id
}

async function writeReport(
  context: CommandContext,
  parsed: ParsedCommand,
  { roundId, tally }: ReviewedRound,
  formats: readonly Format[],
): Promise<CommandResult> {
  const out = path.resolve(context.folder, option(parsed, 'out') ?? '.')
  const language = choiceOption(parsed, 'language', ['en', 'fr'])
  const question = { roundId, formats: [...formats], ...given({ language }) }
  const files = await context.call('review.preview', question)
  const written = !parsed.flags.has('dry-run')
  if (written) await writeFiles(out, await context.call('review.files', question), context.signal)
  const table = tableOf(
    [{ title: 'file' }, { title: 'bytes', align: 'right' }, { title: 'contains', wrap: true }],
    files.map(({ name, bytes, contains }) => [name, bytes.toLocaleString('en'), contains]),
    context.width,
  )
  const head = `${written ? 'Wrote' : 'Would write'} ${countText(files.length, 'file')} into ${out}.`
  return report({ out, written, files }, `${head}\n\n${table}`, (tally?.open ?? 0) > 0)
}

async function queueText(
  { call, width }: CommandContext,
  { name, review: started }: ReviewedRound,
  { tally, kinds, coders, items }: ReviewQueue,
): Promise<string> {
  const names = new Map(coders.map((coder) => [coder.id, coder.name]))
  const codes = new Map((await call('codes.list', {})).map((code) => [code.id, code.name]))
  const readingText = ({ coderId, codes: used, decision }: ReviewQueue['items'][number]['readings'][number]) => {
    const said = used.length > 0 ? used.map((code) => codes.get(code) ?? '').join(', ') : (decision ?? 'nothing')
    return `${names.get(coderId) ?? ''}: ${said}`
  }
  const state =
    started === null
      ? 'The review has not been started.'
      : `${started.moderator} moderates into ${started.moderatedRound}.`
  const head = `${name}: ${countText(tally.disagreements, 'disagreement')}, ${tally.decided.toLocaleString('en')} decided, ${tally.open.toLocaleString('en')} open; ${countText(tally.identical, 'reading')} identical. ${state}`
  const byKind = tableOf(
    [{ title: 'kind' }, ...['disagreements', 'open', 'cost'].map((title) => ({ title, align: 'right' }) as const)],
    kinds
      .filter(({ disagreements }) => disagreements > 0)
      .map((one) => [KINDS[one.kind], String(one.disagreements), String(one.open), String(one.cost)]),
    width,
  )
  if (items.length === 0) return head
  const list = tableOf(
    [
      { title: 'transcript', wrap: true },
      { title: 'turn', align: 'right' },
      { title: 'kind' },
      { title: 'cost', align: 'right' },
      { title: 'state' },
      { title: 'readings', wrap: true },
      { title: 'words', wrap: true },
    ],
    items.map((item) => [
      item.transcript,
      String(item.turn),
      KINDS[item.kind],
      String(item.cost),
      item.state,
      item.readings.map(readingText).join('; '),
      item.words,
    ]),
    width,
  )
  return [head, byKind, list].join('\n\n')
}
