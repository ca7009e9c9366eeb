import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutLikertChart, type ChartItem, type ChartRow } from '../../../domain/survey/likert-chart.ts'

const EVEN = ['Not Important', 'Somewhat Important', 'Important', 'Very Important']
const ODD = ['never', 'rarely', 'sometimes', 'often', 'frequently']

function itemOf(counts: readonly number[], label = 'Metadata'): ChartItem {
  return { label, counts, n: counts.reduce((sum, count) => sum + count, 0) }
}

function leftOf(row: ChartRow | undefined): number {
  return row?.bars[0]?.x ?? NaN
}

function rightOf(row: ChartRow | undefined): number {
  const last = row?.bars.at(-1)
  return last ? last.x + last.width : NaN
}

describe('the diverging stacked bar chart', () => {
  it('parts an even scale at the centre line', () => {
    const { rows, centre } = layOutLikertChart({ items: [itemOf([2, 3, 4, 1])], scale: EVEN, width: 800 })
    expect(rows[0]?.bars[2]?.x).toBe(centre.x)
  })

  it('lets the neutral point of an odd scale straddle the centre line', () => {
    const { rows, centre } = layOutLikertChart({ items: [itemOf([1, 1, 4, 3, 1])], scale: ODD, width: 800 })
    const neutral = rows[0]?.bars[2]
    expect(neutral?.point).toBe(2)
    expect((neutral?.x ?? 0) + (neutral?.width ?? 0) / 2).toBeCloseTo(centre.x, 1)
  })

  it('shows the count and percent of each point, and no bar for a point that nobody chose', () => {
    const { rows } = layOutLikertChart({ items: [itemOf([0, 1, 0, 3])], scale: EVEN, width: 800 })
    expect(rows[0]?.bars.map(({ point, count, percent }) => [point, count, percent])).toEqual([
      [1, 1, 25],
      [3, 3, 75],
    ])
    expect(rows[0]).toMatchObject({ n: 4, note: null, answers: { text: 'n = 4' } })
  })

  it('draws nothing where nobody answered, and says so', () => {
    const { rows } = layOutLikertChart({ items: [itemOf([0, 0, 0, 0])], scale: EVEN, width: 800 })
    expect(rows[0]).toMatchObject({ n: 0, bars: [], note: { text: 'no answers' }, answers: { text: 'n = 0' } })
  })

  it('gives percents of one row and of another the same length', () => {
    const { rows } = layOutLikertChart({
      items: [itemOf([1, 1, 1, 1]), itemOf([5, 0, 0, 15])],
      scale: EVEN,
      width: 800,
    })
    expect(rows[0]?.bars[0]?.width).toBeCloseTo(rows[1]?.bars[0]?.width ?? NaN, 1)
  })

  it('reaches as far as the widest row on each side, in steps of 25 percent', () => {
    // Left 10 % at most, right 90 %.
    const { ticks, centre, plot } = layOutLikertChart({
      items: [itemOf([0, 1, 5, 4]), itemOf([0, 0, 9, 1])],
      scale: EVEN,
      width: 800,
    })
    expect(ticks.map(({ percent }) => percent)).toEqual([25, 0, 25, 50, 75, 100])
    expect(ticks.map(({ text }) => text.text)).toEqual(['25%', '0%', '25%', '50%', '75%', '100%'])
    expect(ticks[1]?.x).toBe(centre.x)
    expect(ticks[0]?.x).toBe(plot.x)
    expect(ticks.at(-1)?.x).toBeCloseTo(plot.x + plot.width, 1)
  })

  it('keeps the items in the order given, one below the other', () => {
    const items = ['b', 'a', 'c'].map((label) => itemOf([1, 0, 0, 1], label))
    const { rows, height } = layOutLikertChart({ items, scale: EVEN, width: 800 })
    expect(rows.map(({ label }) => label)).toEqual(['b', 'a', 'c'])
    for (const [index, row] of rows.entries()) {
      expect(row.y + row.height).toBeLessThanOrEqual(rows[index + 1]?.y ?? height)
    }
  })

  it('wraps a long label within its column and keeps the whole of it', () => {
    const label = 'Programming Language/ML Framework/Tools/Libraries of the development environment'
    const [row] = layOutLikertChart({ items: [itemOf([1, 0, 0, 1], label)], scale: EVEN, width: 700 }).rows
    expect(row?.labelLines.length).toBeGreaterThan(1)
    expect(row?.labelLines.every(({ y }) => y > row.y && y < row.y + row.height)).toBe(true)
    expect([row?.label, row?.truncated]).toEqual([label, false])
  })

  it('names every point of the scale in the legend, on several lines where they do not fit on one', () => {
    const { legend, plot } = layOutLikertChart({ items: [], scale: EVEN, width: 360 })
    expect(legend.map(({ point, text }) => [point, text.text])).toEqual(EVEN.map((label, point) => [point, label]))
    expect(new Set(legend.map(({ y }) => y)).size).toBeGreaterThan(1)
    expect(legend.every(({ y, height }) => y + height < plot.y)).toBe(true)
  })

  it('speaks the words it is given', () => {
    const words = {
      noAnswers: 'aucune réponse',
      percent: (value: number) => `${value}\u00A0%`,
      answers: (n: number) => `n = ${n}`,
    }
    const { rows, ticks } = layOutLikertChart({ items: [itemOf([0, 0, 0, 0])], scale: EVEN, width: 800, words })
    expect(rows[0]?.note?.text).toBe('aucune réponse')
    expect(ticks[0]?.text.text).toBe('25\u00A0%')
  })

  it('writes a percent into a bar only where it fits', () => {
    const [row] = layOutLikertChart({ items: [itemOf([1, 0, 0, 99])], scale: EVEN, width: 800 }).rows
    expect(row?.bars.map(({ text }) => text?.text ?? null)).toEqual([null, '99%'])
  })

  it('refuses counts that do not fit the scale or n', () => {
    expect(() => layOutLikertChart({ items: [itemOf([1, 2])], scale: EVEN, width: 800 })).toThrow(RangeError)
    const wrong = { ...itemOf([1, 2, 0, 0]), n: 9 }
    expect(() => layOutLikertChart({ items: [wrong], scale: EVEN, width: 800 })).toThrow(RangeError)
  })

  it('keeps all bars within the plot, meeting their neighbours, in proportion to their counts', () => {
    const scales = fc.constantFrom(['only'], EVEN, ODD, ['no', 'yes'])
    const charts = scales.chain((scale) => {
      const counts = fc.array(fc.nat(30), { minLength: scale.length, maxLength: scale.length })
      return fc.record({
        scale: fc.constant(scale),
        items: fc.array(
          counts.map((one) => itemOf(one)),
          { maxLength: 5 },
        ),
      })
    })
    fc.assert(
      fc.property(charts, fc.integer({ min: 100, max: 1600 }), ({ scale, items }, width) => {
        const chart = layOutLikertChart({ scale, items, width })
        const spanned = (chart.ticks[0]?.percent ?? 0) + (chart.ticks.at(-1)?.percent ?? 0)
        for (const [index, row] of chart.rows.entries()) {
          if (items[index]?.n === 0) {
            expect(row.bars).toEqual([])
            continue
          }
          expect(leftOf(row)).toBeGreaterThanOrEqual(chart.plot.x - 0.02)
          expect(rightOf(row)).toBeLessThanOrEqual(chart.plot.x + chart.plot.width + 0.02)
          for (const [at, bar] of row.bars.entries()) {
            expect(Math.abs(bar.width - (chart.plot.width * bar.percent) / spanned)).toBeLessThan(0.03)
            const next = row.bars[at + 1]
            if (next) expect(bar.x + bar.width).toBeCloseTo(next.x, 6)
          }
        }
      }),
    )
  })
})
