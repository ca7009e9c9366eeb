import { describe, expect, it } from 'vitest'
import type { CodeDrift } from '../../../domain/agreement/drift.ts'
import { placeDrift, spreadLabels } from '../../../renderer/features/agreement/drift-geometry.ts'

const layout = { width: 500, height: 300, ticks: 40, names: 100, foot: 40 }

function drift(code: string, values: readonly (number | null)[]): CodeDrift {
  const points = values.map((value, index) => ({
    round: `R${index}`,
    units: 10,
    used: 1,
    value,
    reason: value === null ? 'not-used' : null,
  }))
  return { code, points, change: null, held: null }
}

describe('the drift plot', () => {
  it('puts 1 at the top of the axis and its low end at the bottom', () => {
    const { axis, lines } = placeDrift([drift('a', [1, 0])], 2, layout)
    expect(lines[0]?.marks.map(({ y }) => y)).toEqual([axis.top, axis.bottom])
  })

  it('reaches below 0 by steps of 0.2 where a value does', () => {
    expect(placeDrift([drift('a', [-0.3])], 1, layout).low).toBeCloseTo(-0.4)
    expect(placeDrift([drift('a', [0.3])], 1, layout).low).toBe(0)
  })

  it('draws no mark where a value is not defined and breaks the line there', () => {
    const { lines } = placeDrift([drift('a', [0.2, 0.4, null, 0.6])], 4, layout)
    expect(lines[0]?.marks.map(({ round }) => round)).toEqual([0, 1, 3])
    expect(lines[0]?.pieces).toHaveLength(1)
    expect(placeDrift([drift('a', [0.2, null, 0.4])], 3, layout).lines[0]?.pieces).toEqual([])
  })

  it('keeps labels apart, in their order and within the axis', () => {
    const placed = spreadLabels([100, 50, 101, 199], { gap: 20, top: 0, bottom: 200 })
    const order = [...placed].sort((a, b) => a - b)
    expect(order.slice(1).every((height, index) => height - (order[index] ?? 0) >= 20)).toBe(true)
    expect(Math.max(...placed)).toBeLessThanOrEqual(200)
    expect(placed[1]).toBeLessThan(placed[0] ?? 0)
    expect(placed[0]).toBeLessThan(placed[2] ?? 0)
  })
})
