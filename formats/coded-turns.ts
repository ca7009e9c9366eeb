import { z } from 'zod'
import { spanOf } from '../domain/span.ts'
import type { TranscriptText, Turn } from '../domain/transcript.ts'
import { parseDocument } from './json-document.ts'

export interface CodedTurn {
  readonly speaker: string | null
  readonly text: string
  /** Labels in the file's order, blanks trimmed, each once. */
  readonly codes: readonly string[]
}

/** One coder's pass over one interview. */
export interface CodedPass {
  readonly coder: string
  readonly pass: 'independent' | 'moderated'
  /** The name of the round it was made in; null where the file does not say. */
  readonly round: string | null
  readonly turns: readonly CodedTurn[]
}

export interface CodedTurns {
  readonly interview: string
  readonly sources: readonly CodedPass[]
}

const label = z.string().trim().min(1)

const codedTurn = z.object({
  speaker: z
    .string()
    .nullish()
    .transform((speaker) => speaker?.trim() || null),
  text: z.string(),
  codes: z.array(label).transform((codes) => [...new Set(codes)]),
})

const codedTurnsDocument = z.object({
  interview: z.union([z.string().trim().min(1), z.int().nonnegative()]).transform(interviewName),
  sources: z
    .array(
      z.object({
        coder: label,
        pass: z.enum(['independent', 'moderated']),
        round: z
          .string()
          .nullish()
          .transform((round) => round?.trim() || null),
        turns: z.array(codedTurn).min(1),
      }),
    )
    .min(1),
})

/**
 * Reads "coded turns", the JSON a researcher can recover from almost any coding tool:
 * `{ "interview": 12, "sources": [{ "coder": "C1", "pass": "independent", "turns": [{ "speaker": "Interviewee",
 * "text": "…", "codes": ["data-missing"] }] }] }`. `interview` is a number or a name; `pass` is `independent` or
 * `moderated`; a source may name the `round` it was made in; `speaker` may be null or absent; `codes` may be empty; a
 * source is one coder's whole pass, its turns in the order of the interview. Other fields are ignored. Throws `import-malformed` with the place of the first fault.
 */
export function parseCodedTurns(name: string, text: string): CodedTurns {
  return parseDocument(name, text, codedTurnsDocument)
}

/**
 * The transcript that a pass itself tells: `Speaker: words`, a blank line between turns, line ends LF. Turns without a
 * word are left out, so a pass may have more turns than its transcript; `alignTurns` puts them together again.
 */
export function transcriptFromCodedTurns(coded: readonly CodedTurn[]): TranscriptText {
  const turns: Turn[] = []
  let text = ''
  for (const { speaker, text: said } of coded) {
    const words = said.replaceAll(/\r\n?/g, '\n').trim()
    if (words === '') continue
    if (text !== '') text += '\n\n'
    if (speaker !== null) text += `${speaker}: `
    const span = spanOf(text.length, text.length + words.length)
    text += words
    if (span !== null) turns.push({ ...span, number: turns.length + 1, speaker, seconds: null })
  }
  return { text, turns }
}

/** How the study calls an interview: `Interview 12` for 12 and "12", any other name as it is, blanks trimmed. */
export function interviewName(interview: string | number): string {
  const name = String(interview).trim()
  return /^\d+$/.test(name) ? `Interview ${Number(name)}` : name
}

/** Whether two names mean one interview: `interview-02`, `Interview 2` and `Interview 02.txt` do. */
export function sameInterviewName(a: string, b: string): boolean {
  return interviewKey(a) === interviewKey(b)
}

function interviewKey(name: string): string {
  const bare = name
    .normalize('NFC')
    .trim()
    .replace(/\.[A-Za-z][A-Za-z0-9]{1,4}$/, '')
    .toLocaleLowerCase('en')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
    .replaceAll(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ''))
  const numbered = /^(?:interview|entrevue|entretien)? ?(\d+ ?[a-z]?)$/.exec(bare)
  return numbered?.[1] === undefined ? bare : `interview ${numbered[1].replace(' ', '')}`
}
