import { detect } from 'tinyld'
import { spanOf } from '../domain/span.ts'
import type { TranscriptText, Turn } from '../domain/transcript.ts'
import { isInterviewWord, isNameLike, labelAlone, labelShape, stampShape, type LineHead } from './speaker-labels.ts'

export interface ParsedTranscript extends TranscriptText {
  /** Every speaker, in order of first appearance. */
  readonly speakers: readonly string[]
  /** Lines that had no label and were kept as the words of whoever spoke before them (of nobody, before the first label). */
  readonly unlabelled: number
}

/**
 * Divides the text of an interview into turns. The text itself (decoded: no byte order mark, line ends LF) is not
 * changed, and every character of it that is not white space is in a turn's words, in a label or in a stamp.
 *
 * A labelled paragraph is a turn of its own even when the same speaker goes on. Lines without a label belong to the
 * turn before them; words before the first label are one turn of nobody (`speaker` null). A text without any label is
 * divided at its time stamps, else at its blank lines, else at its line ends. A label that nobody says anything after
 * makes no turn.
 *
 * What is a label is decided by evidence over the whole file: words that interviews use (Interviewer, Participant, P7a,
 * in English and French) always; other names where they recur or where hardly a paragraph goes without one; never what
 * merely has a colon near its beginning.
 */
export function parseTranscript(text: string): ParsedTranscript {
  const lines = linesOf(text)
  const heads = headsOf(lines)
  const labelled = heads.some((head) => head !== null && head.speaker !== null)
  return labelled ? parseLabelled(text, lines, heads) : parseUnlabelled(text, lines)
}

interface Line {
  readonly start: number
  readonly text: string
  readonly blank: boolean
  /** First line of the text or after a blank line. */
  readonly opensParagraph: boolean
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  let afterBlank = true
  for (const line of text.split('\n')) {
    const blank = line.trim() === ''
    lines.push({ start, text: line, blank, opensParagraph: !blank && afterBlank })
    afterBlank = blank
    start += line.length + 1
  }
  return lines
}

/** The accepted label of each line, or null. */
function headsOf(lines: readonly Line[]): readonly (LineHead | null)[] {
  const shapes = lines.map((line) => (line.blank ? null : labelShape(line.text)))
  const names = acceptedNames(lines, shapes)
  return lines.map((line, index) => {
    const shape = shapes[index] ?? null
    if (shape?.speaker !== undefined && shape.speaker !== null && names.has(shape.speaker)) return shape
    return line.blank ? null : labelAlone(line.text, names)
  })
}

/** Share of the paragraphs that must begin with a name of unknown kind for such names to be labels. */
const LEAST_COVERAGE = 0.2
/** From this share on, a name needs not recur: every paragraph has one, so the last ones are labels too. */
const CONSISTENT_COVERAGE = 0.8

function acceptedNames(lines: readonly Line[], shapes: readonly (LineHead | null)[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  const stamped = new Set<string>()
  for (const shape of shapes) {
    if (shape === null || shape.speaker === null) continue
    counts.set(shape.speaker, (counts.get(shape.speaker) ?? 0) + 1)
    if (shape.seconds !== null) stamped.add(shape.speaker)
  }
  const accepted = new Set([...counts.keys()].filter(isInterviewWord))
  const others = [...counts.keys()].filter((name) => !accepted.has(name) && isNameLike(name))
  const coverage = (names: ReadonlySet<string>) => {
    const opening = lines.flatMap((line, index) => (line.opensParagraph ? [shapes[index] ?? null] : []))
    const covered = opening.filter((shape) => shape?.speaker !== undefined && names.has(shape.speaker ?? ''))
    return opening.length === 0 ? 0 : covered.length / opening.length
  }
  const recurring = others.filter((name) => stamped.has(name) || (counts.get(name) ?? 0) > 1)
  const dialogue = new Set([...accepted, ...recurring])
  const everyone = new Set([...accepted, ...others])
  const consistent = coverage(everyone) >= CONSISTENT_COVERAGE || everyLineCovered(lines, shapes, everyone)
  if (consistent && everyone.size > 1) {
    const once = others.filter((name) => accepted.size + recurring.length === 0 || name.includes(' '))
    return new Set([...dialogue, ...once])
  }
  const proven = accepted.size > 0 || recurring.some((name) => stamped.has(name))
  return proven || (dialogue.size > 1 && coverage(dialogue) >= LEAST_COVERAGE) ? dialogue : accepted
}

function everyLineCovered(
  lines: readonly Line[],
  shapes: readonly (LineHead | null)[],
  names: ReadonlySet<string>,
): boolean {
  return lines.every((line, index) => line.blank || names.has(shapes[index]?.speaker ?? ''))
}

/** Gathers turns from stretches of text, which it trims; stretches without a word are no turns. */
class TurnList {
  readonly turns: Turn[] = []
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  add(start: number, end: number, speaker: string | null, seconds: number | null): void {
    const words = this.#text.slice(start, end)
    const first = start + words.length - words.trimStart().length
    const span = spanOf(first, start + words.trimEnd().length, this.#text.length)
    if (span !== null) this.turns.push({ ...span, number: this.turns.length + 1, speaker, seconds })
  }
}

function parseLabelled(text: string, lines: readonly Line[], heads: readonly (LineHead | null)[]): ParsedTranscript {
  const list = new TurnList(text)
  const speakers = new Set<string>()
  let unlabelled = 0
  let start = 0
  let speaker: string | null = null
  let seconds: number | null = null
  /** Whether the label stood alone on its line, so that the next line is its own. */
  let waiting = false
  for (const [index, line] of lines.entries()) {
    const head = heads[index] ?? null
    if (head !== null && head.speaker !== null) {
      const stamp = stampLineBefore(lines, heads, index)
      list.add(start, stamp?.start ?? line.start, speaker, seconds)
      start = line.start + head.wordsAt
      speaker = head.speaker
      seconds = head.seconds ?? stamp?.seconds ?? null
      speakers.add(head.speaker)
      waiting = line.text.slice(head.wordsAt).trim() === ''
    } else if (!line.blank) {
      if (!waiting && stampLineBefore(lines, heads, nextSpoken(lines, index))?.start !== line.start) unlabelled++
      waiting = false
    }
  }
  list.add(start, text.length, speaker, seconds)
  return { text, turns: list.turns, speakers: [...speakers], unlabelled }
}

/** The line with nothing but a stamp that belongs to the label on line `index`, if the line before it is one. */
function stampLineBefore(
  lines: readonly Line[],
  heads: readonly (LineHead | null)[],
  index: number,
): { readonly start: number; readonly seconds: number | null } | null {
  const head = heads[index] ?? null
  if (head === null || head.speaker === null || head.seconds !== null) return null
  let before = index - 1
  while (lines[before]?.blank === true) before--
  const line = lines[before]
  const stamp = line === undefined ? null : stampShape(line.text)
  if (line === undefined || stamp === null || heads[before] !== null) return null
  return line.text.slice(stamp.wordsAt).trim() === '' ? { start: line.start, seconds: stamp.seconds } : null
}

function nextSpoken(lines: readonly Line[], index: number): number {
  let next = index + 1
  while (lines[next]?.blank === true) next++
  return next
}

function parseUnlabelled(text: string, lines: readonly Line[]): ParsedTranscript {
  const list = new TurnList(text)
  const stamps = lines.map((line) => (line.blank ? null : stampShape(line.text)))
  const stamped = stamps.some((stamp) => stamp !== null)
  const paragraphs = !stamped && lines.filter((line) => line.opensParagraph).length > 1
  let start = 0
  let seconds: number | null = null
  for (const [index, line] of lines.entries()) {
    const stamp = stamps[index] ?? null
    const opens = stamped ? stamp !== null : paragraphs ? line.opensParagraph : !line.blank
    if (!opens) continue
    list.add(start, line.start, null, seconds)
    start = line.start + (stamp?.wordsAt ?? 0)
    seconds = stamp?.seconds ?? null
  }
  list.add(start, text.length, null, seconds)
  return { text, turns: list.turns, speakers: [], unlabelled: lines.filter((line) => !line.blank).length }
}

/** How much of a long text is looked at: enough to be sure, cheap on any length. */
const SAMPLES = 6
const SAMPLE_LENGTH = 400

/** The language of a text as an ISO 639-1 code such as `en` or `fr`, from samples spread over it; null when unsure. */
export function detectLanguage(text: string): string | null {
  const step = Math.max(SAMPLE_LENGTH, Math.floor(text.length / SAMPLES))
  const samples: string[] = []
  for (let at = 0; at < text.length && samples.length < SAMPLES; at += step) {
    samples.push(text.slice(at, at + SAMPLE_LENGTH))
  }
  const language = detect(samples.join('\n'))
  return language === '' ? null : language
}
