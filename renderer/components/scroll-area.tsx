import { useEffect, useRef, type ReactNode } from 'react'

export interface ScrollAreaProps {
  /** What is in it; its accessible name. */
  readonly label: string
  readonly children: ReactNode
}

/** A wide table's frame. While there is more of it than fits, it takes the focus, so that the arrow keys can scroll it. */
export function ScrollArea({ label, children }: ScrollAreaProps) {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const measure = () => {
      if (element.scrollWidth > element.clientWidth) element.tabIndex = 0
      else element.removeAttribute('tabindex')
    }
    const observer = new ResizeObserver(measure)
    for (const child of [element, ...element.children]) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return (
    <section ref={frame} className="table-scroll" aria-label={label}>
      {children}
    </section>
  )
}
