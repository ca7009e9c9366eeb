import { describe, expect, it } from 'vitest'
import { gatherOpen } from '../../../renderer/features/catalog/open-disagreements.ts'

const open = (number: number, round: string, disagreements: number) => ({
  transcript: `P${number}`,
  round,
  disagreements,
})

describe('what is still open in the reviews', () => {
  it('is named where it is about one transcript', () => {
    const one = open(1, 'Round 1', 3)
    expect(gatherOpen([one])).toEqual({ kind: 'one', of: one })
  })

  it('is counted where it is about several, each transcript once', () => {
    expect(gatherOpen([open(1, 'Round 1', 3), open(1, 'Round 2', 4), open(2, 'Round 1', 5)])).toEqual({
      kind: 'many',
      disagreements: 12,
      transcripts: 2,
    })
    expect(gatherOpen([])).toEqual({ kind: 'none' })
  })
})
