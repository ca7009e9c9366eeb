import { describe, expect, it } from 'vitest'
import { nextCodedWords } from '../../../../renderer/features/coding/keys/coding-steps.ts'
import { createReader } from '../../../../renderer/components/reader.ts'
import { caretAt, rangeOf, type Selection } from '../../../../renderer/features/coding/words/selection.ts'
import { find, markOn, transcriptOf } from '../small-transcript.ts'

const transcript = transcriptOf('We never knew, honestly.', 'Which values were missing?')
const reader = createReader(transcript, 'en')
const span = (words: string) => find(transcript, words)
const on = (id: string, words: string) => markOn(id, span(words))
const marks = {
  byStretch: [
    [on('knew', 'knew'), on('all', 'We never knew, honestly.'), on('never', 'never knew'), on('same', 'never knew')],
    [on('values', 'values')],
  ],
  lanes: 1,
  codedTurns: 2,
}
const step = (selection: Selection, direction: 'on' | 'back') =>
  nextCodedWords(reader, marks, selection, direction)?.marks.map(({ id }) => id) ?? null

describe('from one coding to the next', () => {
  it('goes in the order in which their words begin, the longer first, and takes those on the same words together', () => {
    expect(step(caretAt(span('We').start), 'on')).toEqual(['all'])
    expect(step(rangeOf(span('We never knew, honestly.')), 'on')).toEqual(['never', 'same'])
    expect(step(rangeOf(span('never knew')), 'on')).toEqual(['knew'])
    expect(step(rangeOf(span('knew')), 'on')).toEqual(['values'])
    expect(step(rangeOf(span('values')), 'on')).toBeNull()
  })

  it('goes back the same way', () => {
    expect(step(rangeOf(span('values')), 'back')).toEqual(['knew'])
    expect(step(rangeOf(span('never knew')), 'back')).toEqual(['all'])
    expect(step(rangeOf(span('We never knew, honestly.')), 'back')).toBeNull()
  })

  it('goes on from a caret within a coding past its beginning, and back to it', () => {
    expect(step(caretAt(span('honestly').start), 'on')).toEqual(['values'])
    expect(step(caretAt(span('honestly').start), 'back')).toEqual(['knew'])
  })
})
