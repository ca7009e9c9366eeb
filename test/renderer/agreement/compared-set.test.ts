import { describe, expect, it } from 'vitest'
import { comparedSets, costRows, namesOf } from '../../../renderer/features/agreement/compared-set.ts'
import { createCodedStudy } from '../../fixtures/coded-study.ts'

describe('the list of definitions to rewrite', () => {
  it('is of all together where that is asked for, and else of every two, with most units first', async () => {
    const { call, open, put, bea, labels, schema } = await createCodedStudy()
    const cem = await call('coders.create', { name: 'Cem', kind: 'coder' })
    await put(bea, labels, 'P1', 'labels were missing')
    await put(bea, schema, 'P2', 'the schema for weeks')
    await put(cem, labels, 'P2', 'The labels were wrong')
    await open()
    const agreement = await call('agreement.compute', { scope: 'all', group: true, resamples: 0 })

    const [together, ...others] = comparedSets(agreement, true)
    expect(others).toEqual([])
    if (together === undefined) throw new Error('three coders are compared')
    expect(namesOf(together)).toBeNull()
    // Ten readings: alpha = 1 − 9 · within / (2 · present · absent).
    // P1 has readings of two, P2 of three: “silence” differs in one pair of P1 and two of P2, the others in two of P2.
    expect(
      costRows(together).map(({ code, differing, everyone, divided, only, coefficient, reason }) => {
        return [code, differing, everyone, divided, only, coefficient, reason]
      }),
    ).toEqual([
      ['silence', 3, 0, 2, null, -0.125, null],
      ['labels / schema', 2, 0, 1, null, 0, null],
      ['labels', 2, 1, 1, null, 0.625, null],
    ])

    const pairs = comparedSets(agreement, false)
    expect(pairs.map(({ of }) => [of.coders.join(' '), of.units])).toEqual([
      ['Ada Bea', 4],
      ['Ada Cem', 2],
      ['Bea Cem', 2],
    ])
    const [first] = pairs
    if (first === undefined) throw new Error('two are compared')
    expect(namesOf(first)).toEqual(['Ada', 'Bea'])
    expect(costRows(first).map(({ code, share, only, everyone }) => [code, share, only, everyone])).toEqual([
      ['silence', 0.5, [2, 0], 0],
      ['labels / schema', 0.25, [0, 1], 0],
      ['labels', 0.25, [1, 0], 1],
    ])
  })
})
