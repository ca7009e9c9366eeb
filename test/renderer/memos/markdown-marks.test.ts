import { describe, expect, it } from 'vitest'
import { insert, prefixLines, wrap, type Edited } from '../../../renderer/features/memos/markdown-marks.ts'

/** A text with what is chosen between bars: `a |b| c`, the caret as `||`. */
function read(text: string): Edited {
  const [before = '', chosen = '', after = ''] = text.split('|')
  return { text: before + chosen + after, start: before.length, end: before.length + chosen.length }
}

function show({ text, start, end }: Edited): string {
  return `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`
}

describe('marks of Markdown', () => {
  it.each([
    ['a |b| c', 'a **|b|** c'],
    ['a || c', 'a **||** c'],
  ])('go around what is chosen: %s becomes %s', (before, after) => {
    expect(show(wrap(read(before), '**'))).toBe(after)
  })

  it.each([
    ['one |two|', '- one |two|'],
    ['|one\ntwo|\nthree', '- |one\n- two|\nthree'],
    ['||\nthree', '- ||\nthree'],
  ])('begin every line that is chosen: %s', (before, after) => {
    expect(show(prefixLines(read(before), '- '))).toBe(after)
  })

  it.each([
    ['word||', 'word [x]||'],
    ['||word', '[x]||word'],
    ['a |gone| b', 'a [x]|| b'],
  ])('let words in with a blank before them where a word stands: %s becomes %s', (before, after) => {
    expect(show(insert(read(before), '[x]'))).toBe(after)
  })
})
