import { FEW_ANSWERS } from '../../domain/checklist.ts'
import { distinct, slugOf } from '../../domain/text/slug.ts'
import type { ItemSummary, LikertSummary } from '../../domain/survey/survey.ts'
import { writeCsv, type CsvCell } from '../csv.ts'
import type { ExportDocument, ExportLanguage, ExportOptions } from '../export-document.ts'
import { likertSvg } from './likert-svg.ts'
import { heading, joinBlocks, paragraph, table, type Column } from '../markdown.ts'
import { surveyWords, type SurveyWords } from './words.ts'
import { NO_FIGURE, writeInterval, writeNumber, writeShare } from '../written-number.ts'

/** A survey summed up: for every item the figures of everyone and of each group. */
export interface SummedSurvey {
  readonly name: string
  readonly respondents: number
  /** The labels of the scale, lowest first. */
  readonly scale: readonly string[]
  readonly items: readonly ItemSummary[]
}

export interface SurveyInput {
  readonly survey: SummedSurvey
  /** How many points from the top of the scale the top counts take. */
  readonly top: number
}

/** Decimals of a mean or standard deviation in a document for people. */
const DECIMALS = 2

/**
 * The survey's summary as `survey-NAME.csv` (a row an item and group), `survey-NAME.md`, and charts: `survey-NAME.svg`
 * of all respondents and `survey-NAME-GROUP.svg` of each group.
 */
export function surveyDocuments(input: SurveyInput, { language }: ExportOptions): readonly ExportDocument[] {
  const words = surveyWords[language]
  const { survey } = input
  const name = `survey-${slugOf(survey.name)}`
  const groups = survey.items.flatMap((item) => [item.overall, ...item.groups])
  const warning = groups.some(({ n }) => n > 0 && n < FEW_ANSWERS) ? words.smallGroups : ''
  const contains = `${words.contains(survey.respondents, survey.items.length)}${warning}`
  return [
    { name: `${name}.csv`, text: csvOf(survey, words), contains, quotes: false },
    { name: `${name}.md`, text: markdownOf(input, language), contains, quotes: false },
    ...chartsOf(survey, name, language),
  ]
}

function chartsOf(survey: SummedSurvey, name: string, language: ExportLanguage): readonly ExportDocument[] {
  const words = surveyWords[language]
  const groups = [null, ...groupNames(survey)]
  const names = distinct(groups.map((group) => (group === null ? name : `${name}-${slugOf(group, 'group')}`)))
  return groups.map((group, index) => {
    const items = survey.items.flatMap((item) => {
      const summary = summaryOf(item, group)
      return summary === undefined ? [] : [{ label: item.label, summary }]
    })
    const small = items.some(({ summary: { n } }) => n > 0 && n < FEW_ANSWERS)
    return {
      name: `${names[index] ?? name}.svg`,
      text: likertSvg({ title: words.chartTitle(survey.name, group), scale: survey.scale, items }, { language }),
      contains: `${words.chartContains(items.length, group)}${small ? words.smallGroups : ''}`,
      quotes: false,
    }
  })
}

function csvOf(survey: SummedSurvey, words: SurveyWords): string {
  return writeCsv(
    [
      words.idColumn,
      words.item.toLowerCase(),
      words.groupColumn,
      'n',
      words.missing.toLowerCase(),
      ...survey.scale.flatMap((label) => [words.countColumn(label), words.percentColumn(label)]),
      words.topCount,
      words.topPercent,
      words.mean.toLowerCase(),
      words.median.toLowerCase(),
      words.mode.toLowerCase(),
      words.sd,
      words.low,
      words.high,
    ],
    survey.items.flatMap(({ id, label, overall, groups }) => [
      [id, label, words.everyone, ...summaryCells(overall)],
      ...groups.map((group) => [id, label, group.group, ...summaryCells(group)]),
    ]),
  )
}

function summaryCells({
  n,
  missing,
  counts,
  top,
  mean,
  median,
  mode,
  sd,
  interval,
}: LikertSummary): readonly CsvCell[] {
  return [
    n,
    missing,
    ...counts.flatMap(({ count, percent }) => [count, percent]),
    top.count,
    top.percent,
    mean,
    median,
    mode.length === 1 ? (mode[0] ?? null) : mode.join('; '),
    sd,
    ...(interval ?? [null, null]),
  ]
}

function markdownOf({ survey, top }: SurveyInput, language: ExportLanguage): string {
  const words = surveyWords[language]
  return joinBlocks([
    heading(1, words.title(survey.name)),
    paragraph(words.basis(survey.respondents, survey.items.length)),
    paragraph(words.scale(survey.scale)),
    heading(2, words.topTitle(survey.scale.slice(-top))),
    paragraph(words.topNote),
    topTable(survey, language),
    heading(2, words.figures),
    paragraph(words.figuresNote),
    figuresTable(survey, language),
    paragraph(words.fewNote(FEW_ANSWERS)),
  ])
}

/** Items by group, as table II of Lewis et al. 2021 sets them: how many rated the item at the top of the scale. */
function topTable(survey: SummedSurvey, language: ExportLanguage): string {
  const words = surveyWords[language]
  const columns = [...groupNames(survey).map((name) => columnOf(survey, name)), columnOf(survey, null)]
  return table(
    [
      { title: words.item },
      ...columns.map(({ name, asked }): Column => ({
        title: words.group(name ?? words.everyone, asked),
        align: 'right',
      })),
    ],
    survey.items.map((item) => [
      item.label,
      ...columns.map(({ name, asked }) => topCell(summaryOf(item, name), asked, language)),
    ]),
  )
}

function topCell(summary: LikertSummary | undefined, asked: number, language: ExportLanguage): string {
  if (summary === undefined || summary.n === 0) return NO_FIGURE
  const share = writeShare(summary.top.count, summary.top.percent, language)
  const n = summary.n === asked ? '' : `, ${surveyWords[language].answers(summary.n)}`
  return `${share}${n}${markFew(summary.n)}`
}

function figuresTable(survey: SummedSurvey, language: ExportLanguage): string {
  const words = surveyWords[language]
  const figures = ['n', words.missing, ...survey.scale, words.mean, words.interval, words.median, words.mode, words.sd]
  return table(
    [{ title: words.item }, ...figures.map((title): Column => ({ title, align: 'right' }))],
    survey.items.map(({ label, overall }) => [
      label,
      `${overall.n}${markFew(overall.n)}`,
      String(overall.missing),
      ...overall.counts.map(({ count, percent }) => writeShare(count, percent, language)),
      writeNumber(overall.mean, DECIMALS, language),
      writeInterval(overall.interval, DECIMALS, language),
      overall.median === null ? NO_FIGURE : writeNumber(overall.median, overall.median % 1 === 0 ? 0 : 1, language),
      overall.mode.length === 0 ? NO_FIGURE : overall.mode.join('; '),
      writeNumber(overall.sd, DECIMALS, language),
    ]),
  )
}

function markFew(n: number): string {
  return n < FEW_ANSWERS ? ' †' : ''
}

function groupNames(survey: SummedSurvey): readonly string[] {
  return [...new Set(survey.items.flatMap((item) => item.groups.map(({ group }) => group)))]
}

/** A group and how many people are in it, whether they answered or not; null stands for everyone. */
function columnOf(survey: SummedSurvey, name: string | null): { readonly name: string | null; readonly asked: number } {
  const sizes = survey.items.map((item) => {
    const summary = summaryOf(item, name)
    return summary === undefined ? 0 : summary.n + summary.missing
  })
  return { name, asked: Math.max(0, ...sizes) }
}

function summaryOf(item: ItemSummary, group: string | null): LikertSummary | undefined {
  return group === null ? item.overall : item.groups.find((candidate) => candidate.group === group)
}
