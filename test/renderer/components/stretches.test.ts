import { describe, expect, it } from 'vitest'
import { stretchesOf } from '../../../renderer/components/stretches.ts'
import { transcriptOf } from '../coding/small-transcript.ts'

const sentence = 'Nobody had told us that the labels were missing. '

function partsOf(words: string): readonly string[] {
  const transcript = transcriptOf(words)
  return stretchesOf(transcript).map(({ start, end }) => transcript.text.slice(start, end))
}

describe('the rows in which a transcript is drawn', () => {
  it('are its turns where none is very long', () => {
    const transcript = transcriptOf('one two', 'three', 'four')
    expect(stretchesOf(transcript)).toEqual(transcript.turns.map((turn) => ({ ...turn, isContinued: false })))
  })

  it('hold all words of a very long turn, in order, without a gap', () => {
    const words = sentence.repeat(2000).trim()
    const parts = partsOf(words)
    expect(parts.length).toBeGreaterThan(10)
    expect(parts.join('')).toBe(words)
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(8000)
  })

  it('are cut where a sentence ends', () => {
    for (const part of partsOf(sentence.repeat(400).trim()).slice(0, -1)) expect(part).toMatch(/missing\. $/)
  })

  it('are cut where a line ends, if one does', () => {
    const [first] = partsOf(`${sentence.repeat(120)}\n${sentence.repeat(200)}`.trim())
    expect(first).toBe(`${sentence.repeat(120)}\n`)
  })

  it('are cut between words where no sentence ends, and between graphemes where there are no words', () => {
    for (const part of partsOf('labels '.repeat(3000).trim()).slice(0, -1)) expect(part).toMatch(/s $/)
    const family = '👩‍👩‍👧'
    for (const part of partsOf(family.repeat(3000))) expect(part.length % family.length).toBe(0)
  })

  it('say of all but the first part of a turn that words come before', () => {
    const stretches = stretchesOf(transcriptOf('one', sentence.repeat(400).trim(), 'three'))
    expect(stretches.map(({ isContinued }) => isContinued)).toEqual([false, false, true, true, false])
    expect(stretches.map(({ number }) => number)).toEqual([1, 2, 2, 2, 3])
  })
})
