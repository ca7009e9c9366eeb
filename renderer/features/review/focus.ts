/** Ids of what the keyboard is sent to. */
export const QUEUE_ID = 'review-queue'
export const FILTERS_ID = 'review-filters'
export const REASON_ID = 'review-reason'
export const NOTE_ID = 'review-note'
export const EDITOR_ID = 'review-editor'

/** The item in hand, in the queue. */
export function focusQueue(): void {
  const list = document.getElementById(QUEUE_ID)
  list?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true })
}

/** Frames for which it is waited that a list of choices goes and its button has the focus back. */
const MOST_FRAMES = 60

/** Takes the keyboard to the queue once the list in which something was chosen is gone: it gives the focus to its button. */
export function focusQueueAfterChoice(frames = 0): void {
  const isGoing = document.querySelector('.popover') !== null || document.activeElement === document.body
  if (isGoing && frames < MOST_FRAMES) requestAnimationFrame(() => focusQueueAfterChoice(frames + 1))
  else focusQueue()
}

/** Saves the note, where it is what is being written. */
export function submitNote(): void {
  const form = document.activeElement?.closest('form')
  if (form?.id === NOTE_ID) form.requestSubmit()
}

/** The first field or button within the part of this id. */
export function focusWithin(id: string): void {
  document.getElementById(id)?.querySelector<HTMLElement>('input, textarea, button')?.focus()
}
