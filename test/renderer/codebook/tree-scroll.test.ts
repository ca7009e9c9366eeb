import { expect, it } from 'vitest'
import { PADDING, ROW, scrollTopFor } from '../../../renderer/features/codebook/codes/tree-scroll.ts'

const HEIGHT = 300

it('brings a row below into view at the foot, one above at the top, and leaves one in view where it is', () => {
  const atFoot = scrollTopFor(50, 0, HEIGHT)
  expect(PADDING + 51 * ROW + PADDING - atFoot).toBe(HEIGHT)
  expect(scrollTopFor(2, 900, HEIGHT)).toBe(2 * ROW)
  expect(scrollTopFor(0, 900, HEIGHT)).toBe(0)
  expect(scrollTopFor(5, 60, HEIGHT)).toBe(60)
})
