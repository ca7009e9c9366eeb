import type { ItemKind } from '../../domain/adjudication/adjudication.ts'
import type { DecisionReason } from '../../domain/adjudication/decision.ts'
import { agreementWords } from '../agreement/words.ts'
import { writeCsv, type CsvCell } from '../csv.ts'
import { markdownDocument, type DocumentBlock } from '../document-blocks.ts'
import type { ExportDocument, ExportLanguage, ExportOptions } from '../export-document.ts'
import { htmlDocument } from '../html-document.ts'
import { latexDocument } from '../latex-document.ts'
import type { BeforeAndAfter, ReportedAgreement, ReportedItem, ReviewReport, ToldReading } from './report.ts'
import { reviewWords, type ReviewWords } from './words.ts'
import { writeInterval, writeNumber } from '../written-number.ts'

export type ReviewFormat = 'md' | 'html' | 'csv' | 'tex'

/** Decimals of a kappa or alpha in a document for people. */
const DECIMALS = 4

/**
 * The report of a review: to read as `review.md`, `review.html` or `review.tex`; to reckon with as `review-queue.csv` (a
 * row a disagreement), `review-decisions.csv` (a row a version of a decision) and `review-agreement.csv`.
 */
export function reviewDocuments(
  report: ReviewReport,
  formats: readonly ReviewFormat[],
  { language }: ExportOptions,
): readonly ExportDocument[] {
  const words = reviewWords[language]
  const contains = `${words.contains(report.items.length)}${words.withQuotes}`
  const title = words.title(report.round, report.study)
  const blocks = blocksOf(report, language)
  return [...new Set(formats)].flatMap((format): readonly ExportDocument[] => {
    switch (format) {
      case 'md':
        return [{ name: 'review.md', text: markdownDocument(blocks), contains, quotes: true }]
      case 'html':
        return [{ name: 'review.html', text: htmlDocument(title, blocks, language), contains, quotes: true }]
      case 'tex':
        return [{ name: 'review.tex', text: latexDocument(title, blocks, language), contains, quotes: true }]
      case 'csv':
        return tablesOf(report, language)
    }
  })
}

function blocksOf(report: ReviewReport, language: ExportLanguage): readonly DocumentBlock[] {
  const words = reviewWords[language]
  const { started, tally, kinds, reasons, coders, agreement, items, mappedCodes } = report
  const { disagreements, decided, open, identical } = tally
  return [
    { kind: 'heading', level: 1, text: words.title(report.round, report.study) },
    {
      kind: 'paragraph',
      text:
        started === null
          ? words.notStarted
          : words.started(started.moderator, moment(started.at), started.moderatedRound),
    },
    {
      kind: 'paragraph',
      text: [
        words.tally(disagreements, decided, open),
        words.identical(identical),
        open === 0 ? words.complete : words.incomplete(open),
      ].join(' '),
    },
    { kind: 'heading', level: 2, text: words.kindsTitle },
    tableOf(
      words.kindHeads,
      kinds.map((one) => [
        kindOfAll(one.kind, items, words),
        String(one.disagreements),
        String(one.open),
        String(one.cost),
      ]),
    ),
    { kind: 'paragraph', text: words.cost },
    ...(reasons.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 2 as const, text: words.reasonsTitle },
          tableOf(
            words.reasonHeads,
            reasons.map((reason) => [reasonText(reason, words), String(reason.uses)]),
          ),
        ]),
    { kind: 'heading', level: 2, text: words.codersTitle },
    tableOf(
      words.coderHeads,
      coders.map((one) => [one.coder, String(one.decided), String(one.overruled)]),
    ),
    { kind: 'paragraph', text: words.codersNote },
    { kind: 'heading', level: 2, text: words.agreementTitle },
    { kind: 'paragraph', text: words.agreementNote },
    ...(mappedCodes === 0 ? [] : [{ kind: 'paragraph', text: words.agreementNames(mappedCodes) } as const]),
    ...overallFirst(agreement).flatMap((one) => agreementBlocks(one, language)),
    { kind: 'heading', level: 2, text: words.queueTitle },
    ...items.flatMap((item, index) => itemBlocks(item, index + 1, words)),
  ]
}

/** What is over all transcripts, of each two coders, before what is of one. */
function overallFirst(agreement: ReviewReport['agreement']): ReviewReport['agreement'] {
  return agreement.toSorted((a, b) => Number(a.transcript !== null) - Number(b.transcript !== null))
}

function tableOf([first = '', ...others]: readonly string[], rows: readonly (readonly string[])[]): DocumentBlock {
  return {
    kind: 'table',
    columns: [{ title: first }, ...others.map((title) => ({ title, align: 'right' as const }))],
    rows,
  }
}

function agreementBlocks(
  { transcript, coders, figures }: ReportedAgreement,
  language: ExportLanguage,
): readonly DocumentBlock[] {
  const words = reviewWords[language]
  const cell = (figure: BeforeAndAfter['before']) => {
    if (figure === null) return [words.notFrozen, '', '']
    const { value, reason, n, interval } = figure
    return [
      value === null ? undefinedText(reason, language) : writeNumber(value, DECIMALS, language),
      writeInterval(interval, DECIMALS, language),
      String(n),
    ]
  }
  return [
    { kind: 'heading', level: 3, text: words.agreementOf(transcript ?? words.everyTranscript, coders) },
    tableOf(
      words.agreementHeads,
      figures.map(({ name, before, after }) => [
        figureText(name, coders.length > 2, language),
        ...cell(before),
        ...cell(after),
      ]),
    ),
  ]
}

/** A figure's name in words; one this version has no words for is shown as it is rather than hidden. */
function figureText(name: string, isGroup: boolean, language: ExportLanguage): string {
  const { figures, groupFigures } = agreementWords[language]
  const names: Readonly<Record<string, string>> = isGroup ? groupFigures : figures
  return names[name] ?? name
}

function undefinedText(reason: string | null, language: ExportLanguage): string {
  const { undefinedBecause, reasons } = agreementWords[language]
  const known: Readonly<Record<string, string>> = reasons
  return undefinedBecause(known[reason ?? ''] ?? reason ?? '')
}

function itemBlocks(item: ReportedItem, number: number, words: ReviewWords): readonly DocumentBlock[] {
  const { transcript, turn, state, cost, decisions, notes } = item
  return [
    { kind: 'heading', level: 3, text: words.item(number, transcript, turn) },
    { kind: 'paragraph', text: words.itemFacts(kindOf(item, words), words.states[state], cost) },
    { kind: 'quote', text: item.words },
    {
      kind: 'bullets',
      items: item.readings.map(({ coder, told }) => words.reading(coder, tell(told, words))),
    },
    ...(state === 'decided'
      ? [{ kind: 'labelled' as const, label: words.stands, text: tell(item.result, words) }]
      : []),
    ...decisions.map((decision) => ({
      kind: 'labelled' as const,
      label: words.decided(decision.coder, moment(decision.at)),
      text: [verdictText(decision, words), reasonText(decision.reason, words)]
        .filter((text) => text !== '')
        .join(words.separator),
    })),
    ...notes.map(({ coder, body }) => ({ kind: 'labelled' as const, label: words.note(coder), text: body })),
  ]
}

/** How its readings differ; where not all of three or more coded it, how many did. */
function kindOf({ kind, readings }: ReportedItem, words: ReviewWords): string {
  if (kind !== 'one-sided' || readings.length <= 2) return words.kinds[kind]
  return words.codedBy(readings.filter(({ told }) => told.length > 0).length, readings.length)
}

/** A kind as it is called for all of its disagreements together. */
function kindOfAll(kind: ItemKind, items: readonly ReportedItem[], words: ReviewWords): string {
  const isOfMore = items.some((item) => item.kind === kind && item.readings.length > 2)
  return kind === 'one-sided' && isOfMore ? words.notByAll : words.kinds[kind]
}

function tell(told: readonly ToldReading[], words: ReviewWords): string {
  return told.length === 0 ? words.nothing : told.map((one) => tellOne(one, words)).join(words.separator)
}

function tellOne(told: ToldReading, words: ReviewWords): string {
  switch (told.kind) {
    case 'code':
      return told.words === '' ? told.path : `${told.path} ${words.quoted(told.words)}`
    case 'decision':
      return [
        words.decisions[told.decision],
        ...(told.because.length === 0 ? [] : [`(${told.because.join(', ')})`]),
      ].join(' ')
    case 'text':
      return `${words.fields[told.field]} ${words.quoted(told.text)}`
  }
}

function verdictText(
  { verdict, taken }: Pick<ReportedItem['decisions'][number], 'verdict' | 'taken'>,
  words: ReviewWords,
): string {
  return verdict === 'take' ? words.taken(taken.join(' + ')) : words.verdicts[verdict]
}

function reasonText({ key, words: given }: DecisionReason, words: ReviewWords): string {
  return [key === null ? '' : words.reasons[key], given].filter((text) => text !== '').join(words.separator)
}

/** `2026-03-01 09:30` */
function moment(at: string): string {
  return at.slice(0, 16).replace('T', ' ')
}

function tablesOf(report: ReviewReport, language: ExportLanguage): readonly ExportDocument[] {
  const words = reviewWords[language]
  const versions = report.items.reduce((sum, { decisions }) => sum + decisions.length, 0)
  return [
    {
      name: 'review-queue.csv',
      text: writeCsv(
        words.queueColumns,
        report.items.map((item, index) => queueRow(item, index + 1, words)),
      ),
      contains: `${words.contains(report.items.length)}${words.withQuotes}`,
      quotes: true,
    },
    {
      name: 'review-decisions.csv',
      text: writeCsv(
        words.decisionColumns,
        report.items.flatMap(({ transcript, turn, decisions }, index) =>
          decisions.map((decision, at): readonly CsvCell[] => [
            index + 1,
            transcript,
            turn,
            at + 1,
            decision.at,
            decision.coder,
            verdictText(decision, words),
            reasonText(decision.reason, words),
          ]),
        ),
      ),
      contains: `${words.containsDecisions(versions)}${words.withoutQuotes}`,
      quotes: false,
    },
    {
      name: 'review-agreement.csv',
      text: writeCsv(
        words.agreementColumns,
        report.agreement.flatMap(({ transcript, coders, figures }) =>
          figures.map(({ name, before, after }): readonly CsvCell[] => [
            transcript ?? words.everyTranscript,
            coders.join('; '),
            figureText(name, coders.length > 2, language),
            ...figureCells(before, language),
            ...figureCells(after, language),
          ]),
        ),
      ),
      contains: `${words.containsAgreement}${words.withoutQuotes}`,
      quotes: false,
    },
  ]
}

function queueRow(item: ReportedItem, number: number, words: ReviewWords): readonly CsvCell[] {
  const { transcript, turn, state, cost, readings, result, decisions, notes } = item
  const standing = decisions.at(-1)
  return [
    number,
    transcript,
    turn,
    kindOf(item, words),
    words.states[state],
    cost,
    item.words,
    readings.map(({ coder, told }) => words.reading(coder, tell(told, words))).join('\n'),
    state === 'decided' ? tell(result, words) : null,
    standing === undefined ? null : verdictText(standing, words),
    standing === undefined ? null : reasonText(standing.reason, words),
    standing?.coder ?? null,
    standing?.at ?? null,
    decisions.length,
    notes.map(({ coder, body }) => words.reading(coder, body)).join('\n'),
  ]
}

function figureCells(figure: BeforeAndAfter['before'], language: ExportLanguage): readonly CsvCell[] {
  if (figure === null) return [null, null, null, null, reviewWords[language].notFrozen]
  const { value, reason, n, interval } = figure
  const [low, high] = interval ?? [null, null]
  return [value, low, high, n, value === null ? undefinedText(reason, language) : null]
}
