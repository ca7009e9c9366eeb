/** Frames for which it is waited that the focus is lost and its new place there. */
const MOST_FRAMES = 60

/**
 * Takes the keyboard to what the first of these selectors finds, or else the next, once what had it is gone: with the
 * button that was pressed, or the dialog that was closed, the focus would fall to the page. Where something else has it
 * by then, it stays there.
 */
export function catchFocus(selectors: readonly string[], frames = 0): void {
  const { activeElement, body } = document
  const isLost = activeElement === null || activeElement === body || !activeElement.isConnected
  const isWaiting = document.querySelector('[role=dialog]') !== null || !isLost
  const element = isWaiting ? undefined : selectors.flatMap((one) => document.querySelector<HTMLElement>(one) ?? [])[0]
  element?.focus()
  if (element !== undefined && document.activeElement === element) return
  if (frames < MOST_FRAMES) requestAnimationFrame(() => catchFocus(selectors, frames + 1))
}
