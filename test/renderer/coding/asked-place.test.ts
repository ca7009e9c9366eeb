import { describe, expect, it } from 'vitest'
import { NOWHERE, placeIn, selectionAt } from '../../../renderer/features/coding/asked-place.ts'
import { createReader } from '../../../renderer/components/reader.ts'
import { caretAt, rangeOf } from '../../../renderer/features/coding/words/selection.ts'
import { find, transcriptOf } from './small-transcript.ts'

const transcript = transcriptOf('We never knew.', 'Knew what?')
const reader = createReader(transcript, 'en')

describe('the place that an address asks for', () => {
  it('is a turn, or words', () => {
    expect(placeIn(['2'])).toEqual({ turn: 2, span: null })
    expect(placeIn(['2', '10-14'])).toEqual({ turn: 2, span: { start: 10, end: 14 } })
  })

  it('is nowhere without a number', () => {
    expect([placeIn([]), placeIn(['x', '1-2'])]).toEqual([NOWHERE, NOWHERE])
  })

  it('is the turn alone where the words are no span', () => {
    for (const words of ['14-10', '4-4', '-1-3', '1', 'a-b']) {
      expect(placeIn(['2', words])).toEqual({ turn: 2, span: null })
    }
  })

  it('chooses exactly the words', () => {
    const span = find(transcript, 'never')
    expect(selectionAt(reader, { turn: 1, span })).toEqual(rangeOf(span))
  })

  it('is the beginning of the turn where the words are not within the text, or are no one’s words', () => {
    const start = caretAt(find(transcript, 'Knew').start)
    const { length } = transcript.text
    for (const words of [`3-${length + 1}`, '0-3', '18-19']) {
      expect(selectionAt(reader, placeIn(['2', words]))).toEqual(start)
    }
  })

  it('is none where there is no such turn', () => {
    expect(selectionAt(reader, { turn: 9, span: null })).toBeNull()
  })
})
