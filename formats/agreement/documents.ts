import { FIGURES, type FigureName, type LeftOutReason, type TwoByTwo } from '../../domain/agreement/figures.ts'
import { differenceOfTable } from '../../domain/agreement/code-cost.ts'
import type { RoundSeries } from '../../domain/agreement/drift.ts'
import { codeWords } from './code-words.ts'
import { costText, groupBlocks, groupCodesCsv, groupsCsv, writeCost, type ComparedGroup } from './group.ts'
import { driftBlocks, driftCsv } from './over-rounds.ts'
import { agreementWords, type AgreementUnit, type AgreementWords } from './words.ts'
import { writeCsv, type CsvCell } from '../csv.ts'
import type { ExportDocument, ExportLanguage, ExportOptions } from '../export-document.ts'
import { heading, joinBlocks, paragraph, table } from '../markdown.ts'
import { NO_FIGURE, writeInterval, writeNumber, writePercent } from '../written-number.ts'

/** Decimals of a kappa or alpha in a document for people. */
const DECIMALS = 4

/** The comparison of two coders; figures are null where undefined, with the reason in `reasons`. */
export interface ComparedCoders extends Readonly<Record<FigureName, number | null>> {
  /** Null where several are stacked. */
  readonly transcript: string | null
  readonly transcripts: readonly string[]
  /** Null where several are stacked or compared. */
  readonly round: string | null
  readonly rounds: readonly [string | null, string | null]
  readonly coders: readonly [first: string, second: string]
  readonly units: number
  readonly codes: number
  /** Codes used in it that were mapped to another in harmonising; the figures count each as itself. */
  readonly mappedCodes: number
  readonly coded: {
    readonly either: number
    readonly first: number
    readonly second: number
    readonly uncodedShare: number | null
  }
  /** What each figure rests on. */
  readonly n: Readonly<Record<FigureName, number>>
  readonly intervals: Readonly<Partial<Record<FigureName, readonly [number, number] | undefined>>>
  readonly reasons: Readonly<Partial<Record<FigureName, string | undefined>>>
  readonly perCode: readonly (TwoByTwo & {
    readonly code: string
    readonly kappa: number | null
    readonly reason: string | null
    /** Its share of all disagreement. */
    readonly cost: number | null
    readonly agreement: number | null
    readonly ac1: number | null
    readonly alpha: number | null
    readonly alphaReason: string | null
  })[]
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly coder: string | null; readonly count: number }[]
  readonly unaligned: readonly {
    readonly coder: string
    readonly number: number
    readonly speaker: string | null
    readonly text: string
    readonly codes: readonly string[]
  }[]
}

export interface AgreementInput {
  /** The study's title. */
  readonly study: string
  readonly agreement: {
    readonly unit: AgreementUnit
    readonly seed: number
    readonly comparisons: readonly ComparedCoders[]
    /** Written where three coders or more stand together: two are a comparison. */
    readonly groups?: readonly ComparedGroup[]
  }
  /** Whoever went through two rounds or more. */
  readonly series?: readonly RoundSeries[]
}

/**
 * Agreement between coders: `agreement.md` to read, `agreement-comparisons.csv` (a row a comparison),
 * `agreement-per-code.csv` (a row a code of a comparison) and `agreement-unaligned.csv` (a row a turn left out). Where three
 * coders or more went through the same transcripts, `agreement-groups.csv` and `agreement-group-codes.csv` besides (a row a group
 * and figure, and code); where there are two rounds or more, `agreement-over-rounds.csv` (a row a code, coefficient and round).
 */
export function agreementDocuments(input: AgreementInput, { language }: ExportOptions): readonly ExportDocument[] {
  const words = agreementWords[language]
  const { comparisons } = input.agreement
  const unaligned = comparisons.reduce((sum, comparison) => sum + comparison.unaligned.length, 0)
  const groups = groupsOf(input)
  const { series = [] } = input
  const ofCodes = codeWords[language]
  const told = (reason: string | null | undefined) => reasonText(reason, words, language)
  const quotes = unaligned > 0
  const withOrWithout = quotes ? words.withQuotes : words.withoutQuotes
  return [
    {
      name: 'agreement.md',
      text: markdownOf(input, language),
      contains: `${words.contains(comparisons.length)}${withOrWithout}`,
      quotes,
    },
    {
      name: 'agreement-comparisons.csv',
      text: comparisonsCsv(input, words, language),
      contains: `${words.contains(comparisons.length)}${words.withoutQuotes}`,
      quotes: false,
    },
    {
      name: 'agreement-per-code.csv',
      text: perCodeCsv(comparisons, words, language),
      contains: `${words.containsPerCode}${words.withoutQuotes}`,
      quotes: false,
    },
    {
      name: 'agreement-unaligned.csv',
      text: unalignedCsv(comparisons, words),
      contains: `${words.containsUnaligned(unaligned)}${withOrWithout}`,
      quotes,
    },
    ...(groups.length === 0
      ? []
      : [
          {
            name: 'agreement-groups.csv',
            text: groupsCsv(groups, words, told),
            contains: `${words.containsGroups(groups.length)}${words.withoutQuotes}`,
            quotes: false,
          },
          {
            name: 'agreement-group-codes.csv',
            text: groupCodesCsv(groups, words, ofCodes, told),
            contains: `${ofCodes.containsGroupCodes}${words.withoutQuotes}`,
            quotes: false,
          },
        ]),
    ...(series.length === 0
      ? []
      : [
          {
            name: 'agreement-over-rounds.csv',
            text: driftCsv(series, ofCodes, told),
            contains: `${ofCodes.containsDrift}${words.withoutQuotes}`,
            quotes: false,
          },
        ]),
  ]
}

function groupsOf({ agreement: { groups = [] } }: AgreementInput): readonly ComparedGroup[] {
  return groups.filter(({ coders }) => coders.length > 2)
}

function markdownOf(input: AgreementInput, language: ExportLanguage): string {
  const { study, agreement } = input
  const words = agreementWords[language]
  const told = (reason: string | null | undefined) => reasonText(reason, words, language)
  return joinBlocks([
    heading(1, words.title(study)),
    paragraph(words.basis(words.units[agreement.unit], agreement.seed)),
    agreement.comparisons.some(({ mappedCodes }) => mappedCodes > 0) ? paragraph(words.asCoded) : '',
    agreement.comparisons.length === 0 ? paragraph(words.noComparison) : '',
    ...groupsOf(input).flatMap((group) =>
      groupBlocks(group, agreement.unit, words, codeWords[language], language, told),
    ),
    ...agreement.comparisons.flatMap((comparison) => comparisonBlocks(comparison, agreement.unit, language)),
    ...driftBlocks(input.series ?? [], codeWords[language], language, told),
  ])
}

function comparisonBlocks(
  comparison: ComparedCoders,
  unit: AgreementUnit,
  language: ExportLanguage,
): readonly string[] {
  const words = agreementWords[language]
  const [first, second] = comparison.coders
  const { either, first: byFirst, second: bySecond, uncodedShare } = comparison.coded
  return [
    heading(2, words.comparison(placeText(comparison, words), roundText(comparison, words), first, second)),
    paragraph(
      [
        words.coverage(comparison.units, words.units[unit], comparison.codes),
        words.coded(first, byFirst, second, bySecond, either),
        words.uncoded(uncodedShare === null ? NO_FIGURE : writePercent(100 * uncodedShare, language)),
      ].join(' '),
    ),
    figuresTable(comparison, words, language),
    heading(3, words.perCode),
    ...perCodeBlocks(comparison, words, language),
    ...leftOutBlocks(comparison, words),
    ...unalignedBlocks(comparison, words),
  ]
}

function figuresTable(comparison: ComparedCoders, words: AgreementWords, language: ExportLanguage): string {
  const [figure = '', ...others] = words.figureHeads
  return table(
    [{ title: figure }, ...others.map((title) => ({ title, align: 'right' }) as const)],
    FIGURES.map((name) => [
      words.figures[name],
      comparison[name] === null
        ? undefinedText(comparison.reasons[name], words, language)
        : writeNumber(comparison[name], DECIMALS, language),
      writeInterval(comparison.intervals[name], DECIMALS, language),
      String(comparison.n[name]),
    ]),
  )
}

function perCodeBlocks(comparison: ComparedCoders, words: AgreementWords, language: ExportLanguage): readonly string[] {
  if (comparison.perCode.length === 0) return [paragraph(words.noCode)]
  const [first, second] = comparison.coders
  const [code = '', ...counts] = words.perCodeHeads(first, second)
  return [
    paragraph(words.perCodeNote(first, second)),
    table(
      [{ title: code }, ...counts.map((title) => ({ title, align: 'right' }) as const)],
      comparison.perCode.map((row) => [
        row.code,
        ...[row.both, row.onlyFirst, row.onlySecond, row.neither].map(String),
        writeNumber(row.agreement, DECIMALS, language),
        row.kappa === null ? undefinedText(row.reason, words, language) : writeNumber(row.kappa, DECIMALS, language),
        writeNumber(row.ac1, DECIMALS, language),
        row.alpha === null
          ? undefinedText(row.alphaReason, words, language)
          : writeNumber(row.alpha, DECIMALS, language),
        writeCost(row.cost, language),
      ]),
    ),
    costText(comparison.perCode.map(differenceOfTable), codeWords[language]),
  ]
}

function leftOutBlocks({ leftOut }: ComparedCoders, words: AgreementWords): readonly string[] {
  if (leftOut.length === 0) return []
  const [what = '', coder = '', count = ''] = words.leftOutHeads
  return [
    heading(3, words.leftOutTitle),
    table(
      [{ title: what }, { title: coder }, { title: count, align: 'right' }],
      leftOut.map((each) => [words.leftOut[each.reason], each.coder ?? '', String(each.count)]),
    ),
  ]
}

/** The transcript, or how many are stacked. */
function placeText({ transcript, transcripts }: ComparedCoders, words: AgreementWords): string {
  return transcript ?? words.several(transcripts.length)
}

/** The round, or the two that are compared. */
function roundText({ round, rounds: [first, second] }: ComparedCoders, words: AgreementWords): string {
  if (round !== null) return round
  return first !== null && second !== null && first !== second ? `${first}, ${second}` : words.allRounds
}

function unalignedBlocks(comparison: ComparedCoders, words: AgreementWords): readonly string[] {
  if (comparison.unaligned.length === 0) return []
  return [
    heading(3, words.unaligned),
    paragraph(words.unalignedNote(comparison.unaligned.length)),
    table(
      words.unalignedHeads.map((title) => ({ title })),
      comparison.unaligned.map(({ coder, number, speaker, codes, text }) => [
        coder,
        String(number),
        speaker ?? '',
        codes.join('; '),
        text,
      ]),
    ),
  ]
}

/** The reason in words; one this version has no words for is shown as it is rather than hidden. */
function reasonText(reason: string | null | undefined, words: AgreementWords, language: ExportLanguage): string {
  if (reason === null || reason === undefined) return NO_FIGURE
  if (reason === 'not-used') return codeWords[language].notUsed
  return isKnown(reason, words.reasons) ? words.reasons[reason] : reason
}

function undefinedText(reason: string | null | undefined, words: AgreementWords, language: ExportLanguage): string {
  return words.undefinedBecause(reasonText(reason, words, language))
}

function isKnown<Key extends string>(key: string, record: Readonly<Record<Key, string>>): key is Key {
  return Object.hasOwn(record, key)
}

function keyCells(comparison: ComparedCoders, words: AgreementWords): readonly CsvCell[] {
  return [placeText(comparison, words), roundText(comparison, words), ...comparison.coders]
}

function comparisonsCsv(
  { agreement: { unit, seed, comparisons } }: AgreementInput,
  words: AgreementWords,
  language: ExportLanguage,
): string {
  return writeCsv(
    [...words.comparisonColumns, ...FIGURES.flatMap((name) => words.figureColumns(words.figures[name]))],
    comparisons.map((comparison) => [
      ...keyCells(comparison, words),
      words.units[unit],
      seed,
      comparison.units,
      comparison.codes,
      comparison.coded.either,
      comparison.coded.first,
      comparison.coded.second,
      comparison.coded.uncodedShare,
      comparison.unaligned.length,
      ...FIGURES.flatMap((name): readonly CsvCell[] => {
        const [low, high] = comparison.intervals[name] ?? [null, null]
        return [
          comparison[name],
          low,
          high,
          comparison[name] === null ? reasonText(comparison.reasons[name], words, language) : null,
        ]
      }),
    ]),
  )
}

function perCodeCsv(comparisons: readonly ComparedCoders[], words: AgreementWords, language: ExportLanguage): string {
  return writeCsv(
    words.perCodeColumns,
    comparisons.flatMap((comparison) =>
      comparison.perCode.map(
        ({ code, both, onlyFirst, onlySecond, neither, cost, kappa, reason, agreement, ac1, alpha }) => [
          ...keyCells(comparison, words),
          code,
          both,
          onlyFirst,
          onlySecond,
          neither,
          kappa,
          kappa === null ? reasonText(reason, words, language) : null,
          agreement,
          ac1,
          alpha,
          cost,
        ],
      ),
    ),
  )
}

function unalignedCsv(comparisons: readonly ComparedCoders[], words: AgreementWords): string {
  return writeCsv(
    words.unalignedColumns,
    comparisons.flatMap((comparison) =>
      comparison.unaligned.map(({ coder, number, speaker, codes, text }) => [
        placeText(comparison, words),
        roundText(comparison, words),
        coder,
        number,
        speaker,
        codes.join('; '),
        text,
      ]),
    ),
  )
}
