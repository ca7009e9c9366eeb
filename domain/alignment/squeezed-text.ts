import { isBlank, type TranscriptText } from '../transcript.ts'

/**
 * Text with all that a detour through a printed page, another program or a person's typing may change taken out, so that
 * what was the same words is the same string again: white space, soft hyphens and zero-width characters, page numbers
 * beside a form feed, and the labels of known speakers within the words are left out; apostrophes, quotes, dashes,
 * ligatures and ellipses have one form; accents are composed (NFC).
 */
export interface SqueezedText {
  readonly units: string
  /** For each unit, the span of the original that it stands for. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Squeezes a part of a text. `labels` is from `labelPattern`, or null to keep labels. */
export function squeeze(text: string, from: number, to: number, labels: RegExp | null): SqueezedText {
  const starts: number[] = []
  const ends: number[] = []
  const units: string[] = []
  const part = text.slice(from, to)
  const skips = skipped(part, labels)
  let skip = 0
  for (let at = 0; at < part.length; at++) {
    while ((skips[skip]?.end ?? Infinity) <= at) skip++
    const skipping = skips[skip]
    if (skipping !== undefined && skipping.start <= at) {
      at = skipping.end - 1
      continue
    }
    const code = part.charCodeAt(at)
    if (isBlank(code) || isInvisible(code)) continue
    const start = from + at
    let unit = part[at] ?? ''
    while (isAccent(part.charCodeAt(at + 1))) {
      const composed = (unit + (part[at + 1] ?? '')).normalize('NFC')
      if (composed.length > 1) break
      unit = composed
      at++
    }
    for (const form of FORMS.get(unit) ?? unit) {
      units.push(form)
      starts.push(start)
      ends.push(from + at + 1)
    }
  }
  return { units: units.join(''), starts, ends }
}

/** Finds the labels of these speakers within words: `… on this? Interviewee: No.` Null where nobody has a name. */
export function labelPattern(speakers: readonly (string | null)[]): RegExp | null {
  const names = [...new Set(speakers)].flatMap((speaker) => {
    const pieces = speaker === null ? [] : speaker.split(/\s+|(?<=\p{L})(?=\d)/u).filter((piece) => piece !== '')
    return pieces.length === 0
      ? []
      : [pieces.map((piece) => piece.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)).join(String.raw`\s*`)]
  })
  if (names.length === 0) return null
  names.sort((a, b) => b.length - a.length)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${names.join('|')})\s*:`, 'gu')
}

/** Page breaks with the number of the page beside them, as printing leaves them. */
const PAGE_BREAK = /(?:^|\n)[ \t]*(?:page )?\d{1,4}[ \t]*\n?\f|\f\s{0,40}(?:page )?\d{1,4}[ \t]*(?:\n|$)/gi

function skipped(text: string, labels: RegExp | null): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = []
  const collect = (pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) found.push({ start: match.index, end: match.index + match[0].length })
  }
  if (text.includes('\f')) collect(PAGE_BREAK)
  if (labels !== null && text.includes(':')) collect(labels)
  return found.sort((a, b) => a.start - b.start)
}

function isAccent(code: number): boolean {
  return code >= 0x300 && code <= 0x36f
}

function isInvisible(code: number): boolean {
  return code <= 32 || code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060
}

const FORMS: ReadonlyMap<string, string> = new Map([
  ['`', "'"],
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['´', "'"],
  ['“', '"'],
  ['”', '"'],
  ['«', '"'],
  ['»', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['—', '-'],
  ['…', '...'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬀ', 'ff'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
])

/** The words of all turns, squeezed and joined without anything between them. */
export interface SqueezedTurns extends SqueezedText {
  /** For each turn, where its units begin; one more entry, the length, closes the list. */
  readonly bounds: readonly number[]
}

export function squeezeTurns(transcript: TranscriptText, labels: RegExp | null): SqueezedTurns {
  const bounds: number[] = [0]
  const starts: number[] = []
  const ends: number[] = []
  const parts: string[] = []
  for (const turn of transcript.turns) {
    const part = squeeze(transcript.text, turn.start, turn.end, labels)
    parts.push(part.units)
    for (const start of part.starts) starts.push(start)
    for (const end of part.ends) ends.push(end)
    bounds.push(starts.length)
  }
  return { units: parts.join(''), starts, ends, bounds }
}

/** One word in squeezed text: a run of letters and digits, lower case, and its place in units. */
export interface Token {
  readonly word: string
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{N}]+/gu

/** The words between two units. White space that was squeezed out still parts words. */
export function tokensOf(text: SqueezedText, from: number, to: number): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.units.slice(from, to).matchAll(WORD)) {
    const stop = from + match.index + match[0].length
    let start = from + match.index
    for (let at = start + 1; at <= stop; at++) {
      if (at < stop && !isParted(text, at)) continue
      tokens.push({ word: text.units.slice(start, at).toLowerCase(), start, end: at })
      start = at
    }
  }
  return tokens
}

/** Whether unit `at` begins a word, or is none: a place where a passage may begin or end without cutting a word in two. */
export function isWordEdge(text: SqueezedText, at: number): boolean {
  if (at <= 0 || at >= text.units.length || isParted(text, at)) return true
  return !/^[\p{L}\p{N}]{2}$/u.test(text.units.slice(at - 1, at + 1))
}

/** Whether something was squeezed out before unit `at`. */
function isParted(text: SqueezedText, at: number): boolean {
  return (text.starts[at] ?? 0) > (text.ends[at - 1] ?? 0)
}
