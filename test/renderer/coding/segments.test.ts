import { describe, expect, it } from 'vitest'
import type { ListedSegment } from '../../../app/contract/segments.ts'
import { asId } from '../../../domain/ids.ts'
import { spanOf } from '../../../domain/span.ts'
import { parseTranscript } from '../../../formats/transcript-text.ts'
import { criterionOf, keyOf } from '../../../renderer/features/coding/segments/screening-keys.ts'
import { boundariesOf, turnsOf } from '../../../renderer/features/coding/segments/segmentation.ts'
import { wordsWithin } from '../../../renderer/features/coding/segments/words-within.ts'

const transcript = parseTranscript(['Int: One two.', 'P1: Three four five.', 'Int: Six.', 'P1: Seven.'].join('\n'))
const { text, turns } = transcript

function spanFrom(first: string, last: string) {
  const span = spanOf(text.indexOf(first), text.indexOf(last) + last.length)
  if (span === null) throw new Error('no span')
  return span
}

function segment(number: number, from: string, before: string | null): ListedSegment {
  const span = spanOf(text.indexOf(from), before === null ? text.length : text.indexOf(before))
  if (span === null) throw new Error('no span')
  return { id: asId(String(number)), transcriptId: asId('t'), number, ...span, title: '', words: '' }
}

const press = (key: string, code = '', more = {}) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('the rules in a transcript', () => {
  it('stand at the turn in which a segment starts, and say whether words of it come before', () => {
    const found = boundariesOf(turns, [segment(1, 'One', 'four'), segment(2, 'four', null)])
    expect([...found].map(([turn, here]) => [turn, here.map((one) => [one.segment?.number, one.isWithin])])).toEqual([
      [0, [[1, false]]],
      [1, [[2, true]]],
    ])
  })

  it('tell where talk begins that belongs to no segment', () => {
    const found = boundariesOf(turns, [segment(1, 'One', 'Three'), segment(2, 'Six', 'Seven')])
    expect([...found].map(([turn, here]) => [turn, here.map((one) => one.segment?.number ?? null)])).toEqual([
      [0, [1]],
      [1, [null]],
      [2, [2]],
      [3, [null]],
    ])
  })
})

describe('quoted turns', () => {
  it('are all that hold words of a quote, and no more', () => {
    expect([...turnsOf(turns, [spanFrom('four', 'Six')])]).toEqual([1, 2])
    expect([...turnsOf(turns, [spanFrom('Seven', 'Seven')])]).toEqual([3])
    expect([...turnsOf(turns, [])]).toEqual([])
  })
})

describe('the words of a quote', () => {
  it('are those said, a line a turn, without the labels between', () => {
    expect(wordsWithin(transcript, spanFrom('five', 'Six'))).toBe('five.\nSix')
  })
})

describe('a key in the form', () => {
  it('answers one criterion, a digit by its place on the keyboard too', () => {
    expect(criterionOf(press('1', 'Digit1'))).toBe('I1')
    expect(criterionOf(press('&', 'Digit1'))).toBe('I1')
    expect(criterionOf(press('e', 'KeyE'))).toBe('E5')
    expect(criterionOf(press('f', 'KeyF'))).toBeNull()
    expect(keyOf(press('à', 'Digit0'))).toBe('none')
    expect(keyOf(press('N', 'KeyN'))).toBe('next')
    expect(keyOf(press('m', 'KeyM'))).toBe('memo')
  })

  it('is left alone with a modifier, which is for the frame or the browser', () => {
    expect(criterionOf(press('1', 'Digit1', { ctrlKey: true }))).toBeNull()
    expect(keyOf(press('t', 'KeyT', { metaKey: true }))).toBeNull()
  })
})
