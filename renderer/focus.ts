/** Frames for which it is waited that the focus is lost and its new place there. */
const MOST_FRAMES = 60

/**
 * Takes the keyboard to the element that this selector finds, once what had it is gone: with the button that was pressed,
 * or the dialog that was closed, the focus would fall to the page. Where something else has it by then, it stays there.
 */
export function catchFocus(selector: string, frames = 0): void {
  const { activeElement, body } = document
  const isLost = activeElement === null || activeElement === body || !activeElement.isConnected
  const isWaiting = document.querySelector('[role=dialog]') !== null || !isLost
  const element = isWaiting ? null : document.querySelector<HTMLElement>(selector)
  element?.focus()
  if (element !== null && document.activeElement === element) return
  if (frames < MOST_FRAMES) requestAnimationFrame(() => catchFocus(selector, frames + 1))
}
