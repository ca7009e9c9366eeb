import { FACETS, MAX_INSTANCES, type Facet, type Phase } from '../../domain/catalog.ts'
import { countInterviews, evidenceOf, type CatalogEntry, type CatalogView } from '../../domain/evidence.ts'
import { catalogWords, type CatalogWords } from './catalog-words.ts'
import { writeCsv, type CsvCell } from '../csv.ts'
import type { ExportDocument, ExportLanguage, ExportOptions } from '../export-document.ts'
import { blockQuote, heading, joinBlocks, labelled, paragraph, table } from '../markdown.ts'
import { writeShare } from '../written-number.ts'

/** A quality issue as the catalog lists it: `id` is its reference, such as Q02. */
export interface QualityIssueEntry {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly phase: Phase
  readonly facets: readonly { readonly facet: Facet; readonly text: string }[]
  readonly evidence: readonly { readonly interview: string; readonly quote: string }[]
}

export interface CatalogInput {
  /** The study's title. */
  readonly study: string
  readonly catalog: CatalogView
  readonly qualityIssues: readonly QualityIssueEntry[]
  /** Transcripts with disagreements that the review has not decided yet. */
  readonly open?: readonly { readonly transcript: string; readonly round: string; readonly disagreements: number }[]
}

/**
 * The catalog: `catalog.md` to read, and for spreadsheets `catalog-mismatches.csv` (a row a mismatch),
 * `catalog-quality-issues.csv` (a row an issue) and `catalog-prevalence.csv` (a row a category or subcategory).
 */
export function catalogDocuments(input: CatalogInput, { language }: ExportOptions): readonly ExportDocument[] {
  const words = catalogWords[language]
  const { catalog, qualityIssues } = input
  const mismatchQuotes = catalog.items.some(({ quote }) => quote.trim() !== '')
  const issueQuotes = qualityIssues.some(({ evidence }) => evidence.some(({ quote }) => quote.trim() !== ''))
  const count = words.summary(
    catalog.mismatches,
    catalog.instances,
    countInterviews(catalog.items),
    qualityIssues.length,
  )
  const quotes = (present: boolean) => (present ? words.withQuotes : words.withoutQuotes)
  return [
    {
      name: 'catalog.md',
      text: markdownOf(input, language),
      contains: `${count}${quotes(mismatchQuotes || issueQuotes)}`,
      quotes: mismatchQuotes || issueQuotes,
    },
    {
      name: 'catalog-mismatches.csv',
      text: mismatchesCsv(catalog.items, words),
      contains: `${words.mismatchCount(catalog.mismatches)}${quotes(mismatchQuotes)}`,
      quotes: mismatchQuotes,
    },
    {
      name: 'catalog-quality-issues.csv',
      text: issuesCsv(qualityIssues, words),
      contains: `${words.issueCount(qualityIssues.length)}${quotes(issueQuotes)}`,
      quotes: issueQuotes,
    },
    {
      name: 'catalog-prevalence.csv',
      text: prevalenceCsv(catalog, words),
      contains: `${words.prevalenceOf(catalog.instances)}${quotes(false)}`,
      quotes: false,
    },
  ]
}

function markdownOf({ study, catalog, qualityIssues, open = [] }: CatalogInput, language: ExportLanguage): string {
  const words = catalogWords[language]
  const summary = words.summary(
    catalog.mismatches,
    catalog.instances,
    countInterviews(catalog.items),
    qualityIssues.length,
  )
  return joinBlocks([
    heading(1, words.title(study)),
    paragraph(`${summary}.`),
    ...open.map((one) => paragraph(words.open(one.transcript, one.round, one.disagreements))),
    heading(2, words.prevalence),
    paragraph(words.percentOf(catalog.instances)),
    prevalenceTable(catalog, words, language),
    heading(2, words.mismatches),
    catalog.items.length === 0 ? paragraph(words.noMismatches) : '',
    ...catalog.items.flatMap((item) => mismatchBlocks(item, words)),
    heading(2, words.qualityIssues),
    qualityIssues.length === 0 ? paragraph(words.noQualityIssues) : '',
    ...qualityIssues.flatMap((issue) => issueBlocks(issue, words)),
  ])
}

function prevalenceTable(catalog: CatalogView, words: CatalogWords, language: ExportLanguage): string {
  const rows = catalog.categories.flatMap((category) => {
    const whole = evidenceOf(catalog.items, category.code)
    return [
      [
        categoryTitle(category.code, category.name),
        words.allSubcategories,
        writeShare(category.count, category.percent, language),
        String(whole.mismatches),
        String(whole.interviews),
      ],
      ...category.subcategories.map(({ name, count, percent }) => {
        const part = evidenceOf(catalog.items, category.code, name)
        return ['', name, writeShare(count, percent, language), String(part.mismatches), String(part.interviews)]
      }),
    ]
  })
  const [category = '', subcategory = '', ...figures] = words.prevalenceHeads
  return table(
    [{ title: category }, { title: subcategory }, ...figures.map((title) => ({ title, align: 'right' }) as const)],
    rows,
  )
}

function mismatchBlocks(item: CatalogEntry, words: CatalogWords): readonly string[] {
  return [
    heading(3, item.id),
    labelled(words.interview, item.interview),
    item.quote.trim() === '' ? '' : blockQuote(item.quote),
    item.description.trim() === '' ? '' : labelled(words.description, item.description),
    item.information.trim() === '' ? '' : labelled(words.information, item.information),
    labelled(words.instances, item.instances.map(instanceTitle).join('; ')),
  ]
}

function issueBlocks(issue: QualityIssueEntry, words: CatalogWords): readonly string[] {
  return [
    heading(3, `${issue.id} ${issue.name}`),
    labelled(words.phase, words.phases[issue.phase]),
    issue.description.trim() === '' ? '' : paragraph(issue.description),
    ...issue.facets.map(({ facet, text }) => labelled(words.facetLabels[facet], text)),
    ...issue.evidence.flatMap(({ interview, quote }) => [
      labelled(words.interview, interview),
      quote.trim() === '' ? '' : blockQuote(quote),
    ]),
  ]
}

/** `TM Trained Model`; a category whose code is its name shows it once. */
function categoryTitle(code: string, name: string): string {
  return code === name ? name : `${code} ${name}`
}

function instanceTitle({ category, categoryName, subcategory }: CatalogEntry['instances'][number]): string {
  const title = categoryTitle(category, categoryName)
  return subcategory === null ? title : `${title} / ${subcategory}`
}

function mismatchesCsv(items: readonly CatalogEntry[], words: CatalogWords): string {
  const pairs = Array.from({ length: MAX_INSTANCES }, (_, index) => words.pairColumns(index + 1)).flat()
  return writeCsv(
    [...words.mismatchColumns, ...pairs],
    items.map((item) => [
      item.id,
      item.interview,
      item.quote,
      item.description,
      item.information,
      ...Array.from({ length: MAX_INSTANCES }, (_, index): readonly CsvCell[] => {
        const instance = item.instances[index]
        return instance ? [instance.category, instance.categoryName, instance.subcategory] : [null, null, null]
      }).flat(),
    ]),
  )
}

function issuesCsv(issues: readonly QualityIssueEntry[], words: CatalogWords): string {
  return writeCsv(
    [...words.issueColumns, ...FACETS.map((facet) => words.facetColumns[facet]), ...words.evidenceColumns],
    issues.map((issue) => [
      issue.id,
      issue.name,
      words.phases[issue.phase],
      issue.description,
      ...FACETS.map((name) =>
        issue.facets
          .filter(({ facet }) => facet === name)
          .map(({ text }) => text)
          .join('\n'),
      ),
      new Set(issue.evidence.map(({ interview }) => interview)).size,
      issue.evidence
        .map(({ interview, quote }) => (quote.trim() === '' ? interview : `${interview}: ${quote}`))
        .join('\n'),
    ]),
  )
}

function prevalenceCsv(catalog: CatalogView, words: CatalogWords): string {
  return writeCsv(
    words.prevalenceColumns,
    catalog.categories.flatMap((category) => [
      prevalenceRow(catalog, category, null, category),
      ...category.subcategories.map((subcategory) => prevalenceRow(catalog, category, subcategory.name, subcategory)),
    ]),
  )
}

function prevalenceRow(
  catalog: CatalogView,
  category: { readonly code: string; readonly name: string },
  subcategory: string | null,
  { count, percent }: { readonly count: number; readonly percent: number },
): readonly CsvCell[] {
  const { mismatches, interviews, items } = evidenceOf(catalog.items, category.code, subcategory ?? undefined)
  return [category.code, category.name, subcategory, count, percent, mismatches, interviews, items.join('; ')]
}
