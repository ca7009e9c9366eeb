import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AxialError } from '../../domain/errors.ts'
import { wordsOf } from '../../domain/transcript.ts'
import {
  interviewName,
  parseCodedTurns,
  sameInterviewName,
  transcriptFromCodedTurns,
} from '../../formats/coded-turns.ts'
import { CODED_INTERVIEWS, published, readPublished } from './published-data.ts'

const turn = { speaker: 'Interviewee', text: 'We had no labels.', codes: ['data-missing'] }
const source = { coder: 'C1', pass: 'independent', turns: [turn] }

function parse(value: unknown) {
  return parseCodedTurns('c.json', JSON.stringify(value))
}

describe('coded turns', () => {
  it('are read with their interview, coders and codes', () => {
    expect(parse({ interview: 12, sources: [source] })).toEqual({
      interview: 'Interview 12',
      sources: [{ ...source, round: null }],
    })
  })

  it('may name the round of a pass', () => {
    const read = parse({
      interview: 12,
      sources: [
        { ...source, round: ' Pilot ' },
        { ...source, round: ' ' },
      ],
    })
    expect(read.sources.map(({ round }) => round)).toEqual(['Pilot', null])
  })

  it('may leave out the speaker and have no codes', () => {
    const read = parse({ interview: 'P7', sources: [{ ...source, turns: [{ text: 'Hm.', codes: [] }] }] })
    expect(read.sources[0]?.turns).toEqual([{ speaker: null, text: 'Hm.', codes: [] }])
  })

  it('have each code once, its blanks trimmed', () => {
    const read = parse({ interview: 1, sources: [{ ...source, turns: [{ ...turn, codes: [' a', 'b', 'a '] }] }] })
    expect(read.sources[0]?.turns[0]?.codes).toEqual(['a', 'b'])
  })

  it.each([
    ['no JSON', '<html></html>', 'JSON'],
    ['JSON cut short', '{"interview": 1, "sources": [', 'JSON'],
    ['a list', '[]', 'document'],
    ['no interview', JSON.stringify({ sources: [source] }), 'interview'],
    ['no sources', JSON.stringify({ interview: 1, sources: [] }), 'sources'],
    ['an unknown pass', JSON.stringify({ interview: 1, sources: [{ ...source, pass: 'blind' }] }), 'sources[0].pass'],
    [
      'a code that is a number',
      JSON.stringify({ interview: 1, sources: [source, { ...source, turns: [turn, { ...turn, codes: ['a', 3] }] }] }),
      'sources[1].turns[1].codes[1]',
    ],
    [
      'an empty code',
      JSON.stringify({ interview: 1, sources: [{ ...source, turns: [{ ...turn, codes: [' '] }] }] }),
      'codes[0]',
    ],
  ])('that are %s are refused with the place of the fault', (_, text, place) => {
    expect(() => parseCodedTurns('c.json', text)).toThrow(AxialError)
    expect(() => parseCodedTurns('c.json', text)).toThrow(`c.json is malformed`)
    expect(() => parseCodedTurns('c.json', text)).toThrow(place)
  })

  it('nested without end are refused, not followed', () => {
    expect(() => parseCodedTurns('c.json', '['.repeat(200_000))).toThrow(AxialError)
  })
})

describe('the transcript of a coder’s copy', () => {
  it('has a paragraph a turn, with its label, and spans over the words', () => {
    const { text, turns } = transcriptFromCodedTurns([
      turn,
      { speaker: null, text: ' Hm. \r\nYes. ', codes: [] },
      { speaker: 'Interviewer', text: '  ', codes: [] },
    ])
    expect(text).toBe('Interviewee: We had no labels.\n\nHm. \nYes.')
    expect(turns.map((span) => wordsOf(text, span))).toEqual(['We had no labels.', 'Hm. \nYes.'])
    expect(turns.map(({ number, speaker }) => [number, speaker])).toEqual([
      [1, 'Interviewee'],
      [2, null],
    ])
  })

  it('holds the words of every turn, whatever they are', () => {
    const coded = fc.array(
      fc.record({
        speaker: fc.option(fc.constantFrom('A', 'B')),
        text: fc.string({ unit: 'grapheme' }),
        codes: fc.constant([]),
      }),
    )
    fc.assert(
      fc.property(coded, (list) => {
        const { text, turns } = transcriptFromCodedTurns(list)
        const said = list.map((one) => one.text.replaceAll(/\r\n?/g, '\n').trim()).filter((words) => words !== '')
        expect(turns.map((span) => wordsOf(text, span))).toEqual(said)
      }),
    )
  })
})

describe('the name of an interview', () => {
  it.each([
    [12, 'Interview 12'],
    ['07', 'Interview 7'],
    [' Interview 12 ', 'Interview 12'],
    ['P7a', 'P7a'],
  ])('%j is %s in the study', (given, name) => {
    expect(interviewName(given)).toBe(name)
  })

  it.each([
    ['interview-02', 'Interview 2'],
    ['Interview 02.txt', 'Interview 2'],
    ['Interview_12.docx', '12'],
    ['Entrevue 3', 'Interview 3'],
    ['P07a', 'p7a.txt'],
  ])('%s and %s mean the same', (a, b) => {
    expect(sameInterviewName(a, b)).toBe(true)
  })

  it.each([
    ['Interview 2', 'Interview 12'],
    ['Interview 2', 'Interview 20'],
    ['P7a', 'P7b'],
    ['Interview 3', 'Interview 3b'],
  ])('%s and %s do not', (a, b) => {
    expect(sameInterviewName(a, b)).toBe(false)
  })
})

describe.skipIf(!published)('the published codings (skipped where ../shared/data is absent)', () => {
  it.each(CODED_INTERVIEWS)('of interview %s are read whole', (number, padded) => {
    const bytes = readPublished(`quality-issues/coded/interview-${padded}.json`)
    const read = parseCodedTurns('c.json', new TextDecoder().decode(bytes))
    expect(read.interview).toBe(`Interview ${number}`)
    expect(read.sources).toHaveLength(3)
  })
})
