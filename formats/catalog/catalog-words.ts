import type { Facet, Phase } from '../../domain/catalog.ts'
import type { ExportLanguage } from '../export-document.ts'
import { writeCount } from '../written-number.ts'

/** What the catalog's documents say, in one language. */
export interface CatalogWords {
  readonly title: (study: string) => string
  readonly summary: (mismatches: number, instances: number, interviews: number, issues: number) => string
  readonly open: (transcript: string, round: string, disagreements: number) => string
  readonly mismatchCount: (mismatches: number) => string
  readonly issueCount: (issues: number) => string
  readonly prevalenceOf: (instances: number) => string
  readonly withQuotes: string
  readonly withoutQuotes: string
  readonly prevalence: string
  readonly percentOf: (instances: number) => string
  readonly allSubcategories: string
  readonly prevalenceHeads: readonly string[]
  readonly mismatches: string
  readonly noMismatches: string
  readonly qualityIssues: string
  readonly noQualityIssues: string
  readonly interview: string
  readonly description: string
  readonly information: string
  readonly instances: string
  readonly phase: string
  readonly phases: Readonly<Record<Phase, string>>
  readonly facetLabels: Readonly<Record<Facet, string>>
  readonly mismatchColumns: readonly string[]
  readonly pairColumns: (number: number) => readonly string[]
  readonly issueColumns: readonly string[]
  readonly facetColumns: Readonly<Record<Facet, string>>
  readonly evidenceColumns: readonly string[]
  readonly prevalenceColumns: readonly string[]
}

export const catalogWords: Readonly<Record<ExportLanguage, CatalogWords>> = {
  en: {
    title: (study) => `Catalog: ${study}`,
    summary: (mismatches, instances, interviews, issues) =>
      `${writeCount(mismatches, ['mismatch', 'mismatches'], 'en')} with ` +
      `${writeCount(instances, ['instance', 'instances'], 'en')} from ` +
      `${writeCount(interviews, ['interview', 'interviews'], 'en')}, and ` +
      writeCount(issues, ['quality issue', 'quality issues'], 'en'),
    open: (transcript, round, disagreements) =>
      `Not complete: ${writeCount(disagreements, ['disagreement', 'disagreements'], 'en')} about ${transcript} ` +
      `(${round}) ${disagreements === 1 ? 'is' : 'are'} still open.`,
    mismatchCount: (mismatches) => writeCount(mismatches, ['mismatch', 'mismatches'], 'en'),
    issueCount: (issues) => writeCount(issues, ['quality issue', 'quality issues'], 'en'),
    prevalenceOf: (instances) => `Counts of ${writeCount(instances, ['instance', 'instances'], 'en')} by category`,
    withQuotes: '; with participants’ own words',
    withoutQuotes: '; no participant’s words',
    prevalence: 'Prevalence',
    percentOf: (instances) => `Percents are of all ${writeCount(instances, ['instance', 'instances'], 'en')}.`,
    allSubcategories: '(all)',
    prevalenceHeads: ['Category', 'Subcategory', 'Instances', 'Mismatches', 'Interviews'],
    mismatches: 'Mismatches',
    noMismatches: 'None yet.',
    qualityIssues: 'Quality issues',
    noQualityIssues: 'None yet.',
    interview: 'Interview:',
    description: 'Description:',
    information: 'Information not communicated:',
    instances: 'Instances:',
    phase: 'Phase:',
    phases: {
      'data-collection': 'data collection',
      'data-preparation': 'data preparation',
      'model-evaluation': 'model evaluation',
      'model-deployment': 'model deployment',
      'model-maintenance': 'model maintenance',
    },
    facetLabels: {
      symptom: 'Symptom:',
      'root-cause': 'Root cause:',
      consequence: 'Consequence:',
      mitigation: 'Mitigation:',
    },
    mismatchColumns: ['reference', 'interview', 'quote', 'description', 'information not communicated'],
    pairColumns: (number) => [`category code ${number}`, `category ${number}`, `subcategory ${number}`],
    issueColumns: ['reference', 'name', 'phase', 'description'],
    facetColumns: {
      symptom: 'symptoms',
      'root-cause': 'root causes',
      consequence: 'consequences',
      mitigation: 'mitigations',
    },
    evidenceColumns: ['interviews', 'evidence'],
    prevalenceColumns: [
      'category code',
      'category',
      'subcategory',
      'instances',
      'percent',
      'mismatches',
      'interviews',
      'catalog references',
    ],
  },
  fr: {
    title: (study) => `Catalogue : ${study}`,
    summary: (mismatches, instances, interviews, issues) =>
      `${writeCount(mismatches, ['discordance', 'discordances'], 'fr')}, soit ` +
      `${writeCount(instances, ['occurrence', 'occurrences'], 'fr')}, dans ` +
      `${writeCount(interviews, ['entretien', 'entretiens'], 'fr')}, et ` +
      writeCount(issues, ['problème de qualité', 'problèmes de qualité'], 'fr'),
    open: (transcript, round, disagreements) =>
      `Incomplet : sur ${transcript} (${round}), ` +
      `${writeCount(disagreements, ['désaccord est encore ouvert', 'désaccords sont encore ouverts'], 'fr')}.`,
    mismatchCount: (mismatches) => writeCount(mismatches, ['discordance', 'discordances'], 'fr'),
    issueCount: (issues) => writeCount(issues, ['problème de qualité', 'problèmes de qualité'], 'fr'),
    prevalenceOf: (instances) =>
      `Répartition de ${writeCount(instances, ['occurrence', 'occurrences'], 'fr')} par catégorie`,
    withQuotes: ' ; avec les paroles des participants',
    withoutQuotes: ' ; aucune parole de participant',
    prevalence: 'Fréquence',
    percentOf: (instances) =>
      `Pourcentages calculés sur l’ensemble (${writeCount(instances, ['occurrence', 'occurrences'], 'fr')}).`,
    allSubcategories: '(toutes)',
    prevalenceHeads: ['Catégorie', 'Sous-catégorie', 'Occurrences', 'Discordances', 'Entretiens'],
    mismatches: 'Discordances',
    noMismatches: 'Aucune pour l’instant.',
    qualityIssues: 'Problèmes de qualité',
    noQualityIssues: 'Aucun pour l’instant.',
    interview: 'Entretien :',
    description: 'Description :',
    information: 'Information non communiquée :',
    instances: 'Occurrences :',
    phase: 'Phase :',
    phases: {
      'data-collection': 'collecte des données',
      'data-preparation': 'préparation des données',
      'model-evaluation': 'évaluation du modèle',
      'model-deployment': 'déploiement du modèle',
      'model-maintenance': 'maintenance du modèle',
    },
    facetLabels: {
      symptom: 'Symptôme :',
      'root-cause': 'Cause première :',
      consequence: 'Conséquence :',
      mitigation: 'Remède :',
    },
    mismatchColumns: ['référence', 'entretien', 'citation', 'description', 'information non communiquée'],
    pairColumns: (number) => [`code de catégorie ${number}`, `catégorie ${number}`, `sous-catégorie ${number}`],
    issueColumns: ['référence', 'nom', 'phase', 'description'],
    facetColumns: {
      symptom: 'symptômes',
      'root-cause': 'causes premières',
      consequence: 'conséquences',
      mitigation: 'remèdes',
    },
    evidenceColumns: ['entretiens', 'preuves'],
    prevalenceColumns: [
      'code de catégorie',
      'catégorie',
      'sous-catégorie',
      'occurrences',
      'pourcentage',
      'discordances',
      'entretiens',
      'références au catalogue',
    ],
  },
}
