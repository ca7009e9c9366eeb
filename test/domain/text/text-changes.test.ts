import { expect, it } from 'vitest'
import { correctionOf } from '../../../domain/re-anchoring.ts'
import type { Offset } from '../../../domain/span.ts'
import { changesWithin } from '../../../domain/text/text-changes.ts'

const filler = 'and so it went on and on '.repeat(20)
const before = `We knew that. The lables were ${filler}wrong.`
const correction = correctionOf(before, before.replace('lables', 'labels').replace('wrong', 'missing'))
const shown = (words: string) => {
  const start = before.indexOf(words)
  const pieces = changesWithin(correction, {
    start: start as Offset,
    end: (start + words.length) as Offset,
  })
  return pieces.map(({ kind, text }) => (kind === 'same' ? text : `<${kind} ${text}>`))
}

it('shows of a passage only the words that are corrected, in their context', () => {
  expect(shown('The lables were')).toEqual(['The ', '<removed lables>', '<inserted labels>', ' were'])
  expect(shown('We knew')).toEqual(['We knew'])
})

it('shows a change that lies far into a long passage, and leaves out what is the same', () => {
  const pieces = shown(before.slice(before.indexOf('The')))
  expect(pieces.slice(0, 3)).toEqual(['The ', '<removed lables>', '<inserted labels>'])
  expect(pieces).toContain('<left-out …>')
  expect(pieces.slice(-3)).toEqual(['<removed wrong>', '<inserted missing>', '.'])
})
