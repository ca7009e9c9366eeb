import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareCoders } from '../../../domain/agreement/comparison.ts'
import type { UnitPair } from '../../../domain/agreement/figures.ts'

const folder = new URL('../../../../shared/data/quality-issues/coded/', import.meta.url)
const present = existsSync(folder)

interface CodedTurns {
  readonly sources: readonly {
    readonly coder: string
    readonly pass: string
    readonly turns: readonly { readonly codes: readonly string[] }[]
  }[]
}

/**
 * The two independent coders' turns, paired by index. In interview 2 the second coder's turns with the indexes
 * 58 to 88 are shifted by one (that file lacks the first coder's turn 58), so that pairing by index compares different
 * utterances there; it is nevertheless what reproduces the table.
 */
function pairByIndex(interview: string): readonly UnitPair[] {
  const coded = JSON.parse(readFileSync(new URL(`interview-${interview}.json`, folder), 'utf8')) as CodedTurns
  const [first, second] = coded.sources.filter((source) => source.pass === 'independent')
  return (first?.turns ?? []).map((turn, index) => ({
    first: new Set(turn.codes),
    second: new Set(second?.turns[index]?.codes),
    weight: 1,
  }))
}

// The published codings of Côté, Nikanjam, Bouchoucha and Khomh (ICSME 2022); the figures are those of method.md, section 4.
describe.skipIf(!present)('agreement on published codings (skipped where ../shared/data is absent)', () => {
  it.each([
    ['02', 92, 30, 0.5543, 0.161, 0.3806, 0.2794, 0.2626],
    ['12', 160, 18, 0.9313, 0.5833, 0.2502, 0.3726, 0.337],
    ['19', 104, 12, 0.7981, 0.2541, 0.037, 0.1374, 0.1376],
    ['31', 125, 19, 0.744, 0.2512, 0.2225, 0.1756, 0.143],
    ['32', 183, 25, 0.8197, 0.5536, 0.4193, 0.4325, 0.3831],
  ])('of interview %s is the table’s, to four decimals', (interview, units, codes, ...figures) => {
    const comparison = compareCoders(pairByIndex(interview))
    const { codedAgreement, kappaCoded, kappaPooled, alphaJaccard, alphaMasi } = comparison
    const shown = [codedAgreement, kappaCoded, kappaPooled, alphaJaccard, alphaMasi].map(({ value }) =>
      value?.toFixed(4),
    )
    expect([comparison.units, comparison.codes]).toEqual([units, codes])
    expect(shown).toEqual(figures.map((figure) => figure.toFixed(4)))
  })
})
