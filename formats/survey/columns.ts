import { remark, type Remark } from '../../domain/remarks.ts'
import { chooseScale } from './likert-scales.ts'

/** What a column of a survey export is, by its header and its answers. */
export type ColumnKind =
  | { readonly kind: 'identifying'; readonly reason: Remark }
  /** Dates, progress, and what else the survey tool adds. */
  | { readonly kind: 'technical'; readonly reason: Remark }
  | { readonly kind: 'consent' }
  | { readonly kind: 'answers' }

export interface SurveyColumn {
  /** Place in the rows. */
  readonly index: number
  /** How the column is called: Qualtrics' id, else the question; unique in the file. */
  readonly id: string
  /** The question in full. */
  readonly text: string
  /** One entry a respondent, blanks trimmed; empty where unanswered. */
  readonly answers: readonly string[]
}

/** What a column may tell about who answered, as the keys of remarks. */
type PersonalData =
  | 'ip-address'
  | 'location'
  | 'person-name'
  | 'email-address'
  | 'telephone-number'
  | 'recipient-id'
  | 'response-id'
  | 'respondent-id'
  | 'birth-date'
  | 'signature'

/** What survey tools themselves call the columns that tell who answered. */
const IDENTIFYING_IDS: ReadonlyMap<string, PersonalData> = new Map([
  ['ipaddress', 'ip-address'],
  ['locationlatitude', 'location'],
  ['locationlongitude', 'location'],
  ['recipientlastname', 'person-name'],
  ['recipientfirstname', 'person-name'],
  ['recipientemail', 'email-address'],
  ['recipientid', 'recipient-id'],
  ['externalreference', 'recipient-id'],
  ['externaldatareference', 'recipient-id'],
  ['responseid', 'response-id'],
  ['respondentid', 'respondent-id'],
  ['participantid', 'respondent-id'],
  ['collectorid', 'response-id'],
  ['username', 'person-name'],
  ['id', 'response-id'],
])

/** Words of a header or a question that ask who somebody is; most telling first. */
const IDENTIFYING_WORDS: readonly (readonly [RegExp, PersonalData])[] = [
  [/\be-?mail\b|\bcourriel\b|adresse (?:électronique|de messagerie)|\bmél\b/i, 'email-address'],
  [/\bip[ _-]?addr|adresse ip\b/i, 'ip-address'],
  [/\b(?:phone|telephone|mobile) ?(?:number|no)?\b|téléphone|\bportable\b/i, 'telephone-number'],
  [
    /\b(?:latitude|longitude|geo-?location|gps|zip ?code|post(?:al)? ?code|code postal|postal address|street|home address)\b/i,
    'location',
  ],
  [
    /^(?:your |current |votre )*(?:location|city|town|address|adresse|ville|localisation|lieu de résidence)\b.{0,20}$/i,
    'location',
  ],
  [
    /\b(?:first|last|full|sur|family|given|middle|maiden|nick) ?name\b|\byour name\b|\bprénom\b|\bnom de famille\b|\bvotre nom\b/i,
    'person-name',
  ],
  [/^(?:name|nom|names?|respondent|répondant|participant)(?: \(.*\))?\s*[:*]?$/i, 'person-name'],
  [
    /^(?:nom complet|nom et prénom|nom d['’]utilisateur|user ?name|login|linkedin.*|github.*|twitter.*|orcid.*)$/i,
    'person-name',
  ],
  [
    /^(?:response|respondent|recipient|participant|user|session|submission|token|réponse|répondant)[ _-]?(?:id|no|number|key)?$/i,
    'response-id',
  ],
  [/\bdate of birth\b|date de naissance/i, 'birth-date'],
  [/^signature/i, 'signature'],
]

const TECHNICAL_IDS: ReadonlyMap<string, Remark> = new Map([
  ...[
    'startdate',
    'enddate',
    'recordeddate',
    'timestamp',
    'horodateur',
    'starttime',
    'completiontime',
    'lastmodifiedtime',
  ]
    .concat([
      'heurededébut',
      'heuredefin',
      'heuredeladernièremodification',
      'datesubmitted',
      'submitdate',
      'startdatetime',
    ])
    .map((id): [string, Remark] => [id, remark('tool-date')]),
  ...[
    'status',
    'progress',
    'durationinseconds',
    'duration',
    'finished',
    'distributionchannel',
    'userlanguage',
    'totalpoints',
  ]
    .concat(['responsetype', 'language', 'lastpage', 'startlanguage', 'score', 'quizfeedback', 'seed'])
    .map((id): [string, Remark] => [id, remark('tool-column')]),
])

/** Qualtrics' page timers, whose seconds look like coordinates. */
const TIMING = /(?:^|- )(?:first click|last click|page submit|click count)$/i

const EMAIL = /[^\s@<>]{1,64}@[^\s@<>]{1,255}\.[a-z]{2,}/i
const IP = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/
const RESPONSE_ID =
  /^(?:R|MLRP|CID|EMD)_[A-Za-z0-9]{8,}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const COORDINATE = /^-?\d{1,3}\.\d{3,}$/
const TELEPHONE = /^\+?\(?\d[\d\s().-]{7,}\d$/
const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?:,? \d{1,2}:\d{2}.*)?$/

/** A question longer than this asks about something else, whatever words it holds in passing. */
const LONGEST_HEADER = 120

/** Tells what a column is. Columns that hold a rating scale are told before, by their values. */
export function classifyColumn({ id, text, answers }: SurveyColumn): ColumnKind {
  const key = foldId(id)
  const shortKey = foldId(text)
  const given = answers.filter((answer) => answer !== '')
  const known = IDENTIFYING_IDS.get(key) ?? IDENTIFYING_IDS.get(shortKey)
  if (known !== undefined) return { kind: 'identifying', reason: remark('by-header', { data: remark(known) }) }
  const technical =
    TECHNICAL_IDS.get(key) ?? TECHNICAL_IDS.get(shortKey) ?? (TIMING.test(text) ? remark('tool-column') : undefined)
  if (technical !== undefined) return { kind: 'technical', reason: technical }
  // A statement to be rated may speak of names or addresses: "E-mail reaches the right people."
  const rated = chooseScale([[...new Set(given)]]) !== null
  for (const header of rated ? [] : [id, text]) {
    const plain = header.replaceAll(/\s+/g, ' ').trim()
    if (plain.length > LONGEST_HEADER) continue
    const named = IDENTIFYING_WORDS.find(([pattern]) => pattern.test(plain))
    if (named !== undefined) return { kind: 'identifying', reason: remark('by-header', { data: remark(named[1]) }) }
  }
  const byValue = identifyingValues(given)
  if (byValue !== null) return { kind: 'identifying', reason: remark('by-values', { data: remark(byValue) }) }
  if (given.length > 0 && given.every((answer) => DATE.test(answer)))
    return { kind: 'technical', reason: remark('dates') }
  if (ASKS_CONSENT.test(text) && given.length > 0 && given.every((answer) => CONSENT.test(answer))) {
    return { kind: 'consent' }
  }
  return { kind: 'answers' }
}

const ASKS_CONSENT =
  /\bconsent|\bconsens\b|\b(?:agree|accept) to (?:take part|participate)|\baccepte de (?:participer|prendre part)/i

/** Answers to the question of consent, and to no other about consent. */
const CONSENT =
  /^(?:yes|no|oui|non|true|false|i (?:do not |don['’]t )?(?:agree|consent|accept)|j['’](?:accepte|y consens)|je (?:ne )?(?:consens|accepte|refuse))(?!\p{L})/iu

/** Whether an answer to the question of consent is a no. */
export function isRefusal(answer: string): boolean {
  return /^(?:no|non|false|i do not|i don['’]t|je ne|je refuse)(?!\p{L})/iu.test(answer)
}

function identifyingValues(given: readonly string[]): PersonalData | null {
  const share = (pattern: RegExp) => given.filter((answer) => pattern.test(answer)).length / given.length
  if (given.length === 0) return null
  // One address is one person found: no share is small enough.
  if (given.some((answer) => answer.includes('@') && EMAIL.test(answer))) return 'email-address'
  if (share(IP) > 0) return 'ip-address'
  if (share(RESPONSE_ID) > 0.5) return 'response-id'
  if (share(COORDINATE) > 0.8 && given.every((answer) => Math.abs(Number(answer)) <= 180)) return 'location'
  const telephones = given.filter((answer) => TELEPHONE.test(answer) && answer.replaceAll(/\D/g, '').length >= 9)
  if (telephones.length > given.length / 2) return 'telephone-number'
  return null
}

function foldId(header: string): string {
  return header
    .slice(0, LONGEST_HEADER)
    .replace(/\s*\(.*\)\s*$/, (whole) => (/seconds/i.test(whole) ? 'inseconds' : ''))
    .replaceAll(/[\s_-]+/g, '')
    .toLowerCase()
}

/** Answers of more than this many different kinds, or this long, are told in people's own words. */
const MOST_GROUPS = 20
const LONGEST_GROUP = 80

/** Why a column cannot be used to group respondents; null when it can. */
export function whyNoAttribute({ id, text, answers }: SurveyColumn): Remark | null {
  const given = answers.filter((answer) => answer !== '')
  const distinct = new Set(given).size
  if (given.length === 0) return remark('nobody-answered')
  if (id.endsWith('_TEXT') || text.endsWith(' - Text')) return remark('free-text')
  if (given.some((answer) => answer.length > LONGEST_GROUP)) return remark('free-text')
  if (distinct > MOST_GROUPS) return remark('free-text')
  if (distinct === given.length) return remark('all-different')
  if (distinct > 5 && distinct > 0.6 * given.length) return remark('nearly-all-different')
  return null
}
