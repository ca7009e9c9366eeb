import { describe, expect, it } from 'vitest'
import { fitLabel, fitText, placeIntervals } from '../../../renderer/features/agreement/interval-geometry.ts'

const layout = { width: 500, names: 100, values: 50, rowHeight: 30 }

describe('the interval plot', () => {
  it('runs from 0 at the names to 1 before the values', () => {
    const { axis, ticks, low } = placeIntervals([{ value: 0.5, interval: [0.4, 0.6] }], layout)
    expect(low).toBe(0)
    expect([axis.start, axis.end]).toEqual([100, 450])
    expect(ticks.map(({ value }) => value)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect([ticks[0]?.x, ticks.at(-1)?.x]).toEqual([100, 450])
  })

  it('puts a figure and both ends of its interval on the same axis', () => {
    const { rows } = placeIntervals([{ value: 0.5, interval: [0, 1] }], layout)
    expect(rows).toEqual([{ y: 21, x: 275, from: 100, to: 450 }])
  })

  it('goes below 0 as far as the lowest interval asks, and keeps a tick at 0', () => {
    const { low, ticks } = placeIntervals([{ value: 0.04, interval: [-0.13, 0.15] }], layout)
    expect(low).toBeCloseTo(-0.2)
    expect(ticks.map(({ value }) => value)).toEqual([-0.2, 0, 0.2, 0.4, 0.6, 0.8, 1])
  })

  it('leaves out the mark of an undefined figure, and keeps its row', () => {
    const { rows } = placeIntervals(
      [
        { value: null, interval: null },
        { value: 1, interval: null },
      ],
      layout,
    )
    expect(rows.map(({ x, from }) => [x, from])).toEqual([
      [null, null],
      [450, null],
    ])
    expect((rows[1]?.y ?? 0) - (rows[0]?.y ?? 0)).toBe(30)
  })
})

describe('fitting a name into its room', () => {
  it('leaves a name that fits as it is', () => {
    expect(fitText('Interview 2', 100, 7)).toBe('Interview 2')
  })

  it('cuts a longer one and says so with an ellipsis', () => {
    expect(fitText('Interview with the operations engineer', 70, 7)).toBe('Interview…')
  })
})

describe('fitting a code’s label into its room', () => {
  const label = 'Development Environment / Computing Resources'

  it('leaves a label that fits as it is', () => {
    expect(fitLabel(label, 7 * label.length, 7)).toBe(label)
  })

  it('keeps the code’s own name, and of its category what there is room for', () => {
    expect(fitLabel(label, 7 * 32, 7)).toBe('Developme… / Computing Resources')
  })

  it('drops the outer categories first', () => {
    expect(fitLabel(`Operations / ${label}`, 7 * 53, 7)).toBe('Oper… / Development Environment / Computing Resources')
  })

  it('drops a category of which next to nothing would be left', () => {
    expect(fitLabel(label, 7 * 24, 7)).toBe('… / Computing Resources')
  })

  it('cuts a name that is too long by itself at its end', () => {
    expect(fitLabel(label, 7 * 12, 7)).toBe('Computing R…')
  })
})
