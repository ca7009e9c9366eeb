import { AxialError } from '../domain/errors.ts'
import type { SurveyId } from '../domain/ids.ts'
import { mergeGroups, summariseItems, type Groups } from '../domain/survey/survey-summary.ts'
import { parseSurveyExport } from '../formats/survey/survey-export.ts'
import type { Survey } from '../db/surveys.ts'
import type { z } from 'zod'
import type { grouping } from './contract/surveys.ts'
import type { Output, ParsedInput } from './contract.ts'
import { requireName, type Handlers, type Under } from './handlers.ts'
import type { OpenStudy } from './study/open-study.ts'
import type { Task } from './task.ts'

export const surveyHandlers: Handlers<Under<'surveys'>> = {
  'surveys.list': listSurveys,
  'surveys.import': importSurvey,
  'surveys.summary': (study, { name, ...given }) => summariseSurvey(study, name, given),
}

type Grouping = z.output<typeof grouping>

function listSurveys(study: OpenStudy): Output<'surveys.list'> {
  const { surveys } = study.read
  return surveys.all().map(({ id, name, scale }) => {
    const respondents = surveys.respondents(id)
    const values = Map.groupBy(
      respondents.flatMap((respondent) => respondent.attributes),
      (attribute) => attribute.label,
    )
    return {
      name,
      respondents: respondents.length,
      items: surveys.items(id).length,
      scale: [...scale],
      attributes: [...values].map(([label, attributes]) => ({
        name: label,
        groups: [...Map.groupBy(attributes, ({ value }) => value)].map(([group, members]) => ({
          name: group,
          count: members.length,
        })),
      })),
    }
  })
}

async function importSurvey(
  study: OpenStudy,
  { file, name: given, keep, coderId }: ParsedInput<'surveys.import'>,
  task: Task,
): Promise<Output<'surveys.import'>> {
  const name = requireName('survey', given)
  if (study.read.surveys.all().some((survey) => survey.name === name)) {
    throw new AxialError('name-taken', { what: 'survey', name })
  }
  return study.actLong({ action: 'surveys.import', detail: name, coderId }, async () => {
    await task.say({ done: 0, total: 0, what: file.name })
    const parsed = await parseSurveyExport(file.name, file.bytes, { keep })
    const { surveys } = study.write
    const surveyId = study.newId('survey')
    surveys.add({ id: surveyId, name, source: parsed.source, scale: parsed.scale }, study.world.newId)
    const items = parsed.items.map(({ column, label }, position) => {
      const id = study.newId('item')
      surveys.addItem(surveyId, { id, column, label }, position)
      return id
    })
    for (const [position, respondent] of parsed.respondents.entries()) {
      const id = study.newId('respondent')
      const attributes = parsed.attributes.flatMap(({ column, label }) => {
        const value = respondent.attributes[column]
        return value === undefined || value === '' ? [] : [{ column, label, value }]
      })
      surveys.addRespondent(surveyId, { id, attributes }, position, study.world.newId)
      for (const [index, value] of respondent.answers.entries()) {
        const item = items[index]
        if (item !== undefined && value !== null) surveys.addAnswer(study.newId('answer'), id, item, value)
      }
      await task.step({ done: position + 1, total: parsed.respondents.length, what: file.name })
    }
    return {
      name,
      source: parsed.source,
      respondents: parsed.respondents.length,
      items: items.length,
      scale: [...parsed.scale],
      attributes: parsed.attributes.map(({ label }) => label),
      leftOut: [...parsed.leftOut],
      ignored: [...parsed.ignored],
      kept: [...parsed.kept],
      skipped: [...parsed.skipped],
    }
  })
}

/** @throws AxialError not-found when there is no such survey, column-missing when there is no such attribute */
export function summariseSurvey(study: OpenStudy, name: string, given: Grouping): Output<'surveys.summary'> {
  const { surveys } = study.read
  const survey = requireSurvey(study, name)
  const points = survey.scale.length
  if (given.top > points) throw new AxialError('top-too-large', { name, points, top: given.top })
  const respondents = surveys.respondents(survey.id)
  const answers = surveys.answers(survey.id)
  const items = surveys.items(survey.id).map(({ id, column, label }) => ({
    id: column,
    label,
    values: respondents.map((respondent) => answers.get(id)?.get(respondent.id) ?? null),
  }))
  const groups: Groups =
    given.by === undefined ? new Map() : groupBy(attributeValues(respondents, given.by), given.merge)
  const { top, seed } = given
  const summaries = summariseItems(items, groups, survey.scale, { top, seed })
  return {
    name: survey.name,
    respondents: respondents.length,
    scale: [...survey.scale],
    items: summaries.map(({ id, label, overall, groups: ofGroups }) => ({
      id,
      label,
      overall: plain(overall),
      groups: ofGroups.map((summary) => ({ group: summary.group, ...plain(summary) })),
    })),
  }
}

function groupBy(values: readonly (string | null)[], merge: Grouping['merge']): Groups {
  for (const group of merge.flatMap(({ groups }) => groups)) {
    // A mistyped group would leave its members out of the merged one without a word.
    if (!values.includes(group)) throw new AxialError('not-found', { what: 'group', name: group })
  }
  return mergeGroups(values, merge)
}

function requireSurvey(study: OpenStudy, name: string): Survey {
  const survey = study.read.surveys.all().find((candidate) => candidate.name === name)
  if (survey === undefined) throw new AxialError('not-found', { what: 'survey', name })
  return survey
}

/** Whether any respondent of the survey has the attribute, named by its column or its label. */
export function hasAttribute(study: OpenStudy, survey: SurveyId, by: string): boolean {
  return study.read.surveys
    .respondents(survey)
    .some(({ attributes }) => attributes.some(({ column, label }) => column === by || label === by))
}

/** The value of an attribute, named by its column or its label, for each respondent; null for those without. */
function attributeValues(
  respondents: readonly { readonly attributes: readonly { column: string; label: string; value: string }[] }[],
  by: string,
): readonly (string | null)[] {
  const columns = new Map(
    respondents.flatMap(({ attributes }) => attributes.map(({ column, label }) => [column, label])),
  )
  const column = columns.has(by) ? by : [...columns].find(([, label]) => label === by)?.[0]
  if (column === undefined) {
    const known = [...columns].map(([id, label]) => (id === label ? id : `${id} (${label})`)).join(', ')
    throw new AxialError('column-missing', { name: by, known: known || '—' })
  }
  return respondents.map(({ attributes }) => attributes.find((attribute) => attribute.column === column)?.value ?? null)
}

type Summary = ReturnType<typeof summariseItems>[number]['overall']

function plain({ n, missing, counts, top, mean, median, mode, sd, interval }: Summary) {
  return {
    n,
    missing,
    counts: counts.map((point) => ({ ...point })),
    top,
    mean,
    median,
    mode: [...mode],
    sd,
    interval: interval === null ? null : ([interval[0], interval[1]] satisfies [number, number]),
  }
}
