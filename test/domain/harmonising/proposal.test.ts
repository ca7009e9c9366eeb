import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProposalEvidence, type UsedCode } from '../../../domain/harmonising/proposal.ts'
import { SharedUnitCounts } from '../../../domain/harmonising/shared-units.ts'
import { asId, type CoderId } from '../../../domain/ids.ts'

/** What two coders put on units: `Ada's codes | Bea's codes`, with how often. */
type Units = readonly (readonly [ada: string, bea: string, times: number])[]

const codesIn = (text: string) => text.split(' ').filter((label) => label !== '')

function evidenceOf(units: Units): ProposalEvidence {
  const uses = new Map<string, Map<CoderId, number>>()
  for (const [ada, bea, times] of units) {
    for (const [who, codes] of [
      ['Ada', ada],
      ['Bea', bea],
    ] as const) {
      for (const label of codesIn(codes)) {
        const ofCode = uses.get(label) ?? new Map<CoderId, number>()
        uses.set(label, ofCode.set(asId(who), (ofCode.get(asId(who)) ?? 0) + times))
      }
    }
  }
  const counts = new SharedUnitCounts()
  const pairs = units.map(([ada, bea, weight]) => [new Set(codesIn(ada)), new Set(codesIn(bea)), weight] as const)
  counts.add(pairs.map(([first, second, weight]) => ({ first, second, weight })))
  counts.addTogether(
    pairs.map(([first, second, weight]) => ({ values: [first, second], weight })),
    ['Ada', 'Bea'],
  )
  const codes = [...uses].map(([label, ofCode]): UsedCode => ({ id: asId(label), label, uses: ofCode }))
  return new ProposalEvidence(codes, counts)
}

function proposed(units: Units): readonly string[] {
  return evidenceOf(units)
    .proposals(() => true)
    .map(({ code, other, basis }) => `${code} ~ ${other}: ${basis}`)
}

const NOTHING = ['', '', 100] as const

describe('the pairs that are proposed', () => {
  it('are those of the same words, though no passage is shared', () => {
    expect(proposed([['missing-values', '', 2], ['', 'missing-value', 1], ['drift', 'drift', 3], NOTHING])).toEqual([
      'missing-values ~ missing-value: words',
    ])
  })

  it('are those of a word and passages in common', () => {
    expect(
      proposed([
        ['integration-issues', 'integration-difficult', 1],
        ['integration-issues', '', 2],
        ['drift', 'drift', 3],
        NOTHING,
      ]),
    ).toEqual(['integration-issues ~ integration-difficult: both'])
  })

  it('are those that share most of their passages, without a word in common', () => {
    expect(proposed([['too-little', 'sparse', 3], ['too-little', '', 1], NOTHING])).toEqual([
      'too-little ~ sparse: passages',
    ])
  })

  it('are not those that share two passages and no word: that few are chance, or one story', () => {
    expect(proposed([['too-little', 'sparse', 2], NOTHING])).toEqual([])
  })

  it('are not those that share passages as often as chance gives', () => {
    expect(
      proposed([
        ['always', 'often', 50],
        ['always', '', 40],
        ['', 'often', 5],
        ['', '', 5],
      ]),
    ).toEqual([])
  })

  it('are not those whose passages mostly lie apart, without a word in common', () => {
    expect(proposed([['broad', 'narrow', 3], ['broad', '', 10], NOTHING])).toEqual([])
  })

  it('are not those that one coder used both of, when the words differ and no passage is shared', () => {
    expect(
      proposed([['model-security-risk', 'model-security-risk', 2], ['model-security-risk-fix', '', 2], NOTHING]),
    ).toEqual([])
  })

  it('are not those that one coder used both of but for a plural', () => {
    expect(
      proposed([
        ['missing-values missing-value-fix', '', 2],
        ['', 'missing-value', 2],
        ['drift', 'drift', 3],
        ['cost', 'cost', 3],
        NOTHING,
      ]),
    ).toEqual(['missing-values ~ missing-value: words'])
  })

  it('are not two codes of one coder', () => {
    expect(proposed([['missing-value', '', 2], ['missing-values', '', 2], ['', 'drift', 1], NOTHING])).toEqual([])
  })

  it('name first the code that was used more often', () => {
    const [first] = evidenceOf([['missing-value', '', 2], ['', 'missing-values', 5], NOTHING]).proposals(() => true)
    expect(first?.code).toBe('missing-values')
  })

  it('come with the strongest first', () => {
    expect(
      proposed([
        ['too-little', 'sparse', 3],
        ['too-little', '', 2],
        ['missing-value', 'missing-values', 2],
        NOTHING,
      ]).map((line) => line.split(':')[0]),
    ).toEqual(['missing-value ~ missing-values', 'too-little ~ sparse'])
  })

  it('leave out those that were decided', () => {
    const evidence = evidenceOf([['missing-value', '', 2], ['', 'missing-values', 5], NOTHING])
    expect(evidence.proposals(() => false)).toEqual([])
  })

  it('never share neither a word nor a passage, whatever was coded', () => {
    const label = fc.constantFrom('data-low', 'data-lows', 'low-cost', 'drift', 'trust', 'drifts-cost')
    const set = fc.uniqueArray(label, { maxLength: 3 }).map((labels) => labels.join(' '))
    fc.assert(
      fc.property(fc.array(fc.tuple(set, set, fc.integer({ min: 1, max: 9 })), { maxLength: 12 }), (units) => {
        for (const { likeness, units: shared } of evidenceOf(units).proposals(() => true)) {
          expect(likeness.words.length > 0 || shared.shared > 0).toBe(true)
        }
      }),
    )
  })
})
