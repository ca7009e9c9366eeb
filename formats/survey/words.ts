import type { ExportLanguage } from '../export-document.ts'
import { writeCount } from '../written-number.ts'

/** What the survey's documents say, in one language. */
export interface SurveyWords {
  readonly title: (survey: string) => string
  readonly basis: (respondents: number, items: number) => string
  readonly scale: (labels: readonly string[]) => string
  readonly topTitle: (labels: readonly string[]) => string
  readonly topNote: string
  readonly fewNote: (limit: number) => string
  readonly item: string
  readonly everyone: string
  readonly group: (name: string, respondents: number) => string
  readonly answers: (n: number) => string
  readonly figures: string
  readonly figuresNote: string
  readonly missing: string
  readonly mean: string
  readonly interval: string
  readonly median: string
  readonly mode: string
  readonly sd: string
  readonly idColumn: string
  readonly groupColumn: string
  readonly countColumn: (label: string) => string
  readonly percentColumn: (label: string) => string
  readonly topCount: string
  readonly topPercent: string
  readonly low: string
  readonly high: string
  readonly contains: (respondents: number, items: number) => string
  readonly chartContains: (items: number, group: string | null) => string
  readonly smallGroups: string
  readonly chartTitle: (survey: string, group: string | null) => string
  readonly chartNote: (labels: readonly string[]) => string
  readonly chartRow: (item: string, n: number, shares: readonly string[]) => string
  readonly noAnswer: string
}

export const surveyWords: Readonly<Record<ExportLanguage, SurveyWords>> = {
  en: {
    title: (survey) => `Survey: ${survey}`,
    basis: (respondents, items) =>
      `${writeCount(respondents, ['respondent', 'respondents'], 'en')}, ${writeCount(items, ['item', 'items'], 'en')}.`,
    scale: (labels) => `Scale, lowest first: ${labels.map((label, index) => `${index + 1} ${label}`).join(', ')}.`,
    topTitle: (labels) => `Answers at the top of the scale (${labels.join(' + ')})`,
    topNote: 'Count and percent of those who answered the item; n is given where it is not that of the column.',
    fewNote: (limit) => `† fewer than ${limit} answers.`,
    item: 'Item',
    everyone: '(all)',
    group: (name, respondents) => `${name} (n = ${respondents})`,
    answers: (n) => `n = ${n}`,
    figures: 'Figures, all respondents',
    figuresNote:
      'The interval is a 95 % percentile bootstrap interval of the mean; SD is the sample standard deviation.',
    missing: 'Missing',
    mean: 'Mean',
    interval: '95 % interval',
    median: 'Median',
    mode: 'Mode',
    sd: 'SD',
    idColumn: 'item id',
    groupColumn: 'group',
    countColumn: (label) => `count: ${label}`,
    percentColumn: (label) => `percent: ${label}`,
    topCount: 'top count',
    topPercent: 'top percent',
    low: 'mean low',
    high: 'mean high',
    contains: (respondents, items) =>
      `Summed answers of ${writeCount(respondents, ['respondent', 'respondents'], 'en')} to ` +
      `${writeCount(items, ['item', 'items'], 'en')}; no free text`,
    chartContains: (items, group) =>
      `Chart of the answers ${group === null ? '' : `of the group “${group}” `}to ` +
      `${writeCount(items, ['item', 'items'], 'en')}; no free text`,
    smallGroups: '; some groups are so small that one person’s answers may be recognised',
    chartTitle: (survey, group) => `Answers to the survey “${survey}”${group === null ? '' : `: ${group}`}`,
    chartNote: (labels) =>
      `Diverging stacked bars, one for each item, with the middle of the scale on the centre line; from left to ` +
      `right: ` +
      `${labels.join(', ')}. Percents are of those who answered.`,
    chartRow: (item, n, shares) => `${item}, n = ${n}: ${shares.join(', ')}`,
    noAnswer: 'no answer',
  },
  fr: {
    title: (survey) => `Enquête : ${survey}`,
    basis: (respondents, items) =>
      `${writeCount(respondents, ['personne interrogée', 'personnes interrogées'], 'fr')}, ` +
      `${writeCount(items, ['question', 'questions'], 'fr')}.`,
    scale: (labels) =>
      `Échelle, du plus bas au plus haut : ${labels.map((label, index) => `${index + 1} ${label}`).join(', ')}.`,
    topTitle: (labels) => `Réponses en haut de l’échelle (${labels.join(' + ')})`,
    topNote:
      'Nombre et pourcentage des personnes qui ont répondu à la question ; n est indiqué quand il diffère de celui ' +
      'de la colonne.',
    fewNote: (limit) => `† moins de ${limit} réponses.`,
    item: 'Question',
    everyone: '(tous)',
    group: (name, respondents) => `${name} (n = ${respondents})`,
    answers: (n) => `n = ${n}`,
    figures: 'Mesures, ensemble des réponses',
    figuresNote:
      'L’intervalle est un intervalle bootstrap (percentiles) à 95 % de la moyenne ; ET : écart type de l’échantillon.',
    missing: 'Sans réponse',
    mean: 'Moyenne',
    interval: 'Intervalle à 95 %',
    median: 'Médiane',
    mode: 'Mode',
    sd: 'ET',
    idColumn: 'identifiant',
    groupColumn: 'groupe',
    countColumn: (label) => `nombre : ${label}`,
    percentColumn: (label) => `pourcentage : ${label}`,
    topCount: 'nombre en haut de l’échelle',
    topPercent: 'pourcentage en haut de l’échelle',
    low: 'moyenne, bas',
    high: 'moyenne, haut',
    contains: (respondents, items) =>
      `Réponses agrégées de ${writeCount(respondents, ['personne', 'personnes'], 'fr')} à ` +
      `${writeCount(items, ['question', 'questions'], 'fr')} ; aucun texte libre`,
    chartContains: (items, group) =>
      `Graphique des réponses ${group === null ? '' : `du groupe « ${group} » `}à ` +
      `${writeCount(items, ['question', 'questions'], 'fr')} ; aucun texte libre`,
    smallGroups: ' ; certains groupes sont si petits que les réponses d’une personne peuvent se reconnaître',
    chartTitle: (survey, group) => `Réponses à l’enquête « ${survey} »${group === null ? '' : ` : ${group}`}`,
    chartNote: (labels) =>
      `Barres empilées divergentes, une par question, le milieu de l’échelle sur la ligne centrale ; de gauche à ` +
      `droite : ` +
      `${labels.join(', ')}. Les pourcentages portent sur les personnes qui ont répondu.`,
    chartRow: (item, n, shares) => `${item}, n = ${n} : ${shares.join(', ')}`,
    noAnswer: 'aucune réponse',
  },
}
