import { useEffect, useRef, useState, type RefObject } from 'react'

/** The width of an element's content in CSS pixels, kept up to date; `initial` until it has been measured. */
export function useWidth<Measured extends HTMLElement>(initial: number): readonly [RefObject<Measured | null>, number] {
  const element = useRef<Measured>(null)
  const [width, setWidth] = useState(initial)
  useEffect(() => {
    if (element.current === null) return undefined
    const observer = new ResizeObserver((entries) => {
      const measured = entries.at(-1)?.contentRect.width
      if (measured !== undefined && measured > 0) setWidth(Math.floor(measured))
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, width]
}
