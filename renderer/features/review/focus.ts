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

/** Saves the note, where it is what is being written. */
export function submitNote(): void {
  const form = document.activeElement?.closest('form')
  if (form?.id === NOTE_ID) form.requestSubmit()
}

/** The first field or button within the part of this id. */
export function focusWithin(id: string): void {
  document.getElementById(id)?.querySelector<HTMLElement>('input, textarea, button')?.focus()
}
