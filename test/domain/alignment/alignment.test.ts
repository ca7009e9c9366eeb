import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignTurns, type Alignment } from '../../../domain/alignment/alignment.ts'
import { spanOf } from '../../../domain/span.ts'
import { wordsOf, type TranscriptText, type Turn } from '../../../domain/transcript.ts'
import { decodeText } from '../../../formats/text-encoding.ts'
import { parseCodedTurns, transcriptFromCodedTurns } from '../../../formats/coded-turns.ts'
import { parseTranscript } from '../../../formats/transcript-text.ts'
import { CODED_INTERVIEWS, published, readPublished } from '../../formats/published-data.ts'

/** A transcript of turns written `Speaker: words`, one a line. */
function transcriptOf(lines: readonly string[]): TranscriptText {
  const turns: Turn[] = []
  let text = ''
  for (const line of lines) {
    const colon = line.indexOf(': ')
    const span = spanOf(text.length + colon + 2, text.length + line.length)
    if (span !== null) turns.push({ ...span, number: turns.length + 1, speaker: line.slice(0, colon), seconds: null })
    text += `${line}\n\n`
  }
  return { text, turns }
}

/** `exact: words / words`, `like: words`, `unaligned`: an alignment as the tests write it. */
function outline({ text }: TranscriptText, alignments: readonly Alignment[]): readonly string[] {
  return alignments.map((alignment) => {
    if (alignment.kind === 'unaligned') return 'unaligned'
    const words = alignment.spans.map((span) => wordsOf(text, span)).join(' / ')
    return `${alignment.kind === 'exact' ? 'exact' : 'like'}: ${words}`
  })
}

function align(lines: readonly string[], coded: readonly string[]): readonly string[] {
  const transcript = transcriptOf(lines)
  return outline(
    transcript,
    alignTurns(
      transcript,
      coded.map((text) => ({ text })),
    ),
  )
}

const TALK = [
  'Interviewer: What went wrong with the data?',
  'Interviewee: Half of the labels were missing.',
  'Interviewer: Yeah.',
  'Interviewee: And nobody had told us about it before.',
  'Interviewer: Yeah.',
  'Interviewee: So we asked the people who had collected it.',
]

describe('a coded turn', () => {
  it('is exact where its words are a turn’s, blanks and line ends forgiven', () => {
    expect(align(TALK, ['Half of\n the labels  were missing. '])).toEqual(['exact: Half of the labels were missing.'])
  })

  it('is exact over a page break with its number, a soft hyphen and other forms of quotes', () => {
    const lines = ["Interviewee: It's what we call 'stale' data, collected long ago."]
    expect(align(lines, ['It’s what we call\n12\n\f‘stale’ data, col\u00ADlected long ago.'])).toEqual([
      "exact: It's what we call 'stale' data, collected long ago.",
    ])
  })

  it('is exact where accents are composed another way', () => {
    const lines = ['Interviewee: Les données étaient périmées.']
    expect(align(lines, ['Les données étaient périmées.'.normalize('NFD')])).toEqual([
      'exact: Les données étaient périmées.',
    ])
  })

  it('may be a part of a turn', () => {
    expect(align(TALK, ['Half of the', 'labels were missing.'])).toEqual([
      'exact: Half of the',
      'exact: labels were missing.',
    ])
  })

  it('may be several turns, with a span for each and none over a label', () => {
    expect(align(TALK, ['Yeah. And nobody had told us about it before. Yeah.'])).toEqual([
      'exact: Yeah. / And nobody had told us about it before. / Yeah.',
    ])
  })

  it('may hold the label of a speaker in its words', () => {
    expect(align(TALK, ['What went wrong with the data? Interviewee : Half of the labels were missing.'])).toEqual([
      'exact: What went wrong with the data? / Half of the labels were missing.',
    ])
  })

  it('is approximate, with its likeness, where names in it were replaced', () => {
    const transcript = transcriptOf(['Interviewee: Euh ça s’appelle Kendro, je vais envoyer ça.'])
    const [found] = alignTurns(transcript, [{ text: 'Euh ça s’appelle K, je vais envoyer ça.' }])
    expect(outline(transcript, found === undefined ? [] : [found])).toEqual([
      'like: Euh ça s’appelle Kendro, je vais envoyer ça.',
    ])
    // Letters of the words in common (28), twice, over those of both (29 and 34).
    expect(found?.kind === 'approximate' ? found.likeness : null).toBeCloseTo(56 / 63, 10)
  })

  it('that shares only common words with the transcript is unaligned', () => {
    expect(align(TALK, ['We never had any trouble with the servers, the people of operations were kind.'])).toEqual([
      'unaligned',
    ])
  })

  it('without a word is unaligned, and its neighbours are not disturbed', () => {
    expect(align(TALK, ['Half of the labels were missing.', ' \n', 'Yeah.'])).toEqual([
      'exact: Half of the labels were missing.',
      'unaligned',
      'exact: Yeah.',
    ])
  })
})

describe('turns that recur', () => {
  const yeahs = (coded: readonly string[]) => {
    const transcript = transcriptOf(TALK)
    return alignTurns(
      transcript,
      coded.map((text) => ({ text })),
    ).map((alignment) =>
      alignment.kind === 'unaligned'
        ? null
        : transcript.turns.findIndex((turn) => turn.start === alignment.spans[0]?.start) + 1,
    )
  }

  it('find their place by their order', () => {
    expect(
      yeahs(['Half of the labels were missing.', 'Yeah.', 'And nobody had told us about it before.', 'Yeah.']),
    ).toEqual([2, 3, 4, 5])
  })

  it('find it between their neighbours when an earlier one was left out', () => {
    expect(yeahs(['And nobody had told us about it before.', 'Yeah.'])).toEqual([4, 5])
  })

  it('are unaligned where no place is left between their neighbours', () => {
    expect(yeahs(['What went wrong with the data?', 'Yeah.', 'Half of the labels were missing.'])).toEqual([1, null, 2])
  })

  it('are found in order when there is nothing else', () => {
    const same = Array.from({ length: 300 }, () => 'Interviewee: Yeah.')
    const transcript = transcriptOf(same)
    const found = alignTurns(
      transcript,
      transcript.turns.map((turn) => ({ text: wordsOf(transcript.text, turn) })),
    )
    expect(found).toEqual(transcript.turns.map(({ start, end }) => ({ kind: 'exact', spans: [{ start, end }] })))
  })
})

describe('a text that is not this transcript', () => {
  it('of nothing gives nothing, and a transcript of nothing takes nothing', () => {
    expect(align(TALK, [])).toEqual([])
    expect(align([], ['Half of the labels were missing.'])).toEqual(['unaligned'])
  })
})

describe('a long copy', () => {
  it('in which both ends of every turn were changed is found by its words', () => {
    const lines = Array.from({ length: 900 }, (_, turn) => {
      const words = Array.from({ length: 18 }, (_, word) => `w${((turn + 7) * (word + 11) * 7919) % 97}`)
      return `Interviewee: ${words.join(' ')}`
    })
    const transcript = transcriptOf(lines)
    const coded = transcript.turns.map((turn) => ({
      text: wordsOf(transcript.text, turn).replace(/^\S+/, 'Euh').replace(/\S+$/, 'hm'),
    }))
    const found = alignTurns(transcript, coded)
    const right = found.filter(
      (alignment, index) =>
        alignment.kind === 'approximate' &&
        alignment.spans.length === 1 &&
        alignment.spans[0]?.start === transcript.turns[index]?.start &&
        alignment.spans[0]?.end === transcript.turns[index]?.end,
    )
    expect(right.length).toBeGreaterThan(0.97 * lines.length)
  })
})

const vocabulary = Array.from({ length: 120 }, (_, index) => `w${index.toString(36)}${'aeiou'[index % 5]}`)
const sentence = fc.array(fc.constantFrom(...vocabulary, 'été', 'OK,', "c'est"), { minLength: 1, maxLength: 25 })
const speech = fc.oneof(sentence, fc.constantFrom(['Yeah.'], ['Mm-hmm.'], ['OK.']))
const talk = fc.array(fc.record({ speaker: fc.constantFrom('Interviewer', 'Interviewee'), words: speech }), {
  minLength: 1,
  maxLength: 25,
})

describe('any copy of a transcript', () => {
  it('cut into other turns, with other blanks, is found again to the letter', () => {
    fc.assert(
      fc.property(talk, fc.infiniteStream(fc.nat(9)), (turns, dice) => {
        const roll = () => Number(dice.next().value)
        const transcript = transcriptOf(turns.map(({ speaker, words }) => `${speaker}: ${words.join(' ')}`))
        const coded: { text: string; spans: { start: number; end: number }[] }[] = []
        for (const turn of transcript.turns) {
          for (const match of wordsOf(transcript.text, turn).matchAll(/\S+/g)) {
            const start = turn.start + match.index
            const piece = { start, end: start + match[0].length }
            const opensTurn = match.index === 0
            const last = coded.at(-1)
            // Turns are parted seven times in ten, and cut between two words once in ten.
            if (last === undefined || (opensTurn ? roll() < 7 : roll() < 1)) {
              coded.push({ text: match[0], spans: [piece] })
            } else {
              last.text += `${['', ' ', '\n', ' \f ', '  '][roll() % 5] ?? ''}${match[0]}`
              const span = last.spans.at(-1)
              if (span === undefined || opensTurn) last.spans.push(piece)
              else span.end = piece.end
            }
          }
        }
        expect(alignTurns(transcript, coded)).toEqual(coded.map(({ spans }) => ({ kind: 'exact', spans })))
      }),
      { numRuns: 500 },
    )
  })

  it('with turns changed, left out and put in is placed in order, inside turns, and exactly only where it is the same', () => {
    const change = fc.constantFrom('keep', 'keep', 'drop', 'insert', 'shuffle', 'replace')
    fc.assert(
      fc.property(talk, fc.array(change, { minLength: 25, maxLength: 25 }), sentence, (turns, changes, other) => {
        const transcript = transcriptOf(turns.map(({ speaker, words }) => `${speaker}: ${words.join(' ')}`))
        const coded = turns.flatMap(({ words: said }, index) => {
          const words: readonly string[] = said
          const how = changes[index] ?? 'keep'
          if (how === 'drop') return []
          if (how === 'insert') return [words.join(' '), other.join(' ')]
          if (how === 'shuffle') return [[...words].reverse().join(' ')]
          return [how === 'replace' ? words.map((word, at) => (at % 4 === 1 ? 'X' : word)).join(' ') : words.join(' ')]
        })
        const found = alignTurns(
          transcript,
          coded.map((text) => ({ text })),
        )
        expect(found).toHaveLength(coded.length)
        let at = 0
        for (const [index, alignment] of found.entries()) {
          if (alignment.kind === 'unaligned') continue
          for (const span of alignment.spans) {
            expect(span.start).toBeGreaterThanOrEqual(at)
            expect(transcript.turns.some((turn) => turn.start <= span.start && span.end <= turn.end)).toBe(true)
            at = span.end
          }
          const words = alignment.spans.map((span) => wordsOf(transcript.text, span)).join('')
          const same = words.replaceAll(/\s/g, '') === coded[index]?.replaceAll(/\s/g, '')
          expect(alignment.kind === 'exact').toBe(same)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe.skipIf(!published)('the published codings (skipped where ../shared/data is absent)', () => {
  const read = ([number, padded]: (typeof CODED_INTERVIEWS)[number]) => ({
    transcript: parseTranscript(
      decodeText('a.txt', readPublished(`quality-issues/transcripts/Interview ${number}.txt`)).text,
    ),
    passes: parseCodedTurns(
      'a.json',
      decodeText('a.json', readPublished(`quality-issues/coded/interview-${padded}.json`)).text,
    ).sources,
  })
  const kinds = (alignments: readonly Alignment[]) =>
    (['exact', 'approximate', 'unaligned'] as const).map(
      (kind) => alignments.filter((found) => found.kind === kind).length,
    )

  it.each([
    [CODED_INTERVIEWS[0], ['92/0/0', '88/4/0', '82/6/0']],
    [CODED_INTERVIEWS[1], ['111/0/0', '114/0/0', '70/0/0']],
    [CODED_INTERVIEWS[2], ['160/0/0', '159/1/0', '160/0/0']],
    [CODED_INTERVIEWS[3], ['104/0/0', '104/0/0', '104/0/0']],
    [CODED_INTERVIEWS[4], ['125/0/0', '125/0/0', '125/0/0']],
    [CODED_INTERVIEWS[5], ['183/0/0', '183/0/0', '183/0/0']],
  ] as const)(
    'of interview %j find their turns in its transcript and in one coder’s copy alike',
    (interview, expected) => {
      const { transcript, passes } = read(interview)
      const own = transcriptFromCodedTurns(passes[0]?.turns ?? [])
      expect(passes.map(({ turns }) => kinds(alignTurns(transcript, turns)).join('/'))).toEqual(expected)
      expect(passes.map(({ turns }) => kinds(alignTurns(own, turns)).join('/'))).toEqual(expected)
    },
  )

  it('of interview 7 cover every word of its transcript, though 111 and 114 turns stand against 72', () => {
    const { transcript, passes } = read(CODED_INTERVIEWS[1])
    const words = transcript.turns
      .map((turn) => wordsOf(transcript.text, turn))
      .join('')
      .replaceAll(/\s/g, '')
    for (const { turns } of passes.slice(0, 2)) {
      const spans = alignTurns(transcript, turns).flatMap((found) => (found.kind === 'unaligned' ? [] : found.spans))
      const covered = spans
        .map((span) => wordsOf(transcript.text, span))
        .join('')
        .replaceAll(/\s/g, '')
      expect(covered).toBe(words)
    }
  })

  it('of interview 2 put the turns that are shifted by one where their words are', () => {
    const { transcript, passes } = read(CODED_INTERVIEWS[0])
    const placed = passes.slice(0, 2).map(({ turns }) => {
      const found = alignTurns(transcript, turns)
      return turns.map((turn, index) => {
        const alignment = found[index]
        const at = alignment === undefined || alignment.kind === 'unaligned' ? -1 : (alignment.spans[0]?.start ?? -1)
        return { text: turn.text.replaceAll(/\s/g, ''), at }
      })
    })
    const [first = [], second = []] = placed
    const same = first
      .slice(59, 87)
      .filter(({ text, at }) => second.some((other) => other.text === text && other.at === at))
    expect(same.length).toBeGreaterThanOrEqual(26)
  })
})
