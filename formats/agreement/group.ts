import { GROUP_FIGURES, type GroupFigureName } from '../../domain/agreement/figures.ts'
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
}

/** A reason in words; the caller knows what to do with one there are no words for. */
export type ReasonText = (reason: string | null | undefined) => string

/** One group as a part of the document to read. */
export function groupBlocks(
  group: ComparedGroup,
  unit: AgreementUnit,
  words: AgreementWords,
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
  ]
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

function placeOf({ transcript, transcripts }: ComparedGroup, words: AgreementWords): string {
  return transcript ?? words.several(transcripts.length)
}
