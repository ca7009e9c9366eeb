import { describe, expect, it } from 'vitest'
import { percentText } from '../../app/commands/figures.ts'
import { writeCount, writeInterval, writeNumber, writePercent, writeShare } from '../../formats/written-number.ts'

describe('written numbers', () => {
  it('have a point in English and a comma in French', () => {
    expect([writeNumber(0.5543, 4, 'en'), writeNumber(0.5543, 4, 'fr')]).toEqual(['0.5543', '0,5543'])
    expect([writeInterval([0.1, 0.25], 2, 'en'), writeInterval([0.1, 0.25], 2, 'fr')]).toEqual([
      '0.10 to 0.25',
      '0,10 à 0,25',
    ])
  })

  it('have no negative zero, and keep the sign of what is not zero', () => {
    expect([writeNumber(-0.00001, 4, 'en'), writeNumber(-0.12, 4, 'en')]).toEqual(['0.0000', '-0.1200'])
  })

  it('are a dash where there is none, never a zero', () => {
    expect([writeNumber(null, 2, 'en'), writePercent(null, 'en'), writeInterval(null, 2, 'en')]).toEqual([
      '–',
      '–',
      '–',
    ])
  })

  it('are whole percents, as in table II of Lewis et al. 2021: 14 of 16 is 88 %', () => {
    expect(writeShare(14, (100 * 14) / 16, 'en')).toBe('14 (88 %)')
    expect(writeShare(11, (100 * 11) / 16, 'fr')).toBe('11 (69\u00a0%)')
  })

  it('do not round a rare thing to none', () => {
    expect([writePercent(0.43, 'en'), writePercent(0, 'en')]).toEqual(['0.4 %', '0 %'])
    expect([writePercent(0.02, 'en'), writePercent(0.02, 'fr')]).toEqual(['<0.1 %', '<0,1\u00a0%'])
  })

  it('do not round what one lacks to everyone’s', () => {
    expect([writeShare(249, 99.6, 'en'), writeShare(250, 100, 'en')]).toEqual(['249 (99.6 %)', '250 (100 %)'])
    expect([writePercent(99.98, 'fr'), writePercent(99, 'en')]).toEqual(['>99,9\u00a0%', '99 %'])
    expect([percentText(0.2), percentText(99.6), percentText(100)]).toEqual(['<1 %', '>99 %', '100 %'])
  })

  it('go with the singular for 0 in French only', () => {
    const words = ['entretien', 'entretiens'] as const
    expect([writeCount(0, words, 'fr'), writeCount(0, words, 'en'), writeCount(1, words, 'en')]).toEqual([
      '0 entretien',
      '0 entretiens',
      '1 entretien',
    ])
  })
})
