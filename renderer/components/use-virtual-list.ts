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
  readonly goTo: (index: number, align: 'auto' | 'center') => void
}

/** Items kept in the document above and below those in view. */
const OVERSCAN = 6

/** Only the items in view and a few more are in the document, however long the list. */
export function useVirtualList(
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
  estimate: (index: number) => number,
): VirtualList {
  const [, renderAgain] = useReducer((times: number) => times + 1, 0)
  const [made] = useState(() => {
    return new Virtualizer<HTMLDivElement, HTMLElement>({
      count,
      getScrollElement: () => scroller.current,
      estimateSize: estimate,
      overscan: OVERSCAN,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => renderAgain(),
    })
  })
  useLayoutEffect(() => made['_didMount'](), [made])
  useLayoutEffect(() => made['_willUpdate']())
  const items = made.getVirtualItems()
  return {
    indexes: items.map(({ index }) => index),
    top: items[0]?.start ?? 0,
    height: made.getTotalSize(),
    measure: made.measureElement,
    goTo: (index, align) => made.scrollToIndex(index, { align }),
  }
}
