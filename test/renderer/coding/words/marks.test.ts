import { describe, expect, it } from 'vitest'
import { asId } from '../../../../domain/ids.ts'
import type { Coding } from '../../../../domain/coding.ts'
import type { Code } from '../../../../domain/codebook/codebook.ts'
import { createMarksBuilder, marksOf, type MarkContext } from '../../../../renderer/features/coding/words/marks.ts'
import { quote, sourceOf, timeStamp } from '../../../../renderer/features/coding/words/quotation.ts'
import { stretchesOf } from '../../../../renderer/components/stretches.ts'
import { standing } from '../../../../renderer/features/coding/unread.ts'
import { find, transcriptOf } from '../small-transcript.ts'

const transcript = transcriptOf('one two', 'three four', 'five')
const coding = (id: string, words: string, coder = 'ada', round = 'first'): Coding => ({
  id: asId(id),
  transcriptId: asId('t'),
  codeId: asId('code'),
  coderId: asId(coder),
  roundId: asId(round),
  ...find(transcript, words),
})
const code: Code = {
  id: asId('code'),
  parentId: null,
  name: 'Trust',
  abbreviation: null,
  definition: '',
  inclusion: '',
  exclusion: '',
  colour: 3,
  position: 0,
  taxonomy: null,
  retired: false,
}
const context: MarkContext = {
  codes: [code],
  coders: [
    { id: asId('ada'), name: 'Ada', kind: 'coder' },
    { id: asId('ben'), name: 'Ben', kind: 'coder' },
  ],
  rounds: [{ id: asId('first'), name: 'Round 1', number: 1, kind: 'independent', state: 'open' }],
  coderId: asId('ada'),
  roundId: asId('first'),
}

describe('marksOf', () => {
  it('gives a coding to every turn it reaches into', () => {
    const { byStretch, codedTurns } = marksOf(transcript.turns, [coding('a', 'two\n\nP: three')], context)
    expect(byStretch.map((marks) => marks.map((mark) => mark.id))).toEqual([['a'], ['a'], []])
    expect(codedTurns).toBe(2)
  })

  it('counts a very long turn once, in however many rows it is drawn', () => {
    const long = transcriptOf('words '.repeat(4000).trim())
    const [turn] = long.turns
    if (turn === undefined) throw new Error('no turn')
    const whole = { ...coding('a', 'one'), start: turn.start, end: turn.end }
    const { byStretch, codedTurns } = marksOf(stretchesOf(long), [whole], context)
    expect(byStretch.map((marks) => marks.length)).toEqual([1, 1, 1, 1])
    expect(codedTurns).toBe(1)
  })

  it('calls own only what the person made in the round they work in', () => {
    const codings = [coding('a', 'one'), coding('b', 'one', 'ben'), coding('c', 'one', 'ada', 'earlier')]
    const { byStretch } = marksOf(transcript.turns, codings, context)
    expect(byStretch[0]?.filter((mark) => mark.isOwn).map((mark) => mark.id)).toEqual(['a'])
  })

  it('leaves out a coding whose code is not in the codebook', () => {
    expect(marksOf(transcript.turns, [coding('a', 'one')], { ...context, codes: [] }).codedTurns).toBe(0)
  })

  it('keeps the list of a turn that did not change, read anew', () => {
    const build = createMarksBuilder()
    const before = build(transcript.turns, [coding('a', 'one')], context)
    const after = build(transcript.turns, [coding('a', 'one'), coding('b', 'five')], context)
    expect(after.byStretch[0]).toBe(before.byStretch[0])
    expect(after.byStretch[2]).not.toBe(before.byStretch[2])
  })
})

describe('standing', () => {
  const read = [coding('a', 'one'), coding('b', 'two')]

  it('adds what was saved since the reading, once, and leaves out what was taken away', () => {
    const changes = [
      { kind: 'saved', coding: coding('c', 'five'), revision: 1 },
      { kind: 'saved', coding: coding('a', 'one'), revision: 1 },
      { kind: 'removed', id: asId<'coding'>('b'), revision: 1 },
    ] as const
    expect(standing(read, changes).map(({ id }) => id)).toEqual(['a', 'c'])
  })
})

describe('quote', () => {
  it('gives each turn its speaker, number and time stamp, and the source at the end', () => {
    const span = { start: find(transcript, 'two').start, end: find(transcript, 'three').end }
    expect(quote(transcript, span, 'Interview 3')).toBe('P [1, 0:00:00]: two\nP [2, 0:01:15]: three\n— Interview 3')
  })

  it('writes hours, minutes and seconds', () => {
    expect(timeStamp(3723.9)).toBe('1:02:03')
  })
})

describe('where copied words are from', () => {
  it('says whose words the transcript holds, once', () => {
    expect(sourceOf({ name: 'Interview 3', participant: 'P7b' })).toBe('P7b, Interview 3')
    expect(sourceOf({ name: 'P7b data scientist', participant: 'P7b' })).toBe('P7b data scientist')
    expect(sourceOf({ name: 'A paper', participant: null })).toBe('A paper')
  })
})
