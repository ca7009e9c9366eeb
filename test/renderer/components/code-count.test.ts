import { expect, it } from 'vitest'
import { hasMoreUnder, writtenCount } from '../../../renderer/components/code-count.ts'
import { countedCode } from '../../fixtures/codes.ts'

const uses = { codings: 3, transcripts: 2, participants: 1 }
const category = { ...countedCode('data'), ...uses, total: { codings: 27, transcripts: 2, participants: 2 } }
const leaf = { ...countedCode('labels'), ...uses, total: uses }
const closed = { isClosed: true, number: String }
const open = { isClosed: false, number: String }

it('a closed category shows its own uses and those with the codes under it, an open one its own', () => {
  expect(writtenCount(category, 'codings', closed)).toBe('3 · 27')
  expect(writtenCount(category, 'transcripts', closed)).toBe('2 · 2')
  expect(writtenCount(category, 'codings', open)).toBe('3')
})

it('a code with nothing used under it shows one number', () => {
  expect(hasMoreUnder(leaf)).toBe(false)
  expect(writtenCount(leaf, 'codings', closed)).toBe('3')
})
