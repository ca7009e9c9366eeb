import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Offset } from '../../../../domain/span.ts'
import { createReader } from '../../../../renderer/components/reader.ts'
import {
  beginAt,
  caretAt,
  chooseTurn,
  chosenSpan,
  collapse,
  extendBy,
  focusOf,
  moveBy,
  narrow,
  rangeOf,
  takeTo,
  targetSpan,
  turnOf,
  widen,
  type Selection,
} from '../../../../renderer/features/coding/words/selection.ts'
import { find, transcriptOf } from '../small-transcript.ts'

const transcript = transcriptOf('We never knew, honestly.', 'Knew what?', 'Which version ran.')
const reader = createReader(transcript, 'en')
const at = (words: string) => caretAt(find(transcript, words).start)
const chosen = (selection: Selection) => {
  const span = chosenSpan(reader, selection)
  return span === null ? null : transcript.text.slice(span.start, span.end)
}
type Step = readonly ['word' | 'turn', 'on' | 'back']
const extend = (selection: Selection, ...steps: readonly Step[]) =>
  steps.reduce((now, [grain, direction]) => extendBy(reader, now, grain, direction), selection)

describe('moving', () => {
  it('goes to the next word over punctuation and into the next turn', () => {
    const selection = moveBy(reader, at('knew, '), 'word', 'on')
    expect(selection).toEqual(at('honestly'))
    expect(moveBy(reader, selection, 'word', 'on')).toEqual(at('Knew what'))
  })

  it('goes back to the beginning of the turn first, then to the turn before', () => {
    const selection = moveBy(reader, at('version'), 'turn', 'back')
    expect(selection).toEqual(at('Which'))
    expect(moveBy(reader, selection, 'turn', 'back')).toEqual(at('Knew what'))
  })

  it('stays where it is at either end', () => {
    expect(moveBy(reader, at('We'), 'word', 'back')).toEqual(at('We'))
    expect(moveBy(reader, at('ran'), 'word', 'on')).toEqual(at('ran'))
  })

  it('leaves what is chosen on the side it goes to', () => {
    const range = extend(at('never'), ['word', 'on'], ['word', 'on'])
    expect(chosen(range)).toBe('never knew')
    expect(moveBy(reader, range, 'word', 'back')).toEqual(at('never'))
    expect(moveBy(reader, range, 'word', 'on')).toEqual(at('honestly'))
  })
})

describe('extending', () => {
  it('begins with the word one is on, whichever way it goes', () => {
    expect(chosen(extend(at('never'), ['word', 'on']))).toBe('never')
    expect(chosen(extend(at('never'), ['word', 'back']))).toBe('never')
  })

  it('keeps the word it began with when it turns round', () => {
    const steps: Step[] = [
      ['word', 'on'],
      ['word', 'on'],
      ['word', 'back'],
      ['word', 'back'],
    ]
    expect(chosen(extend(at('never'), ...steps))).toBe('We never')
  })

  it('takes the rest of the turn, then the next turn', () => {
    const one = extend(at('never'), ['turn', 'on'])
    expect(chosen(one)).toBe('never knew, honestly.')
    expect(chosen(extend(one, ['turn', 'on']))).toBe('never knew, honestly.\n\nP: Knew what?')
    expect(chosen(extend(one, ['turn', 'on'], ['turn', 'back']))).toBe('never knew, honestly.')
  })

  it('takes the turn back to its beginning', () => {
    expect(chosen(extend(at('what'), ['turn', 'back']))).toBe('Knew what')
  })

  it('is undone by the opposite step, by words, while it is on one side', () => {
    const starts = fc.constantFrom('We', 'never', 'honestly', 'Knew what', 'version')
    fc.assert(
      fc.property(starts, fc.constantFrom('on', 'back'), fc.integer({ min: 1, max: 6 }), (word, direction, count) => {
        const begun = extend(at(word), ['word', 'on'])
        const opposite = direction === 'on' ? 'back' : 'on'
        const there = extend(begun, ...Array.from({ length: count }, (): Step => ['word', direction]))
        const further = extend(there, ['word', direction])
        if (chosen(further) === chosen(there)) return
        expect(chosen(extend(further, ['word', opposite]))).toBe(chosen(there))
      }),
    )
  })

  it('never loses the word it began with, whatever the steps', () => {
    const step = fc.tuple(fc.constantFrom('word', 'turn'), fc.constantFrom('on', 'back'))
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const span = chosenSpan(reader, extend(at('what'), ...steps))
        const word = find(transcript, 'what')
        expect(span !== null && span.start <= word.start && span.end >= word.end).toBe(true)
      }),
    )
  })
})

describe('choosing with the pointer', () => {
  it('is a caret until the pointer moves', () => {
    const begun = beginAt(reader, find(transcript, 'never').start, 'point')
    expect(takeTo(reader, begun, find(transcript, 'never').start, 'point')).toEqual(begun)
    expect(chosen(takeTo(reader, begun, find(transcript, 'knew').end, 'point'))).toBe('never knew')
  })

  it('goes by words after a double click, in both directions, keeping the first', () => {
    const begun = beginAt(reader, (find(transcript, 'knew').start + 2) as Offset, 'word')
    expect(chosen(begun)).toBe('knew')
    expect(chosen(takeTo(reader, begun, (find(transcript, 'never').start + 1) as Offset, 'word'))).toBe('never knew')
    expect(chosen(takeTo(reader, begun, (find(transcript, 'honestly').start + 1) as Offset, 'word'))).toBe(
      'knew, honestly',
    )
  })

  it('goes by turns after a triple click', () => {
    const begun = beginAt(reader, find(transcript, 'what').start, 'turn')
    expect(chosen(begun)).toBe('Knew what?')
    expect(chosen(takeTo(reader, begun, find(transcript, 'ran').start, 'turn'))).toBe(
      'Knew what?\n\nP: Which version ran.',
    )
  })
})

describe('what is chosen', () => {
  it('has no blanks at its ends', () => {
    const begun = beginAt(reader, (find(transcript, 'never').start - 1) as Offset, 'point')
    expect(chosen(takeTo(reader, begun, (find(transcript, 'never').end + 1) as Offset, 'point'))).toBe('never')
  })

  it('never holds half a grapheme', () => {
    const smiling = transcriptOf('so 👩‍🔬 said')
    const smilingReader = createReader(smiling, 'en')
    const { start, end } = find(smiling, '👩‍🔬')
    const half = takeTo(
      smilingReader,
      beginAt(smilingReader, (start + 2) as Offset, 'point'),
      (end - 1) as Offset,
      'point',
    )
    expect(chosenSpan(smilingReader, half)).toEqual({ start, end })
  })

  it('is nothing where only blanks are taken', () => {
    const blank = (find(transcript, 'We ').end - 1) as Offset
    expect(chosen(takeTo(reader, caretAt(blank), (blank + 1) as Offset, 'point'))).toBeNull()
  })

  it('is the turn one is in, for coding, where nothing is chosen', () => {
    const span = targetSpan(reader, at('what'))
    expect(span && transcript.text.slice(span.start, span.end)).toBe('Knew what?')
  })

  it('belongs to the turn its last letter is in', () => {
    const turn = chooseTurn(reader, at('what'))
    expect(turnOf(reader, turn)).toBe(1)
    expect(focusOf(turn)).toBe(find(transcript, 'Knew what?').end)
  })
})

describe('sentences', () => {
  const long = transcriptOf('We knew. Nobody asked!  Why not?', 'Later, yes.')
  const longReader = createReader(long, 'en')
  const caret = (words: string) => caretAt(find(long, words).start)
  const words = (selection: Selection) => {
    const span = chosenSpan(longReader, selection)
    return span === null ? null : long.text.slice(span.start, span.end)
  }

  it('are gone through one after the other and into the next turn', () => {
    const second = moveBy(longReader, caret('knew'), 'sentence', 'on')
    expect(second).toEqual(caret('Nobody'))
    const third = moveBy(longReader, second, 'sentence', 'on')
    expect(moveBy(longReader, third, 'sentence', 'on')).toEqual(caret('Later'))
  })

  it('are gone back through, to the beginning of one’s own first', () => {
    const own = moveBy(longReader, caret('asked'), 'sentence', 'back')
    expect(own).toEqual(caret('Nobody'))
    expect(moveBy(longReader, own, 'sentence', 'back')).toEqual(caret('We'))
  })

  it('are chosen whole, without the blanks around them, one more or one less at a time', () => {
    const one = extendBy(longReader, caret('asked'), 'sentence', 'on')
    expect(words(one)).toBe('Nobody asked!')
    const two = extendBy(longReader, one, 'sentence', 'on')
    expect(words(two)).toBe('Nobody asked!  Why not?')
    expect(words(extendBy(longReader, two, 'sentence', 'back'))).toBe('Nobody asked!')
    expect(words(extendBy(longReader, one, 'sentence', 'back'))).toBe('We knew. Nobody asked!')
  })

  it('stand between the word and the turn where more and more is chosen', () => {
    const steps = [caret('asked')]
    for (let step = 0; step < 4; step++) steps.push(widen(longReader, steps.at(-1) ?? caret('asked')))
    expect(steps.map(words)).toEqual([
      null,
      'asked',
      'Nobody asked!',
      'We knew. Nobody asked!  Why not?',
      'We knew. Nobody asked!  Why not?',
    ])
  })

  it('lead back by the way that was taken', () => {
    const word = widen(longReader, caret('asked'))
    const sentence = widen(longReader, word)
    expect(narrow(longReader, narrow(longReader, widen(longReader, sentence)))).toEqual(word)
    expect(narrow(longReader, word)).toEqual(caret('asked'))
  })

  it('give their first word where less is chosen of what was not widened', () => {
    const turn = chooseTurn(longReader, caret('asked'))
    const steps = [narrow(longReader, turn)]
    for (let step = 0; step < 2; step++) steps.push(narrow(longReader, steps.at(-1) ?? turn))
    expect(steps.map(words)).toEqual(['We knew.', 'We', null])
  })

  it('are as long as the turn where it has no end of one', () => {
    const endless = transcriptOf('and then so on '.repeat(20_000))
    const endlessReader = createReader(endless, 'en')
    const range = widen(endlessReader, widen(endlessReader, caretAt((endless.text.length >> 1) as Offset)))
    expect(chosenSpan(endlessReader, range)).toEqual({ start: 3, end: endless.text.trimEnd().length })
  })
})

describe('choosing nothing any more', () => {
  it('leaves the caret on the last of the words that were found, widened to or coded, not on the one after them', () => {
    expect(collapse(reader, rangeOf(find(transcript, 'never knew')))).toEqual(at('knew, '))
    expect(collapse(reader, widen(reader, at('never')))).toEqual(at('never'))
  })

  it('leaves it on the word that the words were taken to', () => {
    expect(collapse(reader, extend(at('never'), ['word', 'on'], ['word', 'on']))).toEqual(at('knew, '))
    expect(collapse(reader, at('never'))).toEqual(at('never'))
  })
})
