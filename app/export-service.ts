import { parse } from 'node:path'
import { seriesOverRounds } from '../domain/agreement/drift.ts'
import { AxialError } from '../domain/errors.ts'
import { systemElementsOf } from '../domain/system-element.ts'
import { TAXONOMY_KEYS } from '../domain/taxonomy.ts'
import type { Term } from '../domain/terms.ts'
import { agreementDocuments } from '../formats/agreement/documents.ts'
import { catalogDocuments } from '../formats/catalog/catalog-documents.ts'
import { checklistDocuments } from '../formats/catalog/checklist-documents.ts'
import { codebookDocuments } from '../formats/codebook/documents.ts'
import { codedTurnsDocuments } from '../formats/coded-turns-documents.ts'
import { descriptorDocuments } from '../formats/catalog/descriptor-json.ts'
import type { ExportDocument, ExportLanguage } from '../formats/export-document.ts'
import { surveyDocuments } from '../formats/survey/documents.ts'
import { computeAgreement } from './agreement/agreement-service.ts'
import { readCatalog, readQualityIssues } from './catalog/catalog-service.ts'
import { readCodedTurns } from './coding/coded-turns-export.ts'
import type { Output, ParsedInput } from './contract.ts'
import type { Handlers, Under } from './handlers.ts'
import type { OpenStudy } from './study/open-study.ts'
import { hasAttribute, summariseSurvey } from './survey-service.ts'
import { codesIn, taxonomyIn } from './catalog/taxonomy-service.ts'
import type { Task } from './task.ts'
import { countCodes } from './codebook/codebook-service.ts'

type Options = ParsedInput<'exports.files'>

const encoder = new TextEncoder()

export const exportHandlers: Handlers<Under<'exports'>> = {
  'exports.preview': async (study, options, task) => {
    const documents = await writeDocuments(study, options, task)
    return documents.map(({ name, text, contains, quotes }) => ({
      name,
      bytes: encoder.encode(text).byteLength,
      contains,
      quotes,
    }))
  },
  'exports.files': async (study, options, task) => {
    const documents = await writeDocuments(study, options, task)
    return documents.map(({ name, text }) => ({ name, bytes: encoder.encode(text) }))
  },
}

async function writeDocuments(study: OpenStudy, options: Options, task: Task): Promise<readonly ExportDocument[]> {
  const { kind, language, grouping } = options
  await task.say({ done: 0, total: 0, what: kind })
  const title = study.read.title()
  switch (kind) {
    case 'descriptors':
      return descriptorDocuments(
        { elements: elementsOf(study, language), items: requireCatalog(study).items },
        { language },
      )
    case 'checklists': {
      const surveys = summariseAll(study, options)
      const catalog = requireCatalog(study)
      return checklistDocuments(
        { study: title, elements: elementsOf(study, language), catalog, surveys, top: grouping.top },
        { language },
      )
    }
    case 'catalog': {
      const qualityIssues = readQualityIssues(study)
      const catalog = readCatalog(study)
      if (catalog.mismatches === 0 && qualityIssues.length === 0) throw nothing('mismatch or quality issue')
      return catalogDocuments({ study: title, catalog, qualityIssues, open: catalog.open }, { language })
    }
    case 'codebook': {
      const codes = countCodes(study, options.coderId)
      if (codes.length === 0) throw nothing('code')
      return codebookDocuments({ study: title, codes: codesIn(codes, language) }, { language })
    }
    case 'survey': {
      const surveys = summariseAll(study, options)
      if (surveys.length === 0) throw nothing('survey')
      return withDistinctNames(
        surveys.flatMap((survey) => surveyDocuments({ survey, top: grouping.top }, { language })),
      )
    }
    case 'codings': {
      const rounds = await readCodedTurns(study, options, task)
      if (rounds.length === 0) throw nothing('coding')
      return codedTurnsDocuments(rounds, { language })
    }
    case 'agreement': {
      const group = options.agreement.group || hasThreeCoders(study)
      const question = { ...options.agreement, harmonised: false, group, coderId: options.coderId }
      const agreement = await computeAgreement(study, question, task)
      if (agreement.comparisons.length === 0) throw nothing('transcript coded twice')
      return agreementDocuments(
        { study: title, agreement, series: await seriesOf(study, question, task) },
        { language },
      )
    }
  }
}

/** Whoever went through two rounds or more, code by code; nobody where it is not coders who are compared, or not codes. */
async function seriesOf(study: OpenStudy, question: ParsedInput<'agreement.compute'>, task: Task) {
  const { between, subject } = question
  const rounds = study.read.people.rounds().filter(({ kind }) => kind === 'independent')
  if (between !== 'coders' || subject !== 'codings' || rounds.length < 2) return []
  const byRound = await computeAgreement(study, { ...question, scope: 'round', resamples: 0 }, task)
  const groups = byRound.groups.some(({ coders }) => coders.length > 2) ? byRound.groups : []
  return seriesOverRounds({ comparisons: byRound.comparisons, groups }).filter((series) => series.rounds.length > 1)
}

/** Whether three coders or more went through some transcript in one round: then they are compared all together, too. */
function hasThreeCoders(study: OpenStudy): boolean {
  const passes = study.read.people.assignments()
  const byPlace = Map.groupBy(passes, ({ transcriptId, roundId }) => `${transcriptId} ${roundId}`)
  return [...byPlace.values()].some((coders) => coders.length > 2)
}

/** Two surveys may be called alike but for what file names leave out: neither's file may take the other's place. */
function withDistinctNames(documents: readonly ExportDocument[]): readonly ExportDocument[] {
  const taken = new Set<string>()
  return documents.map((document) => {
    const { name: stem, ext } = parse(document.name)
    let name = document.name
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${stem}-${String(number)}${ext}`
    taken.add(name.toLowerCase())
    return { ...document, name }
  })
}

function requireCatalog(study: OpenStudy): Output<'catalog.read'> {
  const catalog = readCatalog(study)
  if (catalog.categories.length === 0) throw nothing('mismatch')
  return catalog
}

function elementsOf(study: OpenStudy, language: ExportLanguage) {
  const catalog = readCatalog(study)
  const known = TAXONOMY_KEYS.map((key) => taxonomyIn(key, language))
  return systemElementsOf(catalog, codesIn(study.read.codes.all(), language), known)
}

/** Every survey, grouped where it has the attribute. @throws AxialError column-missing when none has it */
function summariseAll(study: OpenStudy, { grouping }: Options): readonly Output<'surveys.summary'>[] {
  const { by, ...ungrouped } = grouping
  const surveys = study.read.surveys.all()
  const grouped = by === undefined ? [] : surveys.filter((survey) => hasAttribute(study, survey.id, by))
  const [first] = surveys
  // Asking for it of a survey that lacks it gives the sentence that names the columns there are.
  if (by !== undefined && grouped.length === 0 && first !== undefined) summariseSurvey(study, first.name, grouping)
  return surveys.map((survey) => summariseSurvey(study, survey.name, grouped.includes(survey) ? grouping : ungrouped))
}

function nothing(what: Term): AxialError {
  return new AxialError('nothing-to-export', { what })
}
