import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOf } from '../../../domain/text/word-difference.ts'

/** `[-gone-]{+come+}` */
function written(before: string, after: string): string {
  return differenceOf(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
}

describe('the difference of two texts', () => {
  it('marks the words that went and those that came', () => {
    expect(written('Values are missing.', 'Some values are missing.')).toBe('[-Values -]{+Some values +}are missing.')
    expect(written('It is wrong', 'It is often wrong')).toBe('It is {+often +}wrong')
  })

  it('reads a rewritten sentence as one stretch, blanks and all', () => {
    expect(written('one two three', 'four five six')).toBe('[-one two three-]{+four five six+}')
  })

  it('gives a sentence that was added its own full stop', () => {
    expect(written('It is late.', 'It is late. It is wrong.')).toBe('It is late.{+ It is wrong.+}')
    expect(written('It is late.', 'It was late. Ask.')).toBe('It [-is-]{+was+} late.{+ Ask.+}')
    expect(written('It is late. It is wrong.', 'It is late.')).toBe('It is late.[- It is wrong.-]')
  })

  it('of equal texts is the text', () => {
    expect(differenceOf('Data, as collected', 'Data, as collected')).toEqual([
      { kind: 'same', text: 'Data, as collected' },
    ])
    expect(differenceOf('', '')).toEqual([])
  })

  it('makes up both texts, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', 'é', '\n', '𝒳'), maxLength: 30 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = differenceOf(before, after)
        const but = (kind: string) => stretches.flatMap((one) => (one.kind === kind ? [] : one.text)).join('')
        expect([but('added'), but('removed')]).toEqual([before, after])
        expect(stretches.every((one, index) => one.kind !== stretches[index + 1]?.kind)).toBe(true)
      }),
    )
  })

  it('shows very long texts whole, one after the other', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${String(index)}`).join(' ')
    expect(differenceOf(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
    const around = (middle: string) => `${long('a')} ${middle} ${long('b')}`
    expect(differenceOf(around('old'), around('new')).map(({ kind }) => kind)).toEqual([
      'same',
      'removed',
      'added',
      'same',
    ])
  })
})
