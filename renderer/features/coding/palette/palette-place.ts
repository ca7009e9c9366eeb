import type { CSSProperties } from 'react'

/** Under the words or above them, where there is more room; in a corner where there is little on either side. */
export function placeBeside(words: DOMRect | null): CSSProperties {
  if (words === null || window.innerWidth < NARROW) return {}
  const left = Math.max(GAP, Math.min(words.left, window.innerWidth - WIDTH - 2 * GAP))
  const below = window.innerHeight - words.bottom - 2 * GAP
  const above = words.top - 2 * GAP
  if (below >= MOST || (below >= above && below >= LEAST)) {
    return { left, top: words.bottom + GAP, maxHeight: Math.min(MOST, below) }
  }
  // Of one height here, so that the field stays in its place while one types.
  const height = above >= LEAST ? Math.min(MOST, above) : Math.min(MOST, window.innerHeight - 4 * GAP)
  if (above >= LEAST) return { left, top: words.top - GAP - height, height }
  return { left: window.innerWidth - WIDTH - 2 * GAP, bottom: 2 * GAP, height }
}

/** Pixels: how tall the palette is at most and must be able to be, how wide it is, and what it keeps free. */
const MOST = 420
const LEAST = 260
const WIDTH = 460
const GAP = 8
const NARROW = 700
