import { describe, expect, it } from 'vitest'
import { lineOf } from '../../../app/review/queue.ts'
import { spanOf } from '../../../domain/span.ts'

const whole = (text: string, longest?: number) => {
  const span = spanOf(0, text.length)
  if (span === null) throw new Error('no span')
  return lineOf(text, span, longest)
}

describe('words in one line', () => {
  it('are cut at a blank where they are longer than asked for, and say so', () => {
    const words = 'got grams\n'.repeat(60)
    expect(whole(words, 400)).toBe(`${'got grams '.repeat(40).trim()}…`)
    expect(whole(words).length).toBeLessThanOrEqual(161)
    expect(whole('got\n grams')).toBe('got grams')
  })
})
