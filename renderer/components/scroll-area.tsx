import { useEffect, useRef, type ReactNode } from 'react'

interface ScrollAreaProps {
  /** What is in it; its accessible name. */
  readonly label: string
  readonly children: ReactNode
  /** In place of the look of a wide table's frame. */
  readonly className?: string
}

/** A frame of what may be larger than it, such as a wide table. While there is more of it than fits, it takes the focus, so that the arrow keys can scroll it. */
export function ScrollArea({ label, children, className = 'table-scroll' }: ScrollAreaProps) {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const measure = () => {
      const isWide = element.scrollWidth > element.clientWidth
      if (isWide || element.scrollHeight > element.clientHeight) element.tabIndex = 0
      else element.removeAttribute('tabindex')
    }
    const observer = new ResizeObserver(measure)
    for (const child of [element, ...element.children]) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return (
    <section ref={frame} className={className} aria-label={label}>
      {children}
    </section>
  )
}
