import { describe, expect, it } from 'vitest'
import { driftPerCode, type ComparedRound } from '../../../domain/agreement/drift.ts'

const rounds: readonly ComparedRound[] = [
  {
    round: 'One',
    units: 100,
    perCode: [
      { code: 'a', both: 10, onlyFirst: 5, onlySecond: 5, neither: 80, kappa: 0.6, ac1: 0.8, reason: null },
      {
        code: 'b',
        both: 100,
        onlyFirst: 0,
        onlySecond: 0,
        neither: 0,
        kappa: null,
        ac1: 1,
        reason: 'expected-agreement-is-one',
      },
    ],
  },
  {
    round: 'Two',
    units: 50,
    perCode: [{ code: 'a', both: 9, onlyFirst: 1, onlySecond: 0, neither: 40, kappa: 0.9, ac1: 0.95, reason: null }],
  },
]

describe('the drift of a code', () => {
  it('has a point for each round, in order, with its n and how often the code was used', () => {
    expect(driftPerCode(rounds, 'kappa').find(({ code }) => code === 'a')?.points).toEqual([
      { round: 'One', units: 100, used: 20, value: 0.6, reason: null },
      { round: 'Two', units: 50, used: 10, value: 0.9, reason: null },
    ])
  })

  it('gives a reason and no number where kappa is undefined and where nobody used the code', () => {
    expect(driftPerCode(rounds, 'kappa').find(({ code }) => code === 'b')?.points).toEqual([
      { round: 'One', units: 100, used: 100, value: null, reason: 'expected-agreement-is-one' },
      { round: 'Two', units: 50, used: 0, value: null, reason: 'not-used' },
    ])
  })

  it('is the last defined value less the first, and none with fewer than two', () => {
    const change = (figure: 'kappa' | 'ac1') =>
      driftPerCode(rounds, figure).map(({ code, change: by }) => [code, by === null ? null : Number(by.toFixed(6))])
    expect(change('kappa')).toEqual([
      ['b', null],
      ['a', 0.3],
    ])
    expect(change('ac1')).toEqual([
      ['b', null],
      ['a', 0.15],
    ])
  })
})
