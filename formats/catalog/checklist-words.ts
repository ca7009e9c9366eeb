import type { Checklist } from '../../domain/checklist.ts'
import type { ExportLanguage } from '../export-document.ts'
import { writeCount } from '../written-number.ts'

type Unmatched = Checklist['unmatched'][number]['reason']

/** What the checklists say, in one language. Counts come with what they are counts of. */
export interface ChecklistWords {
  readonly contains: (role: string | null) => string
  readonly title: (study: string, role: string | null) => string
  readonly basis: (mismatches: number, instances: number, interviews: number) => string
  readonly orderForAll: string
  readonly orderForRole: (survey: string, topLabels: readonly string[]) => string
  readonly ask: string
  readonly provide: string
  readonly generatedAsk: (attribute: string, element: string) => string
  readonly generatedProvide: (attribute: string, element: string) => string
  readonly evidence: (share: string, ofInstances: number, interviews: number, ofInterviews: number) => string
  readonly noInstance: (ofInterviews: number) => string
  readonly rating: (share: string, n: number, mean: string) => string
  readonly notRated: string
  readonly nobodyAnswered: string
  readonly few: (n: number) => string
  readonly fewNote: (limit: number) => string
  readonly unmatchedTitle: string
  readonly unmatched: Readonly<Record<Unmatched, string>>
  readonly colon: string
  readonly everyone: string
  readonly yes: string
  readonly no: string
  readonly columns: readonly string[]
}

export const checklistWords: Readonly<Record<ExportLanguage, ChecklistWords>> = {
  en: {
    contains: (role) =>
      `Checklist for ${role ?? 'everyone'}: questions to ask and what to provide, with counts and catalog ` +
      `references; ` +
      'no participant’s words',
    title: (study, role) => `Checklist for ${role ?? 'everyone'}: ${study}`,
    basis: (mismatches, instances, interviews) =>
      `Made from ${writeCount(mismatches, ['mismatch', 'mismatches'], 'en')} with ` +
      `${writeCount(instances, ['instance', 'instances'], 'en')} in ` +
      `${writeCount(interviews, ['interview', 'interviews'], 'en')}.`,
    orderForAll: 'Elements, and the lines within them, stand by number of instances, most first.',
    orderForRole: (survey, topLabels) =>
      'Within an element the lines stand by how many of this role put them at the top of the scale ' +
      `(${topLabels.join(', ')}) in the survey “${survey}”, then by mean; elements stand by their first line.`,
    ask: 'Ask:',
    provide: 'Provide:',
    generatedAsk: (attribute, element) =>
      `What do we need to know about ${attribute} (${element}), and who can tell us?`,
    generatedProvide: (attribute, element) => `What others need to know about ${attribute} (${element}), written down.`,
    evidence: (share, ofInstances, interviews, ofInterviews) =>
      `${share} of ${writeCount(ofInstances, ['instance', 'instances'], 'en')}, in ${interviews} of ` +
      writeCount(ofInterviews, ['interview', 'interviews'], 'en'),
    noInstance: (ofInterviews) => `No instance in ${writeCount(ofInterviews, ['interview', 'interviews'], 'en')}`,
    rating: (share, n, mean) => `At the top of the scale for ${share} of ${n}, mean ${mean}`,
    notRated: 'Not asked in the survey',
    nobodyAnswered: 'Nobody answered',
    few: (n) => `(few answers: n = ${n})`,
    fewNote: (limit) => `Figures from fewer than ${limit} answers are marked as few.`,
    unmatchedTitle: 'Survey items that belong to no line above',
    unmatched: {
      unknown: '(no subcategory has this name)',
      ambiguous: '(several subcategories have this name)',
      taken: '(another item already rates the same subcategory)',
    },
    colon: ': ',
    everyone: 'everyone',
    yes: 'yes',
    no: 'no',
    columns: [
      'for',
      'element code',
      'element',
      'subcategory',
      'ask',
      'provide',
      'instances',
      'mismatches',
      'interviews',
      'catalog references',
      'survey item',
      'top count',
      'top percent',
      'n',
      'mean',
      'few answers',
      'note',
    ],
  },
  fr: {
    contains: (role) =>
      `Liste de contrôle pour ${role ?? 'tous'} : ce qu’il faut demander et fournir, avec des nombres et des ` +
      `références au ` +
      'catalogue ; aucune parole de participant',
    title: (study, role) => `Liste de contrôle pour ${role ?? 'tous'} : ${study}`,
    basis: (mismatches, instances, interviews) =>
      `Établie à partir de ${writeCount(mismatches, ['discordance', 'discordances'], 'fr')}, soit ` +
      `${writeCount(instances, ['occurrence', 'occurrences'], 'fr')}, dans ` +
      `${writeCount(interviews, ['entretien', 'entretiens'], 'fr')}.`,
    orderForAll: 'Les éléments, et les lignes de chacun, sont rangés par nombre d’occurrences décroissant.',
    orderForRole: (survey, topLabels) =>
      'Dans chaque élément, les lignes sont rangées selon le nombre de personnes de ce rôle qui les placent en haut ' +
      'de ' +
      `l’échelle (${topLabels.join(', ')}) dans l’enquête « ${survey} », puis selon la moyenne ; les éléments ` +
      `suivent leur ` +
      'première ligne.',
    ask: 'Demander :',
    provide: 'Fournir :',
    generatedAsk: (attribute, element) =>
      `Que faut-il savoir au sujet de « ${attribute} » (${element}), et qui peut nous le dire ?`,
    generatedProvide: (attribute, element) =>
      `Ce que les autres doivent savoir au sujet de « ${attribute} » (${element}), par écrit.`,
    evidence: (share, ofInstances, interviews, ofInterviews) =>
      `${share} sur ${writeCount(ofInstances, ['occurrence', 'occurrences'], 'fr')}, dans ${interviews} sur ` +
      writeCount(ofInterviews, ['entretien', 'entretiens'], 'fr'),
    noInstance: (ofInterviews) =>
      `Aucune occurrence dans ${writeCount(ofInterviews, ['entretien', 'entretiens'], 'fr')}`,
    rating: (share, n, mean) => `En haut de l’échelle pour ${share} sur ${n}, moyenne ${mean}`,
    notRated: 'Absent de l’enquête',
    nobodyAnswered: 'Personne n’a répondu',
    few: (n) => `(peu de réponses : n = ${n})`,
    fewNote: (limit) => `Les valeurs qui reposent sur moins de ${limit} réponses sont signalées.`,
    unmatchedTitle: 'Questions de l’enquête qui ne se rattachent à aucune ligne',
    unmatched: {
      unknown: '(aucune sous-catégorie ne porte ce nom)',
      ambiguous: '(plusieurs sous-catégories portent ce nom)',
      taken: '(une autre question évalue déjà la même sous-catégorie)',
    },
    colon: ' : ',
    everyone: 'tous',
    yes: 'oui',
    no: 'non',
    columns: [
      'pour',
      'code de l’élément',
      'élément',
      'sous-catégorie',
      'demander',
      'fournir',
      'occurrences',
      'discordances',
      'entretiens',
      'références au catalogue',
      'question de l’enquête',
      'nombre en haut de l’échelle',
      'pourcentage en haut de l’échelle',
      'n',
      'moyenne',
      'peu de réponses',
      'remarque',
    ],
  },
}
