import { describe, expect, it } from 'vitest'
import { distanceBetween, jaccard, masi } from '../../../domain/agreement/set-distance.ts'

const set = (codes: string) => new Set(codes)

// The cases that method.md section 4 lists.
describe('the distance of two code sets', () => {
  it.each([
    ['equal sets', 'AB', 'AB', 0, 0],
    ['two empty sets', '', '', 0, 0],
    ['an empty and a full set', '', 'A', 1, 1],
    ['disjoint sets', 'AB', 'CD', 1, 1],
    ['a set and a part of it', 'ABC', 'A', 2 / 3, 1 - (1 / 3) * (2 / 3)],
    ['sets that overlap', 'AB', 'BC', 2 / 3, 1 - (1 / 3) * (1 / 3)],
  ])('of %s follows the conventions', (_, first, second, byJaccard, byMasi) => {
    expect(distanceBetween(set(first), set(second), jaccard)).toBeCloseTo(byJaccard, 12)
    expect(distanceBetween(set(second), set(first), jaccard)).toBeCloseTo(byJaccard, 12)
    expect(distanceBetween(set(first), set(second), masi)).toBeCloseTo(byMasi, 12)
    expect(distanceBetween(set(second), set(first), masi)).toBeCloseTo(byMasi, 12)
  })
})
