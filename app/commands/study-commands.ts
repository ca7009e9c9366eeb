import type { StudyInfo } from '../contract/study.ts'
import { TAXONOMY_KEYS } from '../../domain/taxonomy.ts'
import { argument, given, misuse, option, report, splitList, type Command } from './command.ts'
import { countText } from './figures.ts'
import { openStudy, PASSPHRASE, passphraseOf, STUDY, studyPath } from './open-study.ts'
import { listOf } from './table.ts'

export const newStudy: Command = {
  words: ['new'],
  summary: 'Creates a study: one file that holds everything.',
  arguments: [{ name: 'STUDY', help: 'the file to create; .axial is added when absent' }],
  options: {
    title: { value: 'TITLE', help: "the study's title; without it, the file's name" },
    taxonomy: { value: 'KEYS', help: `codes to start from, separated by commas: ${TAXONOMY_KEYS.join(', ')}` },
    ...PASSPHRASE,
  },
  example: 'axial new hospital --title "Models in hospitals" --taxonomy ml-mismatch,quality-issue',
  notes: ['A passphrase cannot be recovered: without it nobody can read the study.'],
  async run(context, parsed) {
    const taxonomies = splitList(option(parsed, 'taxonomy') ?? '').map((key) => {
      const known = TAXONOMY_KEYS.find((candidate) => candidate === key)
      if (known === undefined)
        throw misuse(parsed.command, `there is no taxonomy "${key}" (${TAXONOMY_KEYS.join(', ')})`)
      return known
    })
    const study = await context.call('workspace.create', {
      path: studyPath(context.folder, argument(parsed, 'STUDY')),
      taxonomies,
      ...given({ title: option(parsed, 'title'), passphrase: passphraseOf(context, parsed) }),
    })
    const protection = study.encrypted ? ', encrypted with its passphrase' : ''
    return report(study, `Created "${study.title}" in ${study.path}${protection}.`)
  },
}

export const info: Command = {
  words: ['info'],
  summary: 'Says what a study holds.',
  arguments: [STUDY],
  options: PASSPHRASE,
  example: 'axial info hospital',
  async run(context, parsed) {
    await openStudy(context, parsed)
    const study = await context.call('study.info', {})
    return report(study, infoText(study))
  },
}

/** What a study holds, a line a kind of thing. */
export function infoText(study: StudyInfo): string {
  const number = (value: number) => value.toLocaleString('en')
  const surveys = study.surveys.map((survey): [string, string] => [
    `survey "${survey.name}"`,
    `${countText(survey.respondents, 'respondent')}, ${countText(survey.items, 'item')}`,
  ])
  return listOf([
    ['title', study.title],
    ['transcripts', number(study.transcripts)],
    ['turns', number(study.turns)],
    ['words', number(study.words)],
    ['participants', number(study.participants)],
    ['coders', number(study.coders)],
    ['codes', number(study.codes)],
    ['codings', number(study.codings)],
    ['mismatches', number(study.mismatches)],
    ['instances', number(study.instances)],
    ...(surveys.length === 0 ? [['surveys', '0'] as const] : surveys),
    ['encrypted', study.encrypted ? 'yes' : 'no'],
  ])
}
