import { describe, expect, it } from 'vitest'
import { driftPerCode, ENOUGH_USED, seriesOverRounds, standingOut } from '../../../domain/agreement/drift.ts'

const comparisons = [
  {
    round: 'One',
    coders: ['Ada', 'Bea'],
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
  { round: 'One', coders: ['Ada', 'Cem'], units: 80, perCode: [] },
  {
    round: 'Two',
    coders: ['Ada', 'Bea'],
    units: 50,
    perCode: [{ code: 'a', both: 9, onlyFirst: 1, onlySecond: 0, neither: 40, kappa: 0.9, ac1: 0.95, reason: null }],
  },
]
const code = { code: 'a', fleissReason: null, alphaReason: null }
const groups = [
  {
    round: 'One',
    coders: ['Ada', 'Bea', 'Cem'],
    units: 80,
    perCode: [{ ...code, everyone: 3, divided: 4, fleiss: 0.2, alpha: 0.21 }],
  },
  {
    round: 'Two',
    coders: ['Ada', 'Bea', 'Dan'],
    units: 50,
    perCode: [{ ...code, everyone: 5, divided: 1, fleiss: null, fleissReason: 'unequal-ratings', alpha: 0.7 }],
  },
  { round: 'Three', coders: ['Ada', 'Bea'], units: 0, perCode: [] },
]
const [together, pair, other] = seriesOverRounds({ comparisons, groups })
const rounds = pair?.rounds ?? []

describe('who is followed over rounds', () => {
  it('is all together first, then every two coders, the pair with most rounds before the others', () => {
    expect([together, pair, other].map((series) => [series?.kind, series?.coders, series?.rounds.length])).toEqual([
      ['group', ['Ada', 'Bea', 'Cem', 'Dan'], 2],
      ['pair', ['Ada', 'Bea'], 2],
      ['pair', ['Ada', 'Cem'], 1],
    ])
  })

  it('is, of all together, whoever coded in each round', () => {
    expect(together?.rounds.map(({ round, coders }) => [round, coders])).toEqual([
      ['One', ['Ada', 'Bea', 'Cem']],
      ['Two', ['Ada', 'Bea', 'Dan']],
    ])
  })

  it('is nobody where nothing was compared', () => {
    expect(seriesOverRounds({ comparisons: [], groups: [] })).toEqual([])
  })
})

describe('the drift of a code', () => {
  it('has a point for each round, in order, with its n and how often the code was used', () => {
    expect(driftPerCode(rounds, 'kappa').find((drift) => drift.code === 'a')?.points).toEqual([
      { round: 'One', units: 100, used: 20, value: 0.6, reason: null },
      { round: 'Two', units: 50, used: 10, value: 0.9, reason: null },
    ])
  })

  it('is, of all together, that of Fleiss’ kappa or of alpha, with the reason of each', () => {
    const points = (figure: 'fleiss' | 'alpha') => driftPerCode(together?.rounds ?? [], figure)[0]?.points
    expect(points('fleiss')).toEqual([
      { round: 'One', units: 80, used: 7, value: 0.2, reason: null },
      { round: 'Two', units: 50, used: 6, value: null, reason: 'unequal-ratings' },
    ])
    expect(points('alpha')?.map(({ value }) => value)).toEqual([0.21, 0.7])
  })

  it('gives a reason and no number where kappa is undefined and where nobody used the code', () => {
    expect(driftPerCode(rounds, 'kappa').find((drift) => drift.code === 'b')?.points).toEqual([
      { round: 'One', units: 100, used: 100, value: null, reason: 'expected-agreement-is-one' },
      { round: 'Two', units: 50, used: 0, value: null, reason: 'not-used' },
    ])
  })

  it('is the last defined value less the first, and none with fewer than two', () => {
    const change = (figure: 'kappa' | 'ac1') =>
      driftPerCode(rounds, figure).map((drift) => [
        drift.code,
        drift.change === null ? null : Number(drift.change.toFixed(6)),
      ])
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

describe('the codes that stand out until somebody chooses', () => {
  const drift = (code: string, ...points: readonly (readonly [value: number | null, used: number])[]) => ({
    code,
    figures: points.map(([value, used]) => ({ value, used })),
  })
  const standing = (...given: readonly ReturnType<typeof drift>[]) =>
    standingOut(
      driftPerCode(
        [0, 1].map((round) => ({
          round: `Round ${round}`,
          coders: ['Ada', 'Bea'],
          units: 200,
          perCode: given.flatMap(({ code, figures }) => {
            const { value = null, used = 0 } = figures[round] ?? {}
            return used === 0 ? [] : [{ code, used, figures: { kappa: { value, reason: null } } }]
          }),
        })),
        'kappa',
      ),
      2,
    )

  it('are those that moved most among the codes with enough use in both rounds', () => {
    const rare = drift('rare', [0, ENOUGH_USED - 1], [1, 40])
    const steady = drift('steady', [0.6, 50], [0.65, 50])
    const rose = drift('rose', [0.3, ENOUGH_USED], [0.7, 9])
    const fell = drift('fell', [0.8, 12], [0.5, 12])
    expect(standing(rare, steady, rose, fell)).toEqual(['rose', 'fell'])
  })

  it('are, where too few have enough use, those held most in both rounds, then those used most', () => {
    const rare = drift('rare', [0, 2], [1, 3])
    const rarer = drift('rarer', [0, 1], [1, 60])
    const once = drift('once', [0.5, 30])
    const undefinedOnly = drift('all of them', [null, 200], [null, 200])
    const fell = drift('fell', [0.8, 12], [0.5, 12])
    expect(standing(rarer, rare, once, undefinedOnly, fell)).toEqual(['fell', 'rare'])
    expect(standing(rarer, once, undefinedOnly)).toEqual(['rarer', 'once'])
    expect(standing(once, undefinedOnly)).toEqual(['once'])
  })
})
