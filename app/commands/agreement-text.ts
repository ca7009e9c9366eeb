import { differenceOfTable } from '../../domain/agreement/code-cost.ts'
import type { Agreement, Comparison, GroupComparison, UnitName } from '../contract/agreement.ts'
import {
  FIGURES,
  GROUP_FIGURES,
  type FigureName,
  type GroupFigureName,
  type LeftOutReason,
} from '../../domain/agreement/figures.ts'
import { costLines, driftTexts } from './agreement-drift.ts'
import { countText, figureText, intervalText, percentText } from './figures.ts'
import { fold, tableOf } from './table.ts'

const UNITS: Readonly<Record<UnitName, readonly [one: string, many: string]>> = {
  turn: ['turn', 'turns'],
  sentence: ['sentence', 'sentences'],
  segment: ['segment', 'segments'],
  character: ['character', 'characters'],
  overlap: ['span or uncoded turn', 'spans and uncoded turns'],
}

const NAMES: Readonly<Record<FigureName, string>> = {
  codedAgreement: 'coded agreement',
  kappaCoded: 'kappa, coded or not',
  kappaPooled: 'kappa, pooled',
  kappaMean: 'kappa, mean of codes',
  alphaNominal: 'alpha, sets equal or not',
  alphaJaccard: 'alpha, Jaccard',
  alphaMasi: 'alpha, MASI',
  alphaUnitizing: 'alpha, unitizing',
}

const GROUP_NAMES: Readonly<Record<GroupFigureName, string>> = {
  codedAgreement: 'coded agreement of pairs',
  fleissCoded: 'Fleiss’ kappa, coded or not',
  fleissSets: 'Fleiss’ kappa, sets as categories',
  alphaCoded: 'alpha, coded or not',
  alphaNominal: NAMES.alphaNominal,
  alphaJaccard: NAMES.alphaJaccard,
  alphaMasi: NAMES.alphaMasi,
  alphaUnitizing: NAMES.alphaUnitizing,
}

const LEFT_OUT: Readonly<Record<LeftOutReason, readonly [one: string, many: string]>> = {
  'unaligned-turns': ['turn that matched no turn of the transcript', 'turns that matched no turn of the transcript'],
  'outside-units': ['coding that touches no unit', 'codings that touch no unit'],
  'codes-without-kappa': [
    'code whose kappa is undefined, not in the mean',
    'codes whose kappa is undefined, not in the mean',
  ],
  'not-screened': ['segment not screened', 'segments not screened'],
  undecided: ['segment not decided', 'segments not decided'],
  'not-included': ['segment not included', 'segments not included'],
  'one-coder': ['unit that one coder alone went through', 'units that one coder alone went through'],
}

/** Every comparison in full: its figures with their intervals, the 2×2 table of every code, what was left out. */
export function agreementText(result: Agreement, width: number): string {
  if (result.comparisons.length === 0 && result.groups.length === 0) {
    return nothingText(result)
  }
  const share = result.share === null ? '' : ` (sharing ${percentText(100 * result.share)} or more)`
  const over = result.unit === 'overlap' ? 'spans' : 'units'
  const intervals =
    result.resamples === 0
      ? 'No intervals: no resamples were asked for.'
      : `Intervals: 95 %, bootstrap over ${over}, seed ${result.seed}.`
  const all = [...result.groups, ...result.comparisons]
  const isMapped = all.some(({ mappedCodes }) => mappedCodes > 0)
  const names = result.harmonised
    ? ' Names: harmonised.'
    : isMapped
      ? ' Names: as coded; --harmonised counts codes as what they were mapped to.'
      : ''
  const settings = `Unit: ${result.unit}${share}. ${intervals}${names}`
  return [
    ...fold(settings, width),
    ...result.groups.map((each) => `\n${groupText(each, result, width)}`),
    ...result.comparisons.map((each) => `\n${comparisonText(each, result, width)}`),
    ...driftTexts(result, width).map((each) => `\n${each}`),
    ...aloneLines(result.alone, width),
  ].join('\n')
}

function nothingText({ between, subject }: Agreement): string {
  const did = subject === 'codings' ? 'was coded' : 'had its segments screened'
  return between === 'rounds'
    ? `Nothing to compare: no transcript ${did} by one coder in two rounds.`
    : `Nothing to compare: no transcript ${did} by two coders in the same round.`
}

function placeOf({ transcript, transcripts }: Comparison | GroupComparison): string {
  return transcript ?? countText(transcripts.length, 'transcript')
}

function comparisonText(comparison: Comparison, { unit, harmonised }: Agreement, width: number): string {
  const { coders, rounds, units, codes, coded, unaligned } = comparison
  const perCode = tableOf(
    [
      { title: 'code', wrap: true },
      { title: 'both', align: 'right' },
      { title: `only ${coders[0]}`, align: 'right' },
      { title: `only ${coders[1]}`, align: 'right' },
      { title: 'neither', align: 'right' },
      { title: 'kappa', wrap: true },
      { title: 'AC1', align: 'right' },
      { title: 'cost', align: 'right' },
    ],
    comparison.perCode.map((each) => [
      each.code,
      String(each.both),
      String(each.onlyFirst),
      String(each.onlySecond),
      String(each.neither),
      figureText(each.kappa, each.reason),
      figureText(each.ac1, null),
      costText(each.cost),
    ]),
    width,
  )
  const summary = `n = ${countText(units, ...UNITS[unit])}: ${coded.first} coded by ${coders[0]}, ${coded.second} by ${coders[1]}, ${coded.either} by either; uncoded ${shareText(coded.uncodedShare)}. ${countText(codes, 'code')} used.`
  const who = coders[0] === coders[1] ? coders[0] : `${coders[0]} and ${coders[1]}`
  const where = comparison.round ?? (rounds[0] === rounds[1] ? 'several' : `${rounds[0] ?? ''}, ${rounds[1] ?? ''}`)
  return [
    `${placeOf(comparison)}: ${who} (round: ${where})`,
    ...fold(`${summary}${mappedText(comparison, harmonised)}`, width),
    '',
    figuresTable(comparison, FIGURES, NAMES, width),
    ...(comparison.perCode.length === 0 ? [] : ['', perCode]),
    ...costLines(comparison.perCode.map(differenceOfTable), width),
    ...leftOutLines(comparison.leftOut, width),
    ...unalignedLines(unaligned),
  ].join('\n')
}

function groupText(group: GroupComparison, { unit, harmonised }: Agreement, width: number): string {
  const { coders, units, values, codes, coded, round } = group
  const summary = `n = ${countText(units, ...UNITS[unit])} that two or more went through, ${countText(values, 'value')}; ${coded.any} coded by any, uncoded ${shareText(coded.uncodedShare)}. ${countText(codes, 'code')} used.`
  const perCode = tableOf(
    [
      { title: 'code', wrap: true },
      { title: 'present', align: 'right' },
      { title: 'absent', align: 'right' },
      { title: 'all', align: 'right' },
      { title: 'divided', align: 'right' },
      { title: 'Fleiss’ kappa', wrap: true },
      { title: 'alpha', wrap: true },
      { title: 'cost', align: 'right' },
    ],
    group.perCode.map((each) => [
      each.code,
      String(each.present),
      String(each.absent),
      String(each.everyone),
      String(each.divided),
      figureText(each.fleiss, each.fleissReason),
      figureText(each.alpha, each.alphaReason),
      costText(each.cost),
    ]),
    width,
  )
  return [
    ...fold(`${placeOf(group)}: ${coders.join(', ')} together (round: ${round ?? 'several'})`, width),
    ...fold(`${summary}${mappedText(group, harmonised)}`, width),
    '',
    figuresTable(group, GROUP_FIGURES, GROUP_NAMES, width),
    ...(group.perCode.length === 0 ? [] : ['', perCode]),
    ...costLines(group.perCode, width),
    ...leftOutLines(group.leftOut, width),
  ].join('\n')
}

/** How many of the codes were mapped, where any was; with harmonised names they count as others, else they do not. */
function mappedText({ mappedCodes, mergedCodes }: Comparison | GroupComparison, harmonised: boolean): string {
  const merged = mergedCodes === 0 ? '' : ` ${countText(mergedCodes, 'code')} merged into another in harmonising.`
  if (mappedCodes === 0) return merged
  const codes = countText(mappedCodes, 'code')
  return harmonised
    ? ` Names harmonised: ${codes} counted as another.${merged}`
    : ` Names as coded: ${codes} mapped to another ${mappedCodes === 1 ? 'is' : 'are'} counted apart from it.${merged}`
}

type Figured<Name extends string> = Readonly<Record<Name, number | null>> & {
  readonly n: Readonly<Record<Name, number>>
  readonly intervals: Readonly<Partial<Record<Name, readonly [number, number]>>>
  readonly reasons: Readonly<Partial<Record<Name, string>>>
}

function figuresTable<Name extends string>(
  figured: Figured<Name>,
  figures: readonly Name[],
  names: Readonly<Record<Name, string>>,
  width: number,
): string {
  return tableOf(
    [{ title: 'figure' }, { title: 'value', wrap: true }, { title: '95 % interval' }, { title: 'n', align: 'right' }],
    figures.map((name) => [
      names[name],
      figureText(figured[name], figured.reasons[name]),
      intervalText(figured.intervals[name], 4),
      figured.n[name].toLocaleString('en'),
    ]),
    width,
  )
}

/** Its share of all disagreement. */
function costText(cost: number | null): string {
  return cost === null ? '—' : percentText(100 * cost)
}

function shareText(share: number | null): string {
  return share === null ? 'undefined' : percentText(100 * share)
}

function leftOutLines(leftOut: Comparison['leftOut'], width: number): readonly string[] {
  if (leftOut.length === 0) return []
  const parts = leftOut.map(
    ({ reason, coder, count }) => `${coder === null ? '' : `${coder}: `}${countText(count, ...LEFT_OUT[reason])}`,
  )
  return ['', ...fold(`Left out: ${parts.join('; ')}.`, width)]
}

function aloneLines(alone: Agreement['alone'], width: number): readonly string[] {
  if (alone.length === 0) return []
  const names = alone.map(({ transcript, round, coder }) => `${transcript} (${round}: ${coder})`)
  return ['', ...fold(`Not compared, since one coder alone went through them: ${names.join(', ')}.`, width)]
}

function unalignedLines(unaligned: Comparison['unaligned']): readonly string[] {
  if (unaligned.length === 0) return []
  const lines = unaligned.map(
    (turn) =>
      `  ${turn.coder}, turn ${turn.number} [${turn.codes.join('; ')}]: ${turn.speaker === null ? '' : `${turn.speaker}: `}${turn.text.replaceAll(/\s+/g, ' ')}`,
  )
  return ['', `Not compared: ${countText(unaligned.length, 'turn')} that matched no turn of the transcript:`, ...lines]
}
