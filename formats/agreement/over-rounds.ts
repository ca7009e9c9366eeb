import { DRIFT_FIGURES, driftPerCode, type RoundSeries } from '../../domain/agreement/drift.ts'
import type { CodeWords } from './code-words.ts'
import type { ReasonText } from './group.ts'
import { writeCsv } from '../csv.ts'
import type { ExportLanguage } from '../export-document.ts'
import { heading, paragraph, table } from '../markdown.ts'
import { NO_FIGURE, writeNumber } from '../written-number.ts'

const DECIMALS = 4

/** Each code over rounds, as a part of the document to read: a table for each coefficient of each who can be followed. */
export function driftBlocks(
  all: readonly RoundSeries[],
  words: CodeWords,
  language: ExportLanguage,
  reasonText: ReasonText,
): readonly string[] {
  if (all.length === 0) return []
  return [
    heading(2, words.drift),
    paragraph(words.driftNote),
    ...all.flatMap((series) =>
      DRIFT_FIGURES[series.kind].flatMap((figure, index) => [
        heading(3, words.driftOf(words.figures[figure], series.coders, series.kind === 'group')),
        index === 0 && isChanging(series) ? paragraph(words.changingCoders(series.rounds)) : '',
        table(
          [
            { title: words.codeHead },
            ...series.rounds.map(({ round, units }) => ({ title: words.round(round, units), align: 'right' }) as const),
            { title: words.changeHead, align: 'right' },
          ],
          driftPerCode(series.rounds, figure).map(({ code, points, change }) => [
            code,
            ...points.map(({ value, reason, used }) =>
              words.used(value === null ? reasonText(reason) : writeNumber(value, DECIMALS, language), used),
            ),
            change === null ? NO_FIGURE : writeNumber(change, DECIMALS, language),
          ]),
        ),
      ]),
    ),
  ]
}

function isChanging({ rounds }: RoundSeries): boolean {
  return new Set(rounds.map(({ coders }) => JSON.stringify(coders))).size > 1
}

/** A row a code, coefficient and round. */
export function driftCsv(all: readonly RoundSeries[], words: CodeWords, reasonText: ReasonText): string {
  return writeCsv(
    words.driftColumns,
    all.flatMap(({ kind, rounds }) =>
      DRIFT_FIGURES[kind].flatMap((figure) =>
        driftPerCode(rounds, figure).flatMap(({ code, points }) =>
          points.map(({ round, units, used, value, reason }, index) => [
            (rounds[index]?.coders ?? []).join('; '),
            words.figures[figure],
            code,
            round,
            units,
            used,
            value,
            value === null ? reasonText(reason) : null,
          ]),
        ),
      ),
    ),
  )
}
