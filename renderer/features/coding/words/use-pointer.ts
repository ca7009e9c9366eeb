import { useEffect, useEffectEvent, type RefObject } from 'react'
import type { CodingId } from '../../../../domain/ids.ts'
import { focusTranscript } from '../focus.ts'
import { offsetAt } from './hit.ts'
import type { Mark, Marks } from './marks.ts'
import { beginAt, chosenSpan, rangeOf, takeTo, type Grain } from './selection.ts'
import { pointAt, select, useCodingScreen } from '../store.ts'
import type { OpenTranscript } from '../use-transcript.ts'

/** How near the edge of the view, in pixels, a drag scrolls on, and by how much of the distance a frame. */
const EDGE = 28
const SPEED = 0.35

/**
 * Choosing words by mouse or pen: drag across any number of turns, with a double click by words, with a triple click by
 * turns, with Shift from where one is; beyond the edges it scrolls on. Pointing at a stripe or a code shows its words; a
 * click on a stripe chooses them. Touch is left to scrolling.
 */
export function usePointer(ref: RefObject<HTMLDivElement | null>, { reader }: OpenTranscript, marks: Marks): void {
  const markOf = useEffectEvent((target: Element) => markAt(target, marks))

  useEffect(() => {
    const scroller = ref.current
    if (scroller === null) return undefined
    const { stretches } = reader
    let stop: (() => void) | null = null

    const begin = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (event.button !== 0 || target === null || target.closest('button, [role=toolbar]') !== null) return
      event.preventDefault()
      focusTranscript()
      const marked = markOf(target)
      if (marked !== null) {
        select(rangeOf(marked), { hasTools: true })
        return
      }
      const offset = offsetAt(scroller, stretches, event.clientX, event.clientY)
      if (offset === null) return
      const { selection } = useCodingScreen.getState()
      const grain = grainOf(event.detail)
      scroller.dataset['pointing'] = ''
      select(
        event.shiftKey && selection !== null
          ? takeTo(reader, selection, offset, grain)
          : beginAt(reader, offset, grain),
      )
      stop = follow(event, grain)
    }

    const follow = (first: MouseEvent, grain: Grain) => {
      let { clientX: x, clientY: y } = first
      let frame = 0
      const take = () => {
        const offset = offsetAt(scroller, stretches, x, y)
        const { selection } = useCodingScreen.getState()
        if (offset !== null && selection !== null) select(takeTo(reader, selection, offset, grain))
      }
      const scrollOn = () => {
        const { top, bottom } = scroller.getBoundingClientRect()
        const beyond = y < top + EDGE ? y - top - EDGE : y > bottom - EDGE ? y - bottom + EDGE : 0
        frame = 0
        if (beyond === 0) return
        scroller.scrollTop += beyond * SPEED
        take()
        frame = requestAnimationFrame(scrollOn)
      }
      const move = (event: MouseEvent) => {
        x = event.clientX
        y = event.clientY
        take()
        if (frame === 0) frame = requestAnimationFrame(scrollOn)
      }
      const end = () => {
        cancelAnimationFrame(frame)
        window.removeEventListener('mousemove', move)
        window.removeEventListener('mouseup', finish)
        delete scroller.dataset['pointing']
        stop = null
      }
      const finish = () => {
        end()
        const { selection } = useCodingScreen.getState()
        if (chosenSpan(reader, selection) !== null) select(selection, { hasTools: true })
      }
      window.addEventListener('mousemove', move)
      window.addEventListener('mouseup', finish)
      return end
    }

    const hover = (event: PointerEvent) => {
      const found = event.target instanceof Element ? event.target.closest('[data-marks]') : null
      if (stop !== null) return
      if (found === null) {
        if (useCodingScreen.getState().pointed !== null) pointAt(null)
        return
      }
      const box = found.getBoundingClientRect()
      const isStripe = found.classList.contains('coding-stripe')
      pointAt({ ids: idsOf(found), x: isStripe ? box.right : box.left, y: isStripe ? event.clientY : box.bottom })
    }
    const leave = () => pointAt(null)

    scroller.addEventListener('mousedown', begin)
    scroller.addEventListener('pointerover', hover)
    scroller.addEventListener('pointerleave', leave)
    return () => {
      stop?.()
      scroller.removeEventListener('mousedown', begin)
      scroller.removeEventListener('pointerover', hover)
      scroller.removeEventListener('pointerleave', leave)
    }
  }, [ref, reader])
}

function grainOf(clicks: number): Grain {
  if (clicks <= 1) return 'point'
  return clicks === 2 ? 'word' : 'turn'
}

function idsOf(element: Element): readonly CodingId[] {
  return (element.getAttribute('data-marks') ?? '').split(' ') as CodingId[]
}

function markAt(target: Element, marks: Marks): Mark | null {
  const stripe = target.closest('.coding-stripe')
  if (stripe === null) return null
  const [id] = idsOf(stripe)
  for (const stretch of marks.byStretch) for (const mark of stretch) if (mark.id === id) return mark
  return null
}
