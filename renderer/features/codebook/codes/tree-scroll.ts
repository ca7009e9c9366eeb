/** The height of a row of the tree, and what stands above the first and below the last, in pixels. */
export const ROW = 30
export const PADDING = 4

/** How far a tree of this height is scrolled for its row `at` to be in view: no further than it has to be. */
export function scrollTopFor(at: number, scrollTop: number, height: number): number {
  const top = PADDING + at * ROW
  if (top < scrollTop) return top - PADDING
  return Math.max(scrollTop, top + ROW + PADDING - height)
}
