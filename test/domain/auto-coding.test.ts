import { describe, expect, it } from 'vitest'
import { answersIn, likenessOf, passagesOf, questionOf } from '../../domain/auto-coding.ts'
import { isInterviewer } from '../../domain/speaker.ts'
import { spanOf } from '../../domain/span.ts'
import type { Turn } from '../../domain/transcript.ts'
import { wordsIn } from '../../domain/text/words.ts'

/** Turns as `I: …` and `P: …`, one a line. */
function transcriptOf(...lines: readonly string[]): { readonly text: string; readonly turns: readonly Turn[] } {
  const text = lines.join('\n')
  let at = 0
  const turns = lines.map((line, index) => {
    const span = spanOf(at + 3, at + line.length)
    at += line.length + 1
    if (span === null) throw new Error('an empty turn')
    return { ...span, number: index + 1, speaker: line.slice(0, 1), seconds: null }
  })
  return { text, turns }
}

const asks = ({ speaker }: Turn) => isInterviewer(speaker)
const GUIDE = ['How do you collect your data?', 'Who labels the data, and how?'].map(questionOf)

function answers(lines: readonly string[], least = 0.6): readonly (readonly [string, string])[] {
  const { text, turns } = transcriptOf(...lines)
  return answersIn(text, turns, GUIDE, { least, asks }).map(({ question, start, end }) => [
    question,
    text.slice(start, end),
  ])
}

describe('likeness', () => {
  const likeness = (question: string, said: string) =>
    likenessOf(
      questionOf(question).words,
      wordsIn(said).map(({ folded }) => folded),
      () => 1,
    )

  it('is 1 where all of the question was said, in whatever order and accents', () => {
    expect(likeness('Où sont les données ?', 'Alors, les DONNEES, ou sont-elles ?')).toBe(1)
  })

  it('is the share of its words that were said', () => {
    expect(likeness('a b c d', 'a b x y')).toBe(0.5)
  })

  it('is 0 where none were, and for a question without words', () => {
    expect([likeness('a b', 'x y'), likeness('?', 'x')]).toEqual([0, 0])
  })

  it('counts only words that stand near each other', () => {
    const filler = Array.from({ length: 40 }, () => 'x').join(' ')
    expect(likeness('a b', `a ${filler} b`)).toBe(0.5)
  })

  it('counts a word once, however often it is said', () => {
    expect(likeness('a b', 'a a a')).toBe(0.5)
  })
})

describe('the answer to a question of the guide', () => {
  it('is what follows until the next one, questions in between included', () => {
    expect(
      answers([
        'I: So, how do you collect the data that you have?',
        'P: With sensors.',
        'I: Which ones?',
        'P: Cameras.',
        'I: And who labels the data? How?',
        'P: Students.',
        'I: Thank you.',
      ]),
    ).toEqual([
      ['How do you collect your data?', 'With sensors.\nI: Which ones?\nP: Cameras.'],
      ['Who labels the data, and how?', 'Students.'],
    ])
  })

  it('is not there where the question was not asked', () => {
    expect(answers(['I: What is your role?', 'P: I label the data. How? Who knows. You collect it.'])).toEqual([])
  })

  it('is not there where nobody answered', () => {
    expect(answers(['I: How do you collect your data?', 'I: Who labels the data, and how?', 'P: Us.'])).toEqual([
      ['Who labels the data, and how?', 'Us.'],
    ])
  })

  it('is found for fewer turns the more like the question must be', () => {
    const lines = ['I: How do you collect it?', 'P: By hand.']
    expect([answers(lines, 0.3).length, answers(lines, 1).length]).toEqual([1, 0])
  })
})

describe('a passage for what was found', () => {
  const { text, turns } = transcriptOf('P: One is here. Two is there. Three and two.')
  const [turn] = turns
  if (turn === undefined) throw new Error('no turn')
  const hit = spanOf(text.indexOf('Two'), text.indexOf('Two') + 3)
  const again = spanOf(text.indexOf('there'), text.indexOf('there') + 5)
  if (hit === null || again === null) throw new Error('no hit')
  const passages = (scope: 'hits' | 'sentences' | 'turns') =>
    passagesOf(text, turn, [hit, again], scope).map(({ start, end }) => text.slice(start, end))

  it('is each hit, or each sentence once, or the turn once', () => {
    expect(passages('hits')).toEqual(['Two', 'there'])
    expect(passages('sentences')).toEqual(['Two is there.'])
    expect(passages('turns')).toEqual(['One is here. Two is there. Three and two.'])
  })
})
