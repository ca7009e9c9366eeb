/** What a line of a transcript begins with, before the words. Offsets are within the line. */
export interface LineHead {
  /** As written, blanks trimmed and folded; null when the line has a stamp and no label. */
  readonly speaker: string | null
  /** Seconds of the stamp, or null. */
  readonly seconds: number | null
  /** Where the words begin; the line's length when it has none. */
  readonly wordsAt: number
}

const CLOCK = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`
const STAMP = String.raw`[\[(<]\s*(?:${CLOCK})\s*[\])>]|(?:${CLOCK})`
const BRACKETED = String.raw`[\[(<]\s*(?:${CLOCK})\s*[\])>]`
/** A name begins with a letter and holds no mark that ends or parts sentences. */
const NAME = String.raw`\p{L}[^\s:：!?;,"«»“”\[\]<>*]*(?:[^\S\n]+(?:\([^():\n]{1,40}\)|[^\s:：!?;,"«»“”\[\]()<>*]+)){0,4}?`

const LABELLED = new RegExp(
  String.raw`^\s*(?:(${STAMP})\s*[-–—]?\s*)?\*{0,2}\s*(?:(${STAMP})\s*)?(${NAME})\s*[-–—,]?\s*(${BRACKETED}|${CLOCK})?\s*\*{0,2}\s*(?!(?<=\d)[:：]\d{2})[:：](?!\/\/)\*{0,2}\s*(${BRACKETED})?\s*`,
  'u',
)
const ALONE = new RegExp(
  String.raw`^\s*(?:(${STAMP})\s*[-–—]?\s*)?\*{0,2}(${NAME})\*{0,2}\s*[-–—,]?\s*(${STAMP})?\s*$`,
  'u',
)
const STAMPED = new RegExp(String.raw`^\s*(?:(${BRACKETED})\s*|(${CLOCK})\s*$)`, 'u')

/** Names are short; a colon further on in a line is part of what is said. */
const LONGEST_NAME = 40
const LONGEST_HEAD = 90

/** The label that a line may begin with, by its shape alone; null when nothing before a colon could be a name. */
export function labelShape(line: string): LineHead | null {
  const match = LABELLED.exec(line.slice(0, LONGEST_HEAD))
  if (match === null) return null
  const [whole, before, inner, name = '', after, last] = match
  if (name.length > LONGEST_NAME) return null
  const wordsAt = whole.length === LONGEST_HEAD ? whole.trimEnd().length : whole.length
  const seconds = secondsOf(before ?? inner ?? after ?? last)
  return { speaker: fold(name), seconds, wordsAt }
}

/**
 * The label that stands alone on a line, without a colon: one of the accepted `names`, a word of interviews (`Unknown
 * Speaker`), or any name with its stamp behind it (`Marie Dupont  0:03`).
 */
export function labelAlone(line: string, names: ReadonlySet<string>): LineHead | null {
  const match = line.length > LONGEST_HEAD ? null : ALONE.exec(line)
  if (match === null) return null
  const [, before, name = '', after] = match
  const speaker = fold(name)
  const known = names.has(speaker) || (isInterviewWord(speaker) && /^\p{Lu}/u.test(speaker))
  const stamped = after !== undefined && name.length <= LONGEST_NAME && isNameLike(speaker) && !speaker.endsWith('.')
  if (!known && !stamped) return null
  return { speaker, seconds: secondsOf(before ?? after), wordsAt: line.length }
}

/** The stamp that a line without a label begins with: in brackets, or alone on the line. */
export function stampShape(line: string): LineHead | null {
  const match = STAMPED.exec(line.slice(0, LONGEST_HEAD))
  if (match === null) return null
  return { speaker: null, seconds: secondsOf(match[1] ?? match[2]), wordsAt: match[0].length }
}

function secondsOf(stamp: string | undefined): number | null {
  const clock = stamp === undefined ? null : /(\d+):(\d{2})(?::(\d{2}))?/.exec(stamp)
  if (clock === null) return null
  const [, first, second, third] = clock
  const [a, b] = [Number(first), Number(second)]
  return third === undefined ? 60 * a + b : 3600 * a + 60 * b + Number(third)
}

function fold(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ')
}

const ROLES = [
  'interview(?:er|ee)s?',
  'intervieweu(?:r|se)',
  'interviewée?',
  'enquêt(?:eur|rice|ée?)',
  'participante?',
  'speaker',
  'moderator',
  'modérat(?:eur|rice)',
  'animat(?:eur|rice)',
  'facilitator',
  'researcher',
  'chercheu(?:r|re|se)',
  'respondent',
  'répondante?',
  'interlocut(?:eur|rice)',
  'locut(?:eur|rice)',
  'intervenante?',
  'orat(?:eur|rice)',
].join('|')

/** `Interviewer`, `Interviewer2 2`, `Unknown Speaker`, `Participant B (Marie)`, `P7a`. */
const INTERVIEW_WORD = new RegExp(
  String.raw`^(?:(?:unknown|other|first|second|main|female|male)\s+)?(?:${ROLES})(?:\s*(?:n[o°]\.?\s*)?#?(?:\d{1,3}[a-z]?|[a-z]))?(?:\s+\d{1,3})?(?:\s+inconnue?)?(?:\s*\([^()]*\))?$`,
  'iu',
)
const PSEUDONYM = /^[PS]\d{1,3}[a-z]?$/u

/** Whether a name is one that interviews use, so that one occurrence is proof enough. */
export function isInterviewWord(name: string): boolean {
  return INTERVIEW_WORD.test(name) || PSEUDONYM.test(name)
}

/** Words that begin a paragraph and end in a colon in anybody's prose. */
const PROSE_WORDS = [
  String.raw`ok|okay|yes|yeah|no|so|well|right|also|and|but|notes?|nb|ps|(?:for )?example|e\.?g\.?|i\.?e\.?|warning|tip|todo`,
  'oui|non|donc|alors|bon|ben|mais|et|ouais|voilà|(?:par )?exemple|remarque|attention|important',
  'summary|abstract|keywords?|introduction|conclusion|résumé|date|title|titre|source|topic|sujet|subject|objet',
  'duration|durée|location|lieu|recording|transcript|transcription|interview|entrevue|entretien|ml|ai|ia|api|http.*',
  '(?:fig|figure|table|section|chapter|step|page|tableau|étape|partie)(?:[ .].*)?',
]
const PROSE = new RegExp(`^(?:${PROSE_WORDS.join('|')})$`, 'iu')

const PARTICLE = /^(?:de|du|des|la|le|van|von|der|den|di|da|el|al|bin|ben|of|et|and)$/u

/** Whether a name is written as names are: every word a capital, a number or a particle, and no word of prose. */
export function isNameLike(name: string): boolean {
  if (PROSE.test(name)) return false
  const words = name.split(' ')
  return (
    /^\p{Lu}/u.test(name) &&
    words.every((word) => /^(?:\p{Lu}|\d|\()/u.test(word) || PARTICLE.test(word)) &&
    !/[.]\s+\p{Ll}/u.test(name)
  )
}
