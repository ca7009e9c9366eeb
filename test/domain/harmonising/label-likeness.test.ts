import { describe, expect, it } from 'vitest'
import { LabelComparison } from '../../../domain/harmonising/label-likeness.ts'

const FILLING = ['Data-quantity', 'Data-privacy', 'Data-cost', 'Model-drift', 'Model-size', 'Team-trust']

function compare(first: string, second: string, others: readonly string[] = FILLING) {
  return new LabelComparison([first, second, ...others]).compare(first, second)
}

describe('the likeness of two labels', () => {
  it.each([
    ['Data-missing-value', 'Data-missing-values'],
    ['dataMissingValues', 'Missing value (data)'],
    ['DATA_MISSING_VALUE', 'missing values of the data'],
    ['Données manquantes', 'donnees-manquante'],
    ['Qualité des données', 'données / qualité'],
  ])(
    'is whole for %s and %s, which differ in case, hyphens, accents, order, joining words or plural',
    (first, second) => {
      expect(compare(first, second).value).toBe(1)
    },
  )

  it('forgives one slip in a longer word, and none in a shorter one', () => {
    expect(compare('data-integration', 'data-intergation').value).toBe(1)
    expect(compare('old-date', 'old-data').words).toEqual(['old'])
  })

  it('is nothing for labels without a word in common, and names no word', () => {
    expect(compare('team-trust', 'model-drift', [])).toEqual({ value: 0, words: [] })
  })

  it('is nothing for labels that share a joining word alone', () => {
    expect(compare('lack of trust', 'cost of labels').words).toEqual([])
  })

  it('is greater for a rare word in common than for one that many labels have', () => {
    const others = [...FILLING, 'integration-tests']
    expect(compare('Data-integration-hard', 'Model-integration-soft', []).value).toBeLessThan(1)
    expect(compare('integration-hard', 'integration-soft', others).value).toBeGreaterThan(
      compare('Data-hard', 'Data-soft', others).value,
    )
  })

  it('is the same whichever stands first', () => {
    const labels = new LabelComparison(['Data-missing-values', 'missing-labels', ...FILLING])
    expect(labels.compare('Data-missing-values', 'missing-labels').value).toBeCloseTo(
      labels.compare('missing-labels', 'Data-missing-values').value,
      12,
    )
  })

  it('names the words in common as the first label writes them', () => {
    expect(compare('Data-Missing-Values', 'missing-value').words).toEqual(['Missing', 'Values'])
  })

  it('is nothing for labels without letters', () => {
    expect(compare('???', '!!!').value).toBe(0)
  })
})
