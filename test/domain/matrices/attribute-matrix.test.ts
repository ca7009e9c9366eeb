import { describe, expect, it } from 'vitest'
import { countByAttribute, percentOf, type AttributedTranscript } from '../../../domain/matrices/attribute-matrix.ts'

const of = (participant: string | null, value: string | null, ...marks: readonly number[]): AttributedTranscript => ({
  participant,
  value,
  marks,
})

describe('codes by a participant attribute', () => {
  const { columns, cells } = countByAttribute(
    2,
    ['data scientist', 'manager', 'operations'],
    [
      of('P1', 'data scientist', 0, 0, 1),
      of('P1', 'data scientist', 0),
      of('P2', 'data scientist'),
      of('P3', 'manager', 1),
      of('P4', null, 0),
      of(null, null, 0, 1),
    ],
  )

  it('have a column a value and one for the not noted, each with its participants and transcripts', () => {
    expect(columns).toEqual([
      { value: 'data scientist', participants: 2, transcripts: 3 },
      { value: 'manager', participants: 1, transcripts: 1 },
      { value: 'operations', participants: 0, transcripts: 0 },
      { value: null, participants: 1, transcripts: 2 },
    ])
  })

  it('count codings, transcripts and participants apart: two interviews of one person are one participant', () => {
    expect(cells[0]?.[0]).toEqual({ codings: 3, transcripts: 2, participants: 1 })
    expect(cells[1]?.[3]).toEqual({ codings: 1, transcripts: 1, participants: 0 })
  })

  it('have 0 where a code was not used, and no percent where nobody has the value', () => {
    const [first] = cells
    const at = (column: number) => {
      const [cell, head] = [first?.[column], columns[column]]
      return cell && head && percentOf(cell, head)
    }
    expect([at(0), at(1), at(2)]).toEqual([50, 0, null])
  })

  it('have no column for the not noted where everything is', () => {
    expect(countByAttribute(1, ['a'], [of('P1', 'a')]).columns.map(({ value }) => value)).toEqual(['a'])
  })
})
