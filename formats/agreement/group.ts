import { codesHolding, costPerCode, type CodeDifference } from '../../domain/agreement/code-cost.ts'
import { GROUP_FIGURES, type GroupFigureName } from '../../domain/agreement/figures.ts'
import type { CodeWords } from './code-words.ts'
import type { AgreementUnit, AgreementWords } from './words.ts'
import { writeCsv } from '../csv.ts'
import type { ExportLanguage } from '../export-document.ts'
import { heading, paragraph, table } from '../markdown.ts'
import { NO_FIGURE, writeInterval, writeNumber, writePercent } from '../written-number.ts'

const DECIMALS = 4

/** All coders together; figures are null where undefined, with the reason in `reasons`. */
export interface ComparedGroup extends Readonly<Record<GroupFigureName, number | null>> {
  /** Null where several are stacked. */
  readonly transcript: string | null
  readonly transcripts: readonly string[]
  /** Null where several are stacked. */
  readonly round: string | null
  readonly coders: readonly string[]
  readonly units: number
  readonly values: number
  readonly coded: { readonly any: number; readonly uncodedShare: number | null }
  readonly n: Readonly<Record<GroupFigureName, number>>
  readonly intervals: Readonly<Partial<Record<GroupFigureName, readonly [number, number] | undefined>>>
  readonly reasons: Readonly<Partial<Record<GroupFigureName, string | undefined>>>
  readonly perCode: readonly (CodeDifference & {
    readonly present: number
    readonly absent: number
    readonly divided: number
    readonly cost: number | null
    readonly fleiss: number | null
    readonly fleissReason: string | null
    readonly fleissInterval: readonly [number, number] | null
    readonly alpha: number | null
    readonly alphaReason: string | null
    readonly alphaInterval: readonly [number, number] | null
  })[]
}

/** A reason in words; the caller knows what to do with one there are no words for. */
export type ReasonText = (reason: string | null | undefined) => string

/** One group as a part of the document to read. */
export function groupBlocks(
  group: ComparedGroup,
  unit: AgreementUnit,
  words: AgreementWords,
  ofCodes: CodeWords,
  language: ExportLanguage,
  reasonText: ReasonText,
): readonly string[] {
  const { units, values, coded } = group
  const [figure = '', ...others] = words.figureHeads
  return [
    heading(2, words.group(placeOf(group, words), group.round ?? words.allRounds, group.coders)),
    paragraph(
      [
        words.groupCoverage(units, words.units[unit], values, coded.any),
        words.uncodedByAll(coded.uncodedShare === null ? NO_FIGURE : writePercent(100 * coded.uncodedShare, language)),
      ].join(' '),
    ),
    table(
      [{ title: figure }, ...others.map((title) => ({ title, align: 'right' }) as const)],
      GROUP_FIGURES.map((name) => [
        words.groupFigures[name],
        group[name] === null
          ? words.undefinedBecause(reasonText(group.reasons[name]))
          : writeNumber(group[name], DECIMALS, language),
        writeInterval(group.intervals[name], DECIMALS, language),
        String(group.n[name]),
      ]),
    ),
    ...codeBlocks(group, words, ofCodes, language, reasonText),
  ]
}

/** What the group did with each code, and which cost it most agreement. */
function codeBlocks(
  { perCode }: ComparedGroup,
  words: AgreementWords,
  ofCodes: CodeWords,
  language: ExportLanguage,
  reasonText: ReasonText,
): readonly string[] {
  if (perCode.length === 0) return []
  const [code = '', ...counts] = ofCodes.groupHeads
  const figureText = (value: number | null, reason: string | null) =>
    value === null ? words.undefinedBecause(reasonText(reason)) : writeNumber(value, DECIMALS, language)
  return [
    heading(3, words.perCode),
    paragraph(ofCodes.groupNote),
    table(
      [{ title: code }, ...counts.map((title) => ({ title, align: 'right' }) as const)],
      perCode.map((row) => [
        row.code,
        String(row.everyone),
        String(row.divided),
        figureText(row.fleiss, row.fleissReason),
        figureText(row.alpha, row.alphaReason),
        writeCost(row.cost, language),
      ]),
    ),
    costText(perCode, ofCodes),
  ]
}

/** A sentence on the codes that hold half of all disagreement; empty where nobody differs. */
export function costText(codes: readonly CodeDifference[], ofCodes: CodeWords): string {
  const costs = costPerCode(codes)
  if (costs.length === 0) return ''
  const named = costs.slice(0, codesHolding(costs, 0.5)).map(({ code }) => code)
  return paragraph(ofCodes.costly(named, codes.length))
}

/** A code's share of all disagreement. */
export function writeCost(cost: number | null, language: ExportLanguage): string {
  return cost === null ? NO_FIGURE : writePercent(100 * cost, language)
}

/** A row a group and figure. */
export function groupsCsv(groups: readonly ComparedGroup[], words: AgreementWords, reasonText: ReasonText): string {
  return writeCsv(
    words.groupColumns,
    groups.flatMap((group) =>
      GROUP_FIGURES.map((name) => {
        const [low, high] = group.intervals[name] ?? [null, null]
        return [
          placeOf(group, words),
          group.round ?? words.allRounds,
          group.coders.join('; '),
          words.groupFigures[name],
          group[name],
          low,
          high,
          group.n[name],
          group[name] === null ? reasonText(group.reasons[name]) : null,
        ]
      }),
    ),
  )
}

/** A row a group and code. */
export function groupCodesCsv(
  groups: readonly ComparedGroup[],
  words: AgreementWords,
  ofCodes: CodeWords,
  reasonText: ReasonText,
): string {
  const figure = (value: number | null, interval: readonly [number, number] | null, reason: string | null) => [
    value,
    ...(interval ?? [null, null]),
    value === null ? reasonText(reason) : null,
  ]
  return writeCsv(
    ofCodes.groupColumns,
    groups.flatMap((group) =>
      group.perCode.map((row) => [
        placeOf(group, words),
        group.round ?? words.allRounds,
        group.coders.join('; '),
        row.code,
        row.present,
        row.absent,
        row.everyone,
        row.divided,
        row.differing,
        row.cost,
        ...figure(row.fleiss, row.fleissInterval, row.fleissReason),
        ...figure(row.alpha, row.alphaInterval, row.alphaReason),
      ]),
    ),
  )
}

function placeOf({ transcript, transcripts }: ComparedGroup, words: AgreementWords): string {
  return transcript ?? words.several(transcripts.length)
}
