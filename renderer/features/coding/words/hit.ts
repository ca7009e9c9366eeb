import type { Offset, Span } from '../../../../domain/span.ts'
import { turnIndexAt, type Turn } from '../../../../domain/transcript.ts'

/** Marks the element whose one text node holds the words of a stretch; its value is the stretch's index. */
export const WORDS = 'data-words'

/**
 * The offset in the transcript nearest to a point of the window. A point beside the words counts as the nearest one in
 * their line, a point beyond the scroller as the nearest one within it.
 */
export function offsetAt(scroller: HTMLElement, stretches: readonly Turn[], x: number, y: number): Offset | null {
  const view = scroller.getBoundingClientRect()
  const withinY = clamp(y, view.top + 1, view.bottom - 2)
  const element = nearestWords(scroller, withinY)
  const stretch = stretches[Number(element?.getAttribute(WORDS))]
  if (element === null || stretch === undefined) return null
  const box = element.getBoundingClientRect()
  const top = Math.max(box.top, view.top)
  const bottom = Math.min(box.bottom, view.bottom)
  const point = { x: clamp(x, box.left + 1, box.right - 1), y: clamp(withinY, top + 1, bottom - 1) }
  const caret = document.caretPositionFromPoint(point.x, point.y)
  if (caret === null || !element.contains(caret.offsetNode))
    return y < box.top + box.height / 2 ? stretch.start : stretch.end
  if (caret.offsetNode === element) return caret.offset === 0 ? stretch.start : stretch.end
  return (stretch.start + caret.offset) as Offset
}

/** Where the letter at an offset is in the window; null while its stretch is not in the document. */
export function boxOf(scroller: Element, stretches: readonly Turn[], offset: Offset): DOMRect | null {
  const index = turnIndexAt(stretches, offset)
  const node = scroller.querySelector(`[${WORDS}="${index}"]`)?.firstChild
  const stretch = stretches[index]
  if (!(node instanceof Text) || stretch === undefined) return null
  const at = clamp(offset - stretch.start, 0, node.length)
  const range = document.createRange()
  range.setStart(node, Math.max(0, at === node.length ? at - 1 : at))
  range.setEnd(node, Math.min(node.length, at + 1))
  return range.getClientRects()[0] ?? null
}

/** What is seen of a span of words: from its first line in view to its last; null where nothing of it is. */
export function boxOfSpan(scroller: Element, stretches: readonly Turn[], { start, end }: Span): DOMRect | null {
  const view = scroller.getBoundingClientRect()
  const first = boxOf(scroller, stretches, start)
  const last = boxOf(scroller, stretches, (end - 1) as Offset)
  if (first === null && last === null) return null
  const top = clamp(first?.top ?? view.top, view.top, view.bottom)
  const bottom = clamp(last?.bottom ?? view.bottom, view.top, view.bottom)
  return new DOMRect(first?.left ?? view.left, top, 0, bottom - top)
}

function nearestWords(scroller: HTMLElement, y: number): Element | null {
  let nearest: Element | null = null
  let least = Infinity
  for (const element of scroller.querySelectorAll(`[${WORDS}]`)) {
    const { top, bottom } = element.getBoundingClientRect()
    const distance = y < top ? top - y : y > bottom ? y - bottom : 0
    if (distance < least) {
      least = distance
      nearest = element
    }
  }
  return nearest
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
