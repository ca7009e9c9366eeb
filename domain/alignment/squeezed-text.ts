import type { Span } from '../span.ts'
import { isBlank } from '../transcript.ts'

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
  let units = ''
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
    if (code < 128 && code > 32) {
      const form = code === 96 ? "'" : (part[at] ?? '')
      units += form
      starts.push(from + at)
      ends.push(from + at + 1)
      continue
    }
    if (isBlank(code) || isInvisible(code)) continue
    if (code >= 0x300 && code <= 0x36f && units !== '') {
      const composed = (units.slice(-1) + (part[at] ?? '')).normalize('NFC')
      if (composed.length === 1) {
        units = units.slice(0, -1) + composed
        ends[ends.length - 1] = from + at + 1
        continue
      }
    }
    for (const unit of FORMS.get(part[at] ?? '') ?? part[at] ?? '') {
      units += unit
      starts.push(from + at)
      ends.push(from + at + 1)
    }
  }
  return { units, starts, ends }
}

/** Finds the labels of these speakers within words: `… on this? Interviewee: No.` Null where nobody has a name. */
export function labelPattern(speakers: readonly (string | null)[]): RegExp | null {
  const names = [...new Set(speakers)].flatMap((speaker) => {
    const pieces = speaker === null ? [] : speaker.split(/\s+|(?<=\p{L})(?=\d)/u).filter((piece) => piece !== '')
    return pieces.length === 0 ? [] : [pieces.map((piece) => piece.replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`)).join(String.raw`\s*`)]
  })
  if (names.length === 0) return null
  names.sort((a, b) => b.length - a.length)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${names.join('|')})\s*:`, 'gv')
}

/** Page breaks with the number of the page beside them, as printing leaves them. */
const PAGE_BREAK = /(?:^|\n)[ \t]*(?:page )?\d{1,4}[ \t]*\n?\f|\f\s*(?:page )?\d{1,4}[ \t]*(?:\n|$)/gi

function skipped(text: string, labels: RegExp | null): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = []
  const collect = (pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) found.push({ start: match.index, end: match.index + match[0].length })
  }
  if (text.includes('\f')) collect(PAGE_BREAK)
  if (labels !== null && text.includes(':')) collect(labels)
  return found.sort((a, b) => a.start - b.start)
}

function isInvisible(code: number): boolean {
  return code <= 32 || code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060
}

const FORMS: ReadonlyMap<string, string> = new Map([
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

/** Words of a text part as they are compared for likeness: letters and digits, lower case. */
export function comparableWords(text: string): readonly { readonly word: string; readonly span: Pick<Span, never> & { start: number; end: number } }[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0].normalize('NFC').toLowerCase(),
    span: { start: match.index, end: match.index + match[0].length },
  }))
}
