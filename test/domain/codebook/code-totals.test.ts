import { describe, expect, it } from 'vitest'
import { ownCountsOf, totalsOf, type TranscriptUse } from '../../../domain/codebook/code-totals.ts'
import { asId } from '../../../domain/ids.ts'
import { smallCode } from '../../fixtures/codes.ts'

const codes = [
  smallCode('data'),
  smallCode('quality', { parent: 'data' }),
  smallCode('missing', { parent: 'quality' }),
  smallCode('labels', { parent: 'data' }),
  smallCode('people'),
]
const used = (code: string, transcriptId: string, participantId: string | null, codings = 1): TranscriptUse => ({
  codeId: asId<'code'>(code),
  codings,
  transcriptId,
  participantId,
})
const uses = [
  used('data', 'T1', 'P1', 3),
  used('missing', 'T1', 'P1', 4),
  used('missing', 'T2', 'P1'),
  used('labels', 'T3', null),
]
const totals = totalsOf(codes, uses)
const totalOf = (code: string) => totals.get(asId<'code'>(code))

describe('the totals of a category', () => {
  it('count each coding under it once, and its own', () => {
    expect(totalOf('data')?.codings).toBe(9)
    expect(totalOf('quality')?.codings).toBe(5)
  })

  it('count a transcript and a participant once, however many of its codes were used there', () => {
    expect(totalOf('data')).toMatchObject({ transcripts: 3, participants: 1 })
    expect(totalOf('missing')).toEqual({ codings: 5, transcripts: 2, participants: 1 })
  })

  it('are absent where nothing under it was used', () => {
    expect(totalOf('people')).toBeUndefined()
  })
})

describe('the counts of a code by itself', () => {
  const own = ownCountsOf(uses)

  it('leave out what is under it, and count a transcript and a participant once', () => {
    expect(own.get(asId<'code'>('data'))).toEqual({ codings: 3, transcripts: 1, participants: 1 })
    expect(own.get(asId<'code'>('missing'))).toEqual({ codings: 5, transcripts: 2, participants: 1 })
    expect(own.get(asId<'code'>('labels'))).toEqual({ codings: 1, transcripts: 1, participants: 0 })
  })

  it('are absent where it was not used', () => {
    expect(own.get(asId<'code'>('quality'))).toBeUndefined()
  })
})
