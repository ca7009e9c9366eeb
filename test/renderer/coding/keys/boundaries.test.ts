import { describe, expect, it } from 'vitest'
import { asId, type CodingId } from '../../../../domain/ids.ts'
import type { Span } from '../../../../domain/span.ts'
import {
  boundaryMoveOf,
  codingsToRemoveAt,
  codingToMoveAt,
  ownCodingAt,
} from '../../../../renderer/features/coding/keys/boundaries.ts'
import type { Mark } from '../../../../renderer/features/coding/words/marks.ts'
import { movedBoundary, type BoundaryMove } from '../../../../renderer/components/moved-boundary.ts'
import { createReader } from '../../../../renderer/components/reader.ts'
import { caretAt, rangeOf } from '../../../../renderer/features/coding/words/selection.ts'
import { SHORTCUTS } from '../../../../renderer/features/coding/keys/shortcuts.ts'
import { find, markOn, transcriptOf } from '../small-transcript.ts'

const transcript = transcriptOf('We never knew, honestly.', 'Café 👩‍💻 or what?')
const reader = createReader(transcript, 'en')
const span = (words: string): Span => find(transcript, words)
const moved = (
  words: string,
  edge: BoundaryMove['edge'],
  way: BoundaryMove['way'],
  by: BoundaryMove['by'] = 'word',
) => {
  const to = movedBoundary(reader, span(words), { edge, way, by })
  return to === null ? null : transcript.text.slice(to.start, to.end)
}

describe('a boundary', () => {
  it('goes outward by a word', () => {
    expect([moved('never', 'start', 'out'), moved('never', 'end', 'out')]).toEqual(['We never', 'never knew'])
  })

  it('goes inward by a word, over punctuation', () => {
    expect(moved('never knew, honestly', 'end', 'in')).toBe('never knew')
    expect(moved('never knew', 'start', 'in')).toBe('knew')
  })

  it('goes inward to the end of the word where punctuation was held too', () => {
    expect(moved('honestly.', 'end', 'in')).toBe('honestly')
  })

  it('goes into the next turn, over what labels it', () => {
    expect(moved('honestly.', 'end', 'out')).toBe('honestly.\n\nP: Café')
  })

  it('goes by a letter as people see letters, blanks passed over', () => {
    expect(moved('Café', 'end', 'in', 'letter')).toBe('Caf')
    expect(moved('Café', 'end', 'out', 'letter')).toBe('Café 👩‍💻')
  })

  it('stays where nothing would be left, and at the ends of the transcript', () => {
    expect([moved('never', 'end', 'in'), moved('We', 'start', 'out'), moved('what?', 'end', 'out')]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('is moved by every command of its group and by no other', () => {
    const moving = SHORTCUTS.filter(({ id }) => boundaryMoveOf(id) !== null)
    expect(moving).toEqual(SHORTCUTS.filter(({ group }) => group === 'boundary'))
  })
})

describe('the coding that is meant', () => {
  const mark = (id: string, words: string, isOwn = true): Mark => markOn(id, span(words), isOwn)
  const meant = (marks: readonly Mark[], selection: Parameters<typeof ownCodingAt>[2], aimed: CodingId | null = null) =>
    ownCodingAt(reader, { byStretch: [marks, []], lanes: 1, codedTurns: 1 }, selection, aimed)?.id ?? null

  it('is the one on exactly the chosen words', () => {
    const marks = [mark('a', 'never'), mark('b', 'never knew')]
    expect(meant(marks, rangeOf(span('never knew')))).toBe('b')
    expect(meant(marks, rangeOf(span('knew')))).toBeNull()
  })

  it('is the shortest that holds the caret', () => {
    const marks = [mark('a', 'We never knew'), mark('b', 'never')]
    expect(meant(marks, caretAt(span('never').start))).toBe('b')
    expect(meant(marks, caretAt(span('knew').start))).toBe('a')
  })

  it('is the one last pointed at, of several', () => {
    const marks = [mark('a', 'We never knew'), mark('b', 'never')]
    expect(meant(marks, caretAt(span('never').start), asId('a'))).toBe('a')
  })

  it('is the newest of those on the same words', () => {
    expect(meant([mark('a', 'never'), mark('b', 'never')], rangeOf(span('never')))).toBe('b')
  })

  it('is never another coder’s', () => {
    expect(meant([mark('a', 'never', false)], rangeOf(span('never')), asId('a'))).toBeNull()
  })
  it('is, for a boundary, the one that the caret has just left', () => {
    const moves = (marks: readonly Mark[], words: string, aimed: CodingId | null = null) =>
      codingToMoveAt(reader, { byStretch: [marks, []], lanes: 1, codedTurns: 1 }, caretAt(span(words).start), aimed)
        ?.id ?? null
    const marks = [mark('a', 'We never'), mark('b', 'never')]
    expect(moves(marks, 'knew')).toBe('b')
    expect(moves(marks, 'knew', asId('a'))).toBe('a')
    expect(moves(marks, 'honestly')).toBeNull()
    expect(moves([mark('c', 'never knew, honestly.')], 'Café')).toBe('c')
    expect(moves([mark('d', 'never', false)], 'knew')).toBeNull()
  })

  describe('for removing', () => {
    const removed = (marks: readonly Mark[], selection: Parameters<typeof ownCodingAt>[2]) =>
      codingsToRemoveAt(reader, { byStretch: [marks, []], lanes: 1, codedTurns: 1 }, selection, null).map(
        ({ id }) => id,
      )
    const marks = [mark('turn', 'We never knew, honestly.'), mark('a', 'never'), mark('b', 'never'), mark('c', 'knew')]

    it('is on exactly the chosen words, and what lies around or within them stays', () => {
      expect(removed(marks, rangeOf(span('never')))).toEqual(['a', 'b'])
      expect(removed(marks, rangeOf(span('We never knew, honestly.')))).toEqual(['turn'])
    })

    it('lies within the chosen words where none is on exactly these', () => {
      expect(removed(marks, rangeOf(span('never knew')))).toEqual(['a', 'b', 'c'])
    })

    it('is the innermost around the caret, not all of the turn one is in', () => {
      expect(removed(marks, caretAt(span('knew').start))).toEqual(['c'])
      expect(removed(marks, caretAt(span('honestly').start))).toEqual(['turn'])
      expect(removed(marks, rangeOf(span('honest')))).toEqual(['turn'])
      expect(removed([mark('a', 'never'), mark('b', 'never')], caretAt(span('knew').start))).toEqual(['a', 'b'])
      expect(removed([mark('a', 'never')], caretAt(span('honestly').start))).toEqual([])
    })

    it('is never another coder’s', () => {
      expect(removed([mark('a', 'never', false)], rangeOf(span('never')))).toEqual([])
    })
  })
})
