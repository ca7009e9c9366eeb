import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanOf, type Span } from '../../../domain/span.ts'
import { codedTranscriptDocx } from '../../../formats/coded-transcript/docx.ts'
import { codedTranscriptHtml } from '../../../formats/coded-transcript/html.ts'
import {
  codedTurns,
  type CodedPassage,
  type CodedTranscript,
} from '../../../formats/coded-transcript/coded-transcript.ts'
import { parseTranscript } from '../../../formats/transcript-text.ts'

const TEXT = [
  'Interviewer: What happened <here> & there?',
  'P1: The labels were “missing”,\nand nobody had told us.',
  '',
  'Interviewer: And then?',
  'P1: We found out 👩‍🔬 in production.',
].join('\n')

function at(start: number, end: number): Span {
  const span = spanOf(start, end)
  if (span === null) throw new Error('no span')
  return span
}

function on(words: string, code = 'Data / missing', text = TEXT): CodedPassage {
  const start = text.indexOf(words)
  return { ...at(start, start + words.length), code, colour: 3, coder: 'Ada Lovelace', round: 'Round 1', memos: [] }
}

function transcript(codings: readonly CodedPassage[], text = TEXT): CodedTranscript {
  return {
    study: 'A & B',
    name: 'P1',
    participant: 'P1',
    language: 'en',
    text,
    turns: parseTranscript(text).turns,
    codings: codings.toSorted((a, b) => a.start - b.start || b.end - a.end),
    coders: ['Ada Lovelace'],
    rounds: ['Round 1'],
    at: '2026-03-01T09:30:00.000Z',
    hasSpeakers: true,
    hasStamps: true,
  }
}

/** Nested, overlapping, identical, and over several turns. */
const MANY = [
  on('The labels were “missing”,\nand nobody'),
  on('missing', 'Data / <odd> & "code"'),
  on('missing', 'twice'),
  on('“missing”,\nand nobody had told us', 'overlapping'),
  on('told us.\n\nInterviewer: And then?\nP1: We found', 'over turns'),
]

function partsOf(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  return {
    files,
    document: part('word/document.xml'),
    comments: part('word/comments.xml'),
    core: part('docProps/core.xml'),
  }
}

/** The words of the paragraphs that hold the turns, as a word processor shows them. */
function turnWords(document: string): readonly string[] {
  return document
    .split('<w:p>')
    .filter((paragraph) => paragraph.includes('w:val="TurnWords"'))
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:br\/>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
        .map(([whole, text]) => (whole === '<w:br/>' ? '\n' : unescape(text ?? '')))
        .join(''),
    )
}

function unescape(text: string): string {
  const known: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" }
  return text.replaceAll(/&(#?\w+);/g, (whole, name: string) => known[name] ?? whole)
}

/** Every element that is opened is closed, in order: what a word processor refuses a file for first. */
function requireWellFormed(xml: string): void {
  const open: string[] = []
  for (const [, close, name = '', self] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)[^>]*?(\/?)>/g)) {
    if (close === '/') expect(open.pop()).toBe(name)
    else if (self !== '/') open.push(name)
  }
  expect(open).toEqual([])
  expect(xml.replaceAll(/&(amp|lt|gt|quot|apos|#\d+);/g, '')).not.toContain('&')
}

describe('a coded transcript as a word processor’s document', () => {
  it('holds a comment a coding, with its code, signed by its coder, and begins, ends and refers to each once', async () => {
    const { document, comments } = partsOf(await codedTranscriptDocx(transcript(MANY), 'en'))
    expect(comments.match(/<w:comment /g)).toHaveLength(MANY.length)
    expect(comments.match(/w:author="Ada Lovelace"/g)).toHaveLength(MANY.length)
    expect(unescape(comments)).toContain('Data / <odd> & "code"')
    for (const element of ['commentRangeStart', 'commentRangeEnd', 'commentReference']) {
      const ids = [...document.matchAll(new RegExp(`<w:${element} w:id="(\\d+)"/>`, 'g'))].map(([, id]) => Number(id))
      expect(ids.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
    }
  })

  it('has the words of every turn, line breaks included, and well-formed parts', async () => {
    const coded = transcript(MANY)
    const { files, document } = partsOf(await codedTranscriptDocx(coded, 'en'))
    expect(turnWords(document)).toEqual(coded.turns.map(({ start, end }) => TEXT.slice(start, end)))
    for (const [name, bytes] of Object.entries(files))
      if (/\.(xml|rels)$/.test(name)) requireWellFormed(strFromU8(bytes))
  })

  it('puts each comment on the words of its coding', async () => {
    const { document } = partsOf(await codedTranscriptDocx(transcript(MANY), 'en'))
    const [, covered = ''] = /<w:commentRangeStart w:id="1"\/>(.*)<w:commentRangeEnd w:id="1"\/>/s.exec(document) ?? []
    const words = [...covered.matchAll(/<w:br\/>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(
      ([whole, text]) => text ?? whole,
    )
    expect(unescape(words.join('').replaceAll('<w:br/>', '\n'))).toBe('The labels were “missing”,\nand nobody')
  })

  it('has the memos below the code, where there are any', async () => {
    const noted = { ...on('missing'), memos: [{ author: 'Bea', body: 'ask again\nin May' }] }
    const { comments } = partsOf(await codedTranscriptDocx(transcript([noted]), 'en'))
    expect(comments).toContain('Memo by Bea: ask again')
    expect(comments).toContain('in May')
  })

  it('is the same bytes for the same transcript, and bears the time it was given', async () => {
    const first = await codedTranscriptDocx(transcript(MANY), 'en')
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(await codedTranscriptDocx(transcript(MANY), 'en')).toEqual(first)
    expect(partsOf(first).core).toContain('2026-03-01T09:30:00Z')
  })

  it('stays well-formed whatever was said', async () => {
    const text = 'P1: x a\u0000b \uD800 <&>\nP2: y'
    const { document, comments } = partsOf(
      await codedTranscriptDocx(transcript([on('a\u0000b', 'c\u0001', text)], text), 'fr'),
    )
    requireWellFormed(document)
    requireWellFormed(comments)
    expect(Array.from(document + comments).filter((letter) => letter < '\t')).toEqual([])
  })
})

describe('a coded transcript as a page', () => {
  const words = (html: string) =>
    [...html.matchAll(/<p class="words"[^>]*>(.*?)<\/p>/gs)].map(([, inner = '']) =>
      unescape(inner.replaceAll(/<[^>]*>/g, '')),
    )

  it('has the words of every turn as they are, whatever is coded', () => {
    const coded = transcript(MANY)
    const html = codedTranscriptHtml(coded, 'en')
    expect(words(html)).toEqual(coded.turns.map(({ start, end }) => TEXT.slice(start, end)))
  })

  it('brackets each coding once and names it once in the margin', () => {
    const html = codedTranscriptHtml(transcript(MANY), 'en')
    for (const mark of ['open', 'close']) {
      const numbers = [...html.matchAll(new RegExp(`class="${mark}" data-n="(\\d)"`, 'g'))].map(([, number]) =>
        Number(number),
      )
      expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
    }
    expect(html.match(/<li class="c3">/g)).toHaveLength(5)
    expect(html.match(/\(continued\)/g)).toHaveLength(2)
  })

  it('asks nothing of any other place and runs nothing', () => {
    const html = codedTranscriptHtml(transcript(MANY), 'en')
    expect(html).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|\son\w+=|href=|src=/i)
  })

  it('says what it is: study, transcript, coders, round, number of codings and day', () => {
    const html = codedTranscriptHtml(transcript(MANY), 'fr')
    for (const part of ['A &amp; B', '<h1>P1</h1>', 'Ada Lovelace', 'Round 1', '<dd>5</dd>', '1 mars 2026']) {
      expect(html).toContain(part)
    }
  })

  it('leaves speakers and time stamps out where they are not wanted', () => {
    const coded = transcript(MANY)
    expect(codedTranscriptHtml(coded, 'en')).toContain('<b>Interviewer</b>')
    expect(codedTranscriptHtml({ ...coded, hasSpeakers: false }, 'en')).not.toContain('<b>Interviewer</b>')
  })
})

describe('codedTurns', () => {
  it('loses neither a word nor a coding, wherever codings are', () => {
    const length = TEXT.length
    const any = fc.tuple(fc.nat(length - 1), fc.nat(40)).map(([start, more]) => ({
      ...on('missing'),
      ...at(start, Math.min(length, start + more + 1)),
    }))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (codings) => {
        const coded = transcript(codings)
        const turns = codedTurns(coded)
        expect(turns.map(({ stretches }) => stretches.map(({ text }) => text).join(''))).toEqual(
          coded.turns.map(({ start, end }) => TEXT.slice(start, end)),
        )
        const all = turns.flatMap(({ stretches }) => stretches)
        const numbers = codings.map((_, index) => index + 1)
        expect(all.flatMap(({ opened }) => opened.map(({ number }) => number)).toSorted((a, b) => a - b)).toEqual(
          numbers,
        )
        expect(all.flatMap(({ closed }) => closed.map(({ number }) => number)).toSorted((a, b) => a - b)).toEqual(
          numbers,
        )
        const open = new Set<number>()
        for (const { opened, closed } of all) {
          for (const { number } of opened) open.add(number)
          for (const { number } of closed) expect(open.delete(number)).toBe(true)
        }
      }),
    )
  })
})
