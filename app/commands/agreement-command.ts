import type { Agreement, Comparison, UnitName } from '../contract/agreement.ts'
import type { FigureName } from '../../domain/agreement/figures.ts'
import {
  choiceOption,
  given,
  integerOption,
  misuse,
  option,
  optionsOf,
  report,
  splitList,
  type Command,
  type ParsedCommand,
} from './command.ts'
import { countText, figureText, intervalText, percentText } from './figures.ts'
import { openStudy, PASSPHRASE, STUDY } from './open-study.ts'
import { fold, tableOf } from './table.ts'

export const agreement: Command = {
  words: ['agreement'],
  summary: 'Measures how far two coders of the same transcript agree.',
  arguments: [STUDY],
  options: {
    transcript: { value: 'NAME', repeatable: true, help: 'only this transcript; all when not given' },
    coders: { value: 'A,B', help: 'only these two coders, in this order; every pair when not given' },
    unit: { value: 'turn|sentence|character', help: 'what is compared; turn by default' },
    seed: { value: 'N', help: 'seed of the bootstrap intervals; 1 by default' },
    resamples: { value: 'N', help: 'resamples of the bootstrap; 1000 by default, 0 leaves the intervals out' },
    ...PASSPHRASE,
  },
  example: 'axial agreement hospital --coders C1,C2 --unit turn --seed 7',
  notes: [
    'Exit status 1: no transcript was coded by two coders in the same round, so that there is nothing to compare.',
  ],
  async run(context, parsed) {
    const unit = choiceOption(parsed, 'unit', ['turn', 'sentence', 'character'])
    const seed = integerOption(parsed, 'seed', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    const resamples = integerOption(parsed, 'resamples', 0, 10_000)
    const coders = codersOf(parsed)
    await openStudy(context, parsed)
    const result = await context.call('agreement.compute', {
      transcripts: [...optionsOf(parsed, 'transcript')],
      ...given({ coders, unit, seed, resamples }),
    })
    return report(printedAgreement(result), agreementText(result, context.width), result.comparisons.length === 0)
  },
}

/**
 * The document of `--json`. `coded` is how many units at least one of the two coded. `round` is there only where several
 * rounds are compared, since nothing else would tell their comparisons apart.
 */
export function printedAgreement({ unit, seed, comparisons }: Agreement) {
  const several = new Set(comparisons.map(({ round }) => round)).size > 1
  return {
    unit,
    seed,
    comparisons: comparisons.map(({ transcript, round, coded, ...comparison }) => ({
      transcript,
      ...(several ? { round } : {}),
      ...comparison,
      coded: coded.either,
    })),
  }
}

function codersOf(parsed: ParsedCommand): [string, string] | undefined {
  const text = option(parsed, 'coders')
  if (text === undefined) return undefined
  const [first, second, ...others] = splitList(text)
  if (first !== undefined && second !== undefined && first !== second && others.length === 0) return [first, second]
  throw misuse(parsed.command, `--coders takes two different names, such as C1,C2, not "${text}"`)
}

const UNITS: Readonly<Record<UnitName, readonly [one: string, many: string]>> = {
  turn: ['turn', 'turns'],
  sentence: ['sentence', 'sentences'],
  character: ['character', 'characters'],
}

const NAMES: Readonly<Record<FigureName, string>> = {
  codedAgreement: 'coded agreement',
  kappaCoded: 'kappa, coded or not',
  kappaPooled: 'kappa, pooled',
  kappaMean: 'kappa, mean of codes',
  alphaJaccard: 'alpha, Jaccard',
  alphaMasi: 'alpha, MASI',
}

/** Every comparison in full: its figures with their intervals, the 2×2 table of every code, the turns left out. */
export function agreementText(result: Agreement, width: number): string {
  if (result.comparisons.length === 0) {
    return 'Nothing to compare: no transcript was coded by two coders in the same round.'
  }
  const settings = `Unit: ${result.unit}. Intervals: 95 %, bootstrap over units, seed ${result.seed}.`
  return [settings, ...result.comparisons.map((each) => comparisonText(each, result.unit, width))].join('\n\n')
}

function comparisonText(comparison: Comparison, unit: UnitName, width: number): string {
  const { transcript, coders, units, codes, coded, unaligned } = comparison
  const names: readonly FigureName[] = [
    'codedAgreement',
    'kappaCoded',
    'kappaPooled',
    'kappaMean',
    'alphaJaccard',
    'alphaMasi',
  ]
  const figures = tableOf(
    [{ title: 'figure' }, { title: 'value', wrap: true }, { title: '95 % interval' }],
    names.map((name) => [
      NAMES[name],
      figureText(comparison[name], comparison.reasons[name]),
      intervalText(comparison.intervals[name], 4),
    ]),
    width,
  )
  const perCode = tableOf(
    [
      { title: 'code', wrap: true },
      { title: 'both', align: 'right' },
      { title: `only ${coders[0]}`, align: 'right' },
      { title: `only ${coders[1]}`, align: 'right' },
      { title: 'neither', align: 'right' },
      { title: 'kappa', wrap: true },
    ],
    comparison.perCode.map((each) => [
      each.code,
      String(each.both),
      String(each.onlyFirst),
      String(each.onlySecond),
      String(each.neither),
      figureText(each.kappa, each.reason),
    ]),
    width,
  )
  const uncoded = coded.uncodedShare === null ? 'undefined' : percentText(100 * coded.uncodedShare)
  const summary = `n = ${countText(units, ...UNITS[unit])}: ${coded.first} coded by ${coders[0]}, ${coded.second} by ${coders[1]}, ${coded.either} by either; uncoded ${uncoded}. ${countText(codes, 'code')} used.`
  return [
    `${transcript}: ${coders[0]} and ${coders[1]} (round: ${comparison.round})`,
    ...fold(summary, width),
    '',
    figures,
    ...(comparison.perCode.length === 0 ? [] : ['', perCode]),
    ...unalignedLines(unaligned),
  ].join('\n')
}

function unalignedLines(unaligned: Comparison['unaligned']): readonly string[] {
  if (unaligned.length === 0) return []
  const lines = unaligned.map(
    (turn) =>
      `  ${turn.coder}, turn ${turn.number} [${turn.codes.join('; ')}]: ${turn.speaker === null ? '' : `${turn.speaker}: `}${turn.text.replaceAll(/\s+/g, ' ')}`,
  )
  return ['', `Not compared: ${countText(unaligned.length, 'turn')} that matched no turn of the transcript:`, ...lines]
}
