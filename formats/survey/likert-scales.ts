/**
 * Scales that questionnaires use, lowest point first, the spellings of a point parted by `|`. From the answer sets that
 * survey tools offer in English and French.
 */
const KNOWN_SCALES: readonly (readonly string[])[] = [
  // Importance
  ['Not Important|Unimportant', 'Somewhat Important', 'Important', 'Very Important'],
  [
    'Not at all important|Not important',
    'Slightly important|A little important',
    'Moderately important|Somewhat important',
    'Very important',
    'Extremely important',
  ],
  [
    'Not at all important|Not important|Unimportant',
    'Slightly important|Of little importance|Low importance',
    'Moderately important|Somewhat important|Neutral',
    'Important',
    'Very important',
  ],
  [
    'Not at all important',
    'Not very important|Somewhat unimportant',
    'Neutral',
    'Somewhat important',
    'Very important',
  ],
  ['Not at all important', 'Not very important', 'Fairly important|Somewhat important', 'Very important'],
  [
    'Pas important|Pas du tout important',
    'Peu important',
    'Important|Assez important|Plutôt important',
    'Très important',
  ],
  [
    'Pas du tout important|Pas important',
    'Peu important',
    'Moyennement important|Assez important|Modérément important',
    'Important',
    'Très important',
  ],
  [
    'Pas du tout important',
    'Légèrement important|Peu important',
    'Modérément important|Moyennement important',
    'Très important',
    'Extrêmement important',
  ],
  ['Pas du tout important', 'Pas très important|Plutôt pas important', 'Neutre', 'Plutôt important', 'Très important'],
  // Agreement
  [
    'Strongly disagree|Totally disagree|Completely disagree',
    'Disagree|Somewhat disagree',
    'Neither agree nor disagree|Neutral|Undecided',
    'Agree|Somewhat agree',
    'Strongly agree|Totally agree|Completely agree',
  ],
  [
    'Strongly disagree|Totally disagree',
    'Disagree|Somewhat disagree',
    'Agree|Somewhat agree',
    'Strongly agree|Totally agree',
  ],
  [
    'Strongly disagree',
    'Disagree',
    'Somewhat disagree|Slightly disagree',
    'Neither agree nor disagree|Neutral',
    'Somewhat agree|Slightly agree',
    'Agree',
    'Strongly agree',
  ],
  [
    "Pas du tout d'accord|Fortement en désaccord|Totalement en désaccord|Tout à fait en désaccord",
    "Pas d'accord|Plutôt pas d'accord|En désaccord|Plutôt en désaccord",
    "Ni d'accord ni en désaccord|Ni d'accord, ni pas d'accord|Neutre|Ni en accord ni en désaccord",
    "D'accord|Plutôt d'accord|En accord|Plutôt en accord",
    "Tout à fait d'accord|Fortement d'accord|Totalement d'accord|Fortement en accord|Tout à fait en accord",
  ],
  [
    "Pas du tout d'accord|Fortement en désaccord|Totalement en désaccord",
    "Pas d'accord|Plutôt pas d'accord|En désaccord|Plutôt en désaccord",
    "D'accord|Plutôt d'accord|En accord|Plutôt en accord",
    "Tout à fait d'accord|Fortement d'accord|Totalement d'accord|Fortement en accord",
  ],
  // Frequency
  [
    'Never',
    'Rarely|Seldom|Almost never',
    'Sometimes|Occasionally',
    'Often|Frequently|Regularly',
    'Always|Very often|Very frequently|Almost always',
  ],
  ['Never', 'Rarely|Seldom|Almost never', 'Occasionally', 'Sometimes|Regularly|Often', 'Frequently'],
  ['Never', 'Rarely|Seldom', 'Sometimes|Occasionally', 'Often|Frequently|Always'],
  ['Never', 'Sometimes', 'About half the time', 'Most of the time', 'Always'],
  [
    'Jamais',
    'Rarement|Presque jamais',
    'Parfois|Quelquefois|Occasionnellement|De temps en temps',
    'Souvent|Fréquemment|Régulièrement',
    'Toujours|Très souvent|Très fréquemment',
  ],
  ['Jamais', 'Rarement|Presque jamais', 'Occasionnellement', 'Parfois|Régulièrement|Souvent', 'Fréquemment'],
  ['Jamais', 'Rarement', 'Parfois|Quelquefois|Occasionnellement', 'Souvent|Fréquemment|Toujours'],
  // Likelihood
  [
    'Extremely unlikely|Very unlikely',
    'Somewhat unlikely|Unlikely',
    'Neither likely nor unlikely|Neutral',
    'Somewhat likely|Likely',
    'Extremely likely|Very likely',
  ],
  ['Very unlikely', 'Unlikely|Somewhat unlikely', 'Likely|Somewhat likely', 'Very likely'],
  ['Not at all likely', 'Slightly likely', 'Moderately likely', 'Very likely', 'Extremely likely'],
  [
    'Très improbable|Très peu probable|Extrêmement peu probable',
    'Improbable|Peu probable|Plutôt improbable',
    'Ni probable ni improbable|Neutre',
    'Probable|Plutôt probable',
    'Très probable|Extrêmement probable',
  ],
  // Quality
  ['Very poor|Very bad|Terrible', 'Poor|Bad', 'Fair|Average|Acceptable|Neutral', 'Good', 'Very good|Excellent'],
  ['Poor', 'Fair|Average', 'Good', 'Very good', 'Excellent'],
  ['Poor', 'Fair|Average', 'Good', 'Excellent|Very good'],
  [
    'Très mauvais|Très mauvaise|Très faible',
    'Mauvais|Mauvaise|Faible',
    'Moyen|Moyenne|Passable|Acceptable',
    'Bon|Bonne',
    'Très bon|Très bonne|Excellent|Excellente',
  ],
  // Satisfaction
  [
    'Very dissatisfied|Extremely dissatisfied',
    'Dissatisfied|Somewhat dissatisfied',
    'Neither satisfied nor dissatisfied|Neutral',
    'Satisfied|Somewhat satisfied',
    'Very satisfied|Extremely satisfied',
  ],
  ['Very dissatisfied', 'Dissatisfied|Somewhat dissatisfied', 'Satisfied|Somewhat satisfied', 'Very satisfied'],
  [
    'Très insatisfait|Très insatisfaite|Pas du tout satisfait',
    'Insatisfait|Insatisfaite|Plutôt insatisfait|Peu satisfait',
    'Neutre|Ni satisfait ni insatisfait',
    'Satisfait|Satisfaite|Plutôt satisfait',
    'Très satisfait|Très satisfaite',
  ],
  // Extent
  [
    'Not at all',
    'Slightly|A little',
    'Moderately|Somewhat|To some extent',
    'Very|Very much|A lot',
    'Extremely|A great deal|Completely',
  ],
  ['Pas du tout', 'Un peu', 'Moyennement|Modérément', 'Beaucoup', 'Énormément|Extrêmement'],
  ['Very low', 'Low', 'Medium|Moderate|Average', 'High', 'Very high'],
  ['None', 'Low', 'Medium|Moderate', 'High'],
  ['Low', 'Medium|Moderate', 'High'],
  ['Très faible', 'Faible', 'Moyen|Moyenne', 'Élevé|Élevée|Forte|Fort', 'Très élevé|Très élevée|Très forte|Très fort'],
]

/** No point of a scale is longer; of what is, the beginning is compared. */
const LONGEST_ANSWER = 200

/** Answers that are no point of any scale: they count as missing. */
const NO_ANSWER = new Set(
  [
    'n/a',
    'na',
    'not applicable',
    "don't know",
    "i don't know",
    'do not know',
    'no opinion',
    'no answer',
    'prefer not to answer',
    'prefer not to say',
    'unsure',
    'not sure',
    'ne sais pas',
    'je ne sais pas',
    'ne sait pas',
    'sans opinion',
    'sans objet',
    'non applicable',
    'pas de réponse',
    'préfère ne pas répondre',
  ].map(foldAnswer),
)

export interface Scale {
  /** Lowest first, as the file spells them. */
  readonly labels: readonly string[]
  /** The value of an answer, 1 to the number of labels; null for one that is none of the scale's. */
  readonly valueOf: (answer: string) => number | null
}

/** An answer as answers are compared: case, blanks, form of apostrophes and a last full stop ignored. */
function foldAnswer(answer: string): string {
  return answer
    .slice(0, LONGEST_ANSWER)
    .normalize('NFC')
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim()
    .toLocaleLowerCase('en')
}

/** Whether an answer says that there is none. */
function isNoAnswer(answer: string): boolean {
  return answer === '' || NO_ANSWER.has(foldAnswer(answer))
}

export interface ScaleChoice {
  readonly scale: Scale
  /** Indexes of the columns that are answered on it. */
  readonly columns: readonly number[]
}

/**
 * The scale that most columns are answered on, each column given as its distinct answers. A column counts when all its
 * answers belong to the scale; of scales that the same columns fit, the shortest one. Known sets of labels come first
 * (points that nobody chose included), then labels that carry their number ("1 - Never"), then bare numbers from 0 or 1
 * that two or more columns share. Null when there is none.
 */
export function chooseScale(columns: readonly (readonly string[])[]): ScaleChoice | null {
  const known = KNOWN_SCALES.flatMap((points) => knownScale(points, columns) ?? [])
  known.sort((a, b) => b.columns.length - a.columns.length || a.scale.labels.length - b.scale.labels.length)
  let best = known[0] ?? null
  for (const choice of [numberedScale(columns), bareScale(columns)]) {
    if (choice !== null && choice.columns.length > (best?.columns.length ?? 0)) best = choice
  }
  return best
}

type Columns = readonly (readonly string[])[]

function columnsThat(columns: Columns, fits: (answer: string) => boolean): readonly number[] {
  return columns.flatMap((answers, index) => {
    const given = answers.filter((answer) => !isNoAnswer(answer))
    return given.length > 0 && given.every(fits) ? [index] : []
  })
}

function answersOf(columns: Columns, chosen: readonly number[]): readonly string[] {
  return [...new Set(chosen.flatMap((index) => columns[index] ?? []).filter((answer) => !isNoAnswer(answer)))]
}

function knownScale(points: readonly string[], columns: Columns): ScaleChoice | null {
  const values = new Map<string, number>()
  for (const [index, point] of points.entries()) {
    for (const spelling of point.split('|')) values.set(foldAnswer(spelling), index + 1)
  }
  const chosen = columnsThat(columns, (answer) => values.has(foldAnswer(answer)))
  if (chosen.length === 0) return null
  const used = new Map<number, string>()
  const spellings = new Map<number, string>()
  for (const answer of answersOf(columns, chosen)) {
    const value = values.get(foldAnswer(answer)) ?? 0
    // Two spellings of one point in one file are two points of some other scale.
    if (spellings.has(value) && spellings.get(value) !== foldAnswer(answer)) return null
    spellings.set(value, foldAnswer(answer))
    if (!used.has(value)) used.set(value, answer.trim())
  }
  const titled = [...used.values()].every((label) => label.split(' ').every((word) => /^\P{Ll}/u.test(word)))
  const labels = points.map((point, index) => {
    const spelling = point.split('|')[0] ?? point
    return used.get(index + 1) ?? (titled ? titleCase(spelling) : spelling.charAt(0) + spelling.slice(1).toLowerCase())
  })
  return { columns: chosen, scale: { labels, valueOf: (answer) => values.get(foldAnswer(answer)) ?? null } }
}

function titleCase(label: string): string {
  return label.replaceAll(/(^|\s)(\p{Ll})/gu, (_, blank: string, letter: string) => blank + letter.toUpperCase())
}

/** `1 - Never`, `5: Always`, `3 (Neutral)`. */
const NUMBERED = /^(\d{1,2})\s*(?:[-–—:.)=]\s*|\()(\p{L}.{0,200})$/u
const MOST_POINTS = 11

function numberedScale(columns: Columns): ScaleChoice | null {
  const chosen = columnsThat(
    columns,
    (answer) => NUMBERED.test(answer.trim()) || /^\d{1,2}$/.test(answer.trim()),
  ).filter((index) => columns[index]?.some((answer) => NUMBERED.test(answer.trim())))
  const labels = new Map<number, string>()
  for (const answer of answersOf(columns, chosen)) {
    const number = Number.parseInt(answer, 10)
    const named = NUMBERED.test(answer.trim())
    const standing = labels.get(number)
    // One number with two meanings is a list of options, not a scale.
    if (named && standing !== undefined && NUMBERED.test(standing) && foldAnswer(standing) !== foldAnswer(answer))
      return null
    if (named || standing === undefined) labels.set(number, answer.trim())
  }
  if (labels.size < 2) return null
  const low = Math.min(1, ...labels.keys())
  const high = Math.max(...labels.keys())
  return high - low + 1 > MOST_POINTS ? null : { columns: chosen, scale: scaleOfNumbers(low, high, labels) }
}

function bareScale(columns: Columns): ScaleChoice | null {
  const chosen = columnsThat(
    columns,
    (answer) => /^\d{1,2}(?:\.0)?$/.test(answer.trim()) && Number(answer) < MOST_POINTS,
  )
  const numbers = answersOf(columns, chosen).map(Number)
  if (chosen.length < 2 || new Set(numbers).size < 2) return null
  const low = Math.min(1, ...numbers)
  const most = Math.max(...numbers)
  // The usual lengths: nobody says where the scale ends when nobody chose its last point.
  const high = [3, 5, 7, 10].find((length) => most <= length && (length > 3 || most === 3)) ?? most
  return { columns: chosen, scale: scaleOfNumbers(low, high, new Map()) }
}

function scaleOfNumbers(low: number, high: number, labels: ReadonlyMap<number, string>): Scale {
  const numbers = Array.from({ length: high - low + 1 }, (_, index) => low + index)
  return {
    labels: numbers.map((number) => labels.get(number) ?? String(number)),
    valueOf: (answer) => {
      const number = Number.parseInt(answer, 10)
      return numbers.includes(number) ? number - low + 1 : null
    },
  }
}
