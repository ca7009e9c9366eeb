import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutMatrix } from '../../../domain/matrices/matrix-chart.ts'

const cell = (text: string) => ({ text, share: 0.5, isOwn: false })

describe('the geometry of a matrix', () => {
  it('lets cells meet and never overlap, within its width and height', () => {
    const labels = fc.array(fc.string({ maxLength: 120 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(labels, labels, fc.string({ maxLength: 9 }), (rows, columns, text) => {
        const chart = layOutMatrix({ rows, columns, cells: rows.map(() => columns.map(() => cell(text))) })
        for (const { row, column, x, y, width, height } of chart.cells) {
          const beside = chart.cells.find((other) => other.row === row && other.column === column + 1)
          const below = chart.cells.find((other) => other.row === row + 1 && other.column === column)
          if (beside) expect(x + width).toBeCloseTo(beside.x, 6)
          if (below) expect(y + height).toBeCloseTo(below.y, 6)
          expect(x + width).toBeLessThanOrEqual(chart.width + 0.02)
          expect(y + height).toBeLessThanOrEqual(chart.height + 0.02)
        }
      }),
    )
  })

  it('wraps long labels and keeps the whole of them', () => {
    const label = 'Programming Language/ML Framework/Tools/Libraries of the development environment'
    const { rowLabels, columnLabels } = layOutMatrix({ rows: [label], columns: [label], cells: [[cell('1')]] })
    expect(rowLabels[0]?.lines.length).toBeGreaterThan(1)
    expect([rowLabels[0]?.label, columnLabels[0]?.label]).toEqual([label, label])
  })

  it('of nothing is empty', () => {
    expect(layOutMatrix({ rows: [], columns: [], cells: [] }).cells).toEqual([])
  })
})
