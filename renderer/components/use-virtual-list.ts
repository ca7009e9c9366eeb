import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useReducer, useState, type RefObject } from 'react'

export interface VirtualList {
  /** The items to have in the document, in order. */
  readonly indexes: readonly number[]
  /** Where the first of them begins, and how tall all are together, in pixels. */
  readonly top: number
  readonly height: number
  /** To be the `ref` of each item's element, which carries `data-index`: its true height replaces the estimated one. */
  readonly measure: (element: HTMLElement | null) => void
  readonly goTo: (index: number, align: 'auto' | 'start' | 'center') => void
  /** Every height is another now. What is at the top of the view stays there. */
  readonly measureAgain: () => void
}

/** Items kept in the document above and below those in view. */
const OVERSCAN = 4

/** Only the items in view and a few more are in the document, however long the list. */
export function useVirtualList(
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
  estimate: (index: number) => number,
): VirtualList {
  const [, renderAgain] = useReducer((times: number) => times + 1, 0)
  const [virtualizer] = useState(() => {
    const made = new Virtualizer<HTMLDivElement, HTMLElement>({
      count,
      getScrollElement: () => scroller.current,
      estimateSize: estimate,
      overscan: OVERSCAN,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => renderAgain(),
    })
    const goTo = (index: number, align: 'auto' | 'start' | 'center') => made.scrollToIndex(index, { align })
    const measureAgain = () => {
      const first = made.getVirtualItemForOffset(made.scrollOffset ?? 0)
      made.measure()
      for (const row of scroller.current?.querySelectorAll<HTMLElement>('[data-index]') ?? []) made.measureElement(row)
      if (first !== undefined) made.scrollToIndex(first.index, { align: 'start' })
    }
    return { made, goTo, measureAgain }
  })
  const { made, goTo, measureAgain } = virtualizer
  useLayoutEffect(() => made['_didMount'](), [made])
  useLayoutEffect(() => made['_willUpdate']())
  const items = made.getVirtualItems()
  return {
    indexes: items.map(({ index }) => index),
    top: items[0]?.start ?? 0,
    height: made.getTotalSize(),
    measure: made.measureElement,
    goTo,
    measureAgain,
  }
}
