import {
  checklistForAll,
  checklistsByRole,
  FEW_ANSWERS,
  type Checklist,
  type ChecklistEntry,
  type RatedSurvey,
  type Rating,
} from '../../domain/checklist.ts'
import { countInterviews, type CatalogView, type Evidence } from '../../domain/evidence.ts'
import { distinct, slugOf } from '../../domain/text/slug.ts'
import type { SystemElement } from '../../domain/system-element.ts'
import { writeCsv, type CsvCell } from '../csv.ts'
import { checklistWords, type ChecklistWords } from './checklist-words.ts'
import type { ExportDocument, ExportLanguage, ExportOptions } from '../export-document.ts'
import { bullets, heading, inline, joinBlocks, paragraph } from '../markdown.ts'
import { writeNumber, writeShare } from '../written-number.ts'

export interface ChecklistInput {
  /** The study's title. */
  readonly study: string
  readonly elements: readonly SystemElement[]
  readonly catalog: CatalogView
  /** Surveys grouped by role; a survey without groups gives no checklist of its own. */
  readonly surveys: readonly (RatedSurvey & { readonly scale: readonly string[] })[]
  /** How many points from the top of the scale the surveys' top counts take. */
  readonly top: number
}

/** The whole study, against which a line's counts are set. */
interface Whole {
  readonly instances: number
  readonly interviews: number
}

/**
 * What to ask for and to provide, as Markdown with boxes to tick and as CSV: `checklist-all`, and for every role of the
 * surveys `checklist-role-data-scientist` (with the survey's name before the role where there are several surveys).
 */
export function checklistDocuments(input: ChecklistInput, { language }: ExportOptions): readonly ExportDocument[] {
  const roles = checklistsByRole(input.elements, input.catalog.items, input.surveys)
  const checklists = [checklistForAll(input.elements, input.catalog.items), ...roles]
  const several = input.surveys.filter((survey) => roles.some(({ role }) => role?.survey === survey.name)).length > 1
  const names = distinct(
    checklists.map(({ role }) =>
      role === null ? 'all' : slugOf(`role ${several ? `${role.survey} ` : ''}${role.name}`, 'role'),
    ),
  )
  return checklists.flatMap((checklist, index) => {
    const name = `checklist-${names[index] ?? 'all'}`
    const contains = checklistWords[language].contains(checklist.role?.name ?? null)
    return [
      { name: `${name}.md`, text: markdownOf(checklist, input, language), contains, quotes: false },
      { name: `${name}.csv`, text: csvOf(checklist, language), contains, quotes: false },
    ]
  })
}

function markdownOf(checklist: Checklist, input: ChecklistInput, language: ExportLanguage): string {
  const words = checklistWords[language]
  const whole = { instances: input.catalog.instances, interviews: countInterviews(input.catalog.items) }
  const survey = input.surveys.find(({ name }) => name === checklist.role?.survey)
  const topLabels = survey?.scale.slice(-input.top) ?? []
  return joinBlocks([
    heading(1, words.title(input.study, checklist.role?.name ?? null)),
    paragraph(words.basis(input.catalog.mismatches, whole.instances, whole.interviews)),
    paragraph(checklist.role === null ? words.orderForAll : words.orderForRole(checklist.role.survey, topLabels)),
    ...checklist.sections.flatMap(({ element, evidence, entries }) => [
      heading(2, glossed(element)),
      paragraph(evidenceText(evidence, whole, words, language)),
      ...entries.flatMap((entry) => entryBlocks(entry, element, checklist.role !== null, whole, language)),
    ]),
    ...unmatchedBlocks(checklist, words, language),
    checklist.role === null ? '' : paragraph(words.fewNote(FEW_ANSWERS)),
  ])
}

function entryBlocks(
  entry: ChecklistEntry,
  element: SystemElement,
  rated: boolean,
  whole: Whole,
  language: ExportLanguage,
): readonly string[] {
  const words = checklistWords[language]
  const { attribute, evidence, rating } = entry
  const { ask, provide } = questionsOf(entry, element, words)
  const notes = [
    evidenceText(evidence, whole, words, language) +
      (evidence.items.length === 0 ? '' : `${words.colon}${evidence.items.join(', ')}`),
    ...(rated ? [rating === null ? words.notRated : ratingText(rating, words, language)] : []),
  ]
  return [
    heading(3, glossed(attribute)),
    [`- [ ] **${words.ask}** ${inline(ask)}`, `- [ ] **${words.provide}** ${inline(provide)}`].join('\n'),
    notes.map((note) => paragraph(note)).join('\n\n'),
  ]
}

/** The study's own name, and beside it what it means in the reader's language. */
function glossed({ name, gloss }: { readonly name: string; readonly gloss?: string }): string {
  return gloss === undefined ? name : `${name} — ${gloss}`
}

/** What the taxonomy words, or a plain sentence where it has none. */
function questionsOf({ attribute }: ChecklistEntry, element: SystemElement, words: ChecklistWords) {
  return {
    ask: attribute.ask === '' ? words.generatedAsk(attribute.name, element.name) : attribute.ask,
    provide: attribute.provide === '' ? words.generatedProvide(attribute.name, element.name) : attribute.provide,
  }
}

function evidenceText(evidence: Evidence, whole: Whole, words: ChecklistWords, language: ExportLanguage): string {
  if (evidence.instances === 0) return words.noInstance(whole.interviews)
  const share = writeShare(evidence.instances, (100 * evidence.instances) / whole.instances, language)
  return words.evidence(share, whole.instances, evidence.interviews, whole.interviews)
}

function ratingText(rating: Rating, words: ChecklistWords, language: ExportLanguage): string {
  if (rating.n === 0) return words.nobodyAnswered
  const text = words.rating(
    writeShare(rating.count, rating.percent, language),
    rating.n,
    writeNumber(rating.mean, 2, language),
  )
  return rating.few ? `${text} ${words.few(rating.n)}` : text
}

function unmatchedBlocks(checklist: Checklist, words: ChecklistWords, language: ExportLanguage): readonly string[] {
  if (checklist.unmatched.length === 0) return []
  return [
    heading(2, words.unmatchedTitle),
    bullets(
      checklist.unmatched.map(
        ({ rating, reason }) =>
          `${rating.item}${words.colon}${ratingText(rating, words, language)} ${words.unmatched[reason]}`,
      ),
    ),
  ]
}

function csvOf(checklist: Checklist, language: ExportLanguage): string {
  const words = checklistWords[language]
  const rows = checklist.sections.flatMap(({ element, entries }) =>
    entries.map((entry): readonly CsvCell[] => {
      const { ask, provide } = questionsOf(entry, element, words)
      const { instances, mismatches, interviews, items } = entry.evidence
      return [
        checklist.role?.name ?? words.everyone,
        element.code,
        element.name,
        entry.attribute.name,
        ask,
        provide,
        instances,
        mismatches,
        interviews,
        items.join('; '),
        ...ratingCells(entry.rating, words),
        checklist.role !== null && entry.rating === null ? words.notRated : '',
      ]
    }),
  )
  const unmatched = checklist.unmatched.map(({ rating, reason }): readonly CsvCell[] => [
    checklist.role?.name ?? words.everyone,
    ...Array<null>(9).fill(null),
    ...ratingCells(rating, words),
    words.unmatched[reason],
  ])
  return writeCsv(words.columns, [...rows, ...unmatched])
}

function ratingCells(rating: Rating | null, words: ChecklistWords): readonly CsvCell[] {
  if (rating === null) return [null, null, null, null, null, null]
  const { item, count, percent, n, mean, few } = rating
  return [item, count, percent, n, mean, few ? words.yes : words.no]
}
