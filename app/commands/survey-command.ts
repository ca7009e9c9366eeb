import type { Input } from '../contract.ts'
import type { SurveySummary } from '../contract/surveys.ts'
import {
  argument,
  given,
  integerOption,
  misuse,
  option,
  optionsOf,
  report,
  splitList,
  type Command,
  type CommandOption,
  type ParsedCommand,
} from './command.ts'
import { countText, decimalText, intervalText, percentText } from './figures.ts'
import { openStudy, PASSPHRASE, STUDY } from './open-study.ts'
import { tableOf } from './table.ts'

type Grouping = Omit<Input<'surveys.summary'>, 'name'>

/** How survey figures are grouped: shared with the exports that hold them. */
export const GROUPING: Readonly<Record<string, CommandOption>> = {
  by: { value: 'COLUMN', help: 'group the respondents by this attribute' },
  merge: {
    value: 'LABEL=GROUP,GROUP',
    repeatable: true,
    help: 'put several groups under one name; a comma within a name is written \\,',
  },
  top: { value: 'N', help: 'count the answers at the N highest points of the scale; 2 by default' },
  seed: { value: 'N', help: 'seed of the bootstrap intervals; 1 by default' },
}

export function groupingOf(parsed: ParsedCommand): Grouping {
  const by = option(parsed, 'by')
  const merge = optionsOf(parsed, 'merge').map((text) => mergeOf(parsed, text))
  if (merge.length > 0 && by === undefined) throw misuse(parsed.command, '--merge needs --by, the attribute it merges')
  return {
    merge,
    ...given({
      by,
      top: integerOption(parsed, 'top', 1, 100),
      seed: integerOption(parsed, 'seed', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    }),
  }
}

/** `Operations + Other=Operations,Other`: the label ends at the first equals sign. */
function mergeOf(parsed: ParsedCommand, text: string): { label: string; groups: string[] } {
  const at = text.indexOf('=')
  const label = text.slice(0, Math.max(0, at)).trim()
  const groups = [...splitList(text.slice(at + 1))]
  if (at > 0 && label !== '' && groups.length > 0) return { label, groups }
  throw misuse(parsed.command, `--merge takes LABEL=GROUP,GROUP, not "${text}"`)
}

export const survey: Command = {
  words: ['survey'],
  summary: 'Summarises the answers to a survey, item by item, for all and a group.',
  arguments: [STUDY, { name: 'NAME', help: "the survey's name" }],
  options: { ...GROUPING, ...PASSPHRASE },
  example: 'axial survey hospital importance --by role --merge "Operations + Other=Operations,Other" --top 2',
  async run(context, parsed) {
    const grouping = groupingOf(parsed)
    await openStudy(context, parsed)
    const result = await context.call('surveys.summary', { name: argument(parsed, 'NAME'), ...grouping })
    return report(result, surveyText(result, grouping.top ?? 2, context.width))
  },
}

/** Under this many answers a group is marked: its figures say little (method: small groups). */
const SMALL = 5

export function surveyText(result: SurveySummary, top: number, width: number): string {
  const rows = result.items.flatMap((item) =>
    [{ ...item.overall, group: 'all' }, ...item.groups].map((summary, index) => [
      index === 0 ? `${item.id}  ${item.label}` : '',
      summary.group + (summary.n < SMALL ? ' *' : ''),
      String(summary.n),
      String(summary.missing),
      String(summary.top.count),
      percentText(summary.top.percent),
      decimalText(summary.mean, 2),
      intervalText(summary.interval, 2),
      decimalText(summary.median, 1),
      decimalText(summary.sd, 2),
    ]),
  )
  const table = tableOf(
    [
      { title: 'item', wrap: true },
      { title: 'group' },
      { title: 'n', align: 'right' },
      { title: 'missing', align: 'right' },
      { title: `top ${top}`, align: 'right' },
      { title: 'percent', align: 'right' },
      { title: 'mean', align: 'right' },
      { title: '95 % interval' },
      { title: 'median', align: 'right' },
      { title: 'SD', align: 'right' },
    ],
    rows,
    width,
  )
  const small = rows.some(([, group]) => group?.endsWith(' *') === true)
  return [
    `${result.name}: ${countText(result.respondents, 'respondent')}, ${countText(result.items.length, 'item')}.`,
    `Scale, lowest first: ${result.scale.join(', ')}. Percents are of those who answered.`,
    '',
    table,
    ...(small ? ['', `* fewer than ${SMALL} answers: read with care.`] : []),
  ].join('\n')
}
