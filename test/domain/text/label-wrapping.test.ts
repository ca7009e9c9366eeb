import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrapLabel } from '../../../domain/text/label-wrapping.ts'

describe('wrapping a label', () => {
  it('keeps a short label on one line', () => {
    expect(wrapLabel('  Data  Rates ', 20, 2)).toEqual({ lines: ['Data Rates'], truncated: false })
  })

  it('breaks at white space', () => {
    expect(wrapLabel('Required Model Inference Time', 14, 3).lines).toEqual(['Required Model', 'Inference Time'])
  })

  it('breaks after a slash or a hyphen', () => {
    expect(wrapLabel('Framework/Tools/Libraries pre-trained', 16, 4).lines).toEqual([
      'Framework/Tools/',
      'Libraries pre-',
      'trained',
    ])
  })

  it('never breaks at a no-break space', () => {
    expect(wrapLabel('Prêt à\u00A0tout', 7, 2).lines).toEqual(['Prêt', 'à\u00A0tout'])
  })

  it('cuts a word only where it alone is longer than a line, and never within a character', () => {
    expect(wrapLabel('an 👩‍🔬👩‍🔬👩‍🔬', 2, 9).lines).toEqual(['an', '👩‍🔬👩‍🔬', '👩‍🔬'])
  })

  it('says so when words are left out', () => {
    expect(wrapLabel('Data Preparation Pipelines and Scripts', 12, 2)).toEqual({
      lines: ['Data', 'Preparation…'],
      truncated: true,
    })
  })

  it('gives no line for a blank label', () => {
    expect(wrapLabel(' \n', 5, 2)).toEqual({ lines: [], truncated: false })
  })

  it('keeps the budget and, where nothing is left out, every letter', () => {
    const label = fc.stringMatching(/^[a-c/ -]{0,40}$/)
    fc.assert(
      fc.property(label, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }), (label, budget, maxLines) => {
        const { lines, truncated } = wrapLabel(label, budget, maxLines)
        expect(lines.length).toBeLessThanOrEqual(maxLines)
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(budget)
        if (!truncated) expect(lines.join('').replaceAll(' ', '')).toBe(label.replaceAll(' ', ''))
      }),
    )
  })
})
