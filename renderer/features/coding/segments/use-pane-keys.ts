import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'

/** The keys of a pane, wherever in it the keyboard is; not those of menus and lists that open over it. */
export function usePaneKeys<Pane extends HTMLElement>(onPress: (event: KeyboardEvent) => void): RefObject<Pane | null> {
  const pane = useRef<Pane>(null)
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!event.defaultPrevented && !isOfOpenList(event.target)) onPress(event)
  })
  useEffect(() => {
    const element = pane.current
    if (element === null) return undefined
    const listen = (event: KeyboardEvent) => press(event)
    element.addEventListener('keydown', listen)
    return () => element.removeEventListener('keydown', listen)
  }, [])
  return pane
}

/** Whether a list of options is open at the field, which Escape, Enter and the arrows are then for. */
function isOfOpenList(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true'
}
